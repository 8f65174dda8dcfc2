import { defineLibraryQuery, figure } from '../../domain/library.ts';

export default defineLibraryQuery({
  parameters: { accounts: figure(3) },
  tags: ['sessions', 'devices'],
  messages: {
    title: 'Devices that many accounts use',
    about:
      'Each with its accounts, first and last use, and whether it is known to be shared, as in a library or an office.',
    labels: { accounts: 'Accounts at least' },
  },
});
