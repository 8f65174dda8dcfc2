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

/** What of a finding is not as the rows have it, a line each. */
export function faultsOf(finding: Finding, world: World): string[] {
  const recount = recounts.get(finding.detector);
  if (!recount)
    return [`${finding.detector}: nothing in test/figures/recounts/ counts its figures anew`];
  const counted = recount(finding, world);
  const faults = [
    ...factFaults(finding, counted),
    ...timeFaults(finding, counted),
    ...rowFaults(finding, counted),
    ...headlineFaults(finding, counted),
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

/** Each number of the headline is one that was counted, or is known to be no count. */
function headlineFaults(finding: Finding, { figures, estimates = [] }: Recounted): string[] {
  const known = new Set(
    [...Object.values(figures), ...estimates].flatMap((value) =>
      typeof value === 'number' ? formsOf(value) : [],
    ),
  );
  return numbersOf(finding)
    .filter((number) => !known.has(number))
    .map((number) => `nothing counts the ${number} of the headline`);
}

function formsOf(value: number): number[] {
  const share = [100 * value, Math.round(100 * value)];
  return [value, Math.round(value), Math.floor(value), Number(value.toFixed(1)), ...share];
}

/** The numbers of the headline; those in names, ids and days are none. */
function numbersOf({ title, facts, nodes }: Finding): number[] {
  const names = [...textsIn(facts), ...nodes.map(({ id }) => id)].filter((name) => /\d/.test(name));
  const plain = [...new Set(names)]
    .sort((a, b) => b.length - a.length)
    .reduce((text, name) => text.replaceAll(wholly(name), ' '), title)
    .replaceAll(/\d{4}-\d{2}-\d{2}/g, ' ');
  return (plain.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((text) => Number(text.replaceAll(',', '')));
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
