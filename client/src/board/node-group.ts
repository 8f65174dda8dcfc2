import type { GraphNode } from '../../../domain/answers.ts';

/** Nodes that are drawn as one. Whoever draws several nodes as one for another reason makes such a group. */
export interface NodeGroup {
  /** Begins with `group:`; where a reference of a node stands, this may stand too. */
  key: string;
  name: string;
  /** References of at least two nodes; none of them a group. */
  members: readonly string[];
}

/** By key; a node is in one group at most. */
export type NodeGroups = ReadonlyMap<string, NodeGroup>;

/** The same members in the same order always give the same key. */
export function newGroup(name: string, members: readonly string[]): NodeGroup {
  return { key: `group:${members[0] ?? ''}`, name, members };
}

const holders = new WeakMap<NodeGroups, ReadonlyMap<string, string>>();

/** The group that a node is drawn in, or the node itself. */
export function holderOf(groups: NodeGroups, ref: string): string {
  let known = holders.get(groups);
  if (!known) {
    known = new Map(
      [...groups.values()].flatMap(({ key, members }) => members.map((one) => [one, key])),
    );
    holders.set(groups, known);
  }
  return known.get(ref) ?? ref;
}

/** The nodes that a reference stands for: the members of a group, or the node itself. */
export function membersOf(groups: NodeGroups, ref: string): readonly string[] {
  return groups.get(ref)?.members ?? [ref];
}

/** Adds groups. What was in another group leaves it; a group of which fewer than two are left is gone. */
export function withGroups(groups: NodeGroups, added: readonly NodeGroup[]): NodeGroups {
  const taken = new Set(added.flatMap(({ members }) => members));
  const kept = [...groups.values()].map((group) => ({
    ...group,
    members: group.members.filter((ref) => !taken.has(ref)),
  }));
  const all = [...kept, ...added].filter(({ members }) => members.length > 1);
  // The first member of an older group may have left it for a new one: keys follow the members.
  return new Map(
    all.map(({ name, members }) => {
      const group = newGroup(name, members);
      return [group.key, group];
    }),
  );
}

export function withoutGroups(groups: NodeGroups, keys: readonly string[]): NodeGroups {
  const gone = new Set(keys);
  return new Map([...groups].filter(([key]) => !gone.has(key)));
}

/** The node that a group is drawn as: of the type that most of its members have, with their highest score. */
export function groupAsNode(group: NodeGroup, members: readonly GraphNode[]): GraphNode {
  const scores = members.flatMap(({ score }) => (score === null ? [] : [score]));
  const clusters = new Set(members.map(({ cluster_id }) => cluster_id));
  return {
    type: mostFrequent(members.map(({ type }) => type)) ?? 'account',
    id: group.key,
    caption: `${group.name} (${members.length.toString()})`,
    score: scores.length === 0 ? null : Math.max(...scores),
    cluster_id: clusters.size === 1 ? ([...clusters][0] ?? null) : null,
    stub: false,
    degree: members.reduce((sum, { degree }) => sum + degree, 0),
  };
}

function mostFrequent<T>(items: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0];
}

/** References in the order given, those of groups replaced by their members, none twice. */
export function withoutGroupKeys(groups: NodeGroups, refs: readonly string[]): string[] {
  return [...new Set(refs.flatMap((ref) => membersOf(groups, ref)))];
}
