import type { CatalogueEntry } from '../server/detection/catalogue/catalogue.ts';
import { families } from '../domain/detector.ts';
import { linksOf } from '../server/detection/link/links.ts';
import { nothingJudged } from '../server/detection/link/judged-pairs.ts';
import { silentShare } from '../server/detection/weights/silent.ts';
import { termsOf } from '../server/detection/score/terms.ts';
import {
  plainPart,
  termOf,
  type Model,
  type Weights,
} from '../server/detection/weights/weights.ts';
import { drawnPlatform } from './drawn.ts';
import { priorWeights } from '../server/detection/weights/prior-weights.ts';
import { isOutside } from './outside.ts';
import type { Row } from '../server/detection/calibrate/map-logistic.ts';
import { mean } from './figures.ts';
import { fitLogistic, type Fitted } from './logistic.ts';
import { measureWorld } from './measure.ts';
import type { World } from './world.ts';

/**
 * Measures the weights of links and accounts on labelled worlds. Each generator counts as much as any other, however many
 * worlds it has, but for the one whose worlds are then ordered worst: it counts twice, and all is fitted once more. Of each
 * world platforms are drawn anew besides. Every weight is drawn firmly to the prior weight that its
 * detector declares, and none falls below a share of that. Scores depend on links, and which bond of a family counts
 * depends on the weights: so it is done a few times over.
 */
export interface FitOptions {
  detectors: readonly CatalogueEntry[];
  /** What is assumed of a term that is no detector's own, before looking. */
  assumed: Weights;
  /** A kind of ring whose accounts the fit may not see. */
  without?: string;
}

const rounds = 3;
/** The inverse variance of a prior weight: as much as some fifty accounts that show it say. */
const strength = 10;
/** What the advisory names keeps this share of its prior weight, however common the honest are that show it in worlds. */
const leastShare = 0.25;
/** Platforms drawn of each world, beside the world as it is. */
const drawsPerWorld = 4;
/** From this amount on a term counts as shown, in the reasons. */
const shownAmount = 0.3;

/** A platform to fit on, and how much its rows count. */
interface Platform {
  world: World;
  weight: number;
}

/** By generator. Throws when it is handed a world that nothing may be fitted on. */
export function fitWeights(
  training: ReadonlyMap<string, readonly World[]>,
  options: FitOptions,
): Weights {
  const outside = [...training.values()].flat().find(isOutside);
  if (outside) throw new Error(`${outside.name} is there to measure by; nothing is fitted on it.`);
  const worlds = new Map([...training].filter(([, { length }]) => length > 0));
  const evenly = fitCounting(worlds, options, null);
  if (worlds.size < 2) return evenly;
  return fitCounting(worlds, options, worstOrdered(worlds, options.detectors, evenly));
}

/** Chosen by what it gained on generators that were left out, .003 to .005 on each; four times gained no more. */
const worstCounts = 2;

function worstOrdered(
  training: ReadonlyMap<string, readonly World[]>,
  detectors: FitOptions['detectors'],
  weights: Weights,
): string {
  const ordered = [...training].map(([generator, worlds]) => ({
    generator,
    ap: mean(worlds.map((world) => measureWorld(world, detectors, weights).score.ap)),
  }));
  return ordered.reduce((worst, one) => (one.ap < worst.ap ? one : worst)).generator;
}

function fitCounting(
  training: ReadonlyMap<string, readonly World[]>,
  options: FitOptions,
  worst: string | null,
): Weights {
  const platforms = platformsOf(training, options.detectors, worst);
  const priors = priorWeights(options.detectors);
  let weights = options.assumed;
  for (let round = 0; round < rounds; round++) {
    const link = fitModel(
      platforms.flatMap((platform) => linkRows(platform, options, weights)),
      options.assumed.link,
      { who: 'pairs that share something and are of one scheme', priors: priors.link },
    );
    weights = { ...weights, link };
    const account = fitModel(
      platforms.flatMap((platform) => accountRows(platform, options, weights)),
      options.assumed.account,
      { who: 'accounts that are part of a scheme', priors: priors.account },
    );
    weights = { ...weights, account };
  }
  return weights;
}

function platformsOf(
  training: ReadonlyMap<string, readonly World[]>,
  detectors: FitOptions['detectors'],
  worst: string | null,
): Platform[] {
  const most = Math.max(...[...training.values()].map(({ length }) => length));
  return [...training].flatMap(([generator, worlds]) => {
    const each = most / worlds.length / (1 + drawsPerWorld);
    const weight = generator === worst ? worstCounts * each : each;
    return worlds.flatMap((world, index) =>
      [world, ...draws(world, index, detectors)].map((one) => ({ world: one, weight })),
    );
  });
}

