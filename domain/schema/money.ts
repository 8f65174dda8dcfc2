/** Where money is paid and how it moves. */
import { accountKey, type Files } from './declaration.ts';

export const moneyFiles = {
  payment_accounts: {
    about: 'where money is paid to and from',
    key: ['payment_account_id'],
    node: {
      type: 'payment_account',
      label: 'PaymentAccount',
      one: 'payment account',
      many: 'payment accounts',
      caption: ['holder_name'],
      icon: 'IconBuildingBank',
      colour: { light: '#b4530a', dark: '#f4a259' },
      shape: 'square',
    },
    followTheMoney: {
      schema: 'BankAccount',
      properties: {
        name: ['holder_name'],
        bankName: ['provider'],
        accountType: ['kind'],
        currency: ['currency'],
        country: ['country'],
        openingDate: ['opened_at'],
        closingDate: ['closed_at'],
      },
      by: {
        column: 'kind',
        forms: {
          crypto: {
            schema: 'CryptoWallet',
            properties: {
              name: ['holder_name'],
              currency: ['currency'],
              creationDate: ['opened_at'],
            },
          },
        },
      },
    },
    stix: 'payment-account',
    when: 'opened_at',
    columns: {
      payment_account_id: { kind: 'id', required: true, search: true, about: 'the platform’s id' },
      kind: {
        kind: 'enum',
        values: ['bank', 'wallet', 'card', 'crypto', 'prepaid'],
        about: 'sort of account',
      },
      provider: { kind: 'text', search: true, about: 'bank or payment firm' },
      holder_name: {
        kind: 'text',
        mask: 'name',
        search: 'name',
        personal: true,
        about: 'name of the holder',
      },
      holder_company: {
        kind: 'id',
        refersTo: { to: 'company', relation: 'HELD_BY', says: 'is held by' },
        about: 'the company that holds it',
      },
      country: { kind: 'country', about: 'country of the account' },
      currency: { kind: 'currency', about: 'currency it is kept in' },
      status: { kind: 'text', about: 'state at the provider' },
      opened_at: { kind: 'time', about: 'when it was opened' },
      closed_at: { kind: 'time', about: 'when it was closed' },
    },
  },

  account_payments: {
    about: 'which account is paid into, or pays from, which payment account',
    key: ['account_id', 'payment_account_id', 'purpose'],
    from: { column: 'account_id', type: 'account' },
    when: 'first_used_at',
    columns: {
      account_id: accountKey,
      payment_account_id: {
        kind: 'id',
        required: true,
        refersTo: { to: 'payment_account', relation: 'PAID_THROUGH', says: 'is paid through' },
        about: 'the payment account',
      },
      purpose: {
        kind: 'enum',
        values: ['payout', 'funding'],
        about: 'payout: earnings go there; funding: it pays from there',
      },
      first_used_at: { kind: 'time', about: 'first use' },
      last_used_at: { kind: 'time', about: 'last use' },
    },
  },

  transfers: {
    about: 'money that moved between payment accounts',
    key: ['transfer_id'],
    from: { column: 'from_payment_account_id', type: 'payment_account' },
    when: 'sent_at',
    columns: {
      transfer_id: { kind: 'id', required: true, about: 'the platform’s id' },
      from_payment_account_id: { kind: 'id', required: true, about: 'payer' },
      to_payment_account_id: {
        kind: 'id',
        required: true,
        refersTo: { to: 'payment_account', relation: 'TRANSFERRED_TO', says: 'sent money to' },
        about: 'payee',
      },
      amount: { kind: 'decimal', required: true, about: 'amount in that currency' },
      currency: { kind: 'currency', required: true, about: 'ISO 4217' },
      sent_at: { kind: 'time', required: true, about: 'when it was sent' },
      channel: { kind: 'text', about: 'how it was sent' },
      initiated_by: {
        kind: 'enum',
        values: ['payer', 'payee', 'platform'],
        about: 'who asked for it',
      },
      status: {
        kind: 'enum',
        values: ['settled', 'failed', 'reversed', 'disputed'],
        about: 'how it ended',
      },
      job_id: {
        kind: 'id',
        refersTo: { to: 'job', relation: 'TRANSFERRED_FOR', says: 'sent money for' },
        about: 'the job it paid for',
      },
      reference: { kind: 'text', about: 'text that came with it' },
    },
  },
} as const satisfies Files;
