import type { CatalogueEntry } from '../server/detection/catalogue/catalogue.ts';
import type { Weights } from '../server/detection/weights/weights.ts';
import { fitWeights } from './fit.ts';
import { measureWorld, precisionOnKind } from './measure.ts';
import { mean } from './figures.ts';
import type { World } from './world.ts';

/** Average precision on a kind of ring that the weights had never seen, beside what it is when they had. */
export interface LeftOut {
  kind: string;
  unseen: number;
  seen: number;
}

/** Fits without one kind after the other on `training`, and measures that kind on `held`. */
export function leaveKindsOut(
  training: ReadonlyMap<string, readonly World[]>,
  held: readonly World[],
  detectors: readonly CatalogueEntry[],
  { assumed, fitted }: { assumed: Weights; fitted: Weights },
): LeftOut[] {
  return kindsOf(held).map((kind) => ({
    kind,
    unseen: onKind(
      held,
      detectors,
      fitWeights(training, { detectors, assumed, without: kind }),
      kind,
    ),
    seen: onKind(held, detectors, fitted, kind),
  }));
}

function onKind(
  worlds: readonly World[],
  detectors: readonly CatalogueEntry[],
  weights: Weights,
  kind: string,
): number {
  const figures = worlds.map((world) =>
    precisionOnKind(measureWorld(world, detectors, weights), kind),
  );
  return mean(figures.filter((figure) => figure !== null));
}

function kindsOf(worlds: readonly World[]): string[] {
  const labels = worlds.flatMap((world) => world.labels);
  return [
    ...new Set(labels.filter(({ role }) => role !== 'benign').map(({ kind }) => kind)),
  ].sort();
}

/** Mean average precision on a generator's worlds by weights that no world of it helped to fit, beside the shipped ones. */
export interface LeftOutGenerator {
  generator: string;
  unseen: number;
  seen: number;
}

/**
 * Fits links and accounts without one generator after the other, and measures that one. One on which nothing is fitted
 * is left out by the shipped weights already.
 */
export function leaveGeneratorsOut(
  training: ReadonlyMap<string, readonly World[]>,
  held: ReadonlyMap<string, readonly World[]>,
  detectors: readonly CatalogueEntry[],
  { assumed, fitted }: { assumed: Weights; fitted: Weights },
): LeftOutGenerator[] {
  return [...held].map(([generator, worlds]) => {
    const seen = meanPrecision(worlds, detectors, fitted);
    if (!training.get(generator)?.length) return { generator, unseen: seen, seen };
    const others = new Map([...training].filter(([name]) => name !== generator));
    const weights = fitWeights(others, { detectors, assumed });
    return { generator, unseen: meanPrecision(worlds, detectors, weights), seen };
  });
}

function meanPrecision(
  worlds: readonly World[],
  detectors: readonly CatalogueEntry[],
  weights: Weights,
): number {
  return mean(worlds.map((world) => measureWorld(world, detectors, weights).score.ap));
}
