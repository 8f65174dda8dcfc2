import type { Purse } from './money.ts';
import type { Spot } from './network.ts';
import type { Someone } from './people.ts';
import type { Row } from './tables.ts';
import type { Pitch, Want } from './texts.ts';

/** An account of the platform, with whoever works it at a given time. */
export interface Seat {
  id: string;
  shown: Someone;
  role: 'developer' | 'client' | 'both' | 'agency';
  trade: string;
  created: number;
  closed: number;
  /** Sessions a day, bids a session, jobs posted a day. */
  pace: number;
  bidding: number;
  posting: number;
  skill: number;
  pitch: Pitch;
  wants: Partial<Record<Want, number>>;
  spots: Spot[];
  /** Where earnings go, and on from there: each next one is paid from the one before. */
  route: Purse[];
  funding: Purse;
  /** Whom a client hires without asking around, how often, and whether they are praised for it. */
  favourites: Seat[];
  favour: number;
  generous: number;
  /** What is otherwise from some time on: new hands, a new bank. */
  later?: { at: number; route?: Purse[]; pitch?: Pitch };
  row: Row;
}

/** A pair of hands and the accounts they keep; a change of hands is an account in two of these at other times. */
export interface Hands {
  who: Someone;
  seats: { seat: Seat; from: number; until: number; spots?: Spot[] }[];
}
