import { defineLibraryQuery } from '../../domain/library.ts';

export default defineLibraryQuery({
  parameters: {},
  tags: ['documents'],
  words: {
    en: {
      title: 'Documents that several accounts handed in',
      about:
        'By number, file or picture. One person with two accounts hands in one passport twice; a contract of both parties, too.',
      labels: {},
    },
    fr: {
      title: 'Documents remis par plusieurs comptes',
      about:
        'Par numéro, fichier ou image. Une personne ayant deux comptes remet deux fois un même passeport ; les deux parties à un contrat le remettent aussi.',
      labels: {},
    },
  },
});
