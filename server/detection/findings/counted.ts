import { compareText } from '../../../domain/compare-text.ts';
import type { Counted } from '../../../domain/detector.ts';
import { derivedRelationOf } from '../../../domain/schema/derived.ts';
import type { CountedRows } from '../../../domain/finding.ts';
import { nodeTypeOfLabel, relationTypeOf } from '../../../domain/schema/graph.ts';
import { messages } from '../../../domain/messages/index.ts';

/** What a finding cites: the type of each relation and the file of each node, as evidence names them. */
export type Cited = readonly string[];

/** How many of the rows that a finding's figures count it cites. Throws when a query says what cannot be. */
export function countedRows(
  detector: string,
  counted: readonly Counted[],
  cited: Cited,
  asOf: string | null,
): CountedRows[] {
  const rows = counted
    .filter(({ rows }) => rows > 0)
    .map(({ of, rows, first, last }): CountedRows => {
      const type = typeOf(of);
      const found = cited.filter((one) => one === type).length;
      const later = [first, last].some((time) => time !== null && asOf !== null && time > asOf);
      if (type === undefined || found > rows || later)
        throw new Error(
          messages.detect.badQuery(detector, messages.detect.badCount(of, rows, found)),
        );
      return { type, rows, cited: found };
    });
  return rows.sort((a, b) => compareText(a.type, b.type));
}

function typeOf(of: string): string | undefined {
  const derived = derivedRelationOf(of);
  return derived
    ? `derived.${derived.rule}`
    : (relationTypeOf(of)?.type ?? nodeTypeOfLabel(of)?.file);
}
