/** Files of a payload that are made once, measured while they are, and lie in a scratch until the bundle is written. */
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import { asBytes, type BagFile, type MeasuredFile } from '../../platform/bag-file.ts';
import type { ScratchFile } from '../../platform/scratch.ts';

/** Characters that are written at once: a file of many lines comes in short pieces. */
const atOnce = 64 * 1_024;

/** The same files, of which the bytes are in the scratch. A server answers others while they are made. */
export async function keepAll(
  files: readonly BagFile[],
  scratch: ScratchFile,
): Promise<MeasuredFile[]> {
  const kept: MeasuredFile[] = [];
  for (const file of files) kept.push(await keep(file, scratch));
  return kept;
}

async function keep(file: BagFile, scratch: ScratchFile): Promise<MeasuredFile> {
  const hash = createHash('sha256');
  const from = scratch.size;
  let checksum = 0;
  for (const bytes of longer(file.chunks())) {
    hash.update(bytes);
    checksum = crc32(bytes, checksum);
    scratch.append(bytes);
    await setImmediate();
  }
  const to = scratch.size;
  return {
    name: file.name,
    size: to - from,
    sha256: hash.digest('hex'),
    crc32: checksum,
    chunks: () => scratch.pieces(from, to),
  };
}

/** The same bytes in fewer pieces. */
function* longer(chunks: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  let text = '';
  for (const chunk of chunks) {
    if (typeof chunk === 'string') text += chunk;
    if (typeof chunk === 'string' && text.length < atOnce) continue;
    if (text !== '') yield asBytes(text);
    text = '';
    if (typeof chunk !== 'string') yield chunk;
  }
  if (text !== '') yield asBytes(text);
}
