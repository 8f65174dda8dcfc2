import { setImmediate as others } from 'node:timers/promises';
import { messages } from '../../../domain/messages/index.ts';
import { TooLargeError } from '../../platform/problems.ts';

/** Fewer of them take no time to read, however few bytes they have. */
const alwaysTaken = 100_000;
/** What people and programs send has a value in so many bytes, or fewer; and no list in so many lists. */
const [bytesOfOne, deepest] = [8, 100];
/** So many bytes are looked through before others are answered. */
const slice = 256 * 1_024;

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Throws TooLargeError for JSON that holds so many values for its bytes that to read it takes memory and time as no honest one does:
 * `[[],[],…]` takes twenty times its size. Looks at it alone, and lets others be answered meanwhile.
 */
export async function refuseCrowded(bytes: Buffer): Promise<void> {
  const most = Math.max(alwaysTaken, Math.floor(bytes.length / bytesOfOne));
  const seen = { values: 1, depth: 0, inText: false };
  for (let from = 0; from < bytes.length;) {
    const to = Math.min(from + slice, bytes.length);
    from = look(bytes, { from, to }, seen);
    if (seen.values > most || seen.depth > deepest)
      throw new TooLargeError(messages.quota.crowded(most));
    if (from < bytes.length) await others();
  }
}

/** Returns how far it looked: past what is escaped. */
function look(
  bytes: Buffer,
  { from, to }: { from: number; to: number },
  seen: { values: number; depth: number; inText: boolean },
): number {
  let { values, depth, inText } = seen;
  let at = from;
  for (; at < to && depth <= deepest; at += 1) {
    const byte = bytes[at];
    if (inText) {
      if (byte === backslash) at += 1;
      else if (byte === quote) inText = false;
    } else if (byte === quote) inText = true;
    else if (byte === comma) values += 1;
    else if (byte === openList || byte === openObject) {
      values += 1;
      depth += 1;
    } else if (byte === closeList || byte === closeObject) depth -= 1;
  }
  Object.assign(seen, { values, depth, inText });
  return depth > deepest ? bytes.length : at;
}
