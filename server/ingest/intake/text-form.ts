import { isUtf8 } from 'node:buffer';
import { delimiters, type Delimiter, type Encoding } from '../../../domain/mapping.ts';
import { messages } from '../../../domain/messages/index.ts';

const text = messages.intake.taken;

/** What is taken for granted of a file, and the words that say so. */
export interface Guess<T> {
  is: T;
  /** Null for what is the contract's own, and needs no word. */
  said: string | null;
}

/** By byte order mark, by the NULs of UTF-16, and by whether all bytes are UTF-8; else by what is usual. */
export function guessEncoding(start: Buffer, utf8: boolean | null): Guess<Encoding> {
  const wide = utf16Of(start);
  if (wide) return { is: wide, said: text.encoding(wide) };
  if (utf8 ?? isUtf8(wholeCharacters(start))) return { is: 'utf-8', said: null };
  return { is: 'windows-1252', said: text.windows1252 };
}

function utf16Of(start: Buffer): Encoding | null {
  if (start.length < 2) return null;
  const mark = start.readUInt16BE(0);
  if (mark === 0xfffe) return 'utf-16le';
  if (mark === 0xfeff) return 'utf-16be';
  const some = start.subarray(0, 256);
  const share = (odd: number) =>
    some.filter((byte, at) => at % 2 === odd && byte === 0).length / (some.length / 2);
  if (some.length >= 4 && share(1) > 0.6) return 'utf-16le';
  return some.length >= 4 && share(0) > 0.6 ? 'utf-16be' : null;
}

/** Without the character that the end of the buffer cuts. */
function wholeCharacters(start: Buffer): Buffer {
  for (let cut = 0; cut < 4 && cut < start.length; cut += 1) {
    const part = start.subarray(0, start.length - cut);
    if (isUtf8(part)) return part;
  }
  return start;
}

/** The mark that parts the header into most cells and the lines below it into as many. */
export function guessDelimiter(lines: readonly string[]): Guess<Delimiter> {
  const [header = '', ...below] = lines;
  const rated = delimiters.map((mark) => {
    const cells = cellsOf(header, mark);
    const even = below.filter((line) => cellsOf(line, mark) === cells).length;
    return { mark, cells, even: below.length === 0 ? 1 : even / below.length };
  });
  const [best] = rated
    .filter(({ cells }) => cells > 1)
    .sort((a, b) => b.even * b.cells - a.even * a.cells);
  const is = best?.mark ?? ',';
  return { is, said: is === ',' ? null : text.delimiter(is) };
}

/** Cells of a line, by the marks outside its quotes. */
function cellsOf(line: string, mark: string): number {
  return line.replaceAll(/"(?:[^"]|"")*"/g, '').split(mark).length;
}
