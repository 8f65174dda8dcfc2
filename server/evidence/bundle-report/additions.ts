/** What analysts added by hand, in a report: apart from the findings, and said to be theirs. */
import { addedId, gradeOf, type ListedAddition } from '../../../domain/addition.ts';
import { messages } from '../../../domain/messages/index.ts';
import { readableTime } from '../../platform/dates.ts';
import type { Exhibit } from '../exhibit/exhibit.ts';
import {
  datum,
  paragraph,
  type Line,
  type Row,
  type Section,
  type Table,
} from '../../platform/document/document.ts';
import type { Lookup } from './lookup.ts';

const text = messages.additions;
const says = text.evidence;

/** Nothing where nobody added anything. */
export function additions({ additions: all = [] }: Exhibit, { captions }: Lookup): Section[] {
  if (all.length === 0) return [];
  const names = new Map(all.flatMap((one) => (one.kind === 'thing' ? [[one.id, one.name]] : [])));
  const nameOf = (ref: string) => {
    const id = addedId(ref);
    return (id === null ? captions.get(ref) : names.get(id)) ?? ref;
  };
  const table: Table = {
    kind: 'table',
    verbatim: null,
    head: says.head,
    widths: [5, 4, 4, 2, 3, 3],
    rows: all.map((one) => row(one, nameOf)),
  };
  return [{ id: 'by-hand', title: [says.title], blocks: [paragraph(says.text), table] }];
}

function row(one: ListedAddition, nameOf: (ref: string) => string): Row {
  const { source, reliability, credibility, known, by, at, note } = one;
  const grade = `${gradeOf(one)}: ${text.reliabilities[reliability]}; ${text.credibilities[credibility]}`;
  const who = by === null || at === null ? '' : text.author(by, readableTime(at));
  return {
    id: null,
    cells: [
      whatOf(one, nameOf),
      [datum(source)],
      [grade],
      [datum(known)],
      [datum(who)],
      note === '' ? [] : [datum(note)],
    ],
  };
}

/** Each name by itself, so that none turns the next one around. */
function whatOf(one: ListedAddition, nameOf: (ref: string) => string): Line {
  if (one.kind === 'link')
    return [datum(nameOf(one.from)), ' ', datum(one.says), ' ', datum(nameOf(one.to))];
  const type = one.type === 'thing' ? text.thing : messages.schema.nodes[one.type].one;
  return [datum(one.name), ` (${type})`];
}
