import type { Note } from '../../../domain/case.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import type { Board } from './board.ts';

/**
 * Two boards that grew out of one, brought together item by item: what one has changed and the other has not is
 * as the one has it. Where both have changed the same, ours stands, but of two texts of a note both are kept, and
 * nothing that one has changed is lost because the other took it away.
 *
 * Fields of a board are merged by what they are, so that a new one needs nothing here: maps and sets by their
 * items, anything else as a whole.
 */
export function merging(base: Board, theirs: Board): (ours: Board) => Board {
  // The boards of a history share most of their fields, which need to be merged once only.
  const done = new Map<unknown, unknown>();
  return (ours) => {
    const merged = Object.fromEntries(
      (Object.keys(ours) as (keyof Board)[])
        .filter((field) => field !== 'origin')
        .map((field) => {
          const known = isItems(ours[field]) && done.get(ours[field]);
          const value = known || mergedValue(base[field], ours[field], theirs[field]);
          if (isItems(ours[field])) done.set(ours[field], value);
          return [field, value];
        }),
    );
    return withEnds({ ...ours, ...merged }, [ours, theirs, base]);
  };
}

function isItems(value: unknown): boolean {
  return value instanceof Map || value instanceof Set;
}

function mergedValue(base: unknown, ours: unknown, theirs: unknown): unknown {
  if (ours instanceof Map && theirs instanceof Map && base instanceof Map)
    return mergedMap(base, ours, theirs);
  if (ours instanceof Set && theirs instanceof Set && base instanceof Set)
    return mergedSet(base, ours, theirs);
  return same(ours, base) ? theirs : ours;
}

type Items = ReadonlyMap<string, unknown>;

function mergedMap(base: Items, ours: Items, theirs: Items): Items {
  const merged = new Map<string, unknown>();
  const keep = (key: string, value: unknown) => {
    if (value !== undefined) merged.set(key, value);
  };
  for (const key of new Set([...ours.keys(), ...theirs.keys()])) {
    const [was, mine, other] = [base.get(key), ours.get(key), theirs.get(key)];
    if (same(mine, was)) keep(key, other);
    else if (same(other, was) || same(mine, other)) keep(key, mine);
    else if (isTexts(mine) && isTexts(other))
      keep(key, [...mergedSet(new Set(isTexts(was) ? was : []), new Set(mine), new Set(other))]);
    else if (isNote(mine) && isNote(other)) {
      keep(key, other);
      if (mine.text !== other.text)
        keep(`${key.slice(0, 50)}-too`, { ...mine, by: null, at: null });
    } else keep(key, mine ?? other);
  }
  return merged;
}

function mergedSet<T>(base: ReadonlySet<T>, ours: ReadonlySet<T>, theirs: ReadonlySet<T>): Set<T> {
  return new Set(
    [...ours, ...theirs].filter((item) =>
      base.has(item) ? ours.has(item) && theirs.has(item) : true,
    ),
  );
}

/** A relation that one has added keeps the nodes at its ends, though the other took them away. */
function withEnds(board: Board, sources: readonly Board[]): Board {
  const nodes = new Map(board.nodes);
  for (const { from, to } of board.relations.values())
    for (const ref of [formatRef(from), formatRef(to)]) {
      const node = sources.map((source) => source.nodes.get(ref)).find((found) => found);
      if (!nodes.has(ref) && node) nodes.set(ref, node);
    }
  return { ...board, nodes };
}

function same(one: unknown, other: unknown): boolean {
  return one === other || asText(one) === asText(other);
}

function asText(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, part: unknown) => (part instanceof Map ? [...part] : part));
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isNote(value: unknown): value is Note {
  return typeof value === 'object' && value !== null && 'on' in value && 'text' in value;
}
