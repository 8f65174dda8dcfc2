import { del, entries, get, set } from 'idb-keyval';
import type { BoardContent } from '../../../../domain/case.ts';
import type { Subject } from '../../subject/subject.ts';
import { isOver, keyOf, patienceMs, unsavedStore as store } from './remembering.ts';

/** What somebody has made of a graph that is kept on no board, remembered in the browser. */
export interface Unsaved {
  /** The graph as it was opened, and what it was made into. */
  base: BoardContent;
  content: BoardContent;
  at: string;
}

/** So many graphs are remembered, those of longest ago forgotten first. */
const mostKept = 60;

/** What was put on a board of a case: the last change that is still on its way here is not to bring it back. */
const dropped = new Set<string>();

/** By whose work it is, by the database, as another has other things under the same ids, and by what was opened. */
export function unsavedKey(person: string, database: string, subject: Subject): string {
  return keyOf(person, `${database} ${JSON.stringify(subject)}`);
}

/** A browser that keeps nothing (a private window, a full disk) remembers nothing. */
export async function keepUnsaved(key: string, unsaved: Unsaved): Promise<void> {
  if (dropped.has(key) || isOver) return;
  await set(key, unsaved, store).catch(() => undefined);
  await forgetOldest().catch(() => undefined);
}

/** Where the last change lies that the page was left with. */
const lastKey = 'skein-unsaved-last';

/** As the page goes: what the store is asked for then may come too late, so it is kept beside it as well. */
export function keepLast(key: string, unsaved: Unsaved): void {
  if (dropped.has(key) || isOver) return;
  try {
    sessionStorage.setItem(lastKey, JSON.stringify({ key, unsaved }));
  } catch {
    // Too large for it, or a browser that keeps nothing: the store alone remembers.
  }
}

function takeLast(key: string): Unsaved | null {
  try {
    const left = JSON.parse(sessionStorage.getItem(lastKey) ?? 'null') as {
      key: string;
      unsaved: Unsaved;
    } | null;
    if (left?.key !== key) return null;
    sessionStorage.removeItem(lastKey);
    return left.unsaved;
  } catch {
    return null;
  }
}

/** Nothing is made of it any more. */
export async function clearUnsaved(key: string): Promise<void> {
  await del(key, store).catch(() => undefined);
}

/** It is on a board now. */
export async function dropUnsaved(key: string): Promise<void> {
  dropped.add(key);
  await del(key, store).catch(() => undefined);
}

export async function unsavedOf(key: string): Promise<Unsaved | null> {
  dropped.delete(key);
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs));
  const found = await Promise.race([get<Unsaved>(key, store), late]).catch(() => undefined);
  const last = takeLast(key);
  if (last === null || (found && found.at >= last.at)) return found ?? null;
  await keepUnsaved(key, last);
  return last;
}

async function forgetOldest(): Promise<void> {
  const all = await entries<string, Unsaved>(store);
  const old = all.sort(([, one], [, other]) => (one.at < other.at ? 1 : -1)).slice(mostKept);
  for (const [key] of old) await del(key, store);
}
