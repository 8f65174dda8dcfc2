import { randomUUID } from 'node:crypto';
import { open, rename, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { messages } from '../../../domain/messages/index.ts';
import { NoRoomError, TooLargeError, UsageError } from '../../platform/problems.ts';

const text = messages.intake.upload;

export interface Limits {
  /** Bytes that a file may have at most. */
  largest: number;
  /** Bytes of the disk that stay free: for the database, and for the kept copy of the file. */
  reserve: number;
}

export const usualLimits: Limits = { largest: 8 * 2 ** 30, reserve: 512 * 2 ** 20 };

/** Bytes that a file sent into the folder may have. */
export async function roomIn(folder: string, limits: Limits): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return Math.max(0, Math.min(limits.largest, bavail * bsize - limits.reserve));
}

export interface Received {
  size: number;
  utf8: boolean;
}

/** A file as it is sent; `length` is what the sender says that it will be. */
export interface Arriving {
  bytes: Readable;
  length: number | null;
  /** Told of what the sender says that it will be; throws where so much may not come. */
  announced?: (bytes: number) => void;
  /** Told of bytes as they arrive; throws where no more may. */
  arrived?: (bytes: number) => void;
}

/**
 * Writes a file as it arrives; it appears under its name whole or not at all. Throws TooLargeError and NoRoomError
 * as soon as it shows that it is too much, which its announced length may do before the first byte.
 */
export async function receive(
  folder: string,
  name: string,
  { bytes, length, announced, arrived }: Arriving,
  limits: Limits,
): Promise<Received> {
  const room = await roomIn(folder, limits);
  refuseBeyond(length ?? 0, room, limits);
  announced?.(length ?? 0);
  const unfinished = join(folder, `.${randomUUID()}.part`);
  const measure = new Measure((size, more) => {
    arrived?.(more);
    refuseBeyond(size, room, limits);
  });
  // It is there before the first byte, so that what is refused at once is not removed before it comes to be.
  const file = await open(unfinished, 'wx', 0o600);
  try {
    // Not the stream itself, which would be destroyed, and with it the connection by which whoever sends is told why.
    const arriving = bytes.iterator({ destroyOnReturn: false });
    await pipeline(arriving, measure, file.createWriteStream({ flush: true }));
    await rename(unfinished, join(folder, name));
  } catch (error) {
    if (isCutOff(error)) throw new UsageError(text.cutOff, [], { cause: error });
    // What still comes is thrown away: many read no answer before all of it is sent.
    bytes.resume();
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
      throw new NoRoomError(text.noRoom(measure.size, room), [], { cause: error });
    throw error;
  } finally {
    await rm(unfinished, { force: true });
  }
  return { size: measure.size, utf8: measure.utf8 };
}

function refuseBeyond(size: number, room: number, { largest }: Limits): void {
  if (size > largest) throw new TooLargeError(text.tooLarge(size, largest));
  if (size > room) throw new NoRoomError(text.noRoom(size, room));
}

function isCutOff(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET';
}

/** Lets bytes pass, counts them and says whether all of them are UTF-8. */
class Measure extends Transform {
  readonly #allow: (size: number, more: number) => void;
  #decoder: TextDecoder | null = new TextDecoder('utf-8', { fatal: true });
  size = 0;

  constructor(allow: (size: number, more: number) => void) {
    super();
    this.#allow = allow;
  }

  get utf8(): boolean {
    return this.#decoder !== null;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.size += chunk.length;
    try {
      this.#allow(this.size, chunk.length);
    } catch (error) {
      done(error as Error);
      return;
    }
    this.#decode(chunk);
    done(null, chunk);
  }

  override _flush(done: TransformCallback): void {
    this.#decode(null);
    done();
  }

  #decode(chunk: Buffer | null): void {
    try {
      if (chunk) this.#decoder?.decode(chunk, { stream: true });
      else this.#decoder?.decode();
    } catch {
      this.#decoder = null;
    }
  }
}
