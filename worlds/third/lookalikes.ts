import * as lives from './lookalikes-lives.ts';
import * as places from './lookalikes-places.ts';
import * as work from './lookalikes-work.ts';
import type { Label } from './seats.ts';
import { slips, visible } from './slips.ts';
import type { World } from './state.ts';

type Make = (world: World, cluster: string, count: number) => Label[];

const kinds: Make[] = [
  places.family,
  places.housemates,
  places.campus,
  places.cafe,
  places.coworking,
  places.vpnUsers,
  places.terminalServer,
  places.refurbished,
  places.shifts,
  places.assistant,
  places.namesakes,
  work.agency,
  work.agency,
  work.studio,
  work.graduates,
  work.resumeTemplate,
  work.favourites,
  work.payroll,
  work.bookkeeper,
  work.shopkeeper,
  work.leadAndSubs,
  work.savingsCircle,
  work.remittingSiblings,
  work.coinDealer,
  work.colleagues,
  lives.nomad,
  lives.mover,
  lives.returner,
  lives.twoNames,
  lives.twins,
  lives.loner,
  lives.homeRemote,
  lives.freshStart,
];

/** Honest groups of every kind, each kind as common as this world draws it. */
export function makeLookalikes(world: World, accounts: number, bad: number): Label[] {
  const { rng } = world;
  const labels: Label[] = [];
  const add = (make: Make): void => {
    const made = make(world, world.newId('c'), rng.int(2, 8));
    const possible = slips.filter((slip) => visible(world, slip));
    const seats = made.map(({ seat }) => seat).filter((seat) => seat.payouts.length > 0);
    if (seats.length > 1 && rng.chance(0.2)) {
      rng.pickBy(possible, (slip) => slip.honest).make(world, rng.sample(seats, 2));
    }
    labels.push(...made);
  };
  const rates = kinds.map(() => rng.logBetween(0.3, 3));
  const most = accounts * 0.42;
  for (const [i, make] of kinds.entries()) {
    const groups = rng.poisson((rates[i]! * accounts) / 1000);
    for (let k = 0; k < groups && labels.length < most; k++) add(make);
  }
  while (labels.length < bad * 3) add(rng.pick(kinds));
  return labels;
}
