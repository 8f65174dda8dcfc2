import { loadQuery } from '../../../cypher/load-query.ts';
import type { TriageItem } from '../../../domain/disposition.ts';
import { messages } from '../../../domain/messages/index.ts';
import { triageUndone } from '../../trust/custody/acts.ts';
import { recorded } from '../../trust/custody/recorded.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import {
  differing,
  refuse,
  store,
  untouched,
  wantedItems,
  type Acting,
  type Wanted,
} from './change.ts';
import { decidedOf, stampedId, type Disposition, type Entry } from './disposition.ts';
import { localizeItems, type Item } from './items.ts';

const text = messages.triage.problems;

/** The last thing that was done to a disposition, comments aside. */
interface LastEntry {
  disposition: string;
  entry: string;
  by: string;
  /** The disposition as it was before; null where the entry is none of a person's changes. */
  was: string | null;
}

/**
 * Takes back what somebody has just changed, all or none: each item is again as it was before, and the history says both.
 * What was taken back counts in no figure. Throws NotFoundError, and ConflictError where another has changed an item since,
 * or where nothing of one's own is to be taken back.
 */
export async function undoItems(
  database: Database,
  acting: Acting,
  wanted: readonly Wanted[],
): Promise<TriageItem[]> {
  const { run, known } = await wantedItems(database, acting, wanted);
  const last = await lastEntries(database, known);
  refuse(known, (item, at) => refusal(item, wanted[at]!, lastOf(last, item), acting));
  const undone = known.map((item, at) => undoneItem(item, lastOf(last, item)!, acting, run, at));
  const draft = triageUndone(undone.map(({ was }) => decidedOf(was)));
  await recorded(acting.home, draft, () =>
    store(
      database,
      undone,
      undone.map(({ item }) => lastOf(last, item)!.entry),
    ),
  );
  return localizeItems(undone.map(({ item, is }) => ({ ...item, disposition: is })));
}

async function lastEntries(database: Database, items: readonly Item[]): Promise<LastEntry[]> {
  return database.read<LastEntry>(loadQuery('triage/last_entries'), {
    dispositions: items.flatMap(({ disposition }) => disposition?.id ?? []),
  });
}

function lastOf(last: readonly LastEntry[], { disposition }: Item): LastEntry | undefined {
  return last.find((one) => one.disposition === disposition?.id);
}

function refusal(
  { id, disposition }: Item,
  { rests_on }: Wanted,
  last: LastEntry | undefined,
  { by }: Acting,
): string | null {
  if (!disposition || !last || last.was === null) return text.nothingToUndo(id);
  if (disposition.revision !== rests_on || last.by !== by)
    return text.overtaken(id, disposition.changed_by, disposition.changed);
  return null;
}

function undoneItem(
  item: Item,
  last: LastEntry,
  acting: Acting,
  run: string,
  place: number,
): { item: Item; was: Disposition; is: Disposition; entry: Entry } {
  const was = item.disposition!;
  const before = JSON.parse(last.was!) as Disposition | null;
  const { id, run: of_run, subject, of, kind, title, score, members, lineage, joined } = was;
  const is: Disposition = {
    ...(before ?? untouched(item, run, acting, place)),
    // What it is about is as the latest run has it; what was decided of it is as before.
    ...{ id, run: of_run, subject, of, kind, title, score, members, lineage, joined },
    ...{ revision: was.revision + 1, changed: acting.now, changed_by: acting.by },
  };
  const entry: Entry = {
    ...{ id: stampedId('E', acting.now, place), kind: 'undone', at: acting.now, by: acting.by },
    ...{ disposition: id, why: null, news: [], ...differing(was, is) },
  };
  return { item, was, is, entry };
}
