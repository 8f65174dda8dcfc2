/** What findings rest on, as a graph that says what of it to look at first. */
import type { Graph } from '../../../domain/answers.ts';
import type { Finding } from '../../../domain/finding.ts';
import { messages } from '../../../domain/messages/index.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import type { Story } from '../../../domain/story.ts';
import {
  clusterById,
  findingById,
  findingsByIds,
  latestRun,
} from '../../detection/runs/read-runs.ts';
import { about, evidenceGraph } from '../../explore/graph/evidence-graph.ts';
import { expand } from '../../explore/graph/neighbours.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { NotFoundError } from '../../platform/problems.ts';
import { linkBetween } from './explain.ts';
import { linksOfAccount } from './linked-accounts.ts';
import { factsBetween, factsOf, linkedStory } from './linked-story.ts';
import { clusterStory, findingStory } from './story.ts';

/** So many nodes are read at once: nothing of them is folded. */
const readable = 24;
/** More accounts than these are no few. */
const mostLinked = 8;
/** Of how sure the surest link is: what is less is another story. */
const leastShare = 0.05;
/** So many of an account's own findings, the strongest, are told beside those that link it. */
const mostOwn = 30;

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

/**
 * An account, whom it is most surely linked to after the latest run, what links them, and neighbours of its own, at most
 * `limit`. Where nothing links it to anybody, these alone. An id that is no account's is a NotFoundError.
 */
export async function accountGraph(
  database: Database,
  account: string,
  limit: number,
): Promise<Graph> {
  const known = await linksOfAccount(database, account);
  const own = await expand(database, { type: 'account', id: account }, { limit });
  if (!known) return own;
  const linked = surest(known.links);
  const accounts = new Set([account, ...linked.map(({ other }) => other)]);
  const counting = linked.flatMap(({ parts }) => parts.map(({ finding }) => finding));
  const named = known.findings.slice(0, mostOwn).map(({ id }) => id);
  const findings = await findingsByIds(database, known.run.run, [
    ...new Set([...counting, ...named]),
  ]);
  const told = linkedStory(account, linked, findings);
  if (told.things.length + told.links.length === 0) return own;
  const facts = findings.map(({ nodes, evidence }) => ({
    nodes: nodes.filter(({ type, id }) => type === 'account' && accounts.has(id)),
    evidence: [...factsOf(evidence, accounts)],
  }));
  const graph = joined(await evidenceGraph(database, facts), own);
  return { ...about(graph, [...accounts]), story: told };
}

/** Two accounts, what their link rests on, and all else that findings of both say of the two. */
export async function pairGraph(database: Database, a: string, b: string): Promise<Graph> {
  const { told, judgement } = await linkBetween(database, a, b);
  const rejected = judgement?.verdict === 'rejected';
  const parts = told.flatMap(({ part, weaker }) =>
    weaker || part.weight === 0 ? [] : [rejected ? { ...part, weight: 0 } : part],
  );
  const findings = told.map(({ finding }) => finding);
  const story = linkedStory(a, [{ other: b, parts }], findings);
  const accounts = [a, b].map((id) => ({ type: 'account' as const, id }));
  const graph = await evidenceGraph(database, [
    { nodes: accounts, evidence: [] },
    ...findings.map(({ evidence }) => ({ nodes: [], evidence: factsBetween(evidence, a, b) })),
  ]);
  const isTold = story.things.length + story.links.length > 0;
  return isTold ? { ...about(graph, [a, b]), story } : graph;
}

/** The links that are not far less sure than the surest. */
function surest<L extends { probability: number }>(links: readonly L[]): L[] {
  const [first] = links;
  if (!first) return [];
  return links
    .slice(0, mostLinked)
    .filter(({ probability }) => probability >= leastShare * first.probability);
}

/** Two graphs as one; what of the second the first does not show is left out as before. */
function joined(one: Graph, other: Graph): Graph {
  const nodes = [...one.nodes, ...other.nodes].map((node) => [formatRef(node), node] as const);
  const relations = [...one.relations, ...other.relations].map((each) => [each.key, each] as const);
  return {
    nodes: [...new Map(nodes).values()],
    relations: [...new Map(relations).values()],
    omitted: one.omitted + other.omitted,
  };
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
