import { formatRef } from '../../../domain/schema/graph.ts';
import type { Story } from '../../../domain/story.ts';
import type { Board } from './board.ts';
import { amongAccounts } from './folds.ts';
import { kindsAmong, type KindStates } from './relation-kinds.ts';
import { rolePlaces } from './role-places.ts';

/** A board as a story opens: what holds its accounts together, each in the lane of its part, and all else folded. */
export function asStory(board: Board, story: Story, form: number | undefined): Board {
  const shown = new Set(story.shown.map(formatRef));
  const folded = new Set([...board.nodes.keys()].filter((ref) => !shown.has(ref)));
  const told = folded.size > 0 ? amongAccounts(board.relations.values()) : [];
  const kinds: KindStates = new Map(kindsAmong(told).map(({ kind }) => [kind, 'hidden']));
  const nodes = [...board.nodes].flatMap(([ref, node]) => (shown.has(ref) ? [{ ref, node }] : []));
  const opened = { ...board, story, hidden: folded, leaves: folded, kinds };
  const { places, lanes } = rolePlaces({ nodes, joined: joinedOn(opened), form });
  return { ...opened, placed: places, lanes };
}

/** What is joined on the board, be it by rows or by what the story says binds two. */
function joinedOn(board: Board): [string, string][] {
  const stated = [...board.relations.values()].map(({ from, to }): [string, string] => [
    formatRef(from),
    formatRef(to),
  ]);
  const told = (board.story?.links ?? []).map(({ a, b }): [string, string] => [
    `account:${a}`,
    `account:${b}`,
  ]);
  return [...stated, ...told];
}

/** By reference, what each thing of the story adds to the sum; null where it stands there for being listed. */
export function storyWeights({ story }: Pick<Board, 'story'>): ReadonlyMap<string, number | null> {
  return new Map(story?.things.map(({ node, weight }) => [formatRef(node), weight]));
}
