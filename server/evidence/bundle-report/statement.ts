/** One fact as a sentence, with the source rows that say so. */
import type { Evidence, Source } from '../../../domain/finding.ts';
import { formatRef, type NodeRef } from '../../../domain/schema/graph.ts';
import { messages } from '../../../domain/messages/index.ts';
import { readableTime } from '../../platform/dates.ts';
import { datum, type Inline, type Item, type Line } from '../../platform/document/document.ts';
import { rowId, tieKey, type Lookup } from './lookup.ts';
import { most, rowKey } from './printed.ts';

const says = messages.evidence.page;

/** `id` is what references to it point to; null where there are none. */
export function statementItem(fact: Evidence, id: string | null, lookup: Lookup): Item {
  return { id, line: sentence(fact, lookup), note: citations(fact.sources, lookup) };
}

function sentence(fact: Evidence, lookup: Lookup): Line {
  const when = fact.at === null || !fact.to ? [] : [` ${says.at(readableTime(fact.at))}`];
  const inferred = fact.type.startsWith('derived.') ? [` (${says.inferred})`] : [];
  return [
    ...named(fact.from, lookup, true),
    ' ',
    ...predicate(fact, lookup),
    ...when,
    ...inferred,
    '.',
  ];
}

function predicate(fact: Evidence, lookup: Lookup): Line {
  if (!fact.to) return [says.described(fact.type)];
  const relation = lookup.relations.get(tieKey(fact)) ?? fact.type;
  return [datum(relation), ' ', ...named(fact.to, lookup)];
}

function named(ref: NodeRef, { captions, context }: Lookup, begins = false): Line {
  const { one } = messages.schema.nodes[ref.type];
  const kind = begins ? one[0]!.toUpperCase() + one.slice(1) : one;
  const caption = captions.get(formatRef(ref)) ?? ref.id;
  const only = ref.type === 'account' && context.has(ref.id) ? [` [${says.forContext}]`] : [];
  return caption === ref.id
    ? [`${kind} `, datum(ref.id), ...only]
    : [`${kind} `, datum(caption), ' (', datum(ref.id), ')', ...only];
}

/** A row that is not printed is named by file and line, so that it can be found in the files. */
function citations(sources: readonly Source[], { rows }: Lookup): Line {
  if (sources.length === 0) return [];
  const cited = sources.slice(0, most.sources).flatMap((source, at): Inline[] => {
    const between = at === 0 ? '\u00a0' : ' ';
    const number = rows.get(rowKey(source));
    return number === undefined
      ? [between, datum(says.notPrinted(source.file, source.line))]
      : [between, { to: rowId(number), text: `[${number}]` }];
  });
  const rest = sources.length - most.sources;
  return [says.sources, ...cited, ...(rest > 0 ? [` ${says.moreSources(rest)}`] : [])];
}
