import { asked, defineLibraryQuery } from '../../domain/library.ts';

export default defineLibraryQuery({
  parameters: { account: asked('account') },
  tags: ['work', 'accounts'],
  words: {
    en: {
      title: 'Who was hired by the clients of an account',
      about:
        'Accounts whose bids the same clients accepted, by how many clients they share. Large clients hire many.',
      labels: { account: 'Account' },
    },
    fr: {
      title: 'Qui a été engagé par les clients d’un compte',
      about:
        'Les comptes dont les mêmes clients ont accepté les offres, selon le nombre de clients communs. Les grands clients engagent beaucoup.',
      labels: { account: 'Compte' },
    },
  },
});
