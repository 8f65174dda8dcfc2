import { asked, defineLibraryQuery } from '../../domain/library.ts';

export default defineLibraryQuery({
  parameters: { account: asked('account') },
  tags: ['money', 'paths'],
  words: {
    en: {
      title: 'Where the money of an account goes on to',
      about:
        'From its payout accounts over at most three transfers, in the order of time. It shows ways, not that it is the same money.',
      labels: { account: 'Account' },
    },
    fr: {
      title: 'Où part ensuite l’argent d’un compte',
      about:
        'Depuis ses comptes de versement, par trois virements au plus, dans l’ordre du temps. Cela montre des chemins, non que c’est le même argent.',
      labels: { account: 'Compte' },
    },
  },
});
