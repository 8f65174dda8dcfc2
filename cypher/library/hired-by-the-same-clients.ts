import { asked, defineLibraryQuery } from '../../domain/library.ts';

export default defineLibraryQuery({
  parameters: { account: asked('account') },
  tags: ['work', 'accounts'],
  messages: {
    title: 'Who was hired by the clients of an account',
    about:
      'Accounts whose bids the same clients accepted, by how many clients they share. Large clients hire many.',
    labels: { account: 'Account' },
  },
});
