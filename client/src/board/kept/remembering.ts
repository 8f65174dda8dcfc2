import { clear, createStore, delMany, keys } from 'idb-keyval';

/** What the browser remembers of somebody's work: graphs that are on no board, and changes of boards that are not saved. */
export const unsavedStore = createStore('skein-canvas', 'unsaved');
export const draftStore = createStore('skein-drafts', 'boards');
const stores = [unsavedStore, draftStore];

/** A browser whose storage hangs must not keep anybody from going on. */
export const patienceMs = 1_000;

/** Whose work this tab has; it keeps some beside the stores. */
const tabOf = 'skein-person';

let isOver = false;

/** False once whoever was at work here has left: what is still on its way must not be remembered after that. */
export function isRemembering(): boolean {
  return !isOver;
}

/** Whose a thing is stands before what it is called by. */
export function keyOf(person: string, of: string): string {
  return JSON.stringify([person, of]);
}

/** Of that person, what is called so; null for what is another's. */
export function calledBy(key: string, person: string): string | null {
  const [owner, of] = partsOf(key);
  return owner === person ? of : null;
}

/** Written before what is remembered was anybody's, it is nobody's. */
function partsOf(key: string): [string | null, string] {
  try {
    const [owner, of] = JSON.parse(key) as [string, string];
    return [owner, of];
  } catch {
    return [null, key];
  }
}

/** How much work of theirs lies in this browser alone. */
export function countRemembered(person: string): Promise<number> {
  return inTime(async () => {
    const all = await Promise.all(stores.map((store) => keys<string>(store)));
    return all.flat().filter((key) => calledBy(key, person) !== null).length;
  }, 0);
}

/** That person is at work here now: what others left is forgotten. */
export async function rememberAlone(person: string): Promise<void> {
  const before = sessionStorage.getItem(tabOf);
  if (before !== null && before !== person) sessionStorage.clear();
  sessionStorage.setItem(tabOf, person);
  await inTime(async () => {
    for (const store of stores) {
      const all = await keys<string>(store);
      const others = all.filter((key) => calledBy(key, person) === null);
      await delMany(others, store);
    }
  }, undefined);
}

/** Nobody is at work here any more: all of it goes, and nothing comes until the page is loaded anew. */
export async function forgetAll(): Promise<void> {
  isOver = true;
  sessionStorage.clear();
  await inTime(async () => {
    for (const store of stores) await clear(store);
  }, undefined);
}

/** Nor may a browser that keeps nothing (a private window) keep anybody from going on. */
async function inTime<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  const late = new Promise<T>((resolve) => setTimeout(() => resolve(otherwise), patienceMs));
  return Promise.race([work(), late]).catch(() => otherwise);
}
