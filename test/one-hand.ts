import type { Dataset } from './dataset.ts';

const sentences = [
  'Our crew mapped every drawer of the warehouse before the first scanner arrived on the quay.',
  'Half of the trouble with ticket machines hides in how the rain changes what people press.',
  'Twice a week I walk the staging copy backwards, from the receipt to the very first click.',
  'A calm rollback plan written on one sheet has saved me more nights than any dashboard did.',
  'Old invoices taught me that the odd column at the far right is always the important one.',
];

/**
 * Rows that leave no doubt, whatever the weights are: the accounts are paid into one payment account (`p1`),
 * take turns on one machine (`d1`), show one passport, and send the same rare texts. Rarity needs others who do
 * not: put at least as many unconcerned accounts beside them.
 */
export function oneHand(members: readonly string[], holder = 'Somebody Else'): Dataset {
  return {
    payment_accounts: [{ payment_account_id: 'p1', kind: 'bank', holder_name: holder }],
    account_payments: members.map((account_id, at) => ({
      account_id,
      payment_account_id: 'p1',
      purpose: 'payout',
      first_used_at: day(at + 1),
    })),
    devices: [{ device_id: 'd1', kind: 'laptop' }],
    logins: Array.from({ length: members.length * 5 }, (_, at) => ({
      account_id: members[at % members.length]!,
      ip: `192.0.2.${at + 1}`,
      device_id: 'd1',
      started_at: day(at, 9),
      ended_at: day(at, 12),
    })),
    documents: members.flatMap((account_id, member) => [
      {
        document_id: `paper-${member}`,
        account_id,
        kind: 'passport',
        used_for: 'verification',
        number: 'AB123987',
        name_on_document: `Holder ${member}`,
        submitted_at: day(member),
      },
      ...sentences.map((words, at) => ({
        document_id: `text-${member}-${at}`,
        account_id,
        kind: at === 3 ? 'message' : 'bid',
        used_for: 'bid',
        text: words,
        submitted_at: day(at * 20),
      })),
    ]),
  };
}

function day(number: number, hour = 0): string {
  return new Date(Date.UTC(2024, 0, 1 + number, hour)).toISOString();
}
