import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { BoardContent } from '../../../domain/case.ts';
import { messages } from '../../../domain/messages/index.ts';
import { TooLargeError } from '../../platform/problems.ts';

const compress = promisify(gzip);
const expand = promisify(gunzip);

/** Of JSON before it is compressed: some 40,000 relations with their rows. */
const mostBytes = 32_000_000;

/** The bytes that a board's content is stored as. Throws TooLargeError beyond what a board may hold. */
export async function packed(content: BoardContent): Promise<Int8Array> {
  const text = Buffer.from(JSON.stringify(content));
  if (text.length > mostBytes)
    throw new TooLargeError(messages.cases.boardTooLarge(text.length, mostBytes));
  return new Int8Array(await compress(text));
}

/**
 * What was stored was checked then; a newer program may have stored what this one does not know, and an
 * earlier one less.
 */
export async function unpacked(bytes: Int8Array): Promise<BoardContent> {
  const text = await expand(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const stored = JSON.parse(text.toString('utf8')) as Partial<BoardContent>;
  const { additions = {}, annotations = {} } = stored;
  return { ...stored, additions, annotations } as BoardContent;
}
