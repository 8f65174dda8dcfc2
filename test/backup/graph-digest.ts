import { createHash } from 'node:crypto';
import { exactProperties } from '../../server/operations/backup/graph-lines.ts';
import type { Connection } from '../../server/platform/settings/settings.ts';
import { copyOfGraph } from '../graph-copy.ts';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** Of every node and relation but the mark, with each value's kind, whatever ids the database gave them. */
export async function graphDigest(connection: Connection): Promise<string> {
  const { nodes, relations } = await copyOfGraph(connection);
  const lineOf = (properties: Record<string, unknown>) =>
    JSON.stringify(
      Object.entries(exactProperties(properties)).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  const known = new Map(
    nodes.map(({ id, labels, properties }) => [
      id,
      digest(`${labels.sort().join(':')} ${lineOf(properties)}`),
    ]),
  );
  const between = relations.map(({ from, to, type, properties }) =>
    [type, known.get(from), known.get(to), lineOf(properties)].join(' '),
  );
  return digest([...[...known.values()].sort(), ...between.sort()].join('\n'));
}
