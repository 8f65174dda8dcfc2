import type { CheckedCount } from '../../../domain/explanation-check.ts';
import { compareText } from '../../../domain/compare-text.ts';
import { groupBy } from '../../../domain/group-by.ts';
import type { Disposition } from '../triage/disposition.ts';
import { checksInForce, type StoredCheck } from './check-store.ts';

/**
 * How often each honest explanation was checked of what was decided, and what came of it; the most checked first. Of the
 * parts of a cluster that has split, what was checked before is counted once.
 */
export function checkedCounts(
  dispositions: readonly Pick<Disposition, 'id' | 'lineage'>[],
  checks: readonly StoredCheck[],
): CheckedCount[] {
  const byDisposition = groupBy(checks, ({ disposition }) => disposition);
  const counted = new Set(
    dispositions.flatMap(({ id, lineage }) =>
      checksInForce([...lineage, id].flatMap((one) => byDisposition.get(one) ?? [])),
    ),
  );
  const byExplanation = groupBy(counted, ({ explanation }) => explanation);
  return [...byExplanation]
    .map(([explanation, of]) => {
      const having = (result: StoredCheck['result']) =>
        of.filter((check) => check.result === result).length;
      return {
        ...{ explanation, says: of[0]!.says },
        ...{ holds: having('holds'), fails: having('fails'), open: having('open') },
      };
    })
    .sort((one, other) => all(other) - all(one) || compareText(one.explanation, other.explanation));
}

function all({ holds, fails, open }: CheckedCount): number {
  return holds + fails + open;
}
