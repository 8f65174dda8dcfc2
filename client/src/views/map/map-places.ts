import type { GraphNode, GraphRelation } from '../../../../domain/answers.ts';
import { formatRef } from '../../../../domain/schema/graph.ts';
import type { NodeValues, Place } from '../../../../domain/views.ts';
import { nameOfPlace } from '../place-name.ts';

/** A place with the addresses in it, and what was done from there. */
export interface SeenPlace {
  country: string;
  city: string | null;
  /** References of the addresses. */
  addresses: string[];
  /** References of the accounts that were used from there. */
  accounts: string[];
  logins: number;
}

/** A country that accounts say they are in. */
export interface ClaimedCountry {
  country: string;
  accounts: string[];
  /** Those of them whose logins are all from other countries. */
  elsewhere: { account: string; seen: string[] }[];
}

/** Two logins of one account, further apart than a plane could have taken it. */
export interface Jump {
  account: string;
  from: string;
  to: string;
  at: string;
  km: number;
  hours: number;
  /** One of the two addresses hides where it is. */
  hidden: boolean;
}

const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

export function placeOfNode({
  values,
}: NodeValues): { country: string; city: string | null } | null {
  const country = text(values['country']);
  return country === null ? null : { country, city: text(values['city']) };
}

const isLogin = ({ type }: GraphRelation) => type === 'logins.ip';

/** The busiest places first. */
export function seenPlaces(
  addresses: readonly NodeValues[],
  relations: readonly GraphRelation[],
): SeenPlace[] {
  const places = new Map<string, SeenPlace>();
  const placeOf = new Map<string, SeenPlace>();
  for (const node of addresses) {
    const at = placeOfNode(node);
    if (!at) continue;
    const name = nameOfPlace(at);
    const place = places.get(name) ?? { ...at, addresses: [], accounts: [], logins: 0 };
    places.set(name, place);
    place.addresses.push(formatRef(node));
    placeOf.set(formatRef(node), place);
  }
  for (const { from, to } of relations.filter(isLogin)) {
    const place = placeOf.get(formatRef(to));
    if (!place) continue;
    place.logins += 1;
    if (!place.accounts.includes(formatRef(from))) place.accounts.push(formatRef(from));
  }
  return [...places.values()].sort(
    (a, b) => b.logins - a.logins || b.addresses.length - a.addresses.length,
  );
}

/** What accounts claim, beside where they were seen; a claim is no place. */
export function claimedCountries(
  accounts: readonly NodeValues[],
  places: readonly SeenPlace[],
): ClaimedCountry[] {
  const seen = new Map<string, Set<string>>();
  for (const place of places)
    for (const account of place.accounts)
      seen.set(account, (seen.get(account) ?? new Set()).add(place.country));
  const claims = new Map<string, ClaimedCountry>();
  for (const node of accounts) {
    const country = text(node.values['country']);
    if (country === null) continue;
    const claim = claims.get(country) ?? { country, accounts: [], elsewhere: [] };
    claims.set(country, claim);
    const account = formatRef(node);
    claim.accounts.push(account);
    const where = [...(seen.get(account) ?? [])];
    if (where.length > 0 && !where.includes(country))
      claim.elsewhere.push({ account, seen: where.sort() });
  }
  return [...claims.values()].sort((a, b) => b.accounts.length - a.accounts.length);
}

const planeKmPerHour = 900;
/** Nearer than this the places of addresses are too rough to say. */
const leastKm = 200;
const hiding = new Set(['vpn', 'tor', 'hosting']);
const mostJumps = 200;
const earthKm = 6_371;

/** Jumps faster than a plane, between cities whose place is known; the fastest of each account and pair of places. */
export function jumpsOf(
  accounts: readonly GraphNode[],
  addresses: readonly NodeValues[],
  relations: readonly GraphRelation[],
  places: ReadonlyMap<string, Place>,
): Jump[] {
  const byRef = new Map(addresses.map((node) => [formatRef(node), node]));
  const sessions = new Map<string, GraphRelation[]>(accounts.map((node) => [formatRef(node), []]));
  for (const login of relations)
    if (isLogin(login) && login.at !== null) sessions.get(formatRef(login.from))?.push(login);
  const fastest = new Map<string, Jump>();
  for (const [account, logins] of sessions) {
    const placed = logins
      .map((login) => placedLogin(login, byRef.get(formatRef(login.to)), places))
      .filter((one) => one !== null)
      .sort((a, b) => a.from - b.from);
    placed.slice(1).forEach((after, index) => {
      const jump = jumpBetween(account, placed[index]!, after);
      if (!jump) return;
      const key = JSON.stringify([account, jump.from, jump.to]);
      const before = fastest.get(key);
      if (!before || jump.hours < before.hours) fastest.set(key, jump);
    });
  }
  return [...fastest.values()].sort((a, b) => b.km - a.km).slice(0, mostJumps);
}

interface PlacedLogin {
  name: string;
  at: string;
  from: number;
  until: number;
  latitude: number;
  longitude: number;
  hidden: boolean;
}

function placedLogin(
  { at, values }: GraphRelation,
  address: NodeValues | undefined,
  places: ReadonlyMap<string, Place>,
): PlacedLogin | null {
  const named = address ? placeOfNode(address) : null;
  if (!address || !named || at === null) return null;
  const place = places.get(nameOfPlace(named));
  if (!place?.exact || !place.at) return null;
  const from = Date.parse(at);
  const ended = Date.parse(text(values['ended_at']) ?? at);
  return {
    ...place.at,
    name: nameOfPlace(named),
    at,
    from,
    until: Math.max(from, ended),
    hidden: hiding.has(String(address.values['kind'])),
  };
}

function jumpBetween(account: string, before: PlacedLogin, after: PlacedLogin): Jump | null {
  const km = kmBetween(before, after);
  const hours = Math.max(0, after.from - before.until) / 3_600_000;
  if (km < leastKm || km <= hours * planeKmPerHour) return null;
  const hidden = before.hidden || after.hidden;
  return { account, from: before.name, to: after.name, at: after.at, km, hours, hidden };
}

type Position = NonNullable<Place['at']>;

/** Along the great circle. */
export function kmBetween(one: Position, other: Position): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const [a, b] = [rad(one.latitude), rad(other.latitude)];
  const half =
    Math.sin((b - a) / 2) ** 2 +
    Math.cos(a) * Math.cos(b) * Math.sin(rad(other.longitude - one.longitude) / 2) ** 2;
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(half)));
}
