import type { Parameters, Settings } from '../../../domain/detector.ts';
import type { Finding, Source } from '../../../domain/finding.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { assembleFinding, type DetectorRow } from '../findings/assemble.ts';
import { citing } from '../findings/cited.ts';
import type { CatalogueEntry } from '../catalogue/catalogue.ts';
import type { Columns } from '../columns/columns.ts';
import { openColumns } from '../columns/open-columns.ts';

/** Later than any time the contract can hold. */
export const endOfTime = '9999-12-31T23:59:59.999Z';

export interface DetectorContext {
  /** The values of its parameters. */
  settings: Settings<Parameters>;
  asOf: string | null;
  sourceOf: (ref: string) => Source;
  /** The most rows that its query may bring, where that is not for its author to say. */
  most?: number;
}

export interface DetectorResult {
  findings: Finding[];
  /** What is usual on the platform, as its baseline query says; a run keeps it. */
  usual: Record<string, unknown>;
}

/** Runs one detector over the graph as it is, and writes nothing. Throws when its query breaks its promise. */
export async function runDetector(
  database: Database,
  detector: CatalogueEntry,
  running: DetectorContext,
): Promise<DetectorResult> {
  const columns = openColumns(database, sqlOf([detector]));
  try {
    const own = { ...running, columns };
    const usual = await measureUsual(database, detector, own);
    return { findings: await findingsOf(database, detector, usual, own), usual };
  } finally {
    await columns.close();
  }
}

/** What these detectors count over columns. */
export function sqlOf(detectors: readonly CatalogueEntry[]): string[] {
  return detectors.flatMap(({ sql, usualSql }) => [sql, usualSql].filter((text) => text !== null));
}

/** What is usual on the platform, as its baseline says. */
export async function measureUsual(
  database: Database,
  { baseline, usualSql }: CatalogueEntry,
  { settings, asOf, columns }: Pick<DetectorContext, 'settings' | 'asOf'> & { columns: Columns },
): Promise<Record<string, unknown>> {
  const params = { ...settings, as_of: asOf ?? endOfTime };
  if (usualSql !== null) return columns.one(usualSql, params);
  if (baseline === null) return {};
  const [row] = await database.read<Record<string, unknown>>(baseline, params);
  return row ?? {};
}

/** What it finds, given what is usual. `columns` must have been opened with what the detector counts over them. */
export async function findingsOf(
  database: Database,
  detector: CatalogueEntry,
  usual: Record<string, unknown>,
  { settings, asOf, sourceOf, most = Infinity, columns }: DetectorContext & { columns: Columns },
): Promise<Finding[]> {
  const params = { ...settings, ...usual, as_of: asOf ?? endOfTime };
  const keys = new Set<string>();
  const findings: Finding[] = [];
  await eachRow(database, detector, { params, columns }, (row) => {
    if (keys.has(row.key))
      throw new Error(messages.detect.badQuery(detector.id, messages.detect.keyTwice(row.key)));
    if (keys.size >= most)
      throw new Error(messages.detect.badQuery(detector.id, messages.detect.tooManyRows(most)));
    keys.add(row.key);
    const finding = assembleFinding(detector, row, { settings, sourceOf, asOf });
    if (finding) findings.push(finding);
  });
  return findings;
}

/** Takes what the query returns: once, or for each batch of what was counted for it, where it takes that as `$rows`. */
async function eachRow(
  database: Database,
  { id, query, sql }: CatalogueEntry,
  { params, columns }: { params: Record<string, unknown>; columns: Columns },
  take: (row: DetectorRow) => void,
): Promise<void> {
  const cited = citing(query);
  if (cited === null) throw new Error(messages.detect.badQuery(id, messages.detect.columnsUnnamed));
  // A person's query in the place of the detector's own may do without.
  if (sql === null || !/\$rows\b/.test(query)) await database.each(cited, params, take);
  else
    for await (const rows of columns.ask(sql, params))
      await database.each(cited, { ...params, rows }, take);
}
