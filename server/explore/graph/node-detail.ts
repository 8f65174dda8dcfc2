import { z } from 'zod';
import type { NodeDetail } from '../../../domain/answers.ts';
import { formatRef, type NodeRef } from '../../../domain/schema/graph.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { StoredFinding } from '../../detection/runs/finding-list.ts';
import { clustersNaming, findingsOfRun, latestRun } from '../../detection/runs/read-runs.ts';
import { accountScoresOfRun } from '../../detection/runs/score-list.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { sourcesAmong } from '../../graph/neo4j/sources.ts';
import { NotFoundError } from '../../platform/problems.ts';
import { nodesByRef, type FoundNode } from '../../graph/canvas/canvas.ts';

const historySchema = z.object({
  values: z.record(z.string(), z.unknown()),
  until: z.string(),
  sources: z.array(z.string()),
});

/** All that is known of a node. Throws NotFoundError, also for ground truth. */
export async function nodeDetail(database: Database, ref: NodeRef): Promise<NodeDetail> {
  const { stored, shown } = await existingNode(database, ref);
  const history = stored.history.map((statement) => historySchema.parse(JSON.parse(statement)));
  const cited = [...stored.sources, ...history.flatMap(({ sources }) => sources)];
  const sourceOf = await sourcesAmong(database, cited);
  return {
    ...shown,
    values: stored.values,
    extra: stored.extra,
    sources: stored.sources.map(sourceOf),
    history: history.map(({ values, until, sources }) => ({
      ...{ values, until },
      sources: sources.map(sourceOf),
    })),
    findings: await findingsThatShow(database, ref),
    sum: ref.type === 'account' ? await sumOfAccount(database, ref.id) : null,
    clusters: ref.type === 'watchlist_entry' ? await clustersLeadingTo(database, ref.id) : [],
  };
}

export async function existingNode(database: Database, ref: NodeRef): Promise<FoundNode> {
  const [found] = await nodesByRef(database, [ref]);
  if (!found) throw new NotFoundError(messages.http.noNode(formatRef(ref)));
  return found;
}

async function findingsThatShow(database: Database, ref: NodeRef): Promise<StoredFinding[]> {
  const run = await latestRun(database);
  if (!run) return [];
  const filter = ref.type === 'account' ? { account: ref.id } : { node: formatRef(ref) };
  return findingsOfRun(database, run.run, filter);
}

async function clustersLeadingTo(
  database: Database,
  entry: string,
): Promise<NodeDetail['clusters']> {
  const run = await latestRun(database);
  if (!run) return [];
  const clusters = await clustersNaming(database, run.run, entry);
  return clusters
    .filter(({ ranking }) => ranking?.stakes.listed.some(({ node }) => node.id === entry))
    .map(({ id, name, score }) => ({ id, name, score }));
}

async function sumOfAccount(database: Database, id: string): Promise<NodeDetail['sum']> {
  const run = await latestRun(database);
  const [score] = run ? await accountScoresOfRun(database, run.run, { ids: [id] }) : [];
  return score ? { prior: score.prior, reasons: score.reasons } : null;
}
