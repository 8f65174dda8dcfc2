import { defineLibraryQuery, figure } from '../../domain/library.ts';

export default defineLibraryQuery({
  parameters: { times: figure(2) },
  tags: ['ratings'],
  words: {
    en: {
      title: 'Who rates one account only, again and again',
      about:
        'Raters of one account alone, with how often and how highly. A client who found one good developer does the same.',
      labels: { times: 'Times at least' },
    },
    fr: {
      title: 'Qui n’évalue qu’un seul compte, encore et encore',
      about:
        'Les évaluateurs d’un seul compte, avec le nombre de fois et la note moyenne. Un client qui a trouvé un bon développeur fait de même.',
      labels: { times: 'Fois au moins' },
    },
  },
});
