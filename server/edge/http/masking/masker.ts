/** What stands in the place of what somebody may not see, within one answer. */
import { messages } from '../../../../domain/messages/index.ts';
import type { NodeRef } from '../../../../domain/schema/graph.ts';
import type { NodeTypeName } from '../../../../domain/schema/schema.ts';
import type { Pseudonyms } from '../../../people/pseudonyms.ts';

/** Ids of findings and clusters are digests of what they are about: whoever guesses that could try it against them. */
export type FoundKind = 'finding' | 'cluster';

export class Masker {
  readonly #names: Pseudonyms;
  readonly #titles: ReadonlyMap<string, string>;

  /** `titles`: of detectors, by id. */
  constructor(names: Pseudonyms, titles: ReadonlyMap<string, string>) {
    this.#names = names;
    this.#titles = titles;
  }

  id(type: NodeTypeName, id: string): string {
    return this.#names.of(type, id);
  }

  account(id: string): string {
    return this.id('account', id);
  }

  found(kind: FoundKind, id: string): string {
    return this.#names.of(kind, id);
  }

  /** The key of a relation, which is that of its row. */
  relation(key: string): string {
    return this.#names.of('relation', key);
  }

  cursor(cursor: string): string {
    return this.#names.of('cursor', cursor);
  }

  caption({ type, id }: NodeRef): string {
    return messages.masked.thing(messages.schema.nodes[type].one, this.#names.short(type, id));
  }

  cluster(id: string): string {
    return messages.masked.cluster(this.#names.short('cluster', id));
  }

  /** What a finding's detector looks for: its own title names what it found. */
  findingTitle(detector: string): string {
    return this.#titles.get(detector) ?? messages.masked.withheld;
  }
}
