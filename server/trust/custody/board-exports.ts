/** Which evidence was exported of boards, as the log tells it. */
import { stat } from 'node:fs/promises';
import type { Entry } from '../../../verifier/custody-entry.ts';
import { custodyFiles } from './files.ts';
import { logLines } from './read.ts';

/** An export of a board of a case. */
interface BoardExport {
  entry: number;
  at: string;
  by: string;
  case: string;
  board: string;
  digest: string | null;
  masks: string[];
}

/** The log only grows: what was read of it is not read again. */
interface Read {
  /** In bytes; what follows is to be read. */
  to: number;
  found: BoardExport[];
  failed: Set<number>;
}

const byHome = new Map<string, Promise<Read>>();

/** In the order of the log, those that failed left out. */
export async function boardExports(home: string): Promise<BoardExport[]> {
  const before = byHome.get(home) ?? Promise.resolve(nothing());
  const reading = before.catch(nothing).then((read) => readOn(home, read));
  byHome.set(home, reading);
  const { found, failed } = await reading;
  return found.filter(({ entry }) => !failed.has(entry));
}

function nothing(): Read {
  return { to: 0, found: [], failed: new Set() };
}

async function readOn(home: string, read: Read): Promise<Read> {
  const size = await stat(custodyFiles(home).log).then(
    (found) => found.size,
    () => 0,
  );
  // Another log stands there than was read.
  const { to, found, failed } = size < read.to ? nothing() : read;
  const more: Read = { to, found: [...found], failed: new Set(failed) };
  for await (const { bytes, ended, read: line } of logLines(home, to)) {
    if (!ended) break;
    more.to += bytes;
    if (line) take(more, line.content);
  }
  return more;
}

function take({ found, failed }: Read, { entry, at, by, act, subject, after }: Entry): void {
  if (act !== 'export') return;
  if (after?.['failed'] === true) failed.add(Number(subject['entry']));
  const { case: of, board } = subject;
  if (typeof of !== 'string' || typeof board !== 'string') return;
  const { payload_digest: digest, masks } = after ?? {};
  found.push({
    ...{ entry, at, by, case: of, board },
    digest: typeof digest === 'string' ? digest : null,
    masks: Array.isArray(masks) ? masks.map(String) : [],
  });
}
