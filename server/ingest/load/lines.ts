/** A physical line without its line feed; a carriage return before that stays. */
export interface Line {
  /** Counted from 1. */
  number: number;
  bytes: Buffer;
  /** Longer than `longestLine`: `bytes` holds its beginning only. */
  cut: boolean;
}

/** No row that the contract allows is longer; what is, is cut, so that memory stays bounded. */
export const longestLine = 32 * 1024 * 1024;
/** Enough of a cut line to show which one it is. */
const keptOfCut = 256;

const lineFeed = 0x0a;
const nothing = Buffer.alloc(0);

/** The physical lines of a stream, one array per chunk. Only a line feed ends a line. */
export async function* physicalLines(
  chunks: AsyncIterable<Buffer>,
  most = longestLine,
): AsyncGenerator<Line[]> {
  let number = 0;
  let held: Buffer[] = [];
  let heldLength = 0;
  let cut = false;

  const hold = (bytes: Buffer) => {
    if (cut || bytes.length === 0) return;
    held.push(bytes);
    heldLength += bytes.length;
    if (heldLength <= most) return;
    held = [Buffer.from(Buffer.concat(held).subarray(0, keptOfCut))];
    cut = true;
  };
  const take = (): Line => {
    number += 1;
    const bytes = held.length === 0 ? nothing : held.length === 1 ? held[0]! : Buffer.concat(held);
    const line = { number, bytes, cut };
    held = [];
    heldLength = 0;
    cut = false;
    return line;
  };

  for await (const chunk of chunks) {
    const lines: Line[] = [];
    let from = 0;
    for (let to = chunk.indexOf(lineFeed); to !== -1; to = chunk.indexOf(lineFeed, from)) {
      hold(chunk.subarray(from, to));
      lines.push(take());
      from = to + 1;
    }
    hold(chunk.subarray(from));
    if (lines.length > 0) yield lines;
  }
  if (heldLength > 0) yield [take()];
}
