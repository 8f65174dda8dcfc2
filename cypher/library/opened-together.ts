import { defineLibraryQuery, figure } from '../../domain/library.ts';

export default defineLibraryQuery({
  parameters: { minutes: figure(60) },
  tags: ['accounts', 'sessions'],
  words: {
    en: {
      title: 'Accounts opened within minutes from one network',
      about:
        'Pairs opened shortly after each other and used from the same network. A large network opens many accounts a day: look for a small one.',
      labels: { minutes: 'Minutes at most' },
    },
    fr: {
      title: 'Comptes ouverts à quelques minutes d’écart depuis un même réseau',
      about:
        'Les paires ouvertes l’une peu après l’autre et utilisées depuis le même réseau. Un grand réseau ouvre beaucoup de comptes par jour : cherchez-en un petit.',
      labels: { minutes: 'Minutes au plus' },
    },
  },
});
