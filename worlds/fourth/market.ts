import { type People } from './people.ts';
import { TRADES } from './phrases.ts';
import { Random } from './random.ts';
import { DAY, HOUR } from './rules.ts';
import { type Account, type Purse, type Voice, type World, iso } from './state.ts';
import { type Row } from './tables.ts';
import { type Writer, freshBid, freshMessage, jobTitle, remark, utter } from './texts.ts';

interface Job {
  id: string;
  client: Account;
  title: string;
  at: number;
  budget: number;
  bids: { account: Account; row: Row; at: number }[];
  row: Row;
}

interface Work {
  job: Job;
  by: Account;
  at: number;
  done: number;
  score: number;
}

const writer = (account: Account): Writer => ({
  given: account.person.given,
  town: account.person.city.name,
  trade: account.trade,
});

const voiceAt = (account: Account, at: number): Voice =>
  account.later?.voice && at >= account.later.at ? account.later.voice : account.voice;

/** Jobs, bids, work, ratings and pay. */
export class Market {
  readonly #people: People;
  readonly #world: World;
  readonly #random: Random;
  readonly #jobs = new Map<string, Job[]>();
  readonly #works: Work[] = [];
  readonly #used = new Map<string, Map<Purse, [number, number]>>();

  constructor(people: People) {
    this.#people = people;
    this.#world = people.world;
    this.#random = new Random(people.world.random.hex(12));
  }

  run(): void {
    const { accounts } = this.#world;
    for (const account of accounts) this.#post(account);
    for (const jobs of this.#jobs.values()) jobs.sort((a, b) => a.at - b.at);
    for (const account of accounts) this.#bid(account);
    for (const jobs of this.#jobs.values()) for (const job of jobs) this.#choose(job);
    this.#agree();
    this.#works.sort((a, b) => a.done - b.done);
    for (const work of this.#works) this.#settle(work);
    for (const account of accounts) this.#purses(account);
  }

  #open(client: Account, at: number, trade: string, budget?: number): Job {
    const random = this.#random;
    const title = jobTitle(random, trade);
    const amount = budget ?? Math.max(15, random.logNormal(260, 1));
    const id = this.#world.id('j');
    const row: Row = {
      job_id: id,
      client_account_id: client.id,
      title,
      category: trade,
      posted_at: iso(at),
      due_at: random.chance(0.6) ? iso(at + random.real(7, 70) * DAY) : '',
      finished_at: '',
      budget: random.chance(0.7)
        ? String(Math.max(10, Math.round(amount / 10) * 10))
        : amount.toFixed(2),
      currency: 'USD',
    };
    this.#world.tables.jobs.push(row);
    return { id, client, title, at, budget: amount, bids: [], row };
  }

  #months(account: Account): number {
    const { start, end } = this.#world.rules;
    const span = Math.min(account.until, end) - Math.max(account.from, start);
    return Math.max(0, span / (30 * DAY));
  }

  #post(account: Account): void {
    const random = this.#random;
    const count = Math.min(70, random.poisson(account.posts * this.#months(account)));
    for (let n = 0; n < count && account.worked.length > 0; n++) {
      const session = random.pick(account.worked);
      const at = session.from + random.next() * Math.min(session.until - session.from, 4 * HOUR);
      const trade = random.chance(0.5) ? account.trade : random.pick(Object.keys(TRADES));
      const jobs = this.#jobs.get(trade) ?? [];
      this.#jobs.set(trade, jobs);
      jobs.push(this.#open(account, at, trade));
    }
  }

  #bid(account: Account): void {
    const random = this.#random;
    const count = Math.min(240, random.poisson(account.bids * this.#months(account)));
    const mine = new Set<string>();
    for (let n = 0; n < count && account.worked.length > 0; n++) {
      const session = random.pick(account.worked);
      const at = session.from + random.next() * Math.min(session.until - session.from, 6 * HOUR);
      const trade = random.chance(0.85) ? account.trade : random.pick(Object.keys(TRADES));
      const jobs = this.#jobs.get(trade) ?? [];
      let high = jobs.findIndex((job) => job.at > at);
      if (high < 0) high = jobs.length;
      let low = high;
      while (low > 0 && jobs[low - 1]!.at > at - 25 * DAY) low--;
      if (low === high) continue;
      const job = jobs[random.int(low, high - 1)]!;
      if (mine.has(job.id) || job.client === account) continue;
      mine.add(job.id);
      this.#submit(account, job, at);
    }
  }

  #submit(account: Account, job: Job, at: number): void {
    const random = this.#random;
    const { rules } = this.#world;
    let document = '';
    if (random.chance(rules.written)) {
      const text = utter(
        random,
        voiceAt(account, at).bids,
        () => freshBid(random, writer(account)),
        rules.reuse,
        writer(account),
        job.title,
      );
      document = this.#write(account, 'bid', text, at, job.client);
    }
    const row: Row = {
      bid_id: this.#world.id('b'),
      account_id: account.id,
      job_id: job.id,
      submitted_at: iso(at),
      status: random.chance(0.04) ? 'withdrawn' : 'submitted',
      document_id: document,
    };
    this.#world.tables.bids.push(row);
    job.bids.push({ account, row, at });
  }

  #write(account: Account, kind: string, text: string, at: number, to?: Account): string {
    const id = this.#world.id('d');
    this.#world.tables.documents.push({
      document_id: id,
      account_id: account.id,
      kind,
      used_for: kind === 'bid' ? 'bid' : 'communication',
      verification_result: 'unchecked',
      sha256: this.#random.hex(64),
      text,
      submitted_at: iso(at),
      to_account_id: to?.id ?? '',
    });
    return id;
  }

