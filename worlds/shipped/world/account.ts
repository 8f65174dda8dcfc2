import type { Firm, Person } from '../people/person.ts';
import type { Place } from '../people/places.ts';
import type { Random } from '../chance/random.ts';
import type { Ask, Tongue } from '../texts/messages.ts';
import type { Pitch } from '../texts/pitches.ts';
import type { Trade } from '../texts/trades.ts';
import type { Device, Line } from './network.ts';
import type { Purse } from './purses.ts';

/** From when until when something was in use, and how much beside others. */
export interface Use {
  from: number;
  until: number;
  weight: number;
}

/** When somebody works: local hours somewhere. */
export interface Clock extends Use {
  place: Place;
  /** The local hour at which the day begins, and how many hours it lasts. */
  start: number;
  span: number;
}

export interface LineUse extends Use {
  line: Line;
  /** The share of sessions in which this port of remote access was seen open at the address. */
  port?: { number: number; share: number };
}

export interface Seat extends Use {
  device: Device;
}

/** A part of what comes in is passed on. */
export interface Flow {
  to: Purse;
  share: number;
  /** Days between two such transfers, roughly. */
  every: number;
}

export interface Paper {
  kind: string;
  usedFor: string;
  name?: string;
  birth?: string;
  number?: string;
  country?: string;
  issuer?: string;
  issuerEmail?: string;
  issuerPhone?: string;
  address?: string;
  sha256?: string;
  looks?: string;
  photo?: string;
  result?: string;
  at: number;
}

export interface Label {
  cluster: string;
  role: 'operator' | 'mule' | 'unwitting' | 'victim' | 'benign';
  kind: string;
  note: string;
}

/** What is said of oneself, where it is not simply the person's own. */
export interface Claims {
  country?: Place;
  legal?: string;
  display?: string;
  birth?: string;
  email?: string;
  phone?: string;
  address?: string;
  employer?: string;
  education?: string;
  website?: string;
  nationality?: string;
}

export type Role = 'developer' | 'client' | 'both' | 'agency';

/**
 * An account as a bundle of habits. Everybody's rows are made from these by the same code (`emit/`), so that rings differ from
 * the rest by what they do and by nothing else.
 */
export interface Account {
  index: number;
  id: string;
  /** Draws for this account alone. */
  random: Random;
  role: Role;
  person: Person;
  claims: Claims;
  trade: Trade;
  created: number;
  verified: number | null;
  video: number | null;
  ended: { at: number; status: 'closed' | 'suspended'; reason: string } | null;
  /** When it is used at all. */
  begins: number;
  ends: number;
  referredBy: Account | null;

  sessions: number;
  clocks: Clock[];
  lines: LineUse[];
  seats: Seat[];
  /** Hours that a chain of sessions without a break lasts; 0 for those who sleep. */
  chain: number;

  /** Bids made, and how they fare beside those of others. */
  bids: number;
  appeal: number;
  /** Beside those bid for: what is won is worth more or less than usual. */
  worth: number;
  pitches: Pitch[];
  resume: string[];
  /** Share of bids whose text was kept. */
  written: number;
  tongue: Tongue;
  talks: number;
  asks: Partial<Record<Ask, number>>;

  /** For clients: jobs posted, how much they pay, and whom they ask directly. */
  jobs: number;
  favourites: Account[];
  /** The share of jobs given to favourites, and how well those are rated. */
  favour: number;

  payouts: (Use & { purse: Purse })[];
  funding: Purse | null;
  flows: Flow[];

  papers: Paper[];
  profiles: number;
  /** What stands on other sites where it is not what is claimed here. */
  elsewhere: {
    name?: string;
    place?: Place;
    nationality?: string;
    employer?: string;
    education?: string;
    email?: string;
    phone?: string;
  };
  changes: { field: string; old: string; new: string; at: number }[];
  parcels: { address: string; place: Place; name: string; at: number }[];
  firm: Firm | null;
  label: Label | null;
}

export const labelled = (account: Account): boolean => account.label !== null;
export const isDeveloper = ({ role }: Account): boolean => role !== 'client';
export const isClient = ({ role }: Account): boolean => role === 'client' || role === 'both';
