import { defineLibraryQuery, figure } from '../../domain/library.ts';

export default defineLibraryQuery({
  parameters: { minutes: figure(60) },
  tags: ['accounts', 'sessions'],
  messages: {
    title: 'Accounts opened within minutes from one network',
    about:
      'Pairs opened shortly after each other and used from the same network. A large network opens many accounts a day: look for a small one.',
    labels: { minutes: 'Minutes at most' },
  },
});
