/** A board without some nodes: what was drawn of them, and what was written on them, is gone too. */
import type { BoardContent } from '../../../domain/case.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import { accountsByStanding } from '../../../domain/standing.ts';
import { packed, unpacked } from '../../decisions/cases/stored-content.ts';
import type { Redaction } from './redaction.ts';

/** The properties of a board, or of a revision of one, that change; null where it says nothing of the person. */
export async function boardWithout(
  properties: Readonly<Record<string, unknown>>,
  refs: ReadonlySet<string>,
  redaction: Redaction,
): Promise<Record<string, unknown> | null> {
  const before = await unpacked(properties['content'] as Int8Array);
  const content = contentWithout(before, refs, redaction);
  if (JSON.stringify(content) === JSON.stringify(before)) return null;
  const { nodes, relations, notes } = content;
  return {
    content: await packed(content),
    nodes: nodes.length,
    relations: relations.length,
    notes: Object.keys(notes).length,
    ...('noted' in properties && { noted: JSON.stringify(notes) }),
    ...('accounts' in properties && {
      accounts: accountsByStanding(nodes).members.map(({ id }) => id),
    }),
  };
}

function contentWithout(
  content: BoardContent,
  refs: ReadonlySet<string>,
  redaction: Redaction,
): BoardContent {
  const isGone = (ref: string) => refs.has(ref);
  const relations = content.relations.filter(
    ({ from, to }) => isGone(formatRef(from)) || isGone(formatRef(to)),
  );
  const keys = new Set([...relations.map(({ key }) => key), ...refs]);
  const notes = Object.fromEntries(
    Object.entries(content.notes).filter(([, { on }]) => !keys.has(on.key)),
  );
  const left = {
    ...content,
    notes,
    nodes: content.nodes.filter((node) => !isGone(formatRef(node))),
    relations: content.relations.filter(({ key }) => !keys.has(key)),
  };
  return redaction.without(pruned(left, keys) as BoardContent, isNear(content, refs));
}

function isNear(content: BoardContent, refs: ReadonlySet<string>): boolean {
  return content.nodes.some((node) => refs.has(formatRef(node)));
}

/** Without the keys in lists of keys, and without what stands under one. */
function pruned(value: unknown, keys: ReadonlySet<string>): unknown {
  if (Array.isArray(value))
    return value
      .filter((each) => typeof each !== 'string' || !keys.has(each))
      .map((each) => pruned(each, keys));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !keys.has(name))
      .map(([name, each]) => [name, pruned(each, keys)]),
  );
}
