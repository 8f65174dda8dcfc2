import type query from '../../../cypher/library/devices-of-many.ts';
import type { LibraryQueryIn } from '../../../domain/library.ts';

export default {
  title: 'Appareils utilisés par de nombreux comptes',
  about:
    'Chacun avec ses comptes, sa première et sa dernière utilisation, et s’il est connu pour être partagé, comme dans une bibliothèque ou un bureau.',
  labels: { accounts: 'Comptes au moins' },
} satisfies LibraryQueryIn<typeof query>;
