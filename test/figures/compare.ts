import { basename } from 'node:path';
import { z } from 'zod';
import type { Finding } from '../../domain/finding.ts';
import type { Recount, Recounted } from './recount.ts';
import type { World } from './world.ts';

/** How the figures of each detector's findings are counted anew: every file of the folder says it of some. */
const recounts = new Map<string, Recount>(
  Object.values(
    import.meta.glob<Readonly<Record<string, Recount>>>('./recounts/*.ts', {
      eager: true,
      import: 'recounts',
    }),
  ).flatMap((ofFile) => Object.entries(ofFile)),
);

interface JsonSchema {
  type?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
}

/** By detector, the facts that are declared as whole numbers. */
const wholeFacts = new Map<string, readonly string[]>(
  Object.entries(
    import.meta.glob<{ facts: z.ZodType }>('../../cypher/detectors/*.ts', {
      eager: true,
      import: 'default',
    }),
  ).map(([path, { facts }]) => {
    const schema = z.toJSONSchema(facts, { io: 'output', unrepresentable: 'any' });
    return [basename(path, '.ts'), wholeIn(schema as JsonSchema)];
  }),
);

function wholeIn(schema: JsonSchema, path: readonly string[] = []): string[] {
  if (schema.type === 'integer') return [path.join('.')];
  const parts = [
    ...Object.entries(schema.properties ?? {}),
    ...(schema.items ? [['*', schema.items] as const] : []),
  ].flatMap(([name, part]) => wholeIn(part, [...path, name]));
  return [...parts, ...(schema.anyOf ?? []).flatMap((one) => wholeIn(one, path))];
}

/** What of a finding is not as the rows have it, a line each. */
export function faultsOf(
  finding: Finding,
  world: World,
  language: keyof typeof writes = 'en',
): string[] {
  const recount = recounts.get(finding.detector);
  if (!recount)
    return [`${finding.detector}: nothing in test/figures/recounts/ counts its figures anew`];
  const counted = recount(finding, world);
  const faults = [
    ...factFaults(finding, counted),
    ...timeFaults(finding, counted),
    ...rowFaults(finding, counted),
    ...headlineFaults(finding, counted, language),
    ...uncountedFaults(finding, counted),
  ];
  return faults.map((fault) => `${finding.detector} ${finding.id} (${finding.title}): ${fault}`);
}

function factFaults({ facts }: Finding, { figures }: Recounted): string[] {
  return Object.entries(figures).flatMap(([path, expected]) => {
    const stated = at(facts, path);
    return stated === undefined || same(stated, expected)
      ? []
      : [`${path} is ${JSON.stringify(stated)}, counted ${JSON.stringify(expected)}`];
  });
}

function at(facts: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | null)?.[name], facts);
}

/** Figures that were rounded on two ways may differ by the last digit. */
function same(stated: unknown, expected: unknown): boolean {
  if (typeof stated === 'number' && typeof expected === 'number')
    return (
      Math.abs(stated - expected) <=
      (Number.isInteger(stated) && Number.isInteger(expected)
        ? 0
        : Math.max(1e-4, Math.abs(stated) * 1e-6, unit(stated)))
    );
  return JSON.stringify(stated) === JSON.stringify(expected);
}

/** One of its last digit. */
function unit(value: number): number {
  return 10 ** -(String(value).split('.')[1] ?? '').length;
}

function timeFaults({ first_seen, last_seen }: Finding, { times }: Recounted): string[] {
  if (!times) return [];
  const ordered = [...times].sort();
  const [first, last] = [ordered[0] ?? null, ordered.at(-1) ?? null];
  return first === first_seen && last === last_seen
    ? []
    : [`seen ${first_seen} to ${last_seen}, counted ${first} to ${last}`];
}

