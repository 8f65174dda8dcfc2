import { loadQuery } from '../../../cypher/load-query.ts';
import type { CellValue } from '../../../domain/input/cell.ts';
import { columnsOf, keyOfRow } from '../../../domain/schema/graph.ts';
import { RowCheck } from '../../ingest/load/check.ts';
import { tableRecords } from '../../ingest/load/table.ts';
import { storedFrom } from '../../ingest/load/statement.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { extraPrefix } from '../../graph/neo4j/records.ts';

/** An entry with what it says, by property. */
export interface ListEntry {
  /** `list|entry_id`. */
  key: string;
  id: string;
  name: string;
  values: Readonly<Record<string, CellValue>>;
}

/** What a list says, or said. */
export interface ListEntries {
  /** By key. */
  entries: ReadonlyMap<string, ListEntry>;
  /** What it says something of; null where that is not known. */
  properties: ReadonlySet<string> | null;
  /** Ids of rows that cannot be stored: that they are there is all that is known of them. */
  unreadable: ReadonlySet<string>;
}

/** The entries that a `watchlist.csv` names, as a load would read them. */
export async function entriesIn(bytes: AsyncIterable<Buffer>): Promise<ListEntries> {
  const check = new RowCheck('watchlist', '', null);
  const entries = new Map<string, ListEntry>();
  const properties = new Set<string>();
  const unreadable = new Set<string>();
  for await (const records of tableRecords(bytes, 'csv'))
    for (const record of records) {
      if (properties.size === 0) for (const name of record.columns) properties.add(property(name));
      const checked = check.check(record);
      if ('row' in checked) {
        const { key, id, values } = checked.row;
        entries.set(key, { key, id, name: String(values['name']), values });
      } else unreadable.add(record.cells[record.columns.indexOf('entry_id')]?.trim() ?? '');
    }
  return { entries, properties, unreadable };
}

function property(column: string): string {
  return Object.hasOwn(columnsOf('watchlist'), column) ? column : `${extraPrefix}${column}`;
}

/** What the graph holds of a list, that which the list no longer has among it. */
export async function storedEntries(
  database: Database,
  list: string,
): Promise<ReadonlyMap<string, ListEntry>> {
  const rows = await database.read<{
    key: string;
    id: string;
    properties: Record<string, unknown>;
  }>(loadQuery('feeds/entries_of_list'), { list });
  return new Map(
    rows.map(({ key, id, properties }) => {
      const { values } = storedFrom(properties);
      return [key, { key, id, name: String(values['name'] ?? id), values }];
    }),
  );
}

/** Whether the list no longer had it at last: it was not listed anew since. */
export function isDelisted({ values }: ListEntry): boolean {
  const gone = values['delisted_on'];
  return gone !== undefined && String(values['listed_on'] ?? '') <= String(gone);
}

export function entryKey(list: string, id: string): string {
  return keyOfRow('watchlist', { list, entry_id: id });
}
