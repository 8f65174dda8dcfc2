import { gradeOf, type AddedLink } from '../../../domain/addition.ts';
import type { GraphRelation } from '../../../domain/answers.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import type { Verdict } from '../../../domain/judgement.ts';
import { messages } from '../../../domain/messages/later.ts';
import { addedLines } from './additions.ts';
import { holderOf, type NodeGroups } from './node-group.ts';
import { dates, decimal } from '../theme/formats.ts';
import type { StoryLink } from '../../../domain/story.ts';
import type { Board } from './board.ts';
import { storyLines } from './story-lines.ts';

/**
 * All relations from one node to another, drawn as one line; inferred ones apart from stated ones, and what an
 * analyst has confirmed or rejected apart from the rest.
 */
export interface EdgeGroup {
  key: string;
  /** A node, or a group that holds it. */
  from: string;
  to: string;
  derived: boolean;
  verdict: Verdict | null;
  /** None where it is what binds two accounts, and not what rows say of them. */
  relations: GraphRelation[];
  bond?: StoryLink;
  /** What an analyst knows from elsewhere, and no row states. */
  added?: { id: string; link: AddedLink };
}

/** Bundles by what is drawn at their ends; relations within a group are not drawn. */
export function edgeGroupsOf(relations: readonly GraphRelation[], groups: NodeGroups): EdgeGroup[] {
  const bundles = new Map<string, EdgeGroup>();
  for (const relation of relations) {
    const from = holderOf(groups, formatRef(relation.from));
    const to = holderOf(groups, formatRef(relation.to));
    if (from === to && groups.has(from)) continue;
    const { derived } = relation;
    const verdict = relation.judgement?.verdict ?? null;
    const key = JSON.stringify(verdict ? [from, to, derived, verdict] : [from, to, derived]);
    const bundle = bundles.get(key);
    if (bundle) bundle.relations.push(relation);
    else bundles.set(key, { key, from, to, derived, verdict, relations: [relation] });
  }
  return [...bundles.values()];
}

/** The bundle of that key; where it was judged since, what is left of it. */
function bundleAt(bundles: readonly EdgeGroup[], key: string): EdgeGroup | undefined {
  const ends = (of: string) => JSON.stringify((JSON.parse(of) as unknown[]).slice(0, 3));
  return (
    bundles.find((bundle) => bundle.key === key) ??
    bundles.find((bundle) => ends(bundle.key) === ends(key))
  );
}

/** Side by side so many relations can still be told apart; the rest stays one line. */
const mostStrands = 12;

/** The lines that a bundle is drawn as: itself, or where it was opened each relation by itself. */
export function drawnEdgesOf(bundle: EdgeGroup, opened: ReadonlySet<string>): EdgeGroup[] {
  if (!opened.has(bundle.key) || bundle.relations.length < 2) return [bundle];
  const whole = bundle.relations.length <= mostStrands;
  const single = whole ? bundle.relations : bundle.relations.slice(0, mostStrands - 1);
  const strands = single.map((relation) => ({
    ...bundle,
    key: JSON.stringify([bundle.key, relation.key]),
    relations: [relation],
  }));
  if (whole) return strands;
  const rest = bundle.relations.slice(single.length);
  return [...strands, { ...bundle, key: JSON.stringify([bundle.key, '']), relations: rest }];
}

/** The bundle or strand of a bundle that a line stands for, with the bundle that it belongs to. */
export function lineOnBoard(board: Board, key: string): { line: EdgeGroup; of: EdgeGroup } | null {
  const told = [...storyLines(board), ...addedLines(board)].find((line) => line.key === key);
  if (told) return { line: told, of: told };
  // What an analyst has just rejected is hidden, but still what is looked at.
  const bundles = edgeGroupsOf([...board.relations.values()], board.groups);
  for (const of of bundles) {
    const line = drawnEdgesOf(of, board.opened).find((strand) => strand.key === key);
    if (line) return { line, of };
  }
  const of = bundleAt(bundles, key);
  return of ? { line: of, of } : null;
}

/** "logged in from ×12", kind by kind; of what is inferred alone, its score. */
export function captionOfBundle({ relations, verdict, bond, added }: EdgeGroup): string {
  if (added) return `${added.link.says} · ${gradeOf(added.link)}`;
  if (bond) {
    const binds = messages.groupSum.termOf('bond', bond.family, bond.family);
    return messages.looks.story.weighs(binds, decimal(bond.weight));
  }
  const [only, ...others] = relations;
  const score = only?.values['score'];
  if (only?.derived && others.length === 0 && typeof score === 'number')
    return messages.looks.bundles.scored(only.says, score);
  const counts = new Map<string, number>();
  for (const { says } of relations) counts.set(says, (counts.get(says) ?? 0) + 1);
  const says = [...counts].map(([kind, n]) => messages.page.canvas.bundled(kind, n)).join(', ');
  return verdict ? `${messages.judgements.page.mark[verdict]}: ${says}` : says;
}

/** "3 Jan 2024 – 9 Mar 2024"; null where no relation of the bundle has a time. */
export function spanOfBundle({ relations }: EdgeGroup): string | null {
  const times = relations.flatMap(({ at }) => (at === null ? [] : [at])).sort();
  return times.length === 0 ? null : dates(times[0]!, times.at(-1)!);
}
