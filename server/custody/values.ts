/** The personal values of entries, kept apart from them, so that they can be removed and the chain still holds. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { sha256, writeDurably } from './files.ts';
import { Personal, type Draft, type Entry, type Value } from './entry.ts';

const keptSchema = z.object({
  /** Number of the entry. */
  entry: z.int(),
  /** Where in it: `subject.account`. */
  field: z.string(),
  /** 16 random bytes in hex, another one every time: equal values have different digests. */
  salt: z.string(),
  value: z.string(),
  about: z.array(z.string()),
});
export type KeptValue = z.infer<typeof keptSchema>;

export function valueDigest({ salt, value }: Pick<KeptValue, 'salt' | 'value'>): string {
  return sha256(Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(value, 'utf8')]));
}

export interface Sealed {
  facts: Pick<Entry, 'subject' | 'before' | 'after'>;
  values: KeptValue[];
}

/** The draft with digests for its personal values, and those. */
export function sealed({ subject, before, after }: Draft, entry: number): Sealed {
  const values: KeptValue[] = [];
  const seal = (value: Value, field: string): z.core.util.JSONType => {
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
      return [keptSchema.parse(JSON.parse(line))];
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
