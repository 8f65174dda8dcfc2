import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { catalogue } from '../server/detection/catalogue/catalogue.ts';
import type { Weights } from '../server/detection/weights/weights.ts';
import { measureWorld } from './measure.ts';
import type { WorldMaker } from './generators.ts';
import { forget, observe, type Observing } from './observed.ts';

/** The small version that is measured again: a world of the shipped generator by every check, one of the other by `npm run test:long`. */
export const guardGenerators = ['first', 'second'];
export const guardAccounts = 1_000;
export const guardSeed = 7;

const guardSchema = z.record(
  z.string(),
  z.object({ ap: z.number(), rings: z.number(), falseClusters: z.number() }),
);
/** By the name of the generator; rings found and false clusters as shares. */
export type Guard = z.infer<typeof guardSchema>;

export const guardFile = new URL('./guard.json', import.meta.url);

export async function recordedGuard(): Promise<Guard> {
  return guardSchema.parse(JSON.parse(await readFile(guardFile, 'utf8')));
}

export async function measureGuard(
  maker: WorldMaker,
  observing: Observing,
  weights: Weights,
): Promise<Guard[string]> {
  const options = { ...observing, accounts: guardAccounts };
  const { world, folder } = await observe(maker, guardSeed, options);
  await forget(folder, options);
  const { score } = measureWorld(world, await catalogue(), weights);
  return {
    ap: rounded(score.ap),
    rings: rounded(score.rings.hit / Math.max(1, score.rings.of)),
    falseClusters: rounded(score.falseClusters.hit / Math.max(1, score.falseClusters.of)),
  };
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