function rowFaults({ counted = [], evidence }: Finding, { rows = {} }: Recounted): string[] {
  const wrong = Object.entries(rows).flatMap(([type, expected]) => {
    const stated = counted.find((one) => one.type === type)?.rows ?? 0;
    return stated === expected ? [] : [`${stated} rows of ${type}, counted ${expected}`];
  });
  const cites = counted
    .filter(({ type }) => type.includes('.'))
    .filter(({ type, cited }) => evidence.filter((one) => one.type === type).length !== cited)
    .map(({ type, cited }) => `says that it cites ${cited} of ${type}`);
  return [...wrong, ...cites];
}

/** Each whole number among the facts is counted, or said to be no count of rows. */
function uncountedFaults({ detector, facts }: Finding, { figures, noCounts = [] }: Recounted) {
  const known = [...Object.keys(figures), ...noCounts].map(ofAny);
  const isCounted = (path: string) =>
    known.some((one) => path === one || path.startsWith(`${one}.`));
  const whole = [...(wholeFacts.get(detector) ?? []), ...wholeNumbersIn(facts).map(ofAny)];
  return [...new Set(whole)]
    .filter((path) => !isCounted(path) && isStated(facts, path.split('.')))
    .map((path) => `nothing counts ${path} of the facts`);
}

/** `signs.0.sessions` as `signs.*.sessions`. */
function ofAny(path: string): string {
  return path.replaceAll(/\.\d+(?=\.|$)/g, '.*');
}

function isStated(value: unknown, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return typeof value === 'number';
  if (value === null || typeof value !== 'object') return false;
  if (name === '*') return Object.values(value).some((of) => isStated(of, rest));
  return isStated((value as Record<string, unknown>)[name], rest);
}

/** Paths of all that may be a count: 0 and 1 may be a share. */
function wholeNumbersIn(value: unknown, path: readonly string[] = []): string[] {
  if (typeof value === 'number')
    return Number.isInteger(value) && value > 1 ? [path.join('.')] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, of]) => wholeNumbersIn(of, [...path, name]));
}

/** Each number of the headline is one that was counted, or is known to be no count. */
function headlineFaults(
  finding: Finding,
  { figures, estimates = [] }: Recounted,
  language: keyof typeof writes,
): string[] {
  const known = new Set(
    [...Object.values(figures), ...estimates].flatMap((value) =>
      typeof value === 'number' ? formsOf(value) : [],
    ),
  );
  return numbersOf(finding, writes[language])
    .filter((number) => !known.has(number))
    .map((number) => `nothing counts the ${number} of the headline`);
}

function formsOf(value: number): number[] {
  const share = [100 * value, Math.round(100 * value)];
  return [value, Math.round(value), Math.floor(value), Number(value.toFixed(1)), ...share];
}

interface Writes {
  number: RegExp;
  group: RegExp;
  point: string;
}

/** How a language writes numbers. */
const writes = {
  en: { number: /\d[\d,]*(?:\.\d+)?/g, group: /,/g, point: '.' },
  fr: { number: /\d(?:[\d\u202f\u00a0]*\d)?(?:,\d+)?/g, group: /[\u202f\u00a0]/g, point: ',' },
  es: { number: /\d(?:[\d.]*\d)?(?:,\d+)?/g, group: /\./g, point: ',' },
} satisfies Record<string, Writes>;

/** The numbers of the headline; those in names, ids and days are none. */
function numbersOf({ title, facts, nodes }: Finding, { number, group, point }: Writes): number[] {
  const names = [...textsIn(facts), ...nodes.map(({ id }) => id)].filter((name) => /\d/.test(name));
  const plain = [...new Set(names)]
    .sort((a, b) => b.length - a.length)
    .reduce((text, name) => text.replaceAll(wholly(name), ' '), title)
    .replaceAll(/\d{4}-\d{2}-\d{2}/g, ' ');
  return (plain.match(number) ?? []).map((text) =>
    Number(text.replaceAll(group, '').replace(point, '.')),
  );
}

/** As a word of its own: the `7` of a name is no part of the number 72. */
function wholly(name: string): RegExp {
  return new RegExp(`(?<![\\w.])${name.replaceAll(/[^\w\s]/g, String.raw`\$&`)}(?!\\w)`, 'g');
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value, ...value.split(' ')];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsIn);
}
