import { makeFirm, makePerson, type Firm } from '../people/person.ts';
import type { Place } from '../people/places.ts';
import type { Random } from '../chance/random.ts';
import { oldest, worldEnds } from '../chance/time.ts';
import type { Account } from '../world/account.ts';
import type { Purse } from '../world/purses.ts';
import { registerFirm, type World } from '../world/world.ts';

/**
 * Money of several accounts that comes together `hops` transfers after it was paid out. Those between may be people or
 * firms, each serving one account or a few. Returns where it meets.
 */
export function moneyMeets(
  world: World,
  random: Random,
  accounts: readonly Account[],
  about: { hops: number; share: number; firms?: number; place: Place; holder?: string },
): Purse {
  const end = world.purses.open(random, {
    holder: about.holder ?? makePerson(random, about.place).legal,
    place: about.place,
    opened: oldest + random.next() * (worldEnds - oldest) * 0.7,
    depth: about.hops,
  });
  if (random.chance(0.5))
    end.flows.push({
      to: random.pick(world.hubs),
      share: random.between(0.2, 0.9),
      every: random.between(10, 40),
    });
  for (const account of accounts) {
    if (account.payouts.length === 0) continue;
    let to: Purse = end;
    for (let depth = about.hops - 1; depth >= 1; depth--)
      to = stepBefore(world, random, account, to, depth, about);
    const share = Math.min(0.97, Math.max(0.1, about.share + random.normal() * 0.08));
    account.flows = [
      { to, share, every: random.between(8, 40) },
      ...(random.chance(0.4)
        ? [
            {
              to: random.pick(world.hubs),
              share: (1 - share) * random.between(0.4, 1),
              every: random.between(12, 45),
            },
          ]
        : []),
    ];
  }
  return end;
}

function stepBefore(
  world: World,
  random: Random,
  account: Account,
  to: Purse,
  depth: number,
  about: { share: number; firms?: number },
): Purse {
  const isFirm = random.chance(about.firms ?? 0.25);
  const firm = isFirm ? makeFirm(random, account.person.home) : null;
  if (firm) registerFirm(world, firm);
  const between = world.purses.open(random, {
    // Often it is the holder's own second account.
    holder:
      firm?.name ??
      (random.chance(0.6) ? account.person.legal : makePerson(random, account.person.home).legal),
    place: account.person.home,
    opened: account.created,
    depth,
    ...(firm ? { company: firm.id } : {}),
  });
  between.flows.push({
    to,
    share: Math.min(0.98, Math.max(0.2, about.share + random.between(0, 0.2))),
    every: random.between(6, 35),
  });
  return between;
}

/** All are paid into one account. */
export function onePayout(
  world: World,
  random: Random,
  accounts: readonly Account[],
  about: { holder: string; place: Place; firm?: Firm; from?: number },
): Purse {
  const opened = Math.min(...accounts.map(({ created }) => created));
  if (about.firm) registerFirm(world, about.firm);
  const purse = world.purses.open(random, {
    holder: about.holder,
    place: about.place,
    opened,
    ...(about.firm ? { company: about.firm.id } : {}),
  });
  for (const account of accounts) payInto(account, purse, about.from ?? oldest);
  return purse;
}

/** From then on an account is paid into another payment account. */
export function payInto(account: Account, purse: Purse, from: number): void {
  if (account.payouts.length === 0) return;
  if (from <= account.begins) {
    account.payouts = [{ purse, from: oldest, until: worldEnds * 2, weight: 1 }];
    return;
  }
  account.payouts = account.payouts.filter((use) => use.from < from);
  for (const use of account.payouts) use.until = Math.min(use.until, from);
  account.payouts.push({ purse, from, until: worldEnds * 2, weight: 1 });
}
