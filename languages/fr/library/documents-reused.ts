import type query from '../../../cypher/library/documents-reused.ts';
import type { LibraryQueryIn } from '../../../domain/library.ts';

export default {
  title: 'Documents remis par plusieurs comptes',
  about:
    'Par numéro, fichier ou image. Une personne ayant deux comptes remet deux fois un même passeport ; les deux parties à un contrat le remettent aussi.',
  labels: {},
} satisfies LibraryQueryIn<typeof query>;
