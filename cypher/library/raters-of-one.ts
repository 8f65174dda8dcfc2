import { defineLibraryQuery, figure } from '../../domain/library.ts';

export default defineLibraryQuery({
  parameters: { times: figure(2) },
  tags: ['ratings'],
  messages: {
    title: 'Who rates one account only, again and again',
    about:
      'Raters of one account alone, with how often and how highly. A client who found one good developer does the same.',
    labels: { times: 'Times at least' },
  },
});
