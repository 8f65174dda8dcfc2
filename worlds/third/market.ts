import { bursts } from './presence.ts';
import { Flow } from './money.ts';
import { trades, type Trade } from './phrases.ts';
import { DAY, WEEK } from './regime.ts';
import { alive, purseAt, type Seat, type Session } from './seats.ts';
import type { World } from './state.ts';
import { iso } from './tables.ts';
import { bidText, comment, talkText } from './texts.ts';

interface Job {
  id: string;
  client: Seat;
  trade: Trade;
  title: string;
  posted: number;
  budget: number;
}

interface Arrival {
  at: number;
  pay: () => void;
}

/** First of somebody's sessions from a time on. */
function sessionFrom(seat: Seat, time: number): number {
  let low = 0;
  let high = seat.sessions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (seat.sessions[middle]!.start < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Clients post, developers bid, work is done, paid and rated. */
export class Market {
  private readonly arrivals: Arrival[] = [];
  private readonly byTrade = new Map<string, { seats: Seat[]; sums: number[] }>();
  private readonly flow: Flow;

  private readonly world: World;

  constructor(world: World) {
    this.world = world;
    this.flow = new Flow(world);
    for (const trade of trades) {
      const seats = world.seats.filter((seat) => seat.role !== 'client' && seat.trade === trade);
      let total = 0;
      const sums = seats.map((seat) => (total += seat.bidding));
      this.byTrade.set(trade.id, { seats, sums });
    }
  }

  run(): void {
    const { rng, regime } = this.world;
    const more = this.world.extra.map(({ from, to, amount, at, ...rest }) =>
      this.later(at, from, to, amount, at, rest),
    );
    for (const client of this.world.seats) {
      if (!client.funding) continue;
      const life = alive(this.world, client);
      const from = Math.max(life.from, client.season?.from ?? 0);
      const until = Math.min(life.until, client.season?.until ?? Infinity);
      if (until - from < 5 * DAY) continue;
      const life26 = client.season ? 1 : (until - from) / (26 * WEEK);
      const count = rng.poisson(regime.jobsPerClient * client.posting * life26);
      for (const posted of bursts(rng, from, until, Math.min(count, 150))) this.job(client, posted);
    }
    this.flow.run([...this.arrivals, ...more, ...this.dues()]);
  }

  /** A payment outside of jobs, made when its time comes. */
  private later(at: number, ...payment: Parameters<Flow['pay']>): Arrival {
    return { at, pay: () => this.flow.pay(...payment) };
  }

  private dues(): Arrival[] {
    const { rng, regime, purses } = this.world;
    const list: Arrival[] = [];
    for (const purse of purses) {
      for (const due of purse.dues) {
        for (let month = regime.start; month < regime.end; month += 30.4 * DAY) {
          if (rng.chance(0.12)) continue;
          const at = month + (due.day + rng.heavy(0.5, 0.8)) * DAY + rng.int(0, 3600);
          if (at < purse.opened) continue;
          const amount = due.amount * (rng.chance(0.8) ? 1 : rng.between(0.5, 1.2));
          const by = due.pulled === true ? 'payee' : 'payer';
          const status = due.pulled === true && rng.chance(0.015) ? 'disputed' : 'settled';
          list.push(this.later(at, purse, due.to, amount, at, { note: due.note, by, status }));
        }
      }
    }
    return list;
  }

  private job(client: Seat, posted: number): void {
    const { rng, regime, tables } = this.world;
    const favourite = client.favourites.length > 0 && rng.chance(0.75);
    const trade = favourite
      ? rng.pick(client.favourites).trade
      : rng.chance(0.7)
        ? client.trade
        : rng.pick(trades);
    const budget = Math.max(10, Math.round(rng.heavy(140, 1)));
    const job: Job = {
      id: this.world.newId('job'),
      client,
      trade,
      title: rng.pick(trade.titles),
      posted,
      budget,
    };
    const bidders = this.bidders(job);
    const bids: { seat: Seat; at: number; bidId: string; doc: string | undefined }[] = [];
    for (const seat of bidders) {
      const session = this.pickSession(seat, posted, posted + 14 * DAY);
      if (!session) continue;
      const at =
        Math.max(session.start, posted) + rng.next() * Math.min(5400, session.end - session.start);
      bids.push({ seat, at, bidId: this.world.newId('bid'), doc: this.bidDocument(seat, job, at) });
    }
    const liked = bids.filter(({ seat }) => client.favourites.includes(seat));
    const chosen =
      liked.length > 0 && rng.chance(client.loyalty)
        ? rng.pick(liked)
        : bids.length > 0 && rng.chance(0.8)
          ? rng.pickBy(bids, ({ seat }) => seat.skill ** 1.3)
          : undefined;
    for (const bid of bids) {
      const won = bid === chosen;
      const status = won
        ? 'accepted'
        : rng.pickBy(['rejected', 'submitted', 'withdrawn'], (s) => (s === 'withdrawn' ? 0.1 : 1));
      tables.add('bids', {
        bid_id: bid.bidId,
        account_id: bid.seat.id,
        job_id: job.id,
        submitted_at: iso(bid.at),
        status,
        document_id: bid.doc,
      });
      if (!won && rng.chance(0.04 * regime.talk)) this.say(bid.seat, job, bid.at, bid.at + 4 * DAY);
    }
    let finished = '';
    if (chosen) {
      const accepted = chosen.at + rng.heavy(1.2, 0.9) * DAY;
      const done = accepted + rng.heavy(1.5 + Math.sqrt(budget) / 3, 0.8) * DAY;
      if (done < regime.end && rng.chance(0.93)) {
        finished = iso(done);
        this.complete(job, chosen.seat, accepted, done);
      }
    }
    tables.add('jobs', {
      job_id: job.id,
      client_account_id: client.id,
      title: rng.chance(0.4) ? `${job.title} (${rng.pick(trade.skills)})` : job.title,
      category: trade.id,
      posted_at: iso(posted),
      due_at: rng.chance(0.6) ? iso(posted + rng.int(5, 60) * DAY) : '',
      finished_at: finished,
      budget,
      currency: 'USD',
    });
  }

  private bidders(job: Job): Set<Seat> {
    const { rng, regime } = this.world;
    const { seats, sums } = this.byTrade.get(job.trade.id)!;
    const found = new Set<Seat>();
    for (const seat of job.client.favourites) {
      if (seat.trade === job.trade && rng.chance(0.8)) found.add(seat);
    }
    const total = sums[sums.length - 1] ?? 0;
    const wanted = total === 0 ? 0 : rng.poisson(regime.bidsPerJob);
    for (let i = 0; i < wanted; i++) {
      const at = rng.next() * total;
      let low = 0;
      let high = sums.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (sums[middle]! < at) low = middle + 1;
        else high = middle;
      }
      found.add(seats[low]!);
    }
    found.delete(job.client);
    return found;
  }

  private pickSession(seat: Seat, from: number, until: number): Session | undefined {
    const { rng } = this.world;
    const first = sessionFrom(seat, from - 1800);
    const session =
      seat.sessions[first + (rng.chance(0.7) ? 0 : rng.int(0, 2))] ?? seat.sessions[first];
    return session && session.start < until && session.end > from ? session : undefined;
  }

  private document(
    seat: Seat,
    kind: string,
    used: string,
    text: string,
    at: number,
    to = '',
  ): string {
    const document_id = this.world.newId('doc');
    this.world.tables.add('documents', {
      document_id,
      account_id: seat.id,
      kind,
      used_for: used,
      text,
      submitted_at: iso(at),
      to_account_id: to,
    });
    return document_id;
  }

  private bidDocument(seat: Seat, job: Job, at: number): string | undefined {
    const { rng, regime } = this.world;
    if (!rng.chance(regime.bidTexts)) return undefined;
    const text = bidText(rng, seat.voice, {
      given: seat.person.name.given,
      title: job.title,
      trade: job.trade,
      years: seat.years,
    });
    return this.document(seat, 'bid', 'bid', text, at);
  }

  private say(seat: Seat, job: Job, from: number, until: number): void {
    const { rng } = this.world;
    const session = this.pickSession(seat, rng.between(from, until), until + 3 * DAY);
    if (!session) return;
    const at = rng.between(session.start, Math.min(session.end, session.start + 5400));
    const filling = {
      given: seat.person.name.given,
      title: job.title,
      trade: job.trade,
      years: seat.years,
    };
    const text = talkText(rng, seat.voice, filling);
    this.document(seat, 'message', 'communication', text, at, job.client.id);
  }

  private complete(job: Job, seat: Seat, accepted: number, done: number): void {
    const { rng, regime } = this.world;
    const messages = Math.min(8, rng.poisson(regime.talk * 1.3));
    for (let i = 0; i < messages; i++) this.say(seat, job, accepted, done);
    const { client, budget } = job;
    const price = budget * rng.between(0.75, 1.15) * Math.min(2, seat.rate);
    const { escrow } = this.world.hubs;
    const parts = price > 400 && rng.chance(0.6) ? rng.int(2, 4) : 1;
    for (let part = 1; part <= parts; part++) {
      const at = accepted + ((done - accepted) * part) / parts + rng.heavy(1.5, 0.8) * DAY;
      const payout = purseAt(seat, at);
      if (!payout) continue;
      const note = job.title;
      const paid = accepted + ((done - accepted) * (part - 1)) / parts + rng.heavy(0.1, 0.8) * DAY;
      const amount = price / parts;
      const into = { job: job.id, by: 'payer', note, channel: 'platform' };
      this.arrivals.push(
        this.later(paid, client.funding!.purse, escrow, amount * 1.03, paid, into),
        this.later(at, escrow, payout, amount * 0.9, at, { ...into, by: 'platform' }),
      );
    }
    if (rng.chance(0.05)) {
      const kind = rng.pick(['contract', 'invoice']);
      const text = `${kind}: ${job.title}, ${price.toFixed(2)} USD, ${client.display} and ${seat.display}`;
      this.document(seat, kind, 'communication', text, accepted + rng.next() * DAY, client.id);
    }
    if (rng.chance(regime.ratingShare * 0.85)) this.rate(client, seat, job, done, client.kindness);
    if (rng.chance(regime.ratingShare * 0.55)) this.rate(seat, client, job, done, 0.05);
  }

  private rate(from: Seat, to: Seat, job: Job, done: number, kindness: number): void {
    const { rng, regime, tables } = this.world;
    const five = regime.fiveStars + kindness + 0.05 * Math.log(to.skill);
    const score = rng.chance(five) ? 5 : rng.pickBy([4, 3, 2, 1], (s) => [0, 1, 1, 2, 6][s]!);
    const at = done + rng.heavy(0.8, 1.1) * DAY;
    if (at > regime.end) return;
    tables.add('ratings', {
      rating_id: this.world.newId('rate'),
      from_account_id: from.id,
      to_account_id: to.id,
      score,
      scale_min: 1,
      scale_max: 5,
      rated_at: iso(at),
      job_id: job.id,
      comment: rng.chance(regime.commentShare) ? comment(rng, score, job.title) : '',
    });
  }
}
