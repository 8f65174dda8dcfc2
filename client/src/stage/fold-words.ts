import { messages } from '../../../domain/messages/later.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import type { Fold, FoldedBy } from '../board/folds.ts';

const text = messages.looks.story;
const told = messages.story.folds;

/** "150 jobs both bid on", "35 documents alike, the most alike 97 %". */
export function saysOf(fold: Fold): string {
  if ('kind' in fold) {
    const says = text.kind(fold.says, fold.count);
    return fold.most === null ? says : told.mostAlike(says, fold.most);
  }
  if (fold.type === null) return told.others(fold.count);
  const { count, type, tie } = fold;
  const what = text.things(count, nameOf(type, count));
  switch (tie.by) {
    case 'likeness':
      return told.mostAlike(told.alike(what), tie.most);
    case 'things':
      return tie.toThings ? told.toThings(what, tie.says, count) : told.ofThings(what, tie.says);
    case 'nothing':
      return told.farther(what);
    case 'accounts':
      return saysOfAccounts(what, count, tie);
  }
}

function saysOfAccounts(
  what: string,
  count: number,
  tie: Extract<FoldedBy, { by: 'accounts' }>,
): string {
  const who = tie.only ? tie.only.caption : told.who(tie.sharing, tie.accounts);
  const one = tie.only !== null;
  if (count === 1 && tie.rows > 1 && tie.relation === 'logins.ip')
    return told.logins(tie.rows, who);
  const says = tie.toAccounts
    ? told.toAccounts(what, tie.says, who, count)
    : told.ofAccounts(what, tie.says, who, one);
  return tie.rows > tie.ties ? told.times(says, tie.rows) : says;
}

function nameOf(type: NodeTypeName, count: number): string {
  const { one, many } = messages.schema.nodes[type];
  return count === 1 ? one : many;
}
