import { open, readdir, type FileHandle } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { withLog } from './log.ts';

/** A file as it stood when the copy was begun. */
export interface CopiedFile {
  /** Below home, with `/`. */
  name: string;
  /** ISO 8601. */
  modified: string;
  chunks: () => AsyncGenerator<Buffer>;
}

interface Held {
  name: string;
  handle: FileHandle;
  bytes: number;
  modified: string;
}

/**
 * Hands the work the custody log, its values, and the keys, all of one moment, however much is recorded while they are read.
 * The log only grows, and whatever else changes is put in the place of the file of before, which stays open here.
 */
export async function withCopy<T>(
  home: string,
  work: (files: readonly CopiedFile[]) => Promise<T>,
): Promise<T> {
  const held: Held[] = [];
  try {
    // Keys are changed under the log's lock too.
    await withLog(home, async ({ files }) => {
      const passing = new Set([files.lock, files.nextHead].map((path) => basename(path)));
      const isPassing = (name: string) =>
        passing.has(name) || name.startsWith('lock.') || name.endsWith('.part');
      for (const folder of [files.folder, join(home, 'keys')]) {
        const entries = await readdir(folder, { withFileTypes: true });
        const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
        for (const name of names.filter((each) => !isPassing(each)).sort())
          held.push(await holdFile(folder, name));
      }
    });
    return await work(held.map(copied));
  } finally {
    for (const { handle } of held) await handle.close();
  }
}

async function holdFile(folder: string, name: string): Promise<Held> {
  const handle = await open(join(folder, name), 'r');
  const { size, mtime } = await handle.stat();
  return {
    ...{ name: `${basename(folder)}/${name}`, handle },
    ...{ bytes: size, modified: mtime.toISOString() },
  };
}

function copied({ name, handle, bytes, modified }: Held): CopiedFile {
  return {
    ...{ name, modified },
    chunks: async function* () {
      if (bytes === 0) return;
      const options = { start: 0, end: bytes - 1, autoClose: false };
      for await (const chunk of handle.createReadStream(options)) yield chunk as Buffer;
    },
  };
}
