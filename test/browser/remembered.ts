/** What the page has the browser remember of people's work. */
import type { Page } from 'playwright-core';

const stores = [
  ['skein-canvas', 'unsaved'],
  ['skein-drafts', 'boards'],
] as const;

/** How many graphs that are on no board are remembered, once they are written. */
export async function remembered(page: Page): Promise<number> {
  return (await keptIn(page, ...stores[0])).length;
}

/** All that is remembered, and what the tab keeps beside it. */
export async function allRemembered(page: Page): Promise<string> {
  const kept = [];
  for (const [name, store] of stores) kept.push(...(await keptIn(page, name, store)));
  const tab = await page.evaluate(() => JSON.stringify(sessionStorage));
  return [...kept, tab].join('\n');
}

function keptIn(page: Page, name: string, store: string): Promise<string[]> {
  return page.evaluate(
    (at) =>
      new Promise<string[]>((resolve, reject) => {
        const asked = indexedDB.open(at.name);
        asked.onerror = () => reject(new Error('no store'));
        asked.onsuccess = () => {
          if (!asked.result.objectStoreNames.contains(at.store)) {
            resolve([]);
            return;
          }
          const kept = asked.result.transaction(at.store).objectStore(at.store);
          const [keys, values] = [kept.getAllKeys(), kept.getAll()];
          values.onsuccess = () =>
            resolve(keys.result.map((key, n) => JSON.stringify([key, values.result[n]])));
        };
      }),
    { name, store },
  );
}
