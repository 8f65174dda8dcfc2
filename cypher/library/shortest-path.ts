import { asked, defineLibraryQuery } from '../../domain/library.ts';

export default defineLibraryQuery({
  parameters: { from: asked('node'), to: asked('node') },
  tags: ['paths'],
  messages: {
    title: 'Shortest way between two nodes',
    about:
      'One shortest way over at most 8 relations of any kind. A way over an address that thousands use says little: look at what it goes through.',
    labels: { from: 'From', to: 'To' },
  },
});
