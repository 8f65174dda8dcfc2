/** A document as plain blocks: built once, then written as HTML, as mail and as PDF. */
import type { Language } from '../../../domain/messages/language.ts';

export interface ReportDocument {
  language: Language;
  /** What kind of document it is, above its title. */
  kicker: string;
  title: string;
  /** What stands at the foot of each page before its number; the title where it is left out. */
  foot?: string;
  cover: readonly Block[];
  /** Whether a list of the sections follows the cover, which is then a page of its own. */
  contents: boolean;
  sections: readonly Section[];
}

export interface Section {
  /** Unique in the document; what references point to. */
  id: string;
  title: Line;
  blocks: readonly Block[];
  /** On paper it begins a page of its own. */
  startsPage?: boolean;
}

/** Words of the program, values of the data and references, in the order in which they are read. */
export type Line = readonly Inline[];
export type Inline = string | Datum | Reference | Link;

/** A value of the data: it keeps its own direction, whatever stands around it, and is never markup. */
export interface Datum {
  datum: string;
}

/** A link to a place of the document; `to` is the id of a section, an item or a row that is in it. */
export interface Reference {
  to: string;
  text: string;
}

/** A link to a page of this program's own server. */
export interface Link {
  href: string;
  text: string;
}

export type Block = Paragraph | Heading | List | Table | Pairs | Form | Picture | Inner;

export interface Paragraph {
  kind: 'paragraph';
  /** `lead` is what is read first, `quiet` what is read last. */
  look: 'plain' | 'lead' | 'quiet';
  line: Line;
}

/** A small heading inside a section, which no contents list. */
export interface Heading {
  kind: 'heading';
  text: string;
}

export interface List {
  kind: 'list';
  numbered: boolean;
  items: readonly Item[];
}

export interface Item {
  /** Null where nothing refers to it. */
  id: string | null;
  line: Line;
  /** What stands behind it, less loud: where it comes from. */
  note: Line;
}

export interface Table {
  kind: 'table';
  /** The column, from 0, that holds texts word for word as files have them; null where none does. */
  verbatim: number | null;
  head: readonly string[];
  /** Of the columns, relative to one another. */
  widths: readonly number[];
  rows: readonly Row[];
}

export interface Row {
  id: string | null;
  cells: readonly Line[];
}

export interface Pairs {
  kind: 'pairs';
  items: readonly (readonly [Line, Line])[];
}

/** Lines to be filled in by hand, each with what belongs on it. */
export interface Form {
  kind: 'form';
  lines: readonly string[];
}

export interface Picture {
  kind: 'picture';
  /** Markup of our own, in which all values of the data are escaped. */
  svg: string;
  /** In the units of the SVG. */
  width: number;
  height: number;
  /** What it shows, for those who cannot see it. */
  alternative: string;
}

/** A section inside a section. */
export interface Inner {
  kind: 'section';
  section: Section;
}

export function paragraph(...line: Inline[]): Paragraph {
  return { kind: 'paragraph', look: 'plain', line };
}

export function lead(...line: Inline[]): Paragraph {
  return { kind: 'paragraph', look: 'lead', line };
}

export function quiet(...line: Inline[]): Paragraph {
  return { kind: 'paragraph', look: 'quiet', line };
}

export function heading(text: string): Heading {
  return { kind: 'heading', text };
}

export function bullets(lines: readonly Line[]): List {
  return { kind: 'list', numbered: false, items: lines.map(plainItem) };
}

export function steps(items: readonly Item[]): List {
  return { kind: 'list', numbered: true, items };
}

export function plainItem(line: Line): Item {
  return { id: null, line, note: [] };
}

/** Names of the program's with values of the data. */
export function pairs(items: readonly (readonly [string, string])[]): Pairs {
  return { kind: 'pairs', items: items.map(([name, value]) => [[datum(name)], [datum(value)]]) };
}

export function datum(text: string): Datum {
  return { datum: text };
}

/** References with blanks between them. */
export function references(all: readonly Reference[]): Line {
  return all.flatMap((one, at): Inline[] => (at === 0 ? [one] : [' ', one]));
}
