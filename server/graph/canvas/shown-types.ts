import { loadQuery } from '../../../cypher/load-query.ts';
import { nodeType, nodeTypes } from '../../../domain/schema/graph.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';

/** Types of the nodes that an analyst may see: all but the ground truth that detectors are measured by. */
export const shownTypes: readonly NodeTypeName[] = nodeTypes
  .map(({ type }) => type)
  .filter((type) => type !== 'label');

export const shownLabels: readonly string[] = shownTypes.map((type) => nodeType(type).label);

/** The query `cypher/explore/<name>.cypher` over every shown label, as a union; its columns must not depend on the label. */
export function overLabels(name: string): string {
  return shownLabels.map((label) => loadQuery(`explore/${name}`, { label })).join('\nUNION ALL\n');
}
