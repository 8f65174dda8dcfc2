import type query from '../../../cypher/library/nights-of-claimed-zone.ts';
import type { LibraryQueryIn } from '../../../domain/library.ts';

export default {
  title: 'Sessions de nuit dans le fuseau horaire déclaré',
  about:
    'Où les sessions et le fuseau déclaré se contredisent. Noctambules, parents et voyageurs se ressemblent ; c’est une question à poser, jamais une preuve en soi.',
  labels: { sessions: 'Sessions au moins', share: 'Part de nuit au moins (0–1)' },
} satisfies LibraryQueryIn<typeof query>;
