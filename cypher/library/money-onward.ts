import { asked, defineLibraryQuery } from '../../domain/library.ts';

export default defineLibraryQuery({
  parameters: { account: asked('account') },
  tags: ['money', 'paths'],
  messages: {
    title: 'Where the money of an account goes on to',
    about:
      'From its payout accounts over at most three transfers, in the order of time. It shows ways, not that it is the same money.',
    labels: { account: 'Account' },
  },
});
