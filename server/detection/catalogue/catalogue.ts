import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { cypherFolder } from '../../../cypher/load-query.ts';
import { z } from 'zod';
import type { DetectorInfo } from '../../../domain/answers.ts';
import type {
  AnyDetectorIn,
  Detector,
  DetectorMessages,
  Parameters,
} from '../../../domain/detector.ts';
import { withGiven } from '../../../domain/given.ts';
import { messages } from '../../../domain/messages/index.ts';
import { activeLanguage } from '../../../domain/messages/language.ts';
import { saidIn } from '../../platform/languages.ts';
import { reasonOf } from '../score/weight-reasons.ts';
import { shippedWeights, termOf, type Weights } from '../weights/weights.ts';

/** A detector of any parameters and facts, with its id and its query. */
export interface CatalogueEntry extends Detector<Parameters, z.ZodType> {
  id: string;
  query: string;
  /** The query that measures what is usual, of rows of SQL where there is such too; null when it needs none, or SQL says all of it. */
  baseline: string | null;
  /** What is counted over columns before the query runs, in SQL; null where the query counts by itself. */
  sql: string | null;
  /** What is usual, in SQL over columns, or what the query makes that of; null when it needs none, or asks a query alone. */
  usualSql: string | null;
  /** What other languages than English say of it, as far as they do. */
  translated: ReadonlyMap<string, AnyDetectorIn>;
}

const folder = join(cypherFolder, 'detectors');

let loaded: Promise<CatalogueEntry[]> | null = null;

/**
 * Every detector, by id. There is no registry: a `.cypher` and a `.ts` of one stem in
 * `cypher/detectors` are a detector; an `.sql` beside them counts for it. Throws when one of the two is missing.
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
  const textOf = (name: string) =>
    names.includes(name) ? readFile(join(folder, name), 'utf8') : Promise.resolve(null);
  const [query, baseline, sql, usualSql, module, translated] = await Promise.all([
    readFile(join(folder, `${id}.cypher`), 'utf8'),
    textOf(`${id}.baseline.cypher`),
    textOf(`${id}.sql`),
    textOf(`${id}.baseline.sql`),
    import(`../../../cypher/detectors/${id}.ts`) as Promise<{
      default?: Detector<Parameters, z.ZodType>;
    }>,
    saidIn<AnyDetectorIn>(`detectors/${id}`),
  ]);
  if (!module.default)
    throw new Error(`cypher/detectors/${id}.ts must export its detector as the default export.`);
  return { id, query, baseline, sql, usualSql, translated, ...module.default };
}

/** What a detector says in the language in force, in English where that has nothing. */
export function messagesOf({
  messages: words,
  translated,
}: CatalogueEntry): DetectorMessages<unknown> {
  return withGiven(words, translated.get(activeLanguage()));
}

/** The catalogue as the API and the docs show it, with what it weighs: by what is shipped, where nothing else is said. */
export function detectorInfo(entry: CatalogueEntry, by: Weights = shippedWeights()): DetectorInfo {
  const weighed = (model: 'link' | 'account', name: string) => ({
    ...{ name, weight: termOf(by[model], name).weight, why: reasonOf(by[model], name) },
  });
  const { title, looksFor, blindTo, benign, shows } = messagesOf(entry);
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
    sql: entry.sql,
    usual_sql: entry.usualSql,
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
function parameterWords({ parameters, translated }: CatalogueEntry, name: string) {
  const { unit, why } = parameters[name]!;
  const said = translated.get(activeLanguage())?.parameters?.[name];
  return { unit: said?.unit ?? unit ?? null, why: said?.why ?? why };
}

/** The facts that a query returns, by name. */
export function factNames(facts: z.ZodType): readonly string[] {
  const asked = facts instanceof z.ZodPipe ? facts.in : facts;
  return asked instanceof z.ZodObject ? Object.keys(asked.shape) : [];
}

/** What parameters, facts and what is measured as usual are called, where that is not by their own names. */
function namesOf({
  facts,
  messages: english,
  translated,
}: CatalogueEntry): Pick<DetectorInfo, 'names'> {
  const ofFacts = new Set(factNames(facts));
  const counts = Object.entries(messages.detect.counts).filter(([name]) => ofFacts.has(name));
  const its = translated.get(activeLanguage());
  const parameters = Object.entries(its?.parameters ?? {}).map(
    ([name, said]) => [name, said?.name] as const,
  );
  const names: Record<string, string | undefined> = {
    ...Object.fromEntries(counts),
    ...english.facts,
    ...(activeLanguage() === 'en' ? {} : { usual_amounts: messages.score.usualAmounts }),
    ...its?.usual,
    ...its?.facts,
    ...Object.fromEntries(parameters),
  };
  const said = Object.entries(names).filter((one): one is [string, string] => one[1] !== undefined);
  return said.length > 0 ? { names: Object.fromEntries(said) } : {};
}
