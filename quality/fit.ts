import type { CatalogueEntry } from '../server/detection/catalogue/catalogue.ts';
import { linksOf } from '../server/detection/link/links.ts';
import { networkOf } from '../server/detection/score/network.ts';
import {
  plainPart,
  termOf,
  type Model,
  type Weights,
} from '../server/detection/weights/weights.ts';
import { isOutside } from './outside.ts';
import type { Row } from '../server/detection/calibrate/map-logistic.ts';
import { fitLogistic, type Fitted } from './logistic.ts';
import type { World } from './world.ts';

/**
 * Measures the weights of links and accounts on labelled worlds. Scores depend on links, and which bond of a
 * family counts depends on the weights: so it is done a few times over.
 */
export interface FitOptions {
  detectors: readonly CatalogueEntry[];
  /** What is assumed of a term before looking; a fit starts from it and is drawn to it. */
  assumed: Weights;
  /** A kind of ring whose accounts the fit may not see. */
  without?: string;
}

const rounds = 3;
/** The inverse variance of what is assumed: little, for the worlds hold hundreds of bad accounts. */
const strength = 1;
/** From this amount on a term counts as shown, in the reasons. */
const shownAmount = 0.3;

/** Throws when it is handed a world that nothing may be fitted on. */
export function fitWeights(worlds: readonly World[], options: FitOptions): Weights {
  const outside = worlds.find(isOutside);
  if (outside) throw new Error(`${outside.name} is there to measure by; nothing is fitted on it.`);
  let weights = options.assumed;
  for (let round = 0; round < rounds; round++) {
    const link = fitModel(
      worlds.flatMap((world) => linkRows(world, options, weights)),
      options.assumed.link,
      'pairs that share something and are of one scheme',
    );
    weights = { ...weights, link };
    const account = fitModel(
      worlds.flatMap((world) => accountRows(world, options, weights)),
      options.assumed.account,
      'accounts that are part of a scheme',
    );
    weights = { ...weights, account };
  }
  return weights;
}

/** The scheme that each account serves, and the accounts that must not be looked at. */
function truthOf({ labels }: World, without: string | undefined) {
  const bad = labels.filter(({ role }) => role !== 'benign');
  return {
    scheme: new Map(bad.map(({ account_id, cluster }) => [account_id, cluster])),
    hidden: new Set(bad.filter(({ kind }) => kind === without).map(({ account_id }) => account_id)),
  };
}

function linkRows(world: World, { detectors, without }: FitOptions, weights: Weights): Row[] {
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
      count: 1,
    }));
}

function accountRows(world: World, { detectors, without }: FitOptions, weights: Weights): Row[] {
  const { scheme, hidden } = truthOf(world, without);
  const { findings, accounts, exitUses } = world;
  const { terms } = networkOf({ findings, detectors, accounts, weights, exitUses });
  const silent = { positive: 0, honest: 0 };
  const rows: Row[] = [];
  for (const account of accounts) {
    if (hidden.has(account)) continue;
    const positive = scheme.has(account);
    const own = terms.get(account) ?? [];
    if (own.length > 0)
      rows.push({
        terms: new Map(own.map(({ name, amount }) => [name, amount])),
        positive,
        count: 1,
      });
    else silent[positive ? 'positive' : 'honest'] += 1;
  }
  return [
    ...rows,
    { terms: new Map(), positive: true, count: silent.positive },
    { terms: new Map(), positive: false, count: silent.honest },
  ];
}

function fitModel(rows: readonly Row[], assumed: Model, who: string): Model {
  const fitted = fitLogistic(rows, {
    prior: assumed.prior,
    weightOf: (term) => assumedOf(assumed, term),
    strength,
  });
  const positives = rows.reduce((sum, row) => sum + (row.positive ? row.count : 0), 0);
  const all = rows.reduce((sum, row) => sum + row.count, 0);
  return {
    prior: round(fitted.prior),
    why: `fitted; ${percent(positives, all)} % of ${all.toLocaleString('en')} are ${who}`,
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
      const bad = showing.filter((row) => row.positive).length;
      const why = `of ${showing.length.toLocaleString('en')} that show it, ${percent(bad, showing.length)} % are part of a scheme`;
      return [name, { weight: round(weight), why }];
    }),
  );
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '0' : ((100 * part) / whole).toFixed(1);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
