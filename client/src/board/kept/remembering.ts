import { createStore } from 'idb-keyval';

/** What the browser remembers of somebody's work: graphs that are on no board, and changes of boards that are not saved. */
export const unsavedStore = createStore('skein-canvas', 'unsaved');
export const draftStore = createStore('skein-drafts', 'boards');

/** A browser whose storage hangs must not keep anybody from going on. */
export const patienceMs = 1_000;

/** Once whoever was at work here has left: what is still on its way must not be remembered after that. */
export let isOver = false;

/** Until the page is loaded anew. */
export function stopRemembering(): void {
  isOver = true;
}

/** Whose a thing is stands before what it is called by: names hold no spaces. */
export function keyOf(person: string, of: string): string {
  return `${person} ${of}`;
}

/** Whether it is that person's. What was written before it was anybody's is nobody's. */
export function isOf(person: string, key: string): boolean {
  return key.startsWith(keyOf(person, ''));
}
