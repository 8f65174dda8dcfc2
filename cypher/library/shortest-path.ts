import { asked, defineLibraryQuery } from '../../domain/library.ts';

export default defineLibraryQuery({
  parameters: { from: asked('node'), to: asked('node') },
  tags: ['paths'],
  words: {
    en: {
      title: 'Shortest way between two nodes',
      about:
        'One shortest way over at most 8 relations of any kind. A way over an address that thousands use says little: look at what it goes through.',
      labels: { from: 'From', to: 'To' },
    },
    fr: {
      title: 'Chemin le plus court entre deux nœuds',
      about:
        'Un chemin le plus court, par 8 relations au plus, de toute sorte. Un chemin passant par une adresse que des milliers utilisent dit peu de chose : regardez par où il passe.',
      labels: { from: 'De', to: 'À' },
    },
  },
});
