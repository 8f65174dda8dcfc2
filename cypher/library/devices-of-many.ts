import { defineLibraryQuery, figure } from '../../domain/library.ts';

export default defineLibraryQuery({
  parameters: { accounts: figure(3) },
  tags: ['sessions', 'devices'],
  words: {
    en: {
      title: 'Devices that many accounts use',
      about:
        'Each with its accounts, first and last use, and whether it is known to be shared, as in a library or an office.',
      labels: { accounts: 'Accounts at least' },
    },
    fr: {
      title: 'Appareils utilisés par de nombreux comptes',
      about:
        'Chacun avec ses comptes, sa première et sa dernière utilisation, et s’il est connu pour être partagé, comme dans une bibliothèque ou un bureau.',
      labels: { accounts: 'Comptes au moins' },
    },
  },
});
