import { defineLibraryQuery, figure } from '../../domain/library.ts';

export default defineLibraryQuery({
  parameters: {
    payers: figure(4),
    from: { kind: 'date', default: null, required: false },
    to: { kind: 'date', default: null, required: false },
  },
  tags: ['money'],
  messages: {
    title: 'Where money of many payers flows together',
    about:
      'Payment accounts that many others send to, by currency. Shops, landlords and tax offices are paid by many, too.',
    labels: { payers: 'Payers at least', from: 'From the day', to: 'Up to the day' },
  },
});
