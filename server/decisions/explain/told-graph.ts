/** What findings rest on, as a graph that says what of it to look at first. */
import type { Graph } from '../../../domain/answers.ts';
import type { Finding } from '../../../domain/finding.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Story } from '../../../domain/story.ts';
import {
  clusterById,
  findingById,
  findingsByIds,
  latestRun,
} from '../../detection/runs/run-store.ts';
import { about, evidenceGraph } from '../../explore/graph/evidence-graph.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { NotFoundError } from '../../platform/problems.ts';
import { clusterStory, findingStory } from './story.ts';

/** So many nodes are read at once: nothing of them is folded. */
const readable = 24;

/** The nodes and relations that a finding of the latest run rests on. */
export async function findingGraph(database: Database, id: string): Promise<Graph> {
  const run = await latestRun(database);
  const finding = run && (await findingById(database, run.run, id));
  if (!finding) throw new NotFoundError(messages.http.noFinding(id));
  return toldGraph(database, [finding], finding.accounts, () =>
    findingStory(database, run, finding),
  );
}

/** The nodes and relations that the findings of a cluster of the latest run rest on. */
export async function clusterGraph(database: Database, id: string): Promise<Graph> {
  const run = await latestRun(database);
  const cluster = run && (await clusterById(database, run.run, id));
  if (!cluster) throw new NotFoundError(messages.http.noCluster(id));
  const findings = await findingsByIds(database, run.run, cluster.findings);
  return toldGraph(database, findings, cluster.accounts, () =>
    clusterStory(database, run, { cluster, findings }),
  );
}

async function toldGraph(
  database: Database,
  findings: readonly Finding[],
  accounts: readonly string[],
  story: () => Promise<Story>,
): Promise<Graph> {
  const graph = about(await evidenceGraph(database, findings), accounts);
  const told = await story();
  if (told.things.length + told.links.length === 0) return graph;
  if (graph.nodes.length > readable) return { ...graph, story: told };
  const shown = graph.nodes.map(({ type, id }) => ({ type, id }));
  return { ...graph, story: { ...told, shown, links: [] } };
}
