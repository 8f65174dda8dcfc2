import { type City } from './places.ts';
import { type Random } from './random.ts';
import { type Rules } from './rules.ts';
import { type Row, type Tables, emptyTables } from './tables.ts';

export type Ground =
  'residential' | 'mobile' | 'business' | 'education' | 'coworking' | 'hosting' | 'vpn';

/** A way into the network: which address it shows at a time. */
export interface Line {
  ground: Ground;
  city: City;
  at: (time: number) => string;
}

/** Where and with what somebody works, and how often they do it there. */
export interface Desk {
  line: Line;
  device: string;
  from: number;
  until: number;
  weight: number;
  /** Share of sessions in which a remote-desktop service was seen at the address. */
  remote: number;
}

/** One single session away from the usual desks. */
interface Visit {
  at: number;
  line: Line;
  device: string;
  remote: number;
}

/** A day: hours from UTC, when work starts, how far it scatters. */
export interface Clock {
  offset: number;
  starts: number;
  scatter: number;
}

/** Where a share of what arrives goes on to. */
export interface Flow {
  to: string;
  share: number;
  days: number;
  channel: string;
  reference: string;
}

export interface Purse {
  id: string;
  holder: string;
  currency: string;
  country: string;
  /** What has arrived and not moved; moves on when it passes the threshold. */
  balance: number;
  threshold: number;
  flows: Flow[];
}

/** The texts a person works from. */
export interface Voice {
  bids: string[][];
  messages: string[][];
  resume: string[];
  remarks: string[];
}

export interface Person {
  given: string;
  family: string;
  name: string;
  city: City;
  address: string;
  birth: string;
  email: string;
  phone: string;
  face: string;
  number: string;
}

/** A job agreed outside the market. */
interface Deal {
  client: Account;
  at: number;
  amount: number;
  score: number;
  days: number;
}

export interface Account {
  id: string;
  row: Row;
  person: Person;
  trade: string;
  from: number;
  until: number;
  /** Sessions a week; bids a month; chance to win against others; jobs a month (clients). */
  sessions: number;
  bids: number;
  skill: number;
  posts: number;
  clock: Clock;
  /** A second clock from a time on: other hands, or a move abroad. */
  later?: { at: number; clock?: Clock; voice?: Voice };
  desks: Desk[];
  visits: Visit[];
  voice: Voice;
  payouts: { purse: Purse; from: number }[];
  funding: Purse;
  /** Whether the platform shows what pays in. */
  showsFunding: boolean;
  deals: Deal[];
  minPaid: number;
  worked: { from: number; until: number }[];
  marked: boolean;
  /** Rows of documents already handed in; a scheme may still alter them. */
  papers: Row[];
}

interface Label {
  cluster: string;
  role: string;
  kind: string;
  note: string;
}

export const iso = (time: number): string =>
  new Date(Math.round(time / 1000) * 1000).toISOString().replace('.000Z', 'Z');

export const isDay = (time: number): string => iso(time).slice(0, 10);

/** Everything of one world as it grows. */
export class World {
  readonly tables: Tables = emptyTables();
  readonly accounts: Account[] = [];
  readonly purses = new Map<string, Purse>();
  readonly #ids = new Set<string>();
  readonly random: Random;
  readonly rules: Rules;

  constructor(random: Random, rules: Rules) {
    this.random = random;
    this.rules = rules;
  }

  id(prefix: string): string {
    for (;;) {
      const id = `${prefix}${this.random.hex(10)}`;
      if (this.#ids.has(id)) continue;
      this.#ids.add(id);
      return id;
    }
  }

  /** A moment inside the world's time. */
  moment(from = 0, until = 1): number {
    const { start, end } = this.rules;
    return start + (end - start) * this.random.real(from, until);
  }

  has(column: string): boolean {
    const table = column.split('.')[0]!;
    return (this.rules.keep.get(table) ?? 1) > 0.2 && (this.rules.keep.get(column) ?? 1) > 0.2;
  }

  label(account: Account, label: Label): void {
    account.marked = true;
    this.tables.labels.push({ account_id: account.id, ...label });
  }

  change(account: Account, field: string, value: string, at: number): void {
    if (at > this.rules.end || at < account.from) return;
    const old = account.row[field] ?? '';
    this.tables.account_changes.push({
      account_id: account.id,
      field,
      old_value: old,
      new_value: value,
      changed_at: iso(at),
    });
    account.row[field] = value;
  }
}
