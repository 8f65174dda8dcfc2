import { del, entries, set } from 'idb-keyval';
import type { BoardContent } from '../../../../domain/case.ts';
import { draftStore as store, isOf, isOver } from './remembering.ts';

/** What was changed on a board and is not saved yet, kept in the browser. */
export interface Draft {
  board: string;
  tab: string;
  /** What the change rests on, and what it led to. */
  base: BoardContent;
  content: BoardContent;
  at: string;
}

/** A tab of the browser keeps its name over a reload. */
const tab = tabName();

function tabName(): string {
  const name = sessionStorage.getItem('skein-tab') ?? String(Math.random()).slice(2);
  sessionStorage.setItem('skein-tab', name);
  return name;
}

/** A browser that keeps nothing (a private window, a full disk) only lacks the second net. */
export async function keepDraft(key: string, draft: Omit<Draft, 'tab'>): Promise<void> {
  if (isOver) return;
  await set(key, { ...draft, tab }, store).catch(() => undefined);
}

export async function dropDraft(key: string): Promise<void> {
  await del(key, store).catch(() => undefined);
}

/** Drafts of other tabs that are at work still are younger than this. */
const atWorkMs = 60_000;

/** The draft of that person that this tab left of a board, or that one which has been closed did. */
export async function draftOf(
  person: string,
  board: string,
): Promise<{ key: string; draft: Draft } | null> {
  const all = await entries<string, Draft>(store).catch(() => []);
  const found = all.find(
    ([key, draft]) =>
      isOf(person, key) &&
      draft.board === board &&
      (draft.tab === tab || Date.now() - Date.parse(draft.at) > atWorkMs),
  );
  return found ? { key: found[0], draft: found[1] } : null;
}
