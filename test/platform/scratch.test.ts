import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ScratchList, SortedScratchList } from '../../server/platform/scratch-list.ts';
import { withScratch } from '../../server/platform/scratch.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skein-scratch-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Item {
  key: string;
  text: string;
}

/** Longer together than what is read at once, and one longer than that alone. */
const items: readonly Item[] = [
  { key: 'b', text: 'né\n"\u2028\ud800' },
  { key: 'a', text: 'x'.repeat(700_000) },
  ...Array.from({ length: 5_000 }, (_, index) => ({ key: `k${index % 4_000}`, text: `${index}é` })),
];

describe('a list in a scratch', () => {
  test('gives its items again as they were, as often as it is asked', async () => {
    await withScratch(folder, async (scratch) => {
      const list = new ScratchList<Item>(scratch.file());
      for (const item of items) list.push(item);
      expect(list.length).toBe(items.length);
      for (let round = 0; round < 2; round += 1) expect([...list]).toEqual(items);
      expect(await readdir(folder)).toEqual([]);
    });
  });

  test('is sorted by its keys, those of one key as they came, or the last of each', async () => {
    await withScratch(folder, (scratch) => {
      const filled = () => {
        const list = new SortedScratchList<Item>(scratch, ({ key }) => key);
        for (const item of items) list.push(item);
        return list;
      };
      const sorted = items.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
      expect([...filled().sorted()]).toEqual(sorted);
      const last = new Map(items.map((item) => [item.key, item]));
      const each = sorted.filter((item) => last.get(item.key) === item);
      expect([...filled().lastOfEach()]).toEqual(each);
      return Promise.resolve();
    });
  });
});

test('a file of a scratch takes and gives nothing once the work has ended', async () => {
  const file = await withScratch(folder, (scratch) => {
    const begun = scratch.file();
    begun.append(Buffer.from('kept'));
    expect(begun.read(0, 4).toString()).toBe('kept');
    return Promise.resolve(begun);
  });
  // Another file may have its number by now.
  expect(() => {
    file.append(Buffer.from('late'));
  }).toThrow('ended');
  expect(() => file.read(0, 4)).toThrow('ended');
});
