import { clear, delMany, keys } from 'idb-keyval';
import { draftStore, isOf, stopRemembering, unsavedStore } from '../board/kept/remembering.ts';

/** What is asked for here is waited for longer than by whoever opens a graph: work hangs on it. */
const patienceMs = 20_000;

const stores = [unsavedStore, draftStore];

/** Whose work this tab has; it keeps some beside the stores. */
const tabOf = 'skein-person';

/** How much work of theirs lies in this browser alone. */
export function countRemembered(person: string): Promise<number> {
  return inTime(async () => {
    const all = await Promise.all(stores.map((store) => keys<string>(store)));
    return all.flat().filter((key) => isOf(person, key)).length;
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
      const others = all.filter((key) => !isOf(person, key));
      await delMany(others, store);
    }
  }, undefined);
}

/** Nobody is at work here any more: all of it goes, and nothing comes until the page is loaded anew. */
export async function forgetAll(): Promise<void> {
  stopRemembering();
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