function draws(world: World, index: number, detectors: FitOptions['detectors']): World[] {
  return Array.from({ length: drawsPerWorld }, (_, draw) =>
    drawnPlatform(world, 1_000 * (index + 1) + draw, detectors),
  );
}

/** The scheme that each account serves, and the accounts that must not be looked at. */
function truthOf({ labels }: World, without: string | undefined) {
  const bad = labels.filter(({ role }) => role !== 'benign');
  return {
    scheme: new Map(bad.map(({ account_id, cluster }) => [account_id, cluster])),
    hidden: new Set(bad.filter(({ kind }) => kind === without).map(({ account_id }) => account_id)),
  };
}

function linkRows(
  { world, weight }: Platform,
  { detectors, without }: FitOptions,
  weights: Weights,
): Row[] {
  const { scheme, hidden } = truthOf(world, without);
  const links = linksOf(world.findings, {
    detectors,
    accounts: world.accounts.length,
    model: weights.link,
  });
  return links
    .filter(({ a, b }) => !hidden.has(a) && !hidden.has(b))
    .map(({ a, b, parts }) => ({
      terms: new Map(
        parts.flatMap(({ detector, amount }): [string, number][] => [
          [`bond:${detector}`, amount],
          ...(plainPart(amount) > 0
            ? [[`tight:${detector}`, plainPart(amount)] as [string, number]]
            : []),
        ]),
      ),
      positive: scheme.has(a) && scheme.get(a) === scheme.get(b),
      count: weight,
    }));
}

function accountRows(
  { world, weight }: Platform,
  { detectors, without }: FitOptions,
  weights: Weights,
): Row[] {
  const { scheme, hidden } = truthOf(world, without);
  const { findings, accounts: all } = world;
  const accounts = all.length;
  const links = linksOf(findings, { detectors, accounts, model: weights.link });
  const silentHere = silentShare(detectors, new Set(world.recorded ?? families), weights.account);
  const { terms } = termsOf({
    ...{ detectors, findings, links, accounts, judged: nothingJudged, silent: silentHere },
  });
  const silent = { positive: 0, honest: 0 };
  const rows: Row[] = [];
  for (const account of all) {
    if (hidden.has(account)) continue;
    const positive = scheme.has(account);
    const own = terms.get(account) ?? [];
    if (own.length > 0)
      rows.push({
        terms: new Map(own.map(({ name, amount }) => [name, amount])),
        positive,
        count: weight,
      });
    else silent[positive ? 'positive' : 'honest'] += weight;
  }
  return [
    ...rows,
    { terms: new Map(), positive: true, count: silent.positive },
    { terms: new Map(), positive: false, count: silent.honest },
  ];
}

function fitModel(
  rows: readonly Row[],
  assumed: Model,
  { who, priors }: { who: string; priors: ReadonlyMap<string, number> },
): Model {
  const weightOf = (term: string) => priors.get(term) ?? assumedOf(assumed, term);
  const fitted = fitLogistic(rows, {
    prior: assumed.prior,
    weightOf,
    strength,
    floorOf: (term) => leastShare * weightOf(term),
  });
  const positives = countOf(rows.filter(({ positive }) => positive));
  const all = countOf(rows);
  return {
    prior: round(fitted.prior),
    why: `fitted; ${percent(positives, all)} % of ${whole(all)} are ${who}`,
    terms: {
      ...Object.fromEntries(Object.entries(assumed.terms).filter(([name]) => name.endsWith(':*'))),
      ...reasoned(rows, fitted),
    },
  };
}

/** Only the assumption by kind: an earlier fit is not evidence for this one. */
function assumedOf(assumed: Model, term: string): number {
  return termOf(assumed, `${term.slice(0, term.indexOf(':'))}:*`).weight;
}

function reasoned(rows: readonly Row[], { weights }: Fitted): Model['terms'] {
  return Object.fromEntries(
    [...weights].map(([name, weight]) => {
      const showing = rows.filter((row) => (row.terms.get(name) ?? 0) >= shownAmount);
      const shown = countOf(showing);
      const bad = countOf(showing.filter(({ positive }) => positive));
      const why = `of ${whole(shown)} that show it, ${percent(bad, shown)} % are part of a scheme`;
      return [name, { weight: round(weight), why }];
    }),
  );
}

/** How many they stand for: as many as were observed, each generator's as many as any other's. */
function countOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}

function whole(count: number): string {
  return Math.round(count).toLocaleString('en');
}

function percent(part: number, of: number): string {
  return of === 0 ? '0' : ((100 * part) / of).toFixed(1);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
