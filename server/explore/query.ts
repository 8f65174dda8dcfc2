import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nodeType, nodeTypes } from '../../domain/graph.ts';
import type { NodeTypeName } from '../../domain/schema.ts';

const folder = fileURLToPath(new URL('../../cypher/explore/', import.meta.url));

const texts = new Map<string, string>();

/** Names of the schema that stand in a query where no parameter can: labels and relation types. */
export type SchemaNames = Readonly<Record<string, string | readonly string[]>>;

/**
 * The query `cypher/explore/<name>.cypher`, its `` `<slot>` `` filled with names of the schema. Several names
 * in one slot mean any of them. Never given anything that a person or a file wrote.
 */
export function exploreQuery(name: string, names: SchemaNames = {}): string {
  let text = texts.get(name);
  if (text === undefined) {
    text = readFileSync(`${folder}${name}.cypher`, 'utf8');
    texts.set(name, text);
  }
  for (const [slot, value] of Object.entries(names)) {
    const several = typeof value === 'string' ? [value] : value;
    text = text
      .replaceAll(`\`<${slot}>\``, several.map((one) => `\`${one}\``).join('|'))
      .replaceAll(`'<${slot}>'`, several.map((one) => `'${one}'`).join(', '));
  }
  return text;
}

/** Types of the nodes that an analyst may see: all but the ground truth that detectors are measured by. */
export const shownTypes: readonly NodeTypeName[] = nodeTypes
  .map(({ type }) => type)
  .filter((type) => type !== 'label');

export const shownLabels: readonly string[] = shownTypes.map((type) => nodeType(type).label);

/** One query over every shown label, as a union; its columns must not depend on the label. */
export function overLabels(name: string): string {
  return shownLabels.map((label) => exploreQuery(name, { label })).join('\nUNION ALL\n');
}
