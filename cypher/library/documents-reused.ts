import { defineLibraryQuery } from '../../domain/library.ts';

export default defineLibraryQuery({
  parameters: {},
  tags: ['documents'],
  messages: {
    title: 'Documents that several accounts handed in',
    about:
      'By number, file or picture. One person with two accounts hands in one passport twice; a contract of both parties, too.',
    labels: {},
  },
});
