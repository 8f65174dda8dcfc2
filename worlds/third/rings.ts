import type { Random } from './random.ts';
import type { Regime } from './regime.ts';
import {
  frontAgency,
  ratingBoosters,
  rentedAccounts,
  smallDebits,
  subcontractFronts,
  takenOver,
} from './rings-rented.ts';
import {
  carefulTeam,
  carelessTeam,
  copiedTexts,
  documentMill,
  laptopFarm,
  oneWorker,
  referralChain,
  reopened,
} from './rings-teams.ts';
import type { Label } from './seats.ts';
import type { World } from './state.ts';

interface RingKind {
  make: (world: World, cluster: string, count: number) => Label[];
  least: number;
  most: number;
  needs: string[];
}

const kinds: RingKind[] = [
  { make: carefulTeam, least: 3, most: 8, needs: [] },
  { make: rentedAccounts, least: 3, most: 8, needs: [] },
  { make: ratingBoosters, least: 4, most: 8, needs: ['ratings'] },
  { make: frontAgency, least: 3, most: 8, needs: [] },
  { make: copiedTexts, least: 3, most: 7, needs: ['documents.text'] },
  { make: carelessTeam, least: 3, most: 8, needs: [] },
  { make: documentMill, least: 3, most: 8, needs: ['documents.photo_hash'] },
  { make: reopened, least: 3, most: 5, needs: [] },
  { make: laptopFarm, least: 3, most: 8, needs: [] },
  { make: smallDebits, least: 3, most: 6, needs: [] },
  { make: takenOver, least: 3, most: 7, needs: [] },
  { make: oneWorker, least: 3, most: 6, needs: [] },
  { make: referralChain, least: 3, most: 7, needs: [] },
  { make: subcontractFronts, least: 3, most: 7, needs: [] },
];

/** How common each kind is in this world; what nobody could see does not occur. */
function shares(rng: Random, regime: Regime): Map<RingKind, number> {
  const map = new Map<RingKind, number>();
  for (const kind of kinds) {
    const seen = !kind.needs.some((column) => regime.lost.has(column));
    map.set(kind, seen ? rng.logBetween(0.25, 3) : 0);
  }
  return map;
}

/** Rings until so many accounts are bad. */
export function makeRings(world: World, accounts: number): Label[] {
  const { rng, regime } = world;
  const share = shares(rng, regime);
  const labels: Label[] = [];
  while (labels.length < accounts) {
    const kind = rng.pickBy(kinds, (each) => share.get(each)!);
    const size = Math.min(rng.int(kind.least, kind.most), rng.int(kind.least, kind.most) + 1);
    labels.push(...kind.make(world, world.newId('c'), size));
  }
  return labels;
}
