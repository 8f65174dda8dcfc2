/**
 * Ratios of Skein's work to that of what it stands beside, at a small size, which CI measures again. They are of seconds of
 * the processor: on a machine that does much else, those of the clock say nothing.
 */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Work } from './works.ts';

export const ratiosFile = new URL('./ratios.json', import.meta.url);
export const ratioAccounts = 2_000;

const ratioSchema = z.object({
  /** The middle of several runs. */
  usual: z.number().positive(),
  /** The least and the most of them: the noise. */
  least: z.number().positive(),
  most: z.number().positive(),
  runs: z.int().positive(),
});

/** By what the work is called. */
const ratiosSchema = z.record(z.string(), ratioSchema);
export type Ratios = z.infer<typeof ratiosSchema>;

export async function recordedRatios(): Promise<Ratios> {
  return ratiosSchema.parse(JSON.parse(await readFile(ratiosFile, 'utf8')));
}

/** Of one run, by what the work is called. */
export function ratiosOf(works: readonly Work[]): Map<string, number> {
  return new Map(
    works.flatMap(({ what, processor }) =>
      processor ? [[what, processor.ours / processor.beside] as const] : [],
    ),
  );
}

export function recorded(runs: readonly ReadonlyMap<string, number>[]): Ratios {
  const names = [...runs[0]!.keys()];
  return Object.fromEntries(
    names.map((name) => {
      const found = runs.map((run) => rounded(run.get(name)!)).sort((x, y) => x - y);
      const usual = found[found.length >> 1]!;
      return [name, { usual, least: found[0]!, most: found.at(-1)!, runs: found.length }];
    }),
  );
}

/** The usual one, worse by as much as the runs were apart; by a half at the least: another machine may be better at the one than at the other. */
export function worstOf({ usual, least, most }: Ratios[string]): number {
  return Math.max(usual * (most / least), most * leastMargin);
}

const leastMargin = 1.5;

/** A sentence for each work that is worse than noise explains, or of which nothing was recorded or measured. */
export function worsened(measured: ReadonlyMap<string, number>, known: Ratios): string[] {
  const names = [...new Set([...Object.keys(known), ...measured.keys()])];
  return names.flatMap((name) => {
    const [ratio, before] = [measured.get(name), known[name]];
    if (ratio === undefined) return [`${name}: it was not measured.`];
    if (before === undefined) return [`${name}: no ratio is recorded.`];
    const worst = worstOf(before);
    if (ratio <= worst) return [];
    return [
      `${name}: ${ratio.toFixed(2)} times the other’s seconds of the processor; it was ${before.usual}, and noise explains ${worst.toFixed(2)}.`,
    ];
  });
}

const rounded = (value: number) => Math.round(value * 1_000) / 1_000;
