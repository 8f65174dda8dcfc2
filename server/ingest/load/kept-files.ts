import { messages } from '../../../domain/messages/index.ts';
import { without } from '../../../domain/mapping.ts';
import { InvalidDataError } from '../../platform/problems.ts';
import type { Progress } from '../../platform/progress.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { DatasetFilePath } from './folder.ts';
import type { InspectedFile } from './inspect.ts';
import { sourceRef } from './load-store.ts';
import { SourceCopies, type CopiedSource } from './source-copies.ts';
import { BadRowError, type StrictCheck } from './strict.ts';

/** A file whose bytes are kept. */
export interface KeptFile extends DatasetFilePath, CopiedSource {
  ref: string;
}

/**
 * Keeps the files, each of which is read once for it, before any row is written; with a strict check all of their rows are looked at
 * on the way. Nothing is kept when one of them cannot be.
 */
export async function keepFiles(
  { settings, progress, strict }: Keeping,
  files: readonly InspectedFile[],
  signal: AbortSignal | undefined,
): Promise<KeptFile[]> {
  const copies = new SourceCopies(settings);
  try {
    const kept: KeptFile[] = [];
    for (const { original, ...file } of files) {
      const { checking, keeping } = messages.load.step;
      progress.step((strict ? checking : keeping)(file.name));
      const onlooker = strict && ((bytes: AsyncIterable<Buffer>) => strict.look(file, bytes));
      try {
        const bytes = original.whole(signal);
        const copied = await copies.copy(bytes, file.gzip, onlooker ?? undefined);
        kept.push({ ...file, ...copied, ref: refOf(file, copied.sha256) });
      } catch (error) {
        throw withPath(file.path, error);
      }
    }
    signal?.throwIfAborted();
    await copies.keep();
    return kept;
  } finally {
    await copies.close();
  }
}

interface Keeping {
  settings: Settings;
  progress: Progress;
  strict: StrictCheck | null;
}

/** What is wrong with the whole of a file is told with its path; a bad row tells it itself. */
function withPath(path: string, error: unknown): unknown {
  if (!(error instanceof InvalidDataError) || error instanceof BadRowError) return error;
  return new InvalidDataError(
    messages.load.header.faults([{ where: path, problem: error.message }]),
  );
}

/** What `_sources` will name the file by, if these are its bytes. */
export function refOf(file: DatasetFilePath, sha256: string): string {
  return sourceRef(file.name, sha256, readingOf(file));
}

/** All that decides what the file's rows say, as text; a mapping that only renames says what it always said. */
function readingOf({ file, mapping }: DatasetFilePath): string {
  const { columns } = mapping ?? { columns: {} };
  const rest = mapping ? without(mapping, 'columns', 'file') : {};
  return JSON.stringify(Object.keys(rest).length === 0 ? [file, columns] : [file, columns, rest]);
}
