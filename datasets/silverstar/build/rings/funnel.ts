import { at, day } from '../calendar.ts';
import { openPayment, transfer } from '../payments.ts';
import type { Random } from '../random.ts';
import { spare, type Sample } from '../sample.ts';

/** Where the fronts' earnings pass through and end. */
export interface Funnel {
  larkmoor: string;
  dawnreach: string;
  meridian: string;
  bank: string;
}

export function openFunnel(sample: Sample, random: Random): Funnel {
  const opened = at('2021-01-20');
  const bank = (holder: string, country: string, of?: string) =>
    openPayment(sample, random, { kind: 'bank', holder, country, opened, company: of });
  return {
    larkmoor: bank('Larkmoor Digital Ltd', 'GB', 'c-larkmoor'),
    dawnreach: bank('Dawnreach Interactive OÜ', 'EE', 'c-dawnreach'),
    meridian: bank('Meridian Osprey Trading Ltd', 'HK', 'c-meridian'),
    bank: bank('Haoran Wen', 'CN'),
  };
}

/** Whoever hired through the fronts did not know: they are neither tied to the listed names nor in a ring. */
export function spareClients(sample: Sample, funnel: Funnel): void {
  const fronts = new Set<string | number | undefined>([funnel.larkmoor, funnel.dawnreach]);
  const jobs = new Set(
    sample.data
      .rows('transfers')
      .filter(({ to_payment_account_id: to, job_id: job }) => fronts.has(to) && job)
      .map((row) => row.job_id),
  );
  const clients = new Set(
    sample.data
      .rows('jobs')
      .filter((row) => jobs.has(row.job_id))
      .map((row) => row.client_account_id),
  );
  const told = new Set(sample.data.rows('labels').map((row) => row.account_id));
  const honest = sample.members.filter(({ id }) => clients.has(id) && !told.has(id));
  spare(sample, honest, ['front-company'], 'clients who hired through the fronts unknowingly');
}

/** P9: what the fronts earn goes on within days, through a trading company, to a bank in China. */
export function passEarningsOn(sample: Sample, random: Random, funnel: Funnel): void {
  const earned = sample.data
    .rows('transfers')
    .filter(({ status }) => status === 'settled')
    .filter(({ to_payment_account_id: to }) => to === funnel.larkmoor || to === funnel.dawnreach);
  for (const { to_payment_account_id: from, amount, sent_at: received } of earned) {
    const wire = { channel: 'bank transfer', by: 'payer' as const, reference: 'services' };
    const first = {
      amount: Number(amount) * 0.9,
      sent: at(String(received)) + random.between(0.6, 3) * day,
    };
    transfer(sample, { ...wire, ...first, from: String(from), to: funnel.meridian });
    const second = { amount: first.amount * 0.97, sent: first.sent + random.between(0.5, 2) * day };
    transfer(sample, { ...wire, ...second, from: funnel.meridian, to: funnel.bank });
  }
}
