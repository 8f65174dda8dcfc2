import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { cypherFolder } from '../../../cypher/load-query.ts';
import type { DetectorInfo } from '../../../domain/answers.ts';
import type { Detector, ParameterWords, Parameters } from '../../../domain/detector.ts';
import { words } from '../../../domain/words/index.ts';
import { languageInForce } from '../../../domain/words/language.ts';
import { reasonOf } from '../score/weight-reasons.ts';
import { shippedWeights, termOf } from '../weights/weights.ts';

/** A detector of any parameters and facts, with its id and its query. */
export interface CatalogueEntry extends Detector<Parameters, z.ZodType> {
  id: string;
  query: string;
  /** The query that measures what is usual; null when it needs none. */
  baseline: string | null;
}

const folder = join(cypherFolder, 'detectors');

let loaded: Promise<CatalogueEntry[]> | null = null;

/**
 * Every detector, by id. There is no registry: a `.cypher` and a `.ts` of one stem in
 * `cypher/detectors` are a detector. Throws when one of the two is missing.
 */
export function catalogue(): Promise<CatalogueEntry[]> {
  loaded ??= loadCatalogue();
  return loaded;
}

async function loadCatalogue(): Promise<CatalogueEntry[]> {
  const names = await readdir(folder);
  const stems = new Set(
    names
      .filter((name) => /\.(ts|cypher)$/.test(name))
      .map((name) => basename(name).split('.')[0]!),
  );
  return Promise.all([...stems].sort().map((id) => loadDetector(id, names)));
}

async function loadDetector(id: string, names: readonly string[]): Promise<CatalogueEntry> {
  const baseline = `${id}.baseline.cypher`;
  const [query, measuring, module] = await Promise.all([
    readFile(join(folder, `${id}.cypher`), 'utf8'),
    names.includes(baseline) ? readFile(join(folder, baseline), 'utf8') : null,
    import(`../../../cypher/detectors/${id}.ts`) as Promise<{
      default?: Detector<Parameters, z.ZodType>;
    }>,
  ]);
  if (!module.default)
    throw new Error(`cypher/detectors/${id}.ts must export its detector as the default export.`);
  return { id, query, baseline: measuring, ...module.default };
}

/** The catalogue as the API and the docs show it. */
export function detectorInfo(entry: CatalogueEntry): DetectorInfo {
  const { title, looksFor, blindTo, benign, shows } = entry.words[languageInForce()];
  return {
    id: entry.id,
    version: entry.version,
    title,
    looks_for: looksFor,
    blind_to: blindTo,
    benign: [...benign],
    indicators: [...entry.indicators],
    ...(shows ? { shows } : {}),
    parameters: Object.entries(entry.parameters).map(([name, parameter]) => ({
      name,
      default: typeof parameter.default === 'object' ? [...parameter.default] : parameter.default,
      min: parameter.min ?? null,
      max: parameter.max ?? null,
      ...parameterWords(entry, name),
    })),
    ...namesOf(entry),
    query: entry.query,
    baseline: entry.baseline,
    family: entry.family,
    binds: entry.binds,
    weights: [
      ...(entry.binds
        ? [weighed('link', `bond:${entry.id}`), weighed('link', `tight:${entry.id}`)]
        : []),
      weighed('account', `own:${entry.id}`),
      weighed('account', `plain:${entry.id}`),
    ],
  };
}

/** Why a parameter is as it is, and its unit. */
function parameterWords({ parameters, words }: CatalogueEntry, name: string) {
  const inFrench: Readonly<Record<string, ParameterWords>> = words.fr.parameters;
  const said = (languageInForce() === 'fr' ? inFrench : parameters)[name]!;
  return { unit: said.unit ?? null, why: said.why };
}

/** What parameters, facts and what is measured as usual are called; in English mostly by their own names. */
function namesOf({ words: { en, fr } }: CatalogueEntry): Pick<DetectorInfo, 'names'> {
  if (languageInForce() === 'en') {
    const counts = Object.entries(words.detect.counts).filter(([name]) => name in fr.facts);
    const names: Record<string, string> = { ...Object.fromEntries(counts), ...en.facts };
    return Object.keys(names).length > 0 ? { names } : {};
  }
  const parameters = Object.entries<ParameterWords>(fr.parameters);
  return {
    names: {
      usual_amounts: words.score.usualAmounts,
      ...fr.usual,
      ...fr.facts,
      ...Object.fromEntries(parameters.map(([name, said]) => [name, said.name])),
    },
  };
}

function weighed(model: 'link' | 'account', name: string): DetectorInfo['weights'][number] {
  const weights = shippedWeights()[model];
  return { name, weight: termOf(weights, name).weight, why: reasonOf(weights, name) };
}
