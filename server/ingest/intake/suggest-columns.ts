import { columnsOf, fileOf } from '../../../domain/schema/graph.ts';
import type { IntakeColumn } from '../../../domain/intake.ts';
import type { Column, FileName } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/index.ts';
import { nearest } from '../load/nearest.ts';
import { contentOf, type ContentKind } from './content-kinds.ts';
import type { Head } from './head.ts';
import { bareName, plainName } from './plain-name.ts';
import { columnSynonyms, wordsIn } from './vocabulary.ts';

export type Suggestion = NonNullable<IntakeColumn['suggestion']>;

const text = messages.intake.suggested;
/** What says more comes first: two columns that mean the same go to the one whose name says so. */
const weight: Readonly<Record<Suggestion['by'], number>> = {
  name: 4,
  synonym: 3,
  spelling: 2,
  content: 1,
};

/**
 * For each column of the file, the contract's that it most likely is; each of the contract's once. `misspelt` off
 * leaves out what takes long: where many files are compared, spelling decides nothing.
 */
export function suggestColumns(
  head: Head,
  file: FileName,
  { misspelt = true } = {},
): (Suggestion | null)[] {
  const known = columnsOf(file);
  const spelt = misspelt && head.columns.length <= mostSpelt;
  const named = head.columns.map((name) => byName(name, file, known, spelt));
  const taken = new Set<string>();
  const chosen = new Array<Suggestion | null>(head.columns.length).fill(null);
  const claims = named
    .flatMap((options, at) => options.map((option, rank) => ({ at, option, rank })))
    .sort((a, b) => weight[b.option.by] - weight[a.option.by] || a.rank - b.rank || a.at - b.at);
  for (const { at, option } of claims) {
    if (chosen[at] || taken.has(option.column)) continue;
    chosen[at] = option;
    taken.add(option.column);
  }
  head.columns.forEach((_name, at) => {
    if (chosen[at]) return;
    const option = byContent(head.values[at] ?? [], file, known, taken);
    if (!option) return;
    chosen[at] = option;
    taken.add(option.column);
  });
  return chosen;
}

/** Columns of a table that somebody may have typed; in a wider one nearly every name is near some other. */
const mostSpelt = 300;

type Known = Readonly<Record<string, Column>>;

/** All that its name could mean, the likeliest first. */
function byName(name: string, file: FileName, known: Known, misspelt: boolean): Suggestion[] {
  const plain = plainName(name);
  const bare = bareName(name);
  if (plain === '') return [];
  if (Object.hasOwn(known, plain)) return [{ column: plain, by: 'name', reason: text.name }];
  const synonyms = wordsOf(file)
    .filter((word) => word.text === plain || word.bare === bare)
    .map(({ column }): Suggestion => ({
      column,
      by: 'synonym',
      reason: text.synonym(name, column),
    }));
  return synonyms.length > 0 || !misspelt ? synonyms : bySpelling(name, plain, file);
}

function bySpelling(name: string, plain: string, file: FileName): Suggestion[] {
  // Of words this short a letter more or less makes another one.
  if (plain.length < 5) return [];
  const meant = wordsOf(file).filter((word) => word.text.length >= 5);
  const close = nearest(
    plain,
    meant.map((word) => word.text),
  );
  if (close === null || !isClose(plain, close)) return [];
  const { column } = meant.find((word) => word.text === close)!;
  return [{ column, by: 'spelling', reason: text.spelling(name, close) }];
}

/** `nearest` finds what was meant among few; among many synonyms only the very near counts. */
function isClose(a: string, b: string): boolean {
  return (
    Math.abs(a.length - b.length) <= 2 && a[0] === b[0] && nearest(a, [b]) !== null && shares(a, b)
  );
}

function shares(a: string, b: string): boolean {
  const left = Array.from(b);
  const common = Array.from(a).filter((letter) => {
    const at = left.indexOf(letter);
    if (at === -1) return false;
    left.splice(at, 1);
    return true;
  });
  return common.length >= Math.max(a.length, b.length) - 2;
}

interface Word {
  column: string;
  text: string;
  bare: string;
}

const remembered = new Map<FileName, readonly Word[]>();

/** What the columns of a file are called, the contract's own name of each first. */
function wordsOf(file: FileName): readonly Word[] {
  const before = remembered.get(file);
  if (before) return before;
  const { key } = fileOf(file);
  const made = Object.keys(columnsOf(file)).flatMap((column) => {
    const ids = key.length === 1 && column === key[0] ? ownId : [];
    return [column, ...wordsIn(columnSynonyms[column]), ...ids].map((text) => ({
      column,
      text,
      bare: bareName(text),
    }));
  });
  remembered.set(file, made);
  return made;
}

const ownId = [
  'id',
  'identifiant',
  'ident',
  'code',
  'ref',
  'numero',
  'num',
  'number',
  '_id',
  'key',
];

/** The columns that hold what values show to be, the likeliest first. */
const holders: Readonly<Record<ContentKind, readonly string[]>> = {
  ip: ['ip'],
  email: ['email'],
  currency: ['currency'],
  user_agent: ['user_agent'],
  url: ['website', 'url'],
  time: [],
  timezone: ['timezone'],
  phone: ['phone'],
  country: ['country'],
};

function byContent(
  values: readonly string[],
  file: FileName,
  known: Known,
  taken: ReadonlySet<string>,
): Suggestion | null {
  const shows = shownBy(values);
  if (shows === null) return null;
  const { when } = fileOf(file);
  const fits = shows === 'time' ? (when === undefined ? [] : [when]) : holders[shows];
  const column = fits.find((name) => Object.hasOwn(known, name) && !taken.has(name));
  return column === undefined ? null : { column, by: 'content', reason: text.content[shows] };
}

/** Every file of the contract asks it of the same columns. */
const shown = new WeakMap<readonly string[], ContentKind | 'nothing'>();

function shownBy(values: readonly string[]): ContentKind | null {
  const before = shown.get(values);
  const shows = before ?? contentOf(values) ?? 'nothing';
  if (before === undefined) shown.set(values, shows);
  return shows === 'nothing' ? null : shows;
}
