import { defineLibraryQuery } from '../../domain/library.ts';

export default defineLibraryQuery({
  parameters: {},
  tags: ['accounts'],
  messages: {
    title: 'Accounts with one e-mail address, phone or website',
    about: 'As they state it now. Colleagues state their employer’s website and phone.',
    labels: {},
  },
});
