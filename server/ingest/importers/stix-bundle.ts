/** A bundle of STIX 2.1 as it stands in a file, checked as far as an import needs it. */
import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { messages } from '../../../domain/messages/index.ts';
import type { StixObject } from './stix-objects.ts';
import { InvalidDataError } from '../../platform/problems.ts';

const text = messages.load.stix;

/** The file is read as one text, which the language allows no more than about twice as long. */
const mostBytes = 256 * 2 ** 20;

const bundleSchema = z.object({
  type: z.literal('bundle'),
  spec_version: z.string().optional(),
  objects: z.array(z.unknown()).default([]),
});
const objectSchema = z.looseObject({
  type: z.string().regex(/^[a-z][a-z0-9-]*$/),
  id: z.string(),
});
const idForm = /^[a-z][a-z0-9-]*--[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** How often what was left out: the object's type, and in parentheses the property that decided it, or why. */
export class LeftOut {
  readonly #counts = new Map<string, number>();

  add(type: string, why?: string): void {
    const what = why === undefined ? type : `${type} (${why})`;
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }

  counts(): Record<string, number> {
    return Object.fromEntries(this.#counts);
  }
}

/**
 * The objects of a bundle by their id, the latest version of each; revoked and earlier ones are left out. Throws
 * InvalidDataError for what is no bundle, with the place.
 */
export async function readBundle(
  source: string,
  leftOut: LeftOut,
): Promise<ReadonlyMap<string, StixObject>> {
  const found = new Map<string, StixObject>();
  const { objects } = bundleOf(source, await contentOf(source));
  for (const [index, said] of objects.entries()) {
    const object = objectOf(source, index + 1, said);
    const other = found.get(object.id);
    if (other) leftOut.add(object.type, 'modified');
    if (!other || versionOf(object) > versionOf(other)) found.set(object.id, object);
  }
  for (const { id, type, revoked } of found.values())
    if (revoked === true) {
      leftOut.add(type, 'revoked');
      found.delete(id);
    }
  return found;
}

/** A property that is text; undefined when it is empty or anything else. */
export function textOf(object: Readonly<Record<string, unknown>>, property: string) {
  const value = object[property];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The texts of a property that is a list. */
export function textsOf(object: Readonly<Record<string, unknown>>, property: string): string[] {
  return listOf(object, property).filter(
    (one) => typeof one === 'string' && one !== '',
  ) as string[];
}

/** The external references, those that are none left out. */
export function referencesOf(object: StixObject): Record<string, unknown>[] {
  return listOf(object, 'external_references').filter(
    (one): one is Record<string, unknown> => typeof one === 'object' && one !== null,
  );
}

function listOf(object: Readonly<Record<string, unknown>>, property: string): unknown[] {
  const value: unknown = object[property];
  return Array.isArray(value) ? value : [];
}

async function contentOf(source: string): Promise<string> {
  const unreadable = () => {
    throw new InvalidDataError(text.noFile(source));
  };
  const { size } = await stat(source).catch(unreadable);
  if (size > mostBytes)
    throw new InvalidDataError(text.tooLarge(source, size / 2 ** 20, mostBytes / 2 ** 20));
  const content = await readFile(source, 'utf8').catch(unreadable);
  return content.replace(/^\uFEFF/, '');
}

function bundleOf(source: string, content: string): z.infer<typeof bundleSchema> {
  const read = bundleSchema.safeParse(parsed(source, content));
  if (!read.success) throw new InvalidDataError(text.notABundle(source));
  const { spec_version: version = '2.1' } = read.data;
  if (version !== '2.1') throw new InvalidDataError(text.otherVersion(source, version));
  return read.data;
}

function parsed(source: string, content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    const place = /position (\d+)/.exec(String(error))?.[1];
    const before = content.slice(0, place === undefined ? content.length : Number(place));
    throw new InvalidDataError(text.notJson(source, before.split('\n').length));
  }
}

function objectOf(source: string, number: number, said: unknown): StixObject {
  const read = objectSchema.safeParse(said);
  if (!read.success) throw new InvalidDataError(text.notAnObject(source, number));
  const { type, id } = read.data;
  if (!idForm.test(id) || !id.startsWith(`${type}--`))
    throw new InvalidDataError(text.badId(source, number, type, id));
  return read.data;
}

/** Observables have none and do not change. */
function versionOf(object: StixObject): number {
  return Date.parse(textOf(object, 'modified') ?? '') || 0;
}
