import type query from '../../../cypher/library/shortest-path.ts';
import type { LibraryQueryIn } from '../../../domain/library.ts';

export default {
  title: 'Chemin le plus court entre deux nœuds',
  about:
    'Un chemin le plus court, par 8 relations au plus, de toute sorte. Un chemin passant par une adresse que des milliers utilisent dit peu de chose : regardez par où il passe.',
  labels: { from: 'De', to: 'À' },
} satisfies LibraryQueryIn<typeof query>;
