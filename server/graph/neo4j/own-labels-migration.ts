import { nodeTypes } from '../../../domain/schema/graph.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Progress } from '../../platform/progress.ts';
import { readQuery, withPlainLines } from './tokens.ts';
import type { Database } from './database.ts';
import { named, ownLabel, ownNodes } from './own-nodes.ts';
import { schemaCommand } from './schema-command.ts';

/**
 * Up to version 1 the program's own nodes had labels without a prefix, so that a platform's jobs and the watch's were both
 * `Job`. This gives each the label of its own, drops the constraints and indexes of the former ones, and has the queries that
 * people saved name the new ones.
 */
export async function giveOwnLabels(database: Database, progress: Progress): Promise<void> {
  for (const kind of kinds) await rename(database, progress, kind);
  await dropFormer(database);
  await renameInSaved(database);
}

const kinds = [...new Set(ownNodes.map(({ kind }) => kind))];
/** Nodes of one transaction, of the size of a finding with its evidence. */
const atOnce = 2_000;
const dataLabels: ReadonlySet<string> = new Set(nodeTypes.map(({ label }) => label));

/** In small steps, as a large platform has millions of scores; each step stands by itself. */
async function rename(database: Database, progress: Progress, kind: string): Promise<void> {
  // Where data have the same label, the program's own are those that a schedule made.
  const own = dataLabels.has(kind) ? 'WHERE n.schedule IS NOT NULL AND n.made IS NOT NULL' : '';
  const step = `MATCH (n:${kind}) ${own} WITH n LIMIT toInteger($atOnce)
    SET n:${ownLabel(kind)} REMOVE n:${kind} RETURN count(n) AS count`;
  let done = 0;
  for (let moved = atOnce; moved === atOnce;) {
    const [counted] = await database.write<{ count: number }>(step, { atOnce });
    moved = counted!.count;
    if (done === 0 && moved > 0) progress.step(messages.database.relabelling(ownLabel(kind)));
    done += moved;
    progress.advance(done, null, messages.database.nodes);
  }
}

/** Those that the data need under the same name stay. */
async function dropFormer(database: Database): Promise<void> {
  for (const { kind, unique, indexed = [] } of ownNodes) {
    const isOfData = dataLabels.has(kind) && unique.join() === 'id';
    if (!isOfData)
      await schemaCommand(
        database,
        `DROP CONSTRAINT ${named(kind, ...unique, 'unique')} IF EXISTS`,
      );
    for (const properties of indexed)
      await schemaCommand(database, `DROP INDEX ${named(kind, ...[properties].flat())} IF EXISTS`);
  }
}

interface Saved {
  id: string;
  text: string;
}

async function renameInSaved(database: Database): Promise<void> {
  const saved = await database.read<Saved>(
    'MATCH (q:SkeinSavedQuery) RETURN q.id AS id, q.text AS text',
  );
  const changed = saved
    .map(({ id, text }) => ({ id, before: text, text: withOwnLabels(text) }))
    .filter(({ before, text }) => text !== before);
  await database.write(
    'UNWIND $changed AS row MATCH (q:SkeinSavedQuery {id: row.id}) WHERE q.text = row.before SET q.text = row.text',
    { changed },
  );
}

/**
 * A person's query with the new labels where it named former ones. What data have too (`Job`) stays: it meant the
 * platform's. What cannot be read stays as it is.
 */
export function withOwnLabels(query: string): string {
  const text = withPlainLines(query);
  const { tokens } = readQuery(text);
  let renamed = '';
  let from = 0;
  tokens.forEach((token, at) => {
    const before = tokens[at - 1];
    const isLabel = before?.kind === 'mark' && labelMarks.has(before.text);
    const isFormer =
      formerLabels.has(token.text) && (token.kind === 'word' || token.kind === 'name');
    if (!isLabel || !isFormer) return;
    renamed += text.slice(from, token.from) + ownLabel(token.text);
    from = token.to;
  });
  return renamed === '' ? query : renamed + text.slice(from);
}

/** What stands before a label: `n:Run`, `n:Run|Load`, `n:!Run`, `n:Run&Load`. */
const labelMarks: ReadonlySet<string> = new Set([':', '|', '&', '!']);
const formerLabels: ReadonlySet<string> = new Set(kinds.filter((kind) => !dataLabels.has(kind)));
