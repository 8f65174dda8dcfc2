/** What analysts decided, in a report. */
import { formatRef } from '../../../domain/schema/graph.ts';
import type { Judgement } from '../../../domain/judgement.ts';
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

const says = messages.judgements.evidence;
const page = messages.judgements.page;

/** Nothing where nobody has judged anything of what is shown. */
export function judgements({ judgements: all }: Exhibit, lookup: Lookup): Section[] {
  if (all.length === 0) return [];
  const table: Table = {
    kind: 'table',
    verbatim: null,
    head: says.head,
    widths: [3, 4, 3, 4, 4],
    rows: all.map((judgement) => row(judgement, lookup)),
  };
  return [{ id: 'judgements', title: [says.title], blocks: [paragraph(says.text), table] }];
}

function row(judgement: Judgement, { captions }: Lookup): Row {
  const { kind, verdict, subjects, by, at, why, withdrawn: over } = judgement;
  const withdrawn = over ? [datum(page.withdrawn(over.by, readableTime(over.at), over.why))] : [];
  return {
    id: null,
    cells: [
      [page.verdictOf[kind][verdict]],
      about(
        subjects.map((ref) => captions.get(formatRef(ref)) ?? formatRef(ref)),
        judgement,
      ),
      [datum(page.byAt(by, readableTime(at)))],
      [datum(why)],
      withdrawn,
    ],
  };
}

/** Each name by itself, so that none turns the next one around. */
function about(names: readonly string[], { relation }: Judgement): Line {
  const between = relation ? ` ${relation.says} ` : ', ';
  return names.flatMap((name, index) => (index === 0 ? [datum(name)] : [between, datum(name)]));
}
