/** Where a piece of work puts down what need not be in memory all the time. */
import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes that are written and read at once. */
const pieceSize = 256 * 1_024;

/** The files of one piece of work. No other process can open them, and they are gone with ours, however it ends. */
export class Scratch {
  readonly #folder: string;
  readonly #files: ScratchFile[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  file(): ScratchFile {
    const file = new ScratchFile(this.#folder);
    this.#files.push(file);
    return file;
  }

  close(): void {
    for (const file of this.#files) file.close();
  }
}

/** Hands the work a scratch in the folder, which is made where it is not there, and takes it away when the work has ended. */
export async function withScratch<T>(
  folder: string,
  work: (scratch: Scratch) => Promise<T>,
): Promise<T> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const scratch = new Scratch(folder);
  try {
    return await work(scratch);
  } finally {
    scratch.close();
  }
}

/** Grows at its end, and is read at any place. */
export class ScratchFile {
  readonly #file: number;
  readonly #unwritten = Buffer.allocUnsafe(pieceSize);
  #written = 0;
  #waiting = 0;
  #open = true;

  constructor(folder: string) {
    const path = join(folder, `scratch-${process.pid}-${randomUUID()}`);
    this.#file = openSync(path, 'wx+', 0o600);
    // What is open can still be used, and no crash leaves it behind.
    unlinkSync(path);
  }

  get size(): number {
    return this.#written + this.#waiting;
  }

  append(bytes: Uint8Array): void {
    this.#checkOpen();
    if (this.#waiting + bytes.length > pieceSize) this.#flush();
    if (bytes.length > pieceSize) this.#put(bytes);
    else {
      this.#unwritten.set(bytes, this.#waiting);
      this.#waiting += bytes.length;
    }
  }

  read(from: number, to: number): Buffer {
    this.#checkOpen();
    this.#flush();
    const bytes = Buffer.allocUnsafe(to - from);
    for (let at = 0; at < bytes.length;) {
      const read = readSync(this.#file, bytes, at, bytes.length - at, from + at);
      if (read === 0) throw new RangeError(`A scratch file has no byte ${from + at}.`);
      at += read;
    }
    return bytes;
  }

  /** The same bytes piece by piece. */
  *pieces(from = 0, to = this.size): Generator<Buffer> {
    for (let at = from; at < to; at += pieceSize) yield this.read(at, Math.min(to, at + pieceSize));
  }

  close(): void {
    if (this.#open) closeSync(this.#file);
    this.#open = false;
  }

  /** The system may have given its number to another file since it was closed. */
  #checkOpen(): void {
    if (!this.#open) throw new Error('The work that this scratch file was for has ended.');
  }

  #flush(): void {
    if (this.#waiting === 0) return;
    const waiting = this.#unwritten.subarray(0, this.#waiting);
    this.#waiting = 0;
    this.#put(waiting);
  }

  #put(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;)
      at += writeSync(this.#file, bytes, at, bytes.length - at, this.#written + at);
    this.#written += bytes.length;
  }
}
