import { Contacts } from './contacts.ts';
import { Dataset } from './dataset.ts';
import type { Row } from './dataset.ts';
import { NameGiver } from './names.ts';
import { Network } from './network.ts';
import type { Place } from './places.ts';
import { Random } from './random.ts';
import { Verdicts } from './verdicts.ts';

/** Where and how an account logs in, for a while. */
export interface Habit {
  ips: readonly string[];
  devices: readonly string[];
  from: number;
  until: number;
  /** How often this habit is chosen beside the member's others. */
  weight: number;
}

/** What a member writes when it bids. */
export type BidStyle = 'own words' | 'common template' | 'remote farm' | 'rating ring';

/** An account of the sample and the ordinary life that the market and the logins give it. */
export interface Member {
  id: string;
  account: Row<'accounts'>;
  name: string;
  place: Place;
  /** Hours ahead of UTC where it really works. */
  offset: number;
  opened: number;
  /** Last moment of activity. */
  until: number;
  trade: string;
  habits: Habit[];
  sessionsPerMonth: number;
  bidsPerMonth: number;
  /** Chance to be chosen beside other bidders. */
  merit: number;
  jobsPerMonth: number;
  bidStyle: BidStyle;
  /** Where its earnings go, from when on, in order of time. */
  payouts: { to: string; from: number }[];
  /** Where it pays from. */
  funding: string | undefined;
}

/** All that the themes share while they make the sample. */
export interface Sample {
  random: Random;
  data: Dataset;
  ids: Ids;
  names: NameGiver;
  contacts: Contacts;
  network: Network;
  verdicts: Verdicts;
  members: Member[];
}

/** Random ids, so that neither their order nor their distance tells who belongs together. */
class Ids {
  readonly #random: Random;
  readonly #used = new Set<string>();

  constructor(random: Random) {
    this.#random = random;
  }

  next(prefix: string, digits: number): string {
    let id = prefix + this.#random.digits(digits);
    while (this.#used.has(id)) id = prefix + this.#random.digits(digits);
    this.#used.add(id);
    return id;
  }
}

export function emptySample(seed: number): Sample {
  const random = new Random(seed);
  const data = new Dataset();
  return {
    random,
    data,
    ids: new Ids(random.fork('ids')),
    names: new NameGiver(),
    contacts: new Contacts(),
    network: new Network(data, random.fork('network')),
    verdicts: new Verdicts(),
    members: [],
  };
}

/** The truth about some accounts, for measuring. */
export function label(
  sample: Sample,
  members: readonly Member[],
  truth: { cluster?: string; role: string; kind: string; note?: string },
): void {
  for (const member of members) sample.data.add('labels', { account_id: member.id, ...truth });
}

/** Honest accounts: these detectors leave them alone, and they belong to no cluster. */
export function spare(
  sample: Sample,
  members: readonly Member[],
  detectors: readonly string[],
  why: string,
): void {
  for (const detector of detectors) sample.verdicts.mustNot(detector, members, why);
  sample.verdicts.notInCluster(members, why);
}
