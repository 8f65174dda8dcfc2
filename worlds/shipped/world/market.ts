import type { Random } from '../chance/random.ts';
import { makeTitle, trades } from '../texts/trades.ts';
import { day, hour, worldBegins, worldEnds } from '../chance/time.ts';
import { isClient, isDeveloper, type Account } from './account.ts';
import type { World } from './world.ts';

export interface Job {
  id: string;
  client: Account;
  trade: string;
  title: string;
  posted: number;
  due: number;
  budget: number;
  currency: string;
  bids: Bid[];
  /** Asked directly; nobody else hears of it. */
  asked: Account | null;
  winner: Account | null;
  finished: number | null;
  /** What the client paid in the end. */
  paid: number;
}

export interface Bid {
  id: string;
  account: Account;
  at: number;
  status: string;
}

/** Who asks for work, who bids, who gets it. */
export function holdMarket(world: World): Job[] {
  const random = world.random.fork('market');
  const jobs = world.accounts.filter(isClient).flatMap((client) => jobsOf(client));
  const open = new Map(
    trades.map(({ id }) => [id, jobs.filter((job) => job.trade === id && job.asked === null)]),
  );
  for (const list of open.values()) list.sort((a, b) => a.posted - b.posted);
  for (const account of world.accounts) if (isDeveloper(account)) placeBids(account, open);
  for (const job of jobs) award(random, job);
  return jobs;
}

function jobsOf(client: Account): Job[] {
  const random = client.random.fork('jobs');
  const span = client.ends - client.begins;
  const currency = random.weighted(
    ['USD', 'EUR', 'GBP'],
    (one) => ({ USD: 82, EUR: 11, GBP: 7 })[one] ?? 0,
  );
  // A client mostly needs one or two kinds of work.
  const needs = [client.trade, random.weighted(trades, ({ weight }) => weight)];
  return Array.from({ length: client.jobs }, () => {
    const asked =
      client.favourites.length > 0 && random.chance(client.favour)
        ? random.pick(client.favourites)
        : null;
    const trade = asked ? asked.trade : random.chance(0.7) ? needs[0]! : needs[1]!;
    const from = asked ? Math.max(client.begins, asked.begins) : client.begins;
    const until = asked ? Math.min(client.ends, asked.ends) : client.ends;
    const posted = Math.floor(
      until > from ? random.between(from, until) : client.begins + random.next() * span,
    );
    const pay = random.lognormal(trade.pay, 0.8);
    return {
      id: random.id('j'),
      client,
      trade: trade.id,
      title: makeTitle(random, trade),
      posted,
      due: posted + Math.round(random.lognormal(16, 0.7) * 24) * hour,
      budget: roundly(random, pay),
      currency,
      bids: [],
      asked,
      winner: null,
      finished: null,
      paid: 0,
    };
  });
}

/** People like round figures, mostly. */
function roundly(random: Random, amount: number): number {
  const step = random.weighted(
    [1, 5, 10, 50, 100],
    (one) => ({ 1: 12, 5: 14, 10: 34, 50: 28, 100: 12 })[one] ?? 0,
  );
  return Math.max(step, Math.round(amount / step) * step);
}

function placeBids(account: Account, open: ReadonlyMap<string, readonly Job[]>): void {
  const random = account.random.fork('bids');
  const own = open.get(account.trade.id) ?? [];
  const from = firstAfter(own, account.begins - 3 * day);
  const until = firstAfter(own, account.ends);
  if (until <= from) return;
  const chosen = new Set<Job>();
  for (let at = 0; at < account.bids; at++) {
    const list = random.chance(0.9) ? own : (open.get(random.pick(trades).id) ?? own);
    const job =
      list === own ? own[random.int(from, until - 1)]! : list[random.int(0, list.length - 1)];
    if (!job || chosen.has(job) || job.client === account) continue;
    const placed = bidTime(random, account, job);
    if (placed === null) continue;
    chosen.add(job);
    job.bids.push({ id: random.id('b'), account, at: placed, status: 'submitted' });
  }
}

function firstAfter(jobs: readonly Job[], at: number): number {
  let low = 0;
  let high = jobs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (jobs[middle]!.posted < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function bidTime(random: Random, account: Account, job: Job): number | null {
  const at = Math.floor(job.posted + random.lognormal(9, 1.2) * hour);
  const first = earliestWork(account);
  return at < first || at > account.ends || at > job.posted + 20 * day ? null : at;
}

/** Most wait until they are verified; the platform lets them look around before. */
function earliestWork(account: Account): number {
  const impatient = account.random.fork('impatient').chance(0.12);
  return account.verified === null || impatient
    ? account.begins
    : Math.max(account.begins, account.verified);
}

function award(random: Random, job: Job): void {
  const { asked } = job;
  if (asked) {
    const at = Math.floor(job.posted + random.lognormal(9, 1.2) * hour);
    job.bids.push({ id: random.id('b'), account: asked, at, status: 'accepted' });
    finish(random, job, asked);
    return;
  }
  const settled = job.bids.filter(({ account }) => account.appeal > 0);
  if (settled.length === 0 || random.chance(0.18)) {
    for (const bid of job.bids) if (random.chance(0.05)) bid.status = 'withdrawn';
    return;
  }
  const best = random.weighted(settled, ({ account }) => account.appeal);
  for (const bid of job.bids)
    bid.status =
      bid === best
        ? 'accepted'
        : random.chance(0.06)
          ? 'withdrawn'
          : random.chance(0.75)
            ? 'rejected'
            : 'submitted';
  finish(random, job, best.account);
}

function finish(random: Random, job: Job, winner: Account): void {
  job.winner = winner;
  // Extra hours and tips, or less than was thought.
  job.paid = random.chance(0.7)
    ? job.budget
    : roundly(random, job.budget * random.lognormal(1, 0.25));
  if (winner.worth > 1.6) job.paid = roundly(random, job.paid * winner.worth);
  const at = Math.floor(job.posted + random.lognormal(14, 0.7) * day);
  if (random.chance(0.92)) job.finished = Math.min(at, worldEnds + 5 * day);
  if (job.finished !== null && (job.finished > worldEnds || job.finished < worldBegins))
    job.finished = null;
}
