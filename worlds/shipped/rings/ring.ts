import type { Place } from '../people/places.ts';
import { makePlace } from '../people/person.ts';
import type { Random } from '../chance/random.ts';
import type { Account, Label } from '../world/account.ts';
import type { World } from '../world/world.ts';

/** Accounts that serve one scheme, with what is common to all its habits. */
export interface Ring {
  world: World;
  random: Random;
  id: string;
  kind: string;
  developers: readonly Account[];
  clients: readonly Account[];
  /** Where those behind it really are: anywhere. */
  base: Place;
  /** 0: hides well, 1: careless. Each habit draws around it. */
  careless: number;
}

/** How plain a habit is in this ring: between 0 and 1, around the ring's carelessness. */
export function degree(ring: Ring, least = 0, most = 1): number {
  const drawn = Math.min(1, Math.max(0, ring.careless + ring.random.normal() * 0.22));
  return least + drawn * (most - least);
}

export interface RingKind {
  kind: string;
  /** Smallest and largest number of developers, and clients that belong to it. */
  developers: readonly [number, number];
  clients?: readonly [number, number];
  plan(ring: Ring): void;
}

export function label(ring: Ring, account: Account, role: Label['role'], note: string): void {
  account.label = { cluster: ring.id, role, kind: ring.kind, note };
}

export function labelAll(ring: Ring, role: Label['role'], note: string): void {
  for (const account of [...ring.developers, ...ring.clients])
    if (account.label === null) label(ring, account, role, note);
}

/** A place whose clock is at least some hours away from an account's claim. */
export function farFrom(random: Random, place: Place, hours: number): Place {
  for (let tries = 0; tries < 40; tries++) {
    const other = makePlace(random);
    if (Math.abs(other.offset - place.offset) >= hours) return other;
  }
  return makePlace(random);
}
