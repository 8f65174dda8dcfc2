import { Random } from './random.ts';
import { DAY, HOUR } from './rules.ts';
import { type Account, type Desk, type World, iso } from './state.ts';

const BROWSERS = ['Chrome/120', 'Chrome/122', 'Firefox/121', 'Edge/120', 'Safari/17', 'Opera/106'];

/** When and from where each account is used. */
export class Sessions {
  readonly #world: World;
  readonly #random: Random;
  readonly #agents = new Map<string, string>();

  constructor(world: World) {
    this.#world = world;
    this.#random = new Random(world.random.hex(12));
  }

  run(): void {
    for (const account of this.#world.accounts) this.#live(account);
  }

  #agent(account: Account, device: string): string {
    const key = `${account.id} ${device}`;
    const known = this.#agents.get(key);
    if (known && this.#random.chance(0.9)) return known;
    const agent = this.#random.pick(BROWSERS);
    this.#agents.set(key, agent);
    return agent;
  }

  #time(account: Account, from: number, until: number): number {
    const random = this.#random;
    const at = random.real(from, until);
    const clock =
      account.later?.clock && at >= account.later.at ? account.later.clock : account.clock;
    const day = Math.floor(at / DAY) * DAY;
    const hour = clock.starts + random.normal() * clock.scatter + random.real(0, 5) - clock.offset;
    const weekday = new Date(day).getUTCDay();
    const shift = (weekday === 0 || weekday === 6) && random.chance(0.5) ? random.int(-3, -2) : 0;
    return day + shift * DAY + hour * HOUR + random.int(0, 59) * 1000;
  }

  #live(account: Account): void {
    const random = this.#random;
    const { rules } = this.#world;
    const from = Math.max(account.from + HOUR, rules.start);
    const until = Math.min(account.until, rules.end);
    if (until <= from) return;
    const count = Math.min(260, random.poisson((account.sessions * (until - from)) / (7 * DAY)));
    for (let n = 0; n < count; n++) {
      const at = this.#time(account, from, until);
      if (at < from || at >= until) continue;
      const open = account.desks.filter((desk) => desk.from <= at && at < desk.until);
      if (open.length === 0) continue;
      this.#log(
        account,
        at,
        random.weighted(open, (desk: Desk) => desk.weight),
      );
    }
    for (const visit of account.visits) {
      if (visit.at >= rules.start && visit.at >= account.from && visit.at < until) {
        this.#log(account, visit.at, visit);
      }
    }
    account.worked.sort((a, b) => a.from - b.from);
  }

  #log(
    account: Account,
    at: number,
    desk: { line: Desk['line']; device: string; remote: number },
  ): void {
    const random = this.#random;
    if (account.worked.some((one) => Math.abs(one.from - at) < 2000)) return;
    const far = random.chance(desk.remote);
    const hours = random.chance(far ? 0.03 : 0.004)
      ? random.real(22, 75)
      : Math.min(15, random.logNormal(far ? 2 : 1.5, 0.8));
    const ended = at + hours * HOUR;
    account.worked.push({ from: at, until: ended });
    this.#world.tables.logins.push({
      account_id: account.id,
      ip: desk.line.at(at),
      device_id: random.chance(0.96) ? desk.device : '',
      started_at: iso(at),
      ended_at: ended < this.#world.rules.end ? iso(ended) : '',
      user_agent: this.#agent(account, desk.device),
      service_port: far
        ? random.weighted(['3389', '5900', ''], (p) => (p === '3389' ? 7 : 1))
        : random.chance(0.02)
          ? random.pick(['3389', '22', '443', '8080'])
          : '',
    });
  }
}
