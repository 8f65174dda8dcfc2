import { compareText } from '../../../domain/compare-text.ts';
import type { Explained } from '../../../domain/honest-explanation.ts';
import { bondOf, type Heaviest } from './bound.ts';
import { logTail } from './chance.ts';
import type { GroupEvidence } from './evidence.ts';
import { explainedShares, surpriseWeight, type Weighed, type Weighing } from './term.ts';

/** Who hired whom. */
export interface Hires {
  hiredBy: ReadonlyMap<string, ReadonlySet<string>>;
  clientsOf: ReadonlyMap<string, readonly string[]>;
  /** How many pairs there are of a client and whom it hired. */
  pairs: number;
  /** How many clients hired enough to be looked at. */
  looked: number;
}

/** A client of the group's own: how many of whom it hired are members. */
interface OwnClient {
  client: string;
  members: readonly string[];
  hired: number;
  /** How improbable it is by chance, in natural units, after the search among clients is paid for. */
  nats: number;
}

/** Who hired fewer has hired nobody else by chance. */
const leastHired = 3;

/** Of those whom it hired, the members: a client of the group's own may have tried somebody else. */
const ownShare = 0.8;

/**
 * As much of it an honest explanation would show as well: a client who likes to hire the same few is one by itself; an agency,
 * and friends who work together, have clients that come for all of them.
 */
const clientsExplained: Explained = {
  regulars: 1,
  business: 0.7,
  studio: 0.5,
  second_account: 0.5,
  household: 0.3,
  course: 0.2,
};

/** In any order of `hires`; each pair once. */
export function hiresFrom(hires: readonly { client: string; hired: string }[]): Hires {
  const hiredBy = new Map<string, Set<string>>();
  const clientsOf = new Map<string, string[]>();
  for (const { client, hired } of hires) {
    const all = hiredBy.get(client) ?? new Set<string>();
    hiredBy.set(client, all.add(hired));
    const clients = clientsOf.get(hired);
    if (clients) clients.push(client);
    else clientsOf.set(hired, [client]);
  }
  const looked = [...hiredBy.values()].filter(({ size }) => size >= leastHired).length;
  return { hiredBy, clientsOf, pairs: hires.length, looked };
}

/** Client by client, how improbably many of whom it hired are members, against the share that all hires of members are. */
function ownClients(members: ReadonlySet<string>, hires: Hires): OwnClient[] {
  const { hiredBy, clientsOf, pairs, looked } = hires;
  // Each pair is there once, so that a client is met as often as it hired members.
  const met = new Map<string, number>();
  let touching = 0;
  for (const member of members)
    for (const client of clientsOf.get(member) ?? []) {
      met.set(client, (met.get(client) ?? 0) + 1);
      touching += 1;
    }
  const share = touching / pairs;
  return [...met]
    .filter(
      ([client, own]) => own >= leastHired && own >= ownShare * (hiredBy.get(client)?.size ?? 0),
    )
    .map(([client, own]): OwnClient => {
      const hired = hiredBy.get(client)!;
      return {
        client,
        members: [...hired].filter((one) => members.has(one)),
        hired: hired.size,
        nats: -logTail(own, hired.size, share) - Math.log(looked),
      };
    })
    .filter(({ nats }) => nats > 0)
    .sort((one, other) => other.nats - one.nats || compareText(one.client, other.client));
}

/**
 * That clients hire hardly anybody but members, oftener than chance explains. Ratings may bind some of them already, and count
 * once.
 */
export function clientsTerm(
  members: ReadonlySet<string>,
  heaviest: Heaviest,
  { hires }: GroupEvidence,
  weighing: Weighing,
): Weighed {
  const own = ownClients(members, hires);
  const nats = own.reduce((sum, one) => sum + one.nats, 0);
  const concerned = new Set(own.flatMap((one) => [one.client, ...one.members]));
  const accounts = [...concerned].filter((one) => members.has(one)).length;
  const name = 'shown:clients';
  const whole = surpriseWeight(name, { nats, accounts, size: members.size }, weighing);
  const full = Math.max(0, whole - bondOf('ratings', heaviest) / members.size);
  const taken = new Map(
    explainedShares(clientsExplained).map(([explanation, share]) => [explanation, share * full]),
  );
  const clients = own.slice(0, mostClients).map(({ client, members: { length }, hired }) => {
    return { client, members: length, hired };
  });
  return { name, full, taken, accounts, findings: [], clients };
}

/** As many clients are named. */
const mostClients = 5;
