import { type People, type Wish } from './people.ts';
import { type City } from './places.ts';
import { type Random } from './random.ts';
import { DAY } from './rules.ts';
import { type Account, type Clock, type Line, type Purse, type World, iso } from './state.ts';

/** Ties of machine, address, hours and money. Rings and honest groups are made of the same ones. */
export class Ties {
  readonly people: People;
  readonly world: World;
  readonly random: Random;

  constructor(people: People, random: Random) {
    this.people = people;
    this.world = people.world;
    this.random = random;
  }

  /** Accounts that live long enough to be seen; otherwise like all. */
  crew(count: number, wish: (at: number) => Wish = () => ({})): Account[] {
    return Array.from({ length: count }, (_, at) => {
      const from = this.world.moment(-0.7, 0.6);
      const account = this.people.enrol({ from, role: this.#role(), ...wish(at) });
      const seen = account.until - Math.max(account.from, this.world.rules.start);
      if (seen < 80 * DAY) this.keepOpen(account);
      account.sessions = Math.max(account.sessions, this.random.real(0.35, 0.9));
      if (account.row.role !== 'client' && this.random.chance(0.85)) {
        account.minPaid = this.random.int(2, 7);
      }
      return account;
    });
  }

  #role(): string {
    return this.random.weighted(['developer', 'both', 'agency'], (one) =>
      one === 'developer' ? 82 : one === 'both' ? 13 : 5,
    );
  }

  keepOpen(account: Account): void {
    account.until = Infinity;
    Object.assign(account.row, { status: 'active', closed_at: '', closed_reason: '' });
  }

  close(account: Account, at: number, status: 'suspended' | 'closed', reason: string): void {
    if (at >= this.world.rules.end) return;
    account.until = at;
    Object.assign(account.row, { status, closed_at: iso(at), closed_reason: reason });
  }

  /** A moment at which all of them are open. */
  together(accounts: Account[], least = 0.05): number {
    const { start, end } = this.world.rules;
    const from = Math.max(start, ...accounts.map((one) => one.from));
    const until = Math.min(end, ...accounts.map((one) => one.until));
    return from + (until - from) * this.random.real(least, 0.97);
  }

  /** The guest works for a few sessions at the host's machine, or address, or both. */
  visit(guest: Account, host: Account, what: 'device' | 'address' | 'both', times: number): void {
    const theirs = host.desks[0]!;
    const mine = guest.desks[0]!;
    for (let n = 0; n < times; n++) {
      guest.visits.push({
        at: this.together([guest, host]),
        line: what === 'device' ? mine.line : theirs.line,
        device: what === 'address' ? mine.device : theirs.device,
        remote: theirs.remote,
      });
    }
  }

  /** All work at one line for part of their time; each on a machine of their own. */
  gather(members: Account[], line: Line, weight: number, from = -Infinity, remote = 0): void {
    for (const member of members) {
      const since = Math.max(from, member.from);
      const device = this.random.chance(0.8) ? member.desks[0]!.device : this.people.device();
      this.people.desk(member, {
        line,
        device,
        from: since,
        weight: weight * this.random.real(0.5, 1.5),
        remote,
      });
    }
  }

  /** The usual desks are given up for this one from a time on. */
  move(account: Account, at: number, line: Line, device: string, remote = 0): void {
    for (const desk of account.desks) desk.until = Math.min(desk.until, at);
    this.people.desk(account, {
      line,
      device,
      from: Math.max(at, account.from),
      weight: 1,
      remote,
    });
  }

  /** A working day of that place, whatever place they claim. */
  hours(offset: number, spread = 1.2): Clock {
    return {
      offset,
      starts: 9.5 + spread * this.random.normal(),
      scatter: this.random.real(1.2, 3.2),
    };
  }

  /** One purse for all from a time on. */
  pool(members: Account[], purse: Purse, from = -Infinity): void {
    for (const member of members) {
      const since = Math.max(member.from, from);
      member.payouts = member.payouts.filter((one) => one.from < since);
      member.payouts.push({ purse, from: since });
    }
  }

  /** Most of what the purse gets goes on to the till, by so many purses between; some is spent as people do. */
  drain(purse: Purse, till: Purse, hops: number, share: number): void {
    let next = till;
    for (let hop = 0; hop < hops; hop++) {
      const city = this.people.city();
      const passed = this.random.real(0.75, 0.97);
      const middle = this.people.bank.stranger(city, [
        this.people.bank.flow(next, passed),
        ...(this.random.chance(0.4) ? [this.people.bank.shopping(0.05)] : []),
      ]);
      next = middle;
    }
    const spent = purse.flows.slice(0, this.random.int(0, 2));
    const sum = spent.reduce((all, flow) => all + flow.share, 0);
    for (const flow of spent) flow.share *= (1 - share) / Math.max(sum, 0.01);
    purse.flows = [this.people.bank.flow(next, share, this.#reason()), ...spent];
  }

  #reason(): string {
    return this.random.pick(['', 'savings', 'family', 'rent', 'loan', 'services', 'invoice']);
  }

  drainAll(members: Account[], till: Purse, hops: () => number, from = -Infinity): void {
    for (const member of members) {
      if (from > member.from) this.people.payout(member, from);
      for (const { purse, from: since } of member.payouts) {
        if (since >= from) this.drain(purse, till, hops(), this.random.real(0.5, 0.92));
      }
    }
  }

  /** Where money of a few comes together: a private purse that feeds an exchange, a remittance, or rests. */
  till(city: City): Purse {
    const { bank } = this.people;
    const onward = this.random.chance(0.5)
      ? [bank.trading('', city.country.code, this.random.real(0.6, 1))]
      : this.random.chance(0.6)
        ? [bank.remitting(this.random.real(0.6, 1))]
        : [];
    return bank.stranger(city, onward);
  }

  /** Small top-ups of bid credits, paid by one card for several. */
  topUp(members: Account[], card: Purse): void {
    for (const member of members) {
      for (let n = this.random.int(1, 4); n > 0; n--) {
        const at = this.together([member]);
        const till = this.random.pick(this.people.bank.escrow);
        const amount = this.random.pick([5, 10, 12, 15, 20, 25, 40]) * this.random.real(0.98, 1.02);
        this.people.bank.send(card, till, amount, at, {
          channel: 'card',
          reference: 'bid credits',
        });
      }
      member.funding = card;
      member.showsFunding ||= this.random.chance(0.8);
    }
  }

  /** Jobs that a client gives a freelancer outside the market. */
  favour(
    client: Account,
    by: Account,
    jobs: number,
    amount: number,
    score: number,
    from = 0,
  ): void {
    const begin = Math.max(from, client.from, by.from, this.world.rules.start);
    const until = Math.min(client.until, by.until, this.world.rules.end) - 5 * DAY;
    if (until <= begin) return;
    for (let n = 0; n < jobs; n++) {
      by.deals.push({
        client,
        at: this.random.real(begin, until),
        amount: this.random.logNormal(amount, 0.6),
        score: this.random.chance(0.9) ? score : score - 1,
        days: this.random.logNormal(5, 0.9),
      });
    }
  }
}
