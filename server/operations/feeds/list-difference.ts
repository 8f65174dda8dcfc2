import { compareText } from '../../../domain/compare-text.ts';
import type { CellValue } from '../../../domain/input/cell.ts';
import type { EntryChange } from '../../../domain/feed.ts';
import { extraPrefix } from '../../graph/neo4j/records.ts';
import { entryKey, type ListEntries, type ListEntry } from './list-entries.ts';

/** An entry that both editions have, and say otherwise. */
interface ChangedEntry {
  before: ListEntry;
  after: ListEntry;
  columns: EntryChange['columns'];
}

/** What an edition changed against the one before, each by key. */
export interface EntryDifference {
  added: ListEntry[];
  changed: ChangedEntry[];
  removed: ListEntry[];
}

/** What says which entry it is, of which edition, and since when: no content of the entry's own. */
const aside = new Set(['entry_id', 'list', 'list_published_on', 'listed_on', 'delisted_on']);

/** Compares two editions of one list; the order within a cell that lists things says nothing. */
export function differenceOf(
  before: ListEntries,
  after: ListEntries,
  list: string,
): EntryDifference {
  const stillThere = new Set([...after.unreadable].map((id) => entryKey(list, id)));
  const difference: EntryDifference = { added: [], changed: [], removed: [] };
  for (const [key, entry] of after.entries) {
    const earlier = before.entries.get(key);
    if (!earlier) {
      difference.added.push(entry);
      continue;
    }
    const columns = changesOf(earlier, entry, comparable(before, after, earlier, entry));
    if (columns.length > 0) difference.changed.push({ before: earlier, after: entry, columns });
  }
  for (const [key, entry] of before.entries)
    if (!after.entries.has(key) && !stillThere.has(key)) difference.removed.push(entry);
  const byKey = (one: ListEntry, other: ListEntry) => compareText(one.key, other.key);
  difference.added.sort(byKey);
  difference.changed.sort((one, other) => byKey(one.after, other.after));
  difference.removed.sort(byKey);
  return difference;
}

/** What of two entries can be compared: of the graph it is not known which edition said what. */
function comparable(
  before: ListEntries,
  after: ListEntries,
  ...entries: readonly ListEntry[]
): string[] {
  const all = new Set(entries.flatMap(({ values }) => Object.keys(values)));
  const known = before.properties === null ? after.properties : null;
  return [...all].filter((name) => !aside.has(name) && (known?.has(name) ?? true)).sort();
}

function changesOf(
  { values: before }: ListEntry,
  { values: after }: ListEntry,
  properties: readonly string[],
): EntryChange['columns'] {
  return properties
    .filter((name) => !isSame(before[name], after[name]))
    .map((name) => ({
      column: name.startsWith(extraPrefix) ? name.slice(extraPrefix.length) : name,
      before: before[name] ?? null,
      after: after[name] ?? null,
    }));
}

function isSame(one: CellValue | undefined, other: CellValue | undefined): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  const items = new Set(other);
  return new Set(one).size === items.size && one.every((item) => items.has(item));
}
