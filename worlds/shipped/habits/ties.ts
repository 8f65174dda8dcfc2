import { iso, day, worldEnds, worldBegins } from '../chance/time.ts';
import type { Random } from '../chance/random.ts';
import type { Account } from '../world/account.ts';
import type { World } from '../world/world.ts';

/** Moves an account's whole life so that it is created then; hours and gaps stay as they were. */
export function createdAt(account: Account, at: number): void {
  const created = Math.floor(Math.min(worldEnds - 30 * day, at));
  const shift = created - account.created;
  account.created = created;
  if (account.verified !== null) account.verified += shift;
  if (account.video !== null) account.video += shift;
  for (const paper of account.papers) paper.at += shift;
  account.begins = Math.max(created, worldBegins);
  if (account.ends <= account.begins + 15 * day) account.ends = worldEnds;
  if (account.ended && account.ended.at < account.begins + 20 * day) account.ended = null;
  for (const change of account.changes)
    if (change.at < account.begins) change.at = Math.floor((account.begins + worldEnds) / 2);
  for (const parcel of account.parcels)
    if (parcel.at < account.begins) parcel.at = Math.floor((account.begins + worldEnds) / 2);
  if (account.verified !== null && account.verified > worldEnds) account.verified = null;
}

/** Opened one after the other within some days. */
export function createdTogether(random: Random, accounts: readonly Account[], days: number): void {
  const first = random.between(worldBegins - 200 * day, worldEnds - (45 + days) * day);
  for (const account of accounts) createdAt(account, first + random.between(0, days) * day);
}

/** Each was brought in by one who was there before, with that probability. */
export function broughtIn(random: Random, accounts: readonly Account[], chance: number): void {
  const byAge = [...accounts].sort((a, b) => a.created - b.created);
  for (let at = 1; at < byAge.length; at++)
    if (random.chance(chance))
      byAge[at]!.referredBy = byAge[random.int(Math.max(0, at - 3), at - 1)]!;
}

/** What a source says of two. */
export function linked(
  world: World,
  random: Random,
  from: readonly [string, string],
  to: readonly [string, string],
  kind: string,
  more: { share?: number; since?: number } = {},
): void {
  world.sink.add('links', {
    from_type: from[0],
    from_id: from[1],
    to_type: to[0],
    to_id: to[1],
    kind,
    share_percent: more.share,
    since: iso(Math.floor(more.since ?? random.between(Date.UTC(2016, 0, 1), worldEnds))).slice(
      0,
      10,
    ),
    source: random.pick([
      'register of companies',
      'platform',
      'self-declared',
      'register of companies',
    ]),
  });
}
