import { loadQuery } from '../../../cypher/load-query.ts';
import { groupBy } from '../../../domain/group-by.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { ExactGraph } from '../../graph/neo4j/exact-graph.ts';
import type { Progress } from '../../platform/progress.ts';
import type { Archive } from './archive-reader.ts';
import { nodeIn, numberIn, relationIn, type NodeLine } from './graph-lines.ts';
import { graphParts } from './manifest.ts';
import { NodeIds } from './node-ids.ts';

const says = messages.backup;

/** Of one transaction: so many rows, or so many characters, which a small server takes. */
const mostAtOnce = { rows: 5_000, length: 4_000_000 };

/** The graph of a backup on its way into an empty database; close it. */
export class GraphWriting {
  readonly #graph: ExactGraph;
  readonly #archive: Archive;
  readonly #progress: Progress;
  readonly #ids: NodeIds;
  /** What the ids of this database's nodes begin with. */
  #prefix = '';

  constructor(graph: ExactGraph, archive: Archive, folder: string, progress: Progress) {
    this.#graph = graph;
    this.#archive = archive;
    this.#progress = progress;
    this.#ids = new NodeIds(folder);
  }

  async nodes(): Promise<void> {
    this.#progress.step(says.step.writingNodes);
    const total = this.#archive.manifest.nodes;
    let done = 0;
    for await (const lines of batches(this.#archive.lines(graphParts.nodes))) {
      await this.#writeNodes(lines.map(nodeIn));
      done += lines.length;
      this.#progress.advance(done, total, says.nodes);
    }
  }

  async #writeNodes(nodes: readonly NodeLine[]): Promise<void> {
    const alike = [...groupBy(nodes, ({ labels }) => JSON.stringify(labels)).values()];
    const made = await this.#graph.write<{ was: bigint; is: string }>(
      alike.map((some) => ({
        query: loadQuery('backup/create_nodes'),
        params: {
          labels: some[0]!.labels,
          rows: some.map(({ id, properties }) => [BigInt(id), properties]),
        },
      })),
    );
    for (const { was, is } of made.flat()) {
      this.#prefix ||= is.slice(0, is.lastIndexOf(':') + 1);
      if (!is.startsWith(this.#prefix)) throw new TypeError(`${is} is of another database.`);
      this.#ids.set(Number(was), numberIn(is));
    }
  }

  async relations(): Promise<void> {
    this.#progress.step(says.step.writingRelations);
    const total = this.#archive.manifest.relations;
    let done = 0;
    for await (const lines of batches(this.#archive.lines(graphParts.relations))) {
      const alike = groupBy(lines.map(relationIn), ({ type }) => type);
      await this.#graph.write(
        [...alike].map(([type, some]) => ({
          query: loadQuery('backup/create_relations'),
          params: {
            type,
            rows: some.map(({ from, to, properties }) => [
              this.#idOf(from),
              this.#idOf(to),
              properties,
            ]),
          },
        })),
      );
      done += lines.length;
      this.#progress.advance(done, total, says.relations);
    }
  }

  #idOf(was: number): string {
    const is = this.#ids.get(was);
    if (is === null)
      throw new TypeError(`A relation names the node ${was}, which there is none of.`);
    return `${this.#prefix}${is}`;
  }

  close(): void {
    this.#ids.close();
  }
}

async function* batches(lines: AsyncIterable<string>): AsyncGenerator<string[]> {
  let some: string[] = [];
  let length = 0;
  for await (const line of lines) {
    some.push(line);
    length += line.length;
    if (some.length < mostAtOnce.rows && length < mostAtOnce.length) continue;
    yield some;
    [some, length] = [[], 0];
  }
  if (some.length > 0) yield some;
}
