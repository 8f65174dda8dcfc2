/** The personal values of entries, kept apart from them, so that they can be removed and the chain still holds. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { compareText } from '../../../domain/compare-text.ts';
import type { Entry } from '../../../verifier/custody-entry.ts';
import { Personal, type Draft, type Value } from './draft.ts';
import { sha256 } from './files.ts';

export interface KeptValue {
  /** Number of the entry. */
  entry: number;
  /** Where in it: `subject.nodes`. */
  field: string;
  value: string;
  /** The nodes that it names or speaks of. */
  about: string[];
  /** 16 random bytes in hex, another one every time: equal values have different digests. */
  salt: string;
}

/** No text in UTF-8 has this byte, so that no value of before can be passed off as one of now. */
const wholeMark = Buffer.from([0xff]);

/** Of the value and of what it is about, salted. */
function valueDigest({ salt, value, about }: KeptValue): string {
  const said = Buffer.from(JSON.stringify([value, about]), 'utf8');
  return sha256(Buffer.concat([Buffer.from(salt, 'hex'), wholeMark, said]));
}

/** As entries of earlier programs have it: of the value alone. */
function earlierDigest({ salt, value }: KeptValue): string {
  return sha256(Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(value, 'utf8')]));
}

/** Whether that is the digest in its entry. */
export function isSealedBy(kept: KeptValue, digest: string): boolean {
  const isSalt = /^[0-9a-f]{32}$/.test(kept.salt);
  return isSalt && (valueDigest(kept) === digest || earlierDigest(kept) === digest);
}

type Json = z.core.util.JSONType;

export interface Sealed {
  facts: Pick<Entry, 'subject' | 'before' | 'after'>;
  /** Sorted by field. */
  values: KeptValue[];
}

/** The draft with digests for its personal values, and those. */
export function sealed({ subject, before, after }: Draft, entry: number): Sealed {
  const values: KeptValue[] = [];
  const seal = (value: Value, field: string): Json => {
    if (value instanceof Personal) {
      const kept: KeptValue = {
        ...{ entry, field, value: value.value, about: [...value.about] },
        salt: randomBytes(16).toString('hex'),
      };
      values.push(kept);
      return { digest: valueDigest(kept) };
    }
    if (value === null || typeof value !== 'object') return value;
    if (isList(value)) return value.map((each, at) => seal(each, `${field}.${at}`));
    return sealAll(value, field);
  };
  const sealAll = (facts: Readonly<Record<string, Value>>, field: string) =>
    Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [name, seal(value, `${field}.${name}`)]),
    );
  const facts = {
    subject: sealAll(subject, 'subject'),
    before: before && sealAll(before, 'before'),
    after: after && sealAll(after, 'after'),
  };
  return { facts, values: values.sort((a, b) => compareText(a.field, b.field)) };
}

function isList(value: object): value is readonly Value[] {
  return Array.isArray(value);
}

/** Each digest of a personal value in an entry, with where it stands: what `sealed` put there. */
export function* sealsOf({ subject, before, after }: Entry): Generator<[string, string]> {
  for (const [name, part] of Object.entries({ subject, before, after })) yield* sealsIn(part, name);
}

function* sealsIn(part: unknown, field: string): Generator<[string, string]> {
  if (typeof part !== 'object' || part === null) return;
  const digest = digestOf(part);
  if (digest !== null) yield [field, digest];
  else for (const [name, each] of Object.entries(part)) yield* sealsIn(each, `${field}.${name}`);
}

/** Of what stands for a personal value; null for anything else. */
export function digestOf(part: object): string | null {
  const names = Object.entries(part as Record<string, unknown>);
  const [only] = names;
  return only?.[0] === 'digest' && names.length === 1 ? String(only[1]) : null;
}

/** A line of the file as it stands there. */
export interface ValueLine {
  /** Where it begins, in bytes. */
  start: number;
  text: string;
  /** Null for what has not the form of a value. */
  kept: KeptValue | null;
}

export async function readValueLines(path: string): Promise<ValueLine[]> {
  const text = await readFile(path, 'utf8').catch(nothingYet);
  let start = 0;
  const lines = text.split('\n').map((line): ValueLine => {
    const read = { start, text: line, kept: readLine(line) };
    start += Buffer.byteLength(line) + 1;
    return read;
  });
  // What follows the last line break is a line only where there is something.
  return lines.at(-1)?.text === '' ? lines.slice(0, -1) : lines;
}

/** What a process that was killed has left half-written is passed over. */
export async function readValues(path: string): Promise<KeptValue[]> {
  return (await readValueLines(path)).flatMap(({ kept }) => kept ?? []);
}

function readLine(text: string): KeptValue | null {
  if (text === '') return null;
  try {
    const kept = JSON.parse(text) as Partial<KeptValue> | null;
    const { entry, field, salt, value, about } = kept ?? {};
    const isWhole = [field, salt, value].every((each) => typeof each === 'string');
    const isAbout = Array.isArray(about) && about.every((ref) => typeof ref === 'string');
    return isWhole && isAbout && Number.isInteger(entry) ? (kept as KeptValue) : null;
  } catch {
    return null;
  }
}

export function valueLines(values: readonly KeptValue[]): string {
  return values.map((value) => `${valueText(value)}\n`).join('');
}

/** The one way in which a value is written. */
export function valueText({ entry, field, value, about, salt }: KeptValue): string {
  return JSON.stringify({ entry, field, value, about, salt });
}

function nothingYet(error: unknown): string {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
  throw error;
}
