/** What analysts let weigh less, in a report. */
import type { Exception } from '../../../domain/exception.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import { messages } from '../../../domain/messages/index.ts';
import { datum, paragraph, type Row, type Section } from '../../platform/document/document.ts';
import { readableTime } from '../../platform/dates.ts';
import type { Exhibit } from '../exhibit/exhibit.ts';
import type { Lookup } from './lookup.ts';

const says = messages.evidence.page.exceptions;
const page = messages.exceptions.page;

/** Nothing where no exception lowered anything of what is shown. */
export function exceptions({ exceptions: all }: Exhibit, lookup: Lookup): Section[] {
  if (all.length === 0) return [];
  const rows = all.map((exception) => row(exception, lookup));
  return [
    {
      id: 'exceptions',
      title: [says.title],
      blocks: [
        paragraph(says.text),
        { kind: 'table', verbatim: null, head: says.head, widths: [4, 3, 3, 4, 4], rows },
      ],
    },
  ];
}

function row(exception: Exception, { captions }: Lookup): Row {
  const { nodes, accounts, reason, until, by, at, why, revoked } = exception;
  const caption = (ref: string) => captions.get(ref) ?? ref;
  const what =
    nodes.length > 0
      ? page.what(nodes.map((ref) => caption(formatRef(ref))))
      : page.among(accounts.map((id) => caption(`account:${id}`)));
  return {
    id: null,
    cells: [
      [datum(what)],
      [`${messages.triage.reasons[reason]}, ${page.until(until)}`],
      [datum(page.byAt(by, readableTime(at)))],
      [datum(why)],
      revoked ? [datum(page.revoked(revoked.by, readableTime(revoked.at), revoked.why))] : [],
    ],
  };
}
