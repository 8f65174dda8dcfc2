import { makePlace } from './people/person.ts';
import type { Random } from './chance/random.ts';
import { lookalikeKinds } from './lookalikes/kinds.ts';
import { ringKinds } from './rings/kinds.ts';
import { labelled, type Account } from './world/account.ts';
import type { World } from './world/world.ts';

/** Between these shares of a world's accounts belong to rings, and to honest look-alikes. */
const badShares = [0.016, 0.027] as const;
/** So many rings at least, and kinds as many. */
const leastRings = 7;
/** Nobody hides everything: below this, some rings would leave nothing at all to find. */
const leastCareless = 0.3;
const lookalikeShares = [0.1, 0.14] as const;

/**
 * Accounts not yet in any group, in an order that has nothing to do with their age or name. Who never works
 * serves no scheme and resembles none, so all groups are drawn from those who work.
 */
class Pool {
  readonly #developers: Account[];
  readonly #clients: Account[];

  constructor(random: Random, accounts: readonly Account[]) {
    const mixed = random.shuffled(accounts);
    this.#developers = mixed.filter(({ role, bids }) => role === 'developer' && bids >= fewestBids);
    this.#clients = mixed.filter(({ role, jobs }) => role === 'client' && jobs >= fewestJobs);
  }

  developers(count: number): Account[] {
    return this.#developers.splice(-count, count);
  }

  clients(count: number): Account[] {
    return this.#clients.splice(-count, count);
  }

  left(count: number): boolean {
    return this.#developers.length > count && this.#clients.length > count;
  }
}

const fewestBids = 8;
const fewestJobs = 5;

/** Turns some accounts into rings and some into look-alikes. */
export function planGroups(world: World): void {
  const random = world.random.fork('plan');
  const pool = new Pool(random, world.accounts);
  const bad = Math.max(6, Math.round(world.accounts.length * random.between(...badShares)));
  planRings(world, random.fork('rings'), pool, bad);
  planLookalikes(
    world,
    random.fork('lookalikes'),
    pool,
    Math.round(world.accounts.length * random.between(...lookalikeShares)),
  );
}

/** Kinds take turns, so that a large world has them all alike. Most rings are small. */
function planRings(world: World, random: Random, pool: Pool, count: number): void {
  let left = count;
  let turn: typeof ringKinds = [];
  while (left >= 2) {
    if (turn.length === 0) turn = random.shuffled(ringKinds);
    const [kind, ...rest] = turn;
    turn = rest;
    const [least, largest] = kind!.developers;
    // One ring must not use up a small world's share.
    const most = Math.max(least, Math.min(largest, Math.floor(count / leastRings)));
    const drawn = least + Math.floor((most - least + 1) * random.next() ** 2.4);
    const size = Math.min(Math.max(least, drawn), Math.max(least, left));
    const clients = kind!.clients ? random.int(...kind!.clients) : 0;
    world.rings++;
    kind!.plan({
      world,
      random: random.fork('ring', world.rings),
      id: `ring-${world.rings}`,
      kind: kind!.kind,
      developers: pool.developers(size),
      clients: pool.clients(clients),
      base: makePlace(random),
      careless: random.between(leastCareless, 1),
    });
    left -= size + clients;
  }
}

function planLookalikes(world: World, random: Random, pool: Pool, count: number): void {
  let left = count;
  let groups = 0;
  // Each kind once, then by weight: the share of a kind is that of its accounts, not of its groups.
  const first = random.shuffled(lookalikeKinds);
  while (left > 0 && pool.left(40)) {
    const kind =
      first.pop() ??
      random.weighted(lookalikeKinds, ({ weight, size }) => weight / ((size[0] + size[1]) / 2));
    const size = random.int(...kind.size);
    const clients = kind.clients && random.chance(0.3) ? Math.min(size - 1, random.int(0, 2)) : 0;
    const accounts = random.shuffled([
      ...pool.developers(size - clients),
      ...pool.clients(clients),
    ]);
    groups++;
    kind.plan({ world, random: random.fork('group', groups), accounts, base: makePlace(random) });
    for (const account of accounts.filter((one) => !labelled(one)))
      account.label = { cluster: `group-${groups}`, role: 'benign', kind: kind.kind, note: '' };
    left -= size;
  }
}
