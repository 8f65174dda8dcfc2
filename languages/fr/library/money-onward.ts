import type query from '../../../cypher/library/money-onward.ts';
import type { LibraryQueryIn } from '../../../domain/library.ts';

export default {
  title: 'Où part ensuite l’argent d’un compte',
  about:
    'Depuis ses comptes de versement, par trois virements au plus, dans l’ordre du temps. Cela montre des chemins, non que c’est le même argent.',
  labels: { account: 'Compte' },
} satisfies LibraryQueryIn<typeof query>;
