/** Nodes and relations as lines of JSON: `[id, labels, properties]` and `[from, to, type, properties]`. */
import { loadQuery } from '../../../cypher/load-query.ts';
import type { Reading } from '../../graph/neo4j/exact-graph.ts';
import { fromExactJson, toExactJson, type ExactJson } from '../../graph/neo4j/exact-values.ts';

export type Properties = Record<string, unknown>;

export interface NodeLine {
  id: number;
  labels: string[];
  properties: Properties;
}

export interface RelationLine {
  from: number;
  to: number;
  type: string;
  properties: Properties;
}

/** How many there are of each name. */
export type Tally = Record<string, number>;

/** Written at once: of short lines thousands. */
const chunkLength = 256 * 1_024;

/** What has no label counts under this name. */
const unlabelled = '';

/** `counted` grows as they are read; `done` is told how many there are so far. */
export async function* nodeChunks(
  read: Reading,
  counted: Tally,
  done: (count: number) => void,
): AsyncGenerator<Buffer> {
  interface Row {
    id: string;
    labels: string[];
    properties: Properties;
  }
  yield* chunks(read<Row>(loadQuery('backup/nodes')), done, ({ id, labels, properties }) => {
    for (const label of labels.length > 0 ? labels : [unlabelled]) count(counted, label);
    return [numberIn(id), labels, exactProperties(properties)];
  });
}

export async function* relationChunks(
  read: Reading,
  counted: Tally,
  done: (count: number) => void,
): AsyncGenerator<Buffer> {
  interface Row {
    from: string;
    to: string;
    type: string;
    properties: Properties;
  }
  yield* chunks(read<Row>(loadQuery('backup/relations')), done, (row) => {
    count(counted, row.type);
    return [numberIn(row.from), numberIn(row.to), row.type, exactProperties(row.properties)];
  });
}

function count(counted: Tally, name: string): void {
  counted[name] = (Object.hasOwn(counted, name) ? counted[name]! : 0) + 1;
}

async function* chunks<R>(
  rows: AsyncIterable<R>,
  done: (count: number) => void,
  line: (row: R) => unknown,
): AsyncGenerator<Buffer> {
  let text = '';
  let read = 0;
  for await (const row of rows) {
    text += `${JSON.stringify(line(row))}\n`;
    read += 1;
    if (text.length < chunkLength) continue;
    done(read);
    yield Buffer.from(text);
    text = '';
  }
  done(read);
  if (text !== '') yield Buffer.from(text);
}

/** `4:<database>:<number>`: within one database the number is enough. Throws TypeError for an id of another form. */
export function numberIn(elementId: string): number {
  const number = Number(elementId.slice(elementId.lastIndexOf(':') + 1));
  if (!Number.isSafeInteger(number) || number < 0)
    throw new TypeError(`${elementId} is no id of a node as Neo4j writes them.`);
  return number;
}

export function exactProperties(properties: Properties): Record<string, ExactJson> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, toExactJson(value)]),
  );
}

export function propertiesIn(written: Record<string, ExactJson>): Properties {
  return Object.fromEntries(
    Object.entries(written).map(([name, value]) => [name, fromExactJson(value)]),
  );
}

export function nodeIn(line: string): NodeLine {
  const [id, labels, properties] = JSON.parse(line) as [
    number,
    string[],
    Record<string, ExactJson>,
  ];
  return { id, labels, properties: propertiesIn(properties) };
}

export function relationIn(line: string): RelationLine {
  const [from, to, type, properties] = JSON.parse(line) as [
    number,
    number,
    string,
    Record<string, ExactJson>,
  ];
  return { from, to, type, properties: propertiesIn(properties) };
}
