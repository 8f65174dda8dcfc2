import { day, days, end, stamp, start } from './calendar.ts';
import type { Purse } from './money.ts';
import type { Spot } from './network.ts';
import { full, type City } from './places.ts';
import type { Platform } from './platform.ts';
import type { Seat } from './seats.ts';
import { chatMessage, comment, jobTitle, say, trades, type Want } from './texts.ts';

interface Offer {
  seat: Seat;
  at: number;
}

interface Job {
  id: string;
  client: Seat;
  trade: string;
  title: string;
  posted: number;
  budget: number;
  offers: Offer[];
}

/** Half a year, day by day: people sit down, look for work, are hired, paid and rated, and spend. */
export class Life {
  readonly #platform: Platform;
  /** Where everyone's money ends sooner or later. */
  readonly #shops: Purse[];
  readonly #open = new Map<string, Job[]>(trades.map((trade) => [trade, []]));
  readonly #awards = new Map<number, Job[]>();
  readonly #hired = new Map<string, Seat[]>();
  readonly #held = new Map<string, number>();

  constructor(platform: Platform) {
    this.#platform = platform;
    this.#shops = Array.from({ length: 70 }, () =>
      platform.money.purse(platform.someone(), 'bank'),
    );
  }

  live(): void {
    const { seats, hands } = this.#platform;
    for (const seat of seats) {
      this.#tryOut(seat.route, Math.max(seat.created, start));
      if (seat.later?.route) this.#tryOut(seat.later.route, seat.later.at);
    }
    for (let today = 0; today < days; today++) {
      const morning = start + today * day;
      for (const seat of seats) if (seat.posting > 0) this.#post(seat, morning);
      for (const { who, seats: kept } of hands) {
        const now = kept.filter(({ from, until }) => morning >= from && morning < until);
        // Who keeps several sits down at one after the other, each day in another order.
        const turns = now.length > 1 ? this.#platform.chance.shuffled(now) : now;
        for (const [turn, { seat, spots }] of turns.entries()) {
          const works = who.works / turns.length;
          const wakes = who.wakes + works * turn;
          this.#sit(seat, who.city, { ...who, morning, wakes, works, spots: spots ?? seat.spots });
        }
      }
      for (const job of this.#awards.get(today) ?? []) this.#award(job, morning);
      this.#awards.delete(today);
      for (const [trade, jobs] of this.#open)
        this.#open.set(
          trade,
          jobs.filter(({ posted }) => posted > morning - 8 * day),
        );
    }
  }

  #sit(
    seat: Seat,
    city: City,
    {
      morning,
      wakes,
      works,
      weekends,
      spots,
    }: { morning: number; wakes: number; works: number; weekends: number; spots: readonly Spot[] },
  ): void {
    const { chance, tables } = this.#platform;
    const weekday = new Date(morning).getUTCDay();
    if ((weekday === 0 || weekday === 6) && !chance.yes(weekends)) return;
    for (let left = chance.count(seat.pace); left > 0; left--) {
      const local = wakes + works * chance.unit() + 0.06 * works * chance.normal();
      const at = morning + ((local - city.offset) * day) / 24;
      if (at < seat.created || at > Math.min(seat.closed, end) || at < start) continue;
      const spot = chance.weighted(spots, ({ weight }) => weight);
      // A session that nobody ended goes on for a day.
      const minutes = chance.yes(0.008) ? chance.between(900, 2_300) : chance.skewed(55, 0.9);
      const seen = spot.device !== undefined && chance.yes(0.7);
      tables.add('logins', {
        account_id: seat.id,
        ip: spot.ip(at),
        device_id: seen ? spot.device!.id : '',
        started_at: stamp(at),
        ended_at: chance.yes(0.85) ? stamp(at + minutes * 60_000) : '',
        user_agent: spot.device && chance.yes(0.65) ? spot.device.agent : '',
        service_port:
          spot.port && chance.yes(0.4)
            ? spot.port
            : chance.yes(0.03)
              ? chance.pick([443, 22, 8080, 3389])
              : '',
      });
      if (seat.bidding > 0) this.#bid(seat, at, minutes);
    }
  }

  #post(seat: Seat, morning: number): void {
    const { chance } = this.#platform;
    for (let left = chance.count(seat.posting); left > 0; left--) {
      const posted = morning + chance.unit() * day;
      if (posted < seat.created || posted > Math.min(seat.closed, end - 12 * day)) continue;
      const before = this.#hired.get(seat.id) ?? [];
      const favourite =
        seat.favourites.length > 0 && chance.yes(seat.favour)
          ? chance.pick(seat.favourites)
          : before.length > 0 && chance.yes(0.3)
            ? chance.pick(before)
            : undefined;
      const job: Job = {
        id: `j-${this.#platform.tables.id()}`,
        client: seat,
        trade: favourite?.trade ?? (chance.yes(0.7) ? seat.trade : chance.pick(trades)),
        title: '',
        posted,
        budget: chance.skewed(260, 0.85),
        offers: [],
      };
      job.title = jobTitle(chance, job.trade);
      const wait = favourite ? chance.skewed(1.3, 0.7) : chance.skewed(3.5, 0.4);
      if (favourite && posted > favourite.created && posted < favourite.closed)
        job.offers.push({ seat: favourite, at: posted + chance.skewed(0.3, 0.8) * day });
      if (!favourite || chance.yes(0.5)) this.#open.get(job.trade)!.push(job);
      const due = Math.floor((posted - start) / day + 1 + wait);
      this.#awards.set(due, [...(this.#awards.get(due) ?? []), job]);
    }
  }

  #bid(seat: Seat, at: number, minutes: number): void {
    const { chance } = this.#platform;
    const open = this.#open
      .get(seat.trade)!
      .filter((job) => job.posted < at && job.client !== seat);
    for (const job of chance.some(open, chance.count(seat.bidding))) {
      if (job.offers.some((offer) => offer.seat === seat)) continue;
      job.offers.push({ seat, at: at + chance.unit() * Math.min(minutes, 90) * 60_000 });
    }
  }

  #award(job: Job, morning: number): void {
    const { chance, tables } = this.#platform;
    const trade = this.#open.get(job.trade)!;
    if (trade.includes(job)) trade.splice(trade.indexOf(job), 1);
    const invited = job.offers.find(
      ({ seat }) =>
        job.client.favourites.includes(seat) || this.#hired.get(job.client.id)?.includes(seat),
    );
    const wanted = job.offers.length > 0 && chance.yes(0.93);
    const winner = wanted
      ? (invited ?? chance.weighted(job.offers, ({ seat }) => seat.skill))
      : undefined;
    const decided = winner ? Math.max(winner.at, morning) + chance.unit() * 0.6 * day : 0;
    const done = decided + chance.skewed(9, 0.7) * day;
    const finished = winner && done < end && chance.yes(0.93) ? done : undefined;
    tables.add('jobs', {
      job_id: job.id,
      client_account_id: job.client.id,
      title: job.title,
      category: chance.yes(0.9) ? job.trade : '',
      posted_at: stamp(job.posted),
      due_at: chance.yes(0.6) ? stamp(job.posted + chance.skewed(16, 0.5) * day) : '',
      finished_at: finished ? stamp(finished) : '',
      budget: chance.yes(0.85) ? (Math.round(job.budget / 5) * 5).toFixed(2) : '',
      currency: 'USD',
    });
    for (const offer of job.offers) {
      const mine = offer === winner;
      tables.add('bids', {
        bid_id: `b-${tables.id()}`,
        account_id: offer.seat.id,
        job_id: job.id,
        submitted_at: stamp(offer.at),
        status: mine
          ? 'accepted'
          : chance.weighted(['rejected', 'submitted', 'withdrawn'], (status) =>
              status === 'withdrawn' ? 1 : 7,
            ),
        document_id: chance.yes(0.33) ? this.#bidText(offer, job) : '',
      });
    }
    if (!winner) return;
    this.#talk(job.client, winner.seat, job, decided);
    if (finished) this.#settle(job, winner.seat, finished);
  }

  #bidText({ seat, at }: Offer, job: Job): string {
    const { chance, tables } = this.#platform;
    const pitch = seat.later?.pitch && at >= seat.later.at ? seat.later.pitch : seat.pitch;
    const id = `d-${tables.id()}`;
    tables.add('documents', {
      document_id: id,
      account_id: seat.id,
      kind: 'bid',
      used_for: 'bid',
      text: say(chance, pitch, {
        me: chance.yes(0.5) ? seat.shown.name.given : full(seat.shown.name),
        client: job.client.shown.name.given,
        job: job.title,
        trade: job.trade,
        city: seat.shown.city.name,
      }),
      submitted_at: stamp(at),
    });
    return id;
  }

  #talk(client: Seat, worker: Seat, job: Job, from: number): void {
    const { chance, tables } = this.#platform;
    for (const [seat, to] of [
      [worker, client],
      [client, worker],
    ] as const)
      for (let left = chance.count(0.5); left > 0; left--) {
        const at = from + chance.skewed(2.5, 0.9) * day;
        if (at >= end) continue;
        const want = (Object.entries(seat.wants) as [Want, number][]).find(([, often]) =>
          chance.yes(often),
        )?.[0];
        tables.add('documents', {
          document_id: `d-${tables.id()}`,
          account_id: seat.id,
          kind: 'message',
          used_for: 'communication',
          text: `${chatMessage(chance, want)}${chance.yes(0.3) ? ` (${job.title})` : ''}`,
          submitted_at: stamp(at),
          to_account_id: to.id,
        });
      }
  }

  #settle(job: Job, worker: Seat, finished: number): void {
    const platform = this.#platform;
    const { chance } = platform;
    const { client } = job;
    this.#hired.set(client.id, [...(this.#hired.get(client.id) ?? []), worker].slice(-6));
    const amount = job.budget * chance.between(0.85, 1.15);
    const parts = amount > 300 && chance.yes(0.4) ? 2 : 1;
    const route =
      worker.later?.route && finished >= worker.later.at ? worker.later.route : worker.route;
    for (let part = 0; part < parts; part++) {
      const at = finished + chance.skewed(1.8, 0.8) * day - part * chance.between(1, 5) * day;
      platform.money.transfer(client.funding, route[0]!, amount / parts, at, {
        job_id: chance.yes(0.85) ? job.id : '',
        initiated_by: chance.pick(['payer', 'platform', 'platform']),
      });
      this.#spend(worker, route, amount / parts, at);
    }
    const praised = chance.yes(client.generous);
    const score = praised
      ? 5
      : Math.min(
          5,
          Math.max(1, Math.round(3.9 + 0.9 * chance.normal() + 0.3 * Math.log(worker.skill))),
        );
    if (chance.yes(0.68)) this.#rate(client, worker, job, score, finished);
    if (chance.yes(0.4))
      this.#rate(
        worker,
        client,
        job,
        Math.min(5, Math.max(1, Math.round(4.3 + 0.9 * chance.normal()))),
        finished,
      );
  }

  #rate(from: Seat, to: Seat, job: Job, score: number, after: number): void {
    const { chance, tables } = this.#platform;
    const at = after + chance.skewed(2.2, 1) * day;
    if (at >= end) return;
    tables.add('ratings', {
      rating_id: `r-${tables.id()}`,
      from_account_id: from.id,
      to_account_id: to.id,
      score,
      rated_at: stamp(at),
      job_id: chance.yes(0.9) ? job.id : '',
      comment: chance.yes(0.45) ? comment(chance) : '',
    });
  }

  /** Who means to send money on sends a small sum first, to see it arrive. */
  #tryOut(route: readonly Purse[], from: number): void {
    const { chance, money } = this.#platform;
    let at = from + chance.skewed(6, 0.9) * day;
    for (let hop = 0; hop + 1 < route.length; hop++) {
      money.transfer(route[hop]!, route[hop + 1]!, chance.between(2, 18), at);
      at += chance.skewed(1.5, 0.8) * day;
    }
  }

  /** Money is left to gather, then a part of it goes on. */
  #spend(worker: Seat, route: readonly Purse[], earned: number, at: number): void {
    const platform = this.#platform;
    const { chance } = platform;
    let time = at;
    let amount = earned;
    for (let hop = 0; hop < route.length; hop++) {
      const key = `${worker.id} ${hop}`;
      const held = (this.#held.get(key) ?? 0) + amount;
      this.#held.set(key, held);
      if (!chance.yes(0.72)) return;
      amount = held * chance.between(0.35, 0.97);
      time += chance.skewed(3, 0.9) * day;
      this.#held.set(key, held - amount);
      const next =
        route[hop + 1] ??
        (chance.yes(0.3)
          ? this.#shops[Math.floor(this.#shops.length * chance.unit() ** 2)]
          : undefined);
      if (!next) return;
      platform.money.transfer(route[hop]!, next, amount, time);
    }
  }
}
