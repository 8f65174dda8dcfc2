import { isVisible, type Board } from './board.ts';
import type { EdgeGroup } from './edge-groups.ts';
import { holderOf } from './node-group.ts';

/** What binds two accounts that are drawn, as lines. */
export function storyLines(board: Board): EdgeGroup[] {
  return (board.story?.links ?? []).flatMap((bond) => {
    const { a, b, family } = bond;
    const [one, other] = [`account:${a}`, `account:${b}`];
    if (!isVisible(board, one) || !isVisible(board, other)) return [];
    const [from, to] = [holderOf(board.groups, one), holderOf(board.groups, other)];
    if (from === to) return [];
    const key = JSON.stringify([from, to, true, family]);
    return [{ key, from, to, derived: true, verdict: null, relations: [], bond }];
  });
}
