/** Reads the log as it lies there. */
import { createReadStream } from 'node:fs';
import { canonicalJson } from '../exchange/canonical.ts';
import { lineSchema, type Entry } from './entry.ts';
import { custodyFiles } from './files.ts';

export interface Line {
  /** Counted from 1. */
  number: number;
  bytes: number;
  /** False for what lacks its line break, as the last line of a process that was killed does. */
  ended: boolean;
  /** Null for what is not, to the byte, as an entry is written. */
  read: { content: Entry; hash: string } | null;
}

/** Nothing when there is no log yet. Throws the system's error for one that cannot be read. */
export async function* logLines(home: string): AsyncGenerator<Line> {
  let number = 0;
  for await (const { text, ended } of linesOf(custodyFiles(home).log)) {
    number += 1;
    const bytes = text.length + (ended ? 1 : 0);
    yield { number, bytes, ended, read: ended ? parsed(text) : null };
  }
}

/** The entries that can be read, in order. */
export async function* logEntries(home: string): AsyncGenerator<{ content: Entry; hash: string }> {
  for await (const { read } of logLines(home)) if (read) yield read;
}

/** At line feeds alone: a carriage return would be a change. */
async function* linesOf(path: string): AsyncGenerator<{ text: Buffer; ended: boolean }> {
  let rest: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let start = 0;
      for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
        yield { text: bytes.subarray(start, end), ended: true };
        start = end + 1;
      }
      rest = bytes.subarray(start);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  if (rest.length > 0) yield { text: rest, ended: false };
}

function parsed(line: Buffer): Line['read'] {
  try {
    const read = lineSchema.parse(JSON.parse(line.toString('utf8')));
    return line.equals(Buffer.from(canonicalJson(read))) ? read : null;
  } catch {
    return null;
  }
}
