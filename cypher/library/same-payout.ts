import { asked, defineLibraryQuery } from '../../domain/library.ts';

export default defineLibraryQuery({
  parameters: { account: asked('account') },
  tags: ['money', 'accounts'],
  words: {
    en: {
      title: 'Who shares a payout with an account',
      about:
        'Accounts whose earnings go where those of one account go. An agency or a family may well share one.',
      labels: { account: 'Account' },
    },
    fr: {
      title: 'Qui partage un compte de versement avec un compte',
      about:
        'Les comptes dont les revenus vont au même endroit que ceux d’un compte donné. Une agence ou une famille peut en partager un.',
      labels: { account: 'Compte' },
    },
  },
});
