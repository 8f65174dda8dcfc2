import type { Random } from '../chance/random.ts';
import { day, hour, iso, worldBegins, worldEnds } from '../chance/time.ts';
import type { Account, Flow } from '../world/account.ts';
import type { Job } from '../world/market.ts';
import type { Purse } from '../world/purses.ts';
import type { World } from '../world/world.ts';

interface Came {
  at: number;
  amount: number;
  currency: string;
}

/** Clients pay the platform, the platform pays those who worked; some pay them straight. */
export function emitPayment(world: World, job: Job): void {
  const { winner, client } = job;
  if (!winner || job.finished === null) return;
  const random = client.random.fork(`pay ${job.id}`);
  const parts = job.paid > 900 && random.chance(0.45) ? random.int(2, 3) : 1;
  for (let part = 0; part < parts; part++) {
    const amount = cents(job.paid / parts);
    const due = Math.floor(
      job.finished -
        ((parts - 1 - part) * (job.finished - job.posted)) / (parts + 1) +
        random.exponential(1.5) * day,
    );
    const target = purseAt(winner, due);
    if (!target || due > worldEnds) continue;
    const about = {
      amount,
      currency: job.currency,
      job: random.chance(0.9) ? job.id : undefined,
      random,
    };
    const source = client.funding;
    if (source && random.chance(0.12)) {
      transfer(world, source, target, { ...about, at: due, by: 'payer', what: 'work' });
    } else {
      const escrow = random.pick(world.escrows);
      if (source)
        transfer(world, source, escrow, {
          ...about,
          at: Math.max(worldBegins, due - Math.floor(random.exponential(3) * day)),
          by: random.chance(0.8) ? 'payer' : 'platform',
          what: 'deposit',
        });
      transfer(world, escrow, target, {
        ...about,
        amount: cents(amount * 0.9),
        at: due,
        by: 'platform',
        what: 'payout',
      });
    }
  }
}

const cents = (amount: number) => Math.round(amount * 100) / 100;

function purseAt(account: Account, at: number): Purse | null {
  const found =
    account.payouts.find(({ from, until }) => at >= from && at < until) ?? account.payouts[0];
  return found?.purse ?? null;
}

interface About {
  amount: number;
  currency: string;
  at: number;
  by: string;
  what: string;
  job?: string | undefined;
  random: Random;
}

const references: Readonly<Record<string, readonly string[]>> = {
  work: ['thanks for the work', 'invoice', 'project', 'milestone'],
  deposit: ['deposit', 'milestone', 'escrow'],
  payout: ['payout', 'earnings'],
  onward: ['transfer', 'savings', 'rent', 'own account', 'exchange', 'family', 'invoice', 'fees'],
  fee: ['subscription', 'membership fee', 'tools', 'retainer', 'service'],
};
const channels = ['bank transfer', 'bank transfer', 'wallet', 'card', 'instant'];

function transfer(world: World, from: Purse, to: Purse, about: About): void {
  const { random } = about;
  if (about.amount < 0.5 || from === to || about.at > worldEnds) return;
  const status = random.weighted(
    ['settled', 'failed', 'reversed', 'disputed'],
    (one) => ({ settled: 966, failed: 20, reversed: 8, disputed: 6 })[one] ?? 0,
  );
  emitTransfer(world, from, to, about, status);
  if (status === 'settled')
    to.came.push({ at: about.at, amount: about.amount, currency: about.currency });
}

export function emitTransfer(
  world: World,
  from: Purse,
  to: Purse,
  about: About,
  status: string,
): void {
  const { random } = about;
  world.sink.add('transfers', {
    transfer_id: random.id('x'),
    from_payment_account_id: from.id,
    to_payment_account_id: to.id,
    amount: about.amount.toFixed(2),
    currency: about.currency,
    sent_at: iso(about.at),
    channel: random.chance(0.06) ? undefined : random.pick(channels),
    initiated_by: random.chance(0.06) ? undefined : about.by,
    status: random.chance(0.03) ? undefined : status,
    job_id: about.job,
    reference: random.chance(0.4)
      ? undefined
      : `${random.pick(references[about.what]!)}${random.chance(0.3) ? ` ${random.int(1, 9_999)}` : ''}`,
  });
}

/** What accounts do with what they were paid. */
export function emitOnward(world: World, account: Account): void {
  const random = account.random.fork('onward');
  const done = new Set<Purse>();
  for (const { purse } of account.payouts) {
    if (done.has(purse)) continue;
    done.add(purse);
    passOn(world, purse.came.splice(0), purse, account.flows, random);
  }
}

/** Those who pass on what others sent them; nearest to the workers first. */
export function emitRelays(world: World): void {
  const relays = [...world.purses.relays].sort((a, b) => a.depth - b.depth);
  for (const relay of relays) {
    if (relay.flows.length === 0) continue;
    passOn(world, relay.came, relay, relay.flows, world.random.fork(relay.id));
  }
}

function passOn(
  world: World,
  came: readonly Came[],
  from: Purse,
  flows: readonly Flow[],
  random: Random,
): void {
  const sorted = [...came].sort((a, b) => a.at - b.at);
  for (const flow of flows) {
    // Money waits until enough time has gone by since the last transfer.
    let waiting = new Map<string, number>();
    let next = 0;
    const send = (at: number) => {
      for (const [currency, sum] of waiting) {
        const amount = tidy(random, sum * Math.min(1, flow.share * random.between(0.9, 1.05)));
        transfer(world, from, flow.to, {
          amount,
          currency,
          at: Math.floor(at),
          by: 'payer',
          what: 'onward',
          random,
        });
      }
      waiting = new Map();
    };
    for (const one of sorted) {
      if (waiting.size > 0 && one.at > next) send(next);
      if (waiting.size === 0)
        next = one.at + random.exponential(flow.every) * day + hour * random.between(0.5, 30);
      waiting.set(one.currency, (waiting.get(one.currency) ?? 0) + one.amount);
    }
    if (waiting.size > 0 && next <= worldEnds) send(next);
  }
}

/** Some send odd sums, some round ones. */
function tidy(random: Random, amount: number): number {
  const step = random.weighted(
    [0.01, 1, 10, 50],
    (one) => ({ 0.01: 40, 1: 15, 10: 25, 50: 20 })[one] ?? 0,
  );
  const tidied = Math.floor(amount / step) * step;
  return cents(tidied > 0 ? tidied : amount);
}

/** Which payment accounts an account uses. */
export function emitUses(world: World, account: Account): void {
  const random = account.random.fork('uses');
  const seen = new Set<string>();
  const use = (purse: Purse, purpose: string, from: number, until: number) => {
    if (seen.has(purse.id + purpose)) return;
    seen.add(purse.id + purpose);
    world.sink.add('account_payments', {
      account_id: account.id,
      payment_account_id: purse.id,
      purpose: random.chance(0.02) ? undefined : purpose,
      first_used_at: random.chance(0.08)
        ? undefined
        : iso(
            Math.floor(
              Math.min(worldEnds, Math.max(account.created, from) + random.exponential(15) * day),
            ),
          ),
      last_used_at: random.chance(0.3)
        ? undefined
        : iso(Math.floor(Math.min(worldEnds, until, Math.max(account.ends, account.created)))),
    });
  };
  for (const { purse, from, until } of account.payouts) use(purse, 'payout', from, until);
  if (account.funding) use(account.funding, 'funding', account.begins, account.ends);
}
