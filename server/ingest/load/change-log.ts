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

/** Ends by their ids, and the relation's own key. */
export type TouchedRelation = readonly [from: string, to: string, key: string];

/** Which things were written: ids of nodes by label, relations by type. */
export interface TouchedThings {
  nodes: Record<string, string[]>;
  relations: Record<string, TouchedRelation[]>;
}

/** A load that writes more has touched whatever there is: naming it would take longer than to ask again. */
const mostTouched = 100_000;

/** The properties that differ after a statement's `set`; a row's time is written again whether or not it differs. */
export function differing(file: FileName, set: Readonly<Record<string, unknown>>): string[] {
  const { when } = fileOf(file);
  return Object.keys(set).filter((name) => name !== '_at' || when === undefined || when in set);
}

/**
 * What a load has written: what a run must look at again (`server/detection/increment`), by type and property, and thing
 * by thing as long as these are few.
 */
export class ChangeLog {
  readonly #nodes = new Map<string, Set<string>>();
  readonly #relations = new Map<string, Set<string>>();
  #things: { nodes: Map<string, Set<string>>; relations: Map<string, TouchedRelation[]> } | null = {
    nodes: new Map(),
    relations: new Map(),
  };
  #count = 0;

  /** `ids`: null where nobody says which. */
  node(label: string, properties: Iterable<string>, ids: Iterable<string> | null): void {
    note(this.#nodes, label, properties);
    if (!ids || !this.#things) this.#things = null;
    else for (const id of ids) this.#counted(() => note(this.#things!.nodes, label, [id]));
  }

  /** `which`: null where nobody says it; of one that got other ends, those that it had as well. */
  relation(
    type: string,
    properties: Iterable<string>,
    which: Iterable<TouchedRelation> | null,
  ): void {
    note(this.#relations, type, properties);
    const known = this.#things?.relations.get(type) ?? [];
    if (!which || !this.#things) this.#things = null;
    else {
      this.#things.relations.set(type, known);
      for (const one of which) this.#counted(() => known.push(one));
    }
  }

  /** All that another has noted, too. */
  include(other: ChangeLog): void {
    const named = other.things();
    for (const [label, properties] of other.#nodes)
      this.node(label, properties, named && (named.nodes[label] ?? []));
    for (const [type, properties] of other.#relations)
      this.relation(type, properties, named && (named.relations[type] ?? []));
  }

  /** All that rows of the file can touch: for a load of which nobody knows how far it came. */
  file(name: FileName): void {
    const file = fileOf(name);
    if ('node' in file) this.node(nodeType(file.node.type).label, [anything], null);
    for (const { relation, from, to } of relationTypes.filter((type) => type.file === name)) {
      this.relation(relation, [anything], null);
      const ends = 'link' in file ? file.link.types : [from, to];
      // An end that nobody has described becomes a stub.
      for (const end of ends) if (end !== null) this.node(nodeType(end).label, [created], null);
    }
  }

  types(): ChangedTypes {
    return { nodes: listed(this.#nodes), relations: listed(this.#relations) };
  }

  /** Null where nobody knows them, or they are too many to be named. */
  things(): TouchedThings | null {
    return (
      this.#things && {
        nodes: listed(this.#things.nodes),
        relations: Object.fromEntries(this.#things.relations),
      }
    );
  }

  #counted(noting: () => void): void {
    if (!this.#things) return;
    this.#count += 1;
    if (this.#count > mostTouched) this.#things = null;
    else noting();
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
