/** The personal values of entries, kept apart from them, so that they can be removed and the chain still holds. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import type { Entry } from '../../verifier/custody-entry.ts';
import { Personal, type Draft, type Value } from './draft.ts';
import { sha256, writeDurably } from './files.ts';

export interface KeptValue {
  /** Number of the entry. */
  entry: number;
  /** Where in it: `subject.nodes`. */
  field: string;
  /** 16 random bytes in hex, another one every time: equal values have different digests. */
  salt: string;
  value: string;
  /** The nodes that it names or speaks of. */
  about: string[];
}

export function valueDigest({ salt, value }: Pick<KeptValue, 'salt' | 'value'>): string {
  return sha256(Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(value, 'utf8')]));
}

type Json = z.core.util.JSONType;

export interface Sealed {
  facts: Pick<Entry, 'subject' | 'before' | 'after'>;
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
  return { facts, values };
}

function isList(value: object): value is readonly Value[] {
  return Array.isArray(value);
}

/** What a process that was killed has left half-written is passed over. */
export async function readValues(path: string): Promise<KeptValue[]> {
  const text = await readFile(path, 'utf8').catch(nothingYet);
  return text.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as KeptValue];
    } catch {
      return [];
    }
  });
}

export function valueLines(values: readonly KeptValue[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}

/** The line break before them ends a line that was left half-written. */
export async function addValues(path: string, values: readonly KeptValue[]): Promise<void> {
  if (values.length > 0) await writeDurably(path, `\n${valueLines(values)}`, 'a');
}

function nothingYet(error: unknown): string {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
  throw error;
}
