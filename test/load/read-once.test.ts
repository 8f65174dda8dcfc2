import { readlinkSync } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { folderOf } from './folder-of.ts';

const tested = testDatabase();
/** By path, the bytes that this process has asked the disk for and got. */
const bytesRead = new Map<string, number>();
let prototype: FileHandle;
let original: PropertyDescriptor;

/** Every way by which the loader reads a file ends in this one: streams of an open file too. */
beforeAll(async () => {
  const handle = await open(new URL(import.meta.url));
  prototype = Object.getPrototypeOf(handle) as FileHandle;
  await handle.close();
  original = Object.getOwnPropertyDescriptor(prototype, 'read')!;
  const read = original.value as (...asked: unknown[]) => Promise<{ bytesRead: number }>;
  const counting = async function (this: FileHandle, ...asked: unknown[]) {
    const got = await read.apply(this, asked);
    const path = readlinkSync(`/proc/self/fd/${this.fd}`);
    bytesRead.set(path, (bytesRead.get(path) ?? 0) + got.bytesRead);
    return got;
  };
  Object.defineProperty(prototype, 'read', { ...original, value: counting });
});
afterAll(() => {
  Object.defineProperty(prototype, 'read', original);
});
beforeEach(async () => {
  await tested.empty();
  bytesRead.clear();
});

const accounts = `account_id,handle\n${Array.from({ length: 3_000 }, (_, at) => `a${at},${'h'.repeat(60)}${at}\n`).join('')}`;
const files = {
  'accounts.csv': accounts,
  'devices.csv.gz': gzipSync('device_id,os\nd1,Linux\n'),
  'ips.ndjson': '{"ip":"192.0.2.1"}\n{"ip":"192.0.2.2"}\n',
};

it.each([{ strict: false }, { strict: true }])(
  'each byte of a file is read once, and once out of the copy that is kept of it, $strict',
  async (options) => {
    const folder = await folderOf(files);
    const loaded = await loadFolders(
      tested.database,
      tested.settings,
      [folder],
      options,
      silentProgress,
    );
    expect(loaded.files.map(({ added }) => added).sort()).toEqual([1, 2, 3_000]);
    for (const name of Object.keys(files)) {
      const path = join(folder, name);
      expect([name, bytesRead.get(path)]).toEqual([name, (await stat(path)).size]);
    }
    const kept = [...bytesRead].filter(([path]) => path.startsWith(tested.settings.sources));
    expect(kept).toHaveLength(3);
    for (const [path, bytes] of kept) expect(bytes).toBe((await stat(path)).size);
  },
);
