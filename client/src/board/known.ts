import type { GraphNode, GraphRelation } from '../../../domain/answers.ts';

/**
 * Whether it had been loaded at a time; null for now. What a run inferred has no such time: what it rests on
 * may have come later, so only now knows it.
 */
export function isKnownOn(item: GraphNode | GraphRelation, time: string | null): boolean {
  if (time === null) return true;
  if ('derived' in item && item.derived) return false;
  return item.known === undefined || item.known <= time;
}

interface Statement {
  values: Readonly<Record<string, unknown>>;
  until: string;
}

/**
 * The values of a node as they were known at a time: what a later load replaced stands again. What a later
 * load filled in where nothing was leaves no trace and stays. `replaced` names what was otherwise then.
 */
export function valuesKnownOn(
  now: Readonly<Record<string, unknown>>,
  history: readonly Statement[],
  time: string | null,
): { values: Record<string, unknown>; replaced: string[] } {
  if (time === null) return { values: { ...now }, replaced: [] };
  const later = history.filter(({ until }) => until > time);
  // The earliest of the later statements is what stood at the time.
  const then = Object.fromEntries(
    later.toReversed().flatMap(({ values }) => Object.entries(values)),
  );
  return { values: { ...now, ...then }, replaced: Object.keys(then) };
}
