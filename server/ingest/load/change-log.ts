import { compareText } from '../../../domain/compare-text.ts';
import { fileOf, nodeType, relationTypes } from '../../../domain/schema/graph.ts';
import type { FileName } from '../../../domain/schema/schema.ts';

/** In the place of properties: nodes or relations of the type have come, or relations have gone. */
export const created = '+';
/** In the place of properties: whatever there is of the type may have changed. */
export const anything = '*';

/** By label and by relation type, the properties that were written. */
export interface ChangedTypes {
  nodes: Record<string, string[]>;
  relations: Record<string, string[]>;
}

/** The properties that differ after a statement's `set`; a row's time is written again whether or not it differs. */
export function differing(file: FileName, set: Readonly<Record<string, unknown>>): string[] {
  const { when } = fileOf(file);
  return Object.keys(set).filter((name) => name !== '_at' || when === undefined || when in set);
}

/** What a load has written, by type and property: what a run must look at again (`server/detection/increment`). */
export class ChangeLog {
  readonly #nodes = new Map<string, Set<string>>();
  readonly #relations = new Map<string, Set<string>>();

  node(label: string, properties: Iterable<string>): void {
    note(this.#nodes, label, properties);
  }

  relation(type: string, properties: Iterable<string>): void {
    note(this.#relations, type, properties);
  }

  /** All that rows of the file can touch: for a load of which nobody knows how far it came. */
  file(name: FileName): void {
    const file = fileOf(name);
    if ('node' in file) this.node(nodeType(file.node.type).label, [anything]);
    for (const { relation, from, to } of relationTypes.filter((type) => type.file === name)) {
      this.relation(relation, [anything]);
      const ends = 'link' in file ? file.link.types : [from, to];
      // An end that nobody has described becomes a stub.
      for (const end of ends) if (end !== null) this.node(nodeType(end).label, [created]);
    }
  }

  types(): ChangedTypes {
    return { nodes: listed(this.#nodes), relations: listed(this.#relations) };
  }
}

function note(types: Map<string, Set<string>>, type: string, properties: Iterable<string>): void {
  const known = types.get(type) ?? new Set();
  types.set(type, known);
  for (const property of properties) known.add(property);
}

function listed(types: ReadonlyMap<string, ReadonlySet<string>>): Record<string, string[]> {
  return Object.fromEntries(
    [...types]
      .sort(([a], [b]) => compareText(a, b))
      .map(([type, names]) => [type, [...names].sort()]),
  );
}
