import { isoTime } from './calendar.ts';
import { currencyOf } from './places.ts';
import type { Random } from './random.ts';
import type { Sample } from './sample.ts';

const providers: Readonly<Record<string, readonly string[]>> = {
  bank: ['Harbourline Bank', 'Northgate Savings', 'Union & Pell Bank'],
  wallet: ['Paylark', 'Quillpay'],
  card: ['Merrow Card', 'Union & Pell Bank'],
  prepaid: ['Swiftlet Prepaid'],
  crypto: ['Coinmoor Exchange'],
};
const chineseBanks = ['Yanhe Commercial Bank', 'Liaobin Bank'];

interface NewPayment {
  kind: 'bank' | 'wallet' | 'card' | 'crypto' | 'prepaid';
  holder: string;
  country: string;
  opened: number;
  company?: string;
  provider?: string;
}

/** Opens a payment account and returns its id. */
export function openPayment(sample: Sample, random: Random, about: NewPayment): string {
  const id = sample.ids.next('p', 5);
  const banks = about.kind === 'bank' && about.country === 'CN' ? chineseBanks : undefined;
  sample.data.add('payment_accounts', {
    payment_account_id: id,
    kind: about.kind,
    provider: about.provider ?? random.pick(banks ?? providers[about.kind] ?? []),
    holder_name: about.holder,
    holder_company: about.company,
    country: about.country,
    currency:
      about.kind === 'wallet' || about.kind === 'prepaid' ? 'USD' : currencyOf(about.country),
    status: 'open',
    opened_at: isoTime(about.opened - random.between(2, 400) * 86_400_000),
  });
  return id;
}

export type TransferStatus = 'settled' | 'failed' | 'reversed' | 'disputed';

interface NewTransfer {
  from: string;
  to: string;
  amount: number;
  sent: number;
  channel?: string;
  by?: 'payer' | 'payee' | 'platform';
  job?: string;
  status?: TransferStatus | undefined;
  reference?: string;
}

export function transfer(sample: Sample, about: NewTransfer): void {
  sample.data.add('transfers', {
    transfer_id: sample.ids.next('t', 6),
    from_payment_account_id: about.from,
    to_payment_account_id: about.to,
    amount: about.amount.toFixed(2),
    currency: 'USD',
    sent_at: isoTime(about.sent),
    channel: about.channel ?? 'platform',
    initiated_by: about.by ?? 'platform',
    status: about.status ?? 'settled',
    job_id: about.job,
    reference: about.reference,
  });
}