  #choose(job: Job): void {
    const random = this.#random;
    const open = job.bids.filter((bid) => bid.row.status === 'submitted');
    if (open.length === 0 || random.chance(0.25)) return;
    const won = random.weighted(open, (bid) => bid.account.skill);
    for (const bid of open) {
      bid.row.status = bid === won ? 'accepted' : random.chance(0.7) ? 'rejected' : 'submitted';
    }
    const at = Math.max(...open.map((bid) => bid.at)) + random.logNormal(0.7, 1) * DAY;
    const score = random.weighted([5, 4, 3, 2, 1], (s) => [0, 3, 2, 6, 20, 69][s]!);
    this.#begin(job, won.account, at, random.logNormal(9, 0.8), score);
  }

  #begin(job: Job, by: Account, at: number, days: number, score: number): void {
    const done = at + days * DAY;
    if (done >= this.#world.rules.end) return;
    if (this.#random.chance(0.9)) job.row.finished_at = iso(done);
    this.#works.push({ job, by, at, done, score });
  }

  /** What was agreed between two, and work for those who must have had some. */
  #agree(): void {
    const random = this.#random;
    const { start, end } = this.#world.rules;
    const clients = this.#world.accounts.filter((one) => one.posts > 0 && !one.marked);
    const paid = new Map<Account, number>();
    for (const work of this.#works) paid.set(work.by, (paid.get(work.by) ?? 0) + 1);
    for (const account of this.#world.accounts) {
      const from = Math.max(account.from, start) + DAY;
      const until = Math.min(account.until, end) - 12 * DAY;
      let got = paid.get(account) ?? 0;
      for (let tries = 30; tries > 0 && got < account.minPaid && until > from; tries--) {
        const at = random.real(from, until);
        const client = random.pick(clients);
        if (client.from > at || client.until < at || client === account) continue;
        got++;
        const score = random.weighted([5, 4, 3, 2], (s) => [0, 0, 3, 8, 22, 67][s]!);
        const amount = random.logNormal(300, 0.9);
        account.deals.push({ client, at, amount, score, days: random.logNormal(7, 0.7) });
      }
      for (const deal of account.deals) {
        const late = Math.max(account.from, deal.client.from, start) + HOUR;
        if (deal.at < late || deal.at > Math.min(account.until, deal.client.until)) continue;
        const job = this.#open(deal.client, deal.at, account.trade, deal.amount);
        this.#submit(account, job, deal.at + random.logNormal(6, 1) * HOUR);
        job.bids[0]!.row.status = 'accepted';
        const begun = deal.at + random.logNormal(1.5, 0.6) * DAY;
        this.#begin(job, account, begun, deal.days, deal.score);
      }
    }
  }

  payoutAt(account: Account, at: number): Purse {
    return (account.payouts.findLast((one) => one.from <= at) ?? account.payouts[0]!).purse;
  }

  #use(account: Account, purse: Purse, at: number): void {
    const used = this.#used.get(account.id) ?? new Map<Purse, [number, number]>();
    this.#used.set(account.id, used);
    const span = used.get(purse);
    used.set(purse, [Math.min(at, span?.[0] ?? at), Math.max(at, span?.[1] ?? at)]);
  }

  #settle(work: Work): void {
    const random = this.#random;
    const { rules, tables } = this.#world;
    const { job, by, at, done } = work;
    const { client } = job;
    for (const [from, to] of [
      [by, client],
      [client, by],
    ] as const) {
      for (let n = random.poisson(from === by ? 1.6 : 0.7); n > 0; n--) {
        const when = random.real(at, done);
        const models = voiceAt(from, when).messages;
        const fresh = (): string[] => freshMessage(random, writer(from));
        const text = utter(random, models, fresh, rules.reuse, writer(from), job.title);
        this.#write(from, 'message', text, when, to);
      }
    }
    const parts = random.chance(0.25) ? 2 : 1;
    const payout = this.payoutAt(by, done);
    this.#use(by, payout, done);
    this.#use(client, client.funding, at);
    for (let part = 1; part <= parts; part++) {
      const amount = (job.budget / parts) * random.real(0.97, 1.03);
      const paid = at + ((done - at) * part) / parts + random.logNormal(1.2, 0.9) * DAY;
      if (random.chance(rules.direct)) {
        this.#people.bank.send(client.funding, payout, amount, paid, { job: job.id });
        continue;
      }
      const till = random.pick(this.#people.bank.escrow);
      const held = at + random.logNormal(0.3, 1) * DAY;
      this.#people.bank.send(client.funding, till, amount * 1.03, held, { job: job.id });
      const how = { by: 'platform', job: job.id, reference: `milestone ${part}` } as const;
      this.#people.bank.send(till, payout, amount * 0.9, Math.max(paid, held + HOUR), how);
    }
    const rate = (from: Account, to: Account, score: number): void => {
      const when = done + random.logNormal(1.5, 1) * DAY;
      if (when >= rules.end) return;
      const words = voiceAt(from, when).remarks;
      tables.ratings.push({
        rating_id: this.#world.id('r'),
        from_account_id: from.id,
        to_account_id: to.id,
        score: String(score),
        scale_min: '1',
        scale_max: '5',
        rated_at: iso(when),
        job_id: job.id,
        comment: !random.chance(0.7)
          ? ''
          : random.chance(0.4)
            ? random.pick(words)
            : remark(random, { ...writer(from), trade: by.trade }),
      });
    };
    if (random.chance(0.72)) rate(client, by, work.score);
    if (random.chance(0.4))
      rate(
        by,
        client,
        random.weighted([5, 4, 3], (s) => s * s * s),
      );
  }

  /** Which purses an account is known to use, and since when. */
  #purses(account: Account): void {
    const random = this.#random;
    const { start, end } = this.#world.rules;
    const spans = this.#used.get(account.id);
    const note = (purse: Purse, purpose: string, from: number): void => {
      const span = spans?.get(purse);
      const first = Math.min(
        end - HOUR,
        span?.[0] ?? Math.max(start, from) + random.real(1, 20) * DAY,
      );
      this.#world.tables.account_payments.push({
        account_id: account.id,
        payment_account_id: purse.id,
        purpose,
        first_used_at: iso(first),
        last_used_at: iso(Math.max(first, span?.[1] ?? first)),
      });
    };
    const works = account.row.role !== 'client';
    const told = new Set<Purse>();
    for (const one of works ? account.payouts : account.payouts.slice(0, 1)) {
      if (told.has(one.purse)) continue;
      told.add(one.purse);
      if (one.from < end && (works || spans?.has(one.purse))) note(one.purse, 'payout', one.from);
    }
    if (account.showsFunding || spans?.has(account.funding)) {
      note(account.funding, 'funding', account.from);
    }
  }
}
