import { createHash } from 'node:crypto';
import { compareText } from '../../../domain/compare-text.ts';
import type { Parameters, Settings } from '../../../domain/detector.ts';
import type { CatalogueEntry } from '../catalogue/catalogue.ts';
import { tablesIn } from '../columns/tables.ts';
import type { Editions } from '../derive/editions.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { programVersion } from '../../platform/version.ts';
import { changesSince, effectOf, type Effect, type GraphChanges } from './graph-changes.ts';
import { derivedNamed, readSet, type ReadSet } from './read-set.ts';
import type { Basis, DetectorBasis } from '../runs/run-parts.ts';

/** An earlier run, and what of the graph has changed since. */
export interface Earlier {
  run: string;
  basis: Basis;
  /** Null: nobody knows. */
  changes: GraphChanges | null;
}

/** The latest run for the same time of which it is known what it rests on. */
export async function earlierRun(database: Database, asOf: string | null): Promise<Earlier | null> {
  const [found] = await database.read<{ run: string; basis: string }>(
    `MATCH (r:SkeinRun {complete: true})
     WHERE r.basis IS NOT NULL AND r.basis_as_of = coalesce($asOf, '')
     RETURN r.id AS run, r.basis AS basis ORDER BY r.started DESC, r.id DESC LIMIT 1`,
    { asOf },
  );
  if (!found) return null;
  const basis = JSON.parse(found.basis) as Basis;
  return { run: found.run, basis, changes: await changesSince(database, basis.loads) };
}

/** Raised when findings come to hold more than before: an earlier run's are then made anew. */
const findingForm = 2;

/** The functions' text too: a strength that is being worked on has no new version yet. */
function digestOf(detector: CatalogueEntry, values: Settings<Parameters>) {
  const { query, baseline, sql, usualSql, version } = detector;
  const { indicators, shows, strength, role } = detector;
  const settings = Object.entries(values).sort(([one], [other]) => compareText(one, other));
  const shown = Object.entries(shows ?? {}).map(([indicator, of]) => `${indicator} ${String(of)}`);
  const functions = [strength, role, detector.messages.headline, indicators, ...shown].map(String);
  const texts = [query, baseline, sql, usualSql];
  const { key, ...near } = detector.grain ?? {};
  const grain = [near, String(key)];
  const all = [programVersion, findingForm, version, texts, settings, functions, grain];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}

interface DetectorReads {
  query: ReadSet;
  baseline: ReadSet | null;
}

function readsOf(detector: CatalogueEntry): DetectorReads {
  const usual = askedForUsual(detector);
  return {
    query: readSet(askedFor(detector)),
    baseline: usual.length === 0 ? null : readSet(usual),
  };
}

/** What is asked of the graph for its findings, what is usual aside. */
function askedFor({ query, sql }: CatalogueEntry): string[] {
  return [query, ...readFor(sql)];
}

function askedForUsual({ baseline, usualSql }: CatalogueEntry): string[] {
  return [...(baseline === null ? [] : [baseline]), ...readFor(usualSql)];
}

/** What is read of the graph for SQL. */
function readFor(sql: string | null): string[] {
  return sql === null ? [] : tablesIn([sql]).map(({ query }) => query);
}

/** What a detector's findings rest on now; `editions` are those after all was inferred. */
export function detectorBasis(
  detector: CatalogueEntry,
  values: Settings<Parameters>,
  usual: Record<string, unknown>,
  editions: Editions,
): DetectorBasis {
  const digest = digestOf(detector, values);
  return { digest, editions: derivedReadBy(detector, editions), usual };
}

/** Of these editions, those of the inferred relations that it may read. */
export function derivedReadBy(detector: CatalogueEntry, editions: Editions): Editions {
  return derivedNamed(readSet([...askedFor(detector), ...askedForUsual(detector)]), editions);
}

/** What an earlier run still says of a detector. */
export interface ReusableFindings {
  /** What is usual still; null when that must be measured anew. */
  usual: Record<string, unknown> | null;
  /** What was usual then. */
  before: Record<string, unknown>;
  /** Whether its findings hold, provided that the same is usual. */
  findings: Effect;
  /** Whether what its query itself reads of what is inferred stands, be it given other rows. */
  sameInferred: boolean;
}

/** Null when the earlier run says nothing that holds. */
export function reusableFindings(
  detector: CatalogueEntry,
  values: Settings<Parameters>,
  earlier: Earlier,
  editions: Editions,
): ReusableFindings | null {
  const known = earlier.basis.detectors[detector.id];
  if (!known || known.digest !== digestOf(detector, values) || earlier.changes === null)
    return null;
  const { changes } = earlier;
  const { query, baseline } = readsOf(detector);
  const same = (reads: ReadSet) =>
    JSON.stringify(derivedNamed(reads, editions)) ===
    JSON.stringify(derivedNamed(reads, known.editions));
  const usualStands =
    baseline === null || (same(baseline) && effectOf(changes, baseline) !== 'read');
  return {
    usual: usualStands ? known.usual : null,
    before: known.usual,
    findings: same(query) ? effectOf(changes, query) : 'read',
    sameInferred: same(readSet([detector.query])),
  };
}
