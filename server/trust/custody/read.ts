/** Reads the log as it lies there. */
import { createReadStream } from 'node:fs';
import type { Entry } from '../../../verifier/custody-entry.ts';
import { custodyFiles, sha256 } from './files.ts';

export interface ReadEntry {
  content: Entry;
  /** Of the content, as its bytes stand there. */
  digest: string;
  /** As the line states it. */
  hash: string;
}

export interface Line {
  /** Counted from 1 at the place where reading began. */
  number: number;
  bytes: number;
  /** False for what lacks its line break, as the last line of a process that was killed does. */
  ended: boolean;
  /** Null for what has not the form of an entry. */
  read: ReadEntry | null;
}

/** From a byte on. Nothing when there is no log yet. Throws the system's error for one that cannot be read. */
export async function* logLines(home: string, start = 0): AsyncGenerator<Line> {
  let number = 0;
  for await (const { text, ended } of linesOf(custodyFiles(home).log, start)) {
    number += 1;
    const bytes = text.length + (ended ? 1 : 0);
    yield { number, bytes, ended, read: ended ? readLine(text) : null };
  }
}

/** The entries that can be read, in order. */
export async function* logEntries(home: string): AsyncGenerator<ReadEntry> {
  for await (const { read } of logLines(home)) if (read) yield read;
}

/** At line feeds alone: a carriage return would be a change. */
async function* linesOf(
  path: string,
  start: number,
): AsyncGenerator<{ text: Buffer; ended: boolean }> {
  let rest: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of createReadStream(path, { start }) as AsyncIterable<Buffer>) {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let from = 0;
      for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, from)) {
        yield { text: bytes.subarray(from, end), ended: true };
        from = end + 1;
      }
      rest = bytes.subarray(from);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  if (rest.length > 0) yield { text: rest, ended: false };
}

const opening = Buffer.from('{"content":');
const closing = /^,"hash":"([0-9a-f]{64})"\}$/;
const closingLength = ',"hash":""}'.length + 64;

/**
 * What `lineText` wrote. Every byte of it is held by its form or by the digest of its content, which is canonical JSON
 * as it stands: to write it anew for the digest would take ten times as long.
 */
export function readLine(line: Buffer): ReadEntry | null {
  const end = line.length - closingLength;
  const hash = closing.exec(line.subarray(Math.max(0, end)).toString('latin1'))?.[1];
  if (hash === undefined || !line.subarray(0, opening.length).equals(opening)) return null;
  const bytes = line.subarray(opening.length, end);
  try {
    const content = JSON.parse(bytes.toString('utf8')) as Entry;
    return Number.isInteger(content.entry) ? { content, digest: sha256(bytes), hash } : null;
  } catch {
    return null;
  }
}

/** A line of the log, with its line break; `content` is canonical JSON. */
export function lineText(content: string, hash: string): string {
  return `${opening.toString()}${content},"hash":"${hash}"}\n`;
}
