import type { BigIntStats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { messages } from '../../../domain/messages/index.ts';
import { InvalidDataError } from '../../platform/problems.ts';
import { openRegular } from './regular-file.ts';

const chunkSize = 64 * 1024;

/**
 * A file as somebody gave it, of which no byte is read twice: what was read to look at its beginning is remembered until all of it
 * is wanted. Throws InvalidDataError, without the file's name, for what is no regular file.
 */
export class OriginalFile {
  readonly #path: string;
  #beginning: Buffer[] = [];
  #seen: BigIntStats | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  /** As it comes from the disk, and as much of it as is asked for. */
  async *beginning(): AsyncGenerator<Buffer> {
    const handle = await openRegular(this.#path);
    try {
      this.#seen = await handle.stat({ bigint: true });
      this.#beginning = [];
      for await (const chunk of chunksOf(handle, 0)) {
        this.#beginning.push(chunk);
        yield chunk;
      }
    } finally {
      await handle.close();
    }
  }

  /**
   * All of it, once. Ends with the signal's reason; throws InvalidDataError, at the end too, when it is another than at its
   * beginning or somebody writes to it meanwhile: half a row would be kept as evidence.
   */
  async *whole(signal?: AbortSignal): AsyncGenerator<Buffer> {
    const handle = await openRegular(this.#path);
    try {
      const before = await handle.stat({ bigint: true });
      if (this.#seen && !isSame(this.#seen, before)) throw isChanging();
      let size = 0;
      for (const chunk of this.#beginning) {
        size += chunk.length;
        yield chunk;
      }
      this.#beginning = [];
      for await (const chunk of chunksOf(handle, size)) {
        signal?.throwIfAborted();
        size += chunk.length;
        yield chunk;
      }
      const after = await handle.stat({ bigint: true });
      if (!isSame(before, after) || after.size !== BigInt(size)) throw isChanging();
    } finally {
      await handle.close();
    }
  }
}

/** Not as a stream, which reads ahead of what is asked for. */
async function* chunksOf(handle: FileHandle, from: number): AsyncGenerator<Buffer> {
  for (let position = from; ;) {
    const { bytesRead, buffer } = await handle.read(
      Buffer.allocUnsafe(chunkSize),
      0,
      chunkSize,
      position,
    );
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

function isSame(one: BigIntStats, other: BigIntStats): boolean {
  return (
    one.dev === other.dev &&
    one.ino === other.ino &&
    one.size === other.size &&
    one.mtimeNs === other.mtimeNs
  );
}

function isChanging(): InvalidDataError {
  return new InvalidDataError(messages.load.source.changing);
}
