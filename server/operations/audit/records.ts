/** What the database holds of an entry of some home's custody log, and how the chain of all homes goes through it. */
import { contentDigest, linkHash } from '../../../verifier/custody-chain.ts';
import type { Entry } from '../../../verifier/custody-entry.ts';
import { canonicalJson } from '../../platform/canonical.ts';
import { sha256 } from '../../trust/custody/files.ts';
import type { ReadEntry } from '../../trust/custody/read.ts';
import { digestOf } from '../../trust/custody/values.ts';

/** An entry as it is stored. */
export interface AuditRecord {
  /** In the chain of all homes, counted from 1. */
  number: number;
  /** Of the chain of all homes, up to this entry. */
  link: string;
  /** The log that it is of: the hash of that log's first entry. */
  log: string;
  /** In that log. */
  entry: number;
  /** Of that log's own chain. */
  hash: string;
  /** Canonical JSON, as the log has it. */
  content: string;
  at: string;
  by: string;
  act: string;
  /** What is searched by: what it says, in lower case, without the digests of personal values. */
  words: string;
}

/** As much as the chain of all homes holds of it: the log's own hash holds the rest. */
export function linkOf(
  before: string,
  { number, log, entry, hash }: Pick<AuditRecord, 'number' | 'log' | 'entry' | 'hash'>,
): string {
  return linkHash(before, contentDigest({ number, log, entry, hash }, sha256), sha256);
}

export function recordOf(
  { content, hash }: ReadEntry,
  log: string,
  number: number,
  before: string,
): AuditRecord {
  const { entry } = content;
  return {
    ...{ number, log, entry, hash, content: canonicalJson(content) },
    link: linkOf(before, { number, log, entry, hash }),
    ...soughtBy(content),
  };
}

/** What of an entry is asked by. */
export function soughtBy(content: Entry): Pick<AuditRecord, 'at' | 'by' | 'act' | 'words'> {
  const { at, by, act, subject, before, after } = content;
  const said = JSON.stringify([by, act, subject, before, after], (_name, value: unknown) =>
    typeof value === 'object' && value !== null && digestOf(value) !== null ? '' : value,
  );
  return { at, by, act, words: said.toLowerCase() };
}
