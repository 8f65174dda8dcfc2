import { asked, defineLibraryQuery } from '../../domain/library.ts';

export default defineLibraryQuery({
  parameters: { account: asked('account') },
  tags: ['money', 'accounts'],
  messages: {
    title: 'Who shares a payout with an account',
    about:
      'Accounts whose earnings go where those of one account go. An agency or a family may well share one.',
    labels: { account: 'Account' },
  },
});
