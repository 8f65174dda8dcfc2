import type { Parameters, Settings } from '../../../domain/detector.ts';
import type { Finding, Source } from '../../../domain/finding.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { assembleFinding, type DetectorRow } from '../findings/assemble.ts';
import { citing } from '../findings/cited.ts';
import type { CatalogueEntry } from '../catalogue/catalogue.ts';
import { batchRows } from '../columns/rows.ts';
import type { ColumnRow, Columns } from '../columns/columns.ts';
import type { Groups } from '../increment/groups.ts';
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
    const findings: Finding[] = [];
    await eachFinding(database, detector, usual, own, (finding) => findings.push(finding));
    return { findings, usual };
  } finally {
    await columns.close();
  }
}

/** What these detectors count over columns. */
export function sqlOf(detectors: readonly CatalogueEntry[]): string[] {
  return detectors.flatMap(({ sql, usualSql }) => [sql, usualSql].filter((text) => text !== null));
}

/** What is usual on the platform, as its baseline says; where that is both SQL and Cypher, Cypher makes it of the rows counted. */
export async function measureUsual(
  database: Database,
  { baseline, usualSql }: CatalogueEntry,
  { settings, asOf, columns }: Pick<DetectorContext, 'settings' | 'asOf'> & { columns: Columns },
): Promise<Record<string, unknown>> {
  const params = { ...settings, as_of: asOf ?? endOfTime };
  if (baseline === null) return usualSql === null ? {} : columns.one(usualSql, params);
  const rows = usualSql === null ? [] : await columns.all(usualSql, params);
  const [row] = await database.read<Record<string, unknown>>(baseline, { ...params, rows });
  return row ?? {};
}

interface Asking extends DetectorContext {
  columns: Columns;
  /** Where it is asked by groups: leaves out those of which earlier findings hold. */
  groups?: Groups | null;
}

/**
 * Hands over what it finds, one finding after the other, given what is usual. `columns` must have been opened with what the
 * detector counts over them.
 */
export async function eachFinding(
  database: Database,
  detector: CatalogueEntry,
  usual: Record<string, unknown>,
  { settings, asOf, sourceOf, most = Infinity, columns, groups = null }: Asking,
  take: (finding: Finding) => void,
): Promise<void> {
  const params = { ...settings, ...usual, as_of: asOf ?? endOfTime };
  const keys = new Set<string>();
  await eachRow(database, detector, { params, columns, groups }, (row) => {
    if (keys.has(row.key))
      throw new Error(messages.detect.badQuery(detector.id, messages.detect.keyTwice(row.key)));
    if (keys.size >= most)
      throw new Error(messages.detect.badQuery(detector.id, messages.detect.tooManyRows(most)));
    keys.add(row.key);
    const finding = assembleFinding(detector, row, { settings, sourceOf, asOf });
    if (finding) take(finding);
  });
}

/** Takes what the query returns: once, or for each batch of what was counted for it, where it takes that as `$rows`. */
async function eachRow(
  database: Database,
  { id, query, sql }: CatalogueEntry,
  {
    params,
    columns,
    groups,
  }: { params: Record<string, unknown>; columns: Columns; groups: Groups | null },
  take: (row: DetectorRow) => void,
): Promise<void> {
  const cited = citing(query);
  if (cited === null) throw new Error(messages.detect.badQuery(id, messages.detect.columnsUnnamed));
  // A person's query in the place of the detector's own may do without.
  if (sql === null || !/\$rows\b/.test(query)) await database.each(cited, params, take);
  else
    for await (const rows of askedAbout(columns.ask(sql, params), groups))
      await database.each(cited, { ...params, rows }, take);
}

/** The rows of the groups that are asked about, in batches as large as there are. */
async function* askedAbout(
  batches: AsyncIterable<ColumnRow[]>,
  groups: Groups | null,
): AsyncGenerator<ColumnRow[]> {
  let asked: ColumnRow[] = [];
  for await (const rows of batches) {
    const own = groups ? groups.among(rows) : rows;
    // What is large enough already goes as it came.
    asked = asked.length === 0 ? own : [...asked, ...own];
    if (asked.length < batchRows) continue;
    yield asked;
    asked = [];
  }
  if (asked.length > 0) yield asked;
}
