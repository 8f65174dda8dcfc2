import { makePlace } from '../people/person.ts';
import type { Place } from '../people/places.ts';
import type { Random } from '../chance/random.ts';
import type { Account } from '../world/account.ts';
import type { World } from '../world/world.ts';

/** Honest accounts that do something which rings do too. */
export interface Group {
  world: World;
  random: Random;
  accounts: readonly Account[];
  /** Where they are, when they are together. */
  base: Place;
}

export interface LookalikeKind {
  kind: string;
  /** Smallest and largest number of accounts in one group. */
  size: readonly [number, number];
  /** Beside the other kinds: how many accounts of a world are of this one. */
  weight: number;
  /** Whether clients take part; otherwise developers alone. */
  clients?: true;
  plan(group: Group): void;
}

export function shareHome(group: Group, address = 0.8): void {
  const [first] = group.accounts;
  for (const account of group.accounts) {
    account.person = {
      ...account.person,
      home: first!.person.home,
      address: group.random.chance(address) ? first!.person.address : account.person.address,
    };
    account.clocks = account.clocks.map((clock) => ({ ...clock, place: first!.person.home }));
  }
}

export function knownShared(
  group: Group,
  type: string,
  value: string,
  reason: string,
  chance: number,
): void {
  if (group.random.chance(chance)) group.world.sink.add('known_shared', { type, value, reason });
}

export { makePlace };
