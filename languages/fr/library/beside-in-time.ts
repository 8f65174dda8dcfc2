import type query from '../../../cypher/library/beside-in-time.ts';
import type { LibraryQueryIn } from '../../../domain/library.ts';

export default {
  title: 'Qui a été utilisé à la même adresse peu avant ou après',
  about:
    'Les sessions des autres aux adresses d’un compte, à quelques minutes des siennes. Derrière un VPN, un bureau ou une université, c’est le hasard.',
  labels: { account: 'Compte', minutes: 'Minutes au plus' },
} satisfies LibraryQueryIn<typeof query>;
