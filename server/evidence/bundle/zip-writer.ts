import { messages } from '../../../domain/messages/index.ts';
import { InvalidDataError } from '../../platform/problems.ts';
import { asBytes, type MeasuredFile } from '../../platform/bag-file.ts';
import {
  directory,
  isPlainName,
  localHeader,
  zipLimits,
  type ZipEntry,
} from '../../../verifier/zip-format.ts';

/**
 * The bytes of the canonical ZIP of these files, which are sorted by name, below one folder.
 * Throws InvalidDataError when they are more than a plain ZIP holds.
 */
export function* zipBytes(folder: string, files: readonly MeasuredFile[]): Generator<Uint8Array> {
  const entries = files.map((file) => entryOf(folder, file));
  const end = directory(entries);
  const contents = entries.reduce((sum, entry) => sum + localHeader(entry).length + entry.size, 0);
  if (entries.length > zipLimits.entries || contents + end.length > zipLimits.bytes) {
    throw new InvalidDataError(messages.evidence.tooLarge);
  }
  for (const file of files) {
    yield localHeader(entryOf(folder, file));
    for (const chunk of file.chunks()) yield asBytes(chunk);
  }
  yield end;
}

function entryOf(folder: string, file: MeasuredFile): ZipEntry {
  const name = `${folder}/${file.name}`;
  if (!isPlainName(name)) throw new TypeError(`A bundle's file may not be called ${name}.`);
  return { name, size: file.size, crc32: file.crc32 };
}
