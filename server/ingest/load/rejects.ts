import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Settings } from '../../platform/settings/settings.ts';
import type { Reject } from './check.ts';
import { csvLine } from '../../../domain/csv-line.ts';

/** The rejects file of one loaded file; it comes into being with the first reject. */
export class RejectsFile {
  readonly #file: string;
  readonly #folder: string;
  readonly #name: string;
  #stream: WriteStream | null = null;
  count = 0;

  /** `name` is the rejects file's own, unique within the load. */
  constructor(settings: Settings, load: string, file: string, name: string) {
    this.#file = file;
    this.#folder = join(settings.home, 'rejects', load);
    this.#name = name;
  }

  /** Absolute; null while nothing is rejected. */
  get path(): string | null {
    return this.#stream ? join(this.#folder, this.#name) : null;
  }

  async write(rejects: readonly Reject[]): Promise<void> {
    if (rejects.length === 0) return;
    const stream = (this.#stream ??= await this.#open());
    this.count += rejects.length;
    const lines = rejects.map(({ line, column, value, reason }) =>
      csvLine([this.#file, String(line), column, value, reason]),
    );
    if (!stream.write(lines.join(''))) await once(stream, 'drain');
  }

  async close(): Promise<void> {
    if (!this.#stream) return;
    this.#stream.end();
    await finished(this.#stream);
  }

  async #open(): Promise<WriteStream> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const stream = createWriteStream(join(this.#folder, this.#name), { mode: 0o600 });
    stream.write(csvLine(['file', 'line', 'column', 'value', 'reason']));
    return stream;
  }
}
