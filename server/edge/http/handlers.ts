import { z } from 'zod';
import type { NodeRef } from '../../../domain/schema/graph.ts';
import { messages } from '../../../domain/messages/index.ts';
import { changeGraph } from '../../decisions/compare/change-graph.ts';
import { readComparison } from '../../decisions/compare/read-comparison.ts';
import { catalogue, detectorInfo } from '../../detection/catalogue/catalogue.ts';
import { weightsInForce } from '../../detection/weights/weights-in-force.ts';
import { shippedWeights, type Weights } from '../../detection/weights/weights.ts';
import { listDetections } from '../../operations/detections/detection-store.ts';
import { findingsPage } from '../../detection/runs/finding-list.ts';
import {
  clusterById,
  clusterPlace,
  clustersOfRun,
  findingById,
  findingsOfRun,
  latestRun,
  runs,
} from '../../detection/runs/read-runs.ts';
import { accountScoresOfRun } from '../../detection/runs/score-list.ts';
import { withDecided } from '../../decisions/triage/items.ts';
import { explain, explainGraph } from '../../decisions/explain/explain.ts';
import {
  accountGraph,
  clusterGraph,
  findingGraph,
  pairGraph,
} from '../../decisions/explain/told-graph.ts';
import { linkedAccounts } from '../../decisions/explain/linked-accounts.ts';
import { nodesByRef } from '../../graph/canvas/canvas.ts';
import { expand, neighbourCounts } from '../../explore/graph/neighbours.ts';
import { nodeDetail } from '../../explore/graph/node-detail.ts';
import { withNames, withTitled } from '../../explore/graph/named.ts';
import { overview } from '../../explore/graph/overview.ts';
import { clusterOverview } from '../../explore/views/cluster-overview.ts';
import { sourceRow } from '../../explore/graph/source-row.ts';
import { judgedGraph } from '../../decisions/judge/judged-graph.ts';
import { latestLoads } from '../../ingest/load/load-store.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { isAway } from '../../platform/failures.ts';
import { NotFoundError } from '../../platform/problems.ts';
import { auditHandlers } from './audit-handlers.ts';
import { draftNarrative, sendAskedBundle, sendBundle } from './bundle.ts';
import { enrichmentHandlers } from './enrichment-handlers.ts';
import { caseHandlers } from './case-handlers.ts';
import { caseWorkHandlers } from './case-work-handlers.ts';
import { eventHandlers } from './event-handlers.ts';
import { feedHandlers } from './feed-handlers.ts';
import { exceptionHandlers } from './exception-handlers.ts';
import { explanationCheckHandlers } from './explanation-check-handlers.ts';
import { sendGraphFile } from './graph-file.ts';
import { judgementHandlers } from './judgement-handlers.ts';
import { conditionHandlers } from './condition-handlers.ts';
import { retentionHandlers } from './retention-handlers.ts';
import { numbersHandlers } from './numbers-handlers.ts';
import { pathHandlers } from './path-handlers.ts';
import { intakeHandlers } from './intake-handlers.ts';
import { detectionHandlers } from './detection-handlers.ts';
import { deliveryHandlers } from './delivery-handlers.ts';
import { pageOf, readCursor } from './paging.ts';
import { passkeyHandlers } from './passkey-handlers.ts';
import { peopleHandlers } from './people-handlers.ts';
import { refIn } from './refs.ts';
import { scheduleHandlers } from './schedule-handlers.ts';
import { searchHandlers } from './search-handlers.ts';
import { queryHandlers } from './query-handlers.ts';
import type { Handlers } from './served.ts';
import { triageHandlers } from './triage-handlers.ts';
import { watchedPatternHandlers } from './watched-pattern-handlers.ts';
import { trialHandlers } from './trial-handlers.ts';
import { viewHandlers } from './view-handlers.ts';

/** Every route of `domain/api/api.ts` by its name; the compiler sees to it that none is missing. */
export const handlers: Handlers = {
  overview: async ({ database }) => {
    const [shown, [detection]] = await Promise.all([
      overview(database),
      listDetections(database, 1),
    ]);
    return { ...shown, detection: detection ?? null };
  },

  findings: async ({ database }, { query: { cursor, limit, ...filter } }) => {
    const { mark, after } = readCursor(cursor, scorePlace);
    const run = await runOfPage(database, mark);
    if (run === null) return { items: [], next: null, total: 0 };
    const { found, total } = await findingsPage(database, run, filter, after, limit + 1);
    const page = pageOf(found, limit, ({ score, id }) => ({ mark: run, after: [score, id] }));
    const named = await withNames(database, page.items);
    return { items: await withDecided(database, named), next: page.next, total };
  },

  finding: async ({ database }, { params: { id } }) => {
    const run = await latestRun(database);
    const finding = run && (await findingById(database, run.run, id));
    if (!finding) throw new NotFoundError(messages.http.noFinding(id));
    return finding;
  },

  findingGraph: async ({ database }, { params }) =>
    judgedGraph(database, await findingGraph(database, params.id)),

  clusters: async ({ database }, { query: { cursor, limit } }) => {
    const { mark, after } = readCursor(cursor, z.tuple([z.number(), z.number(), z.string()]));
    const run = await runOfPage(database, mark);
    if (run === null) return { items: [], next: null };
    const found = await clustersOfRun(database, run, after, limit + 1);
    const page = pageOf(found, limit, (last) => ({ mark: run, after: clusterPlace(last) }));
    const named = await withTitled(database, run, page.items);
    return { items: await withDecided(database, named), next: page.next };
  },

  cluster: async ({ database }, { params: { id } }) => {
    const run = await latestRun(database);
    const cluster = run && (await clusterById(database, run.run, id));
    if (!cluster) throw new NotFoundError(messages.http.noCluster(id));
    const [named] = await withTitled(database, run.run, [cluster]);
    return {
      ...named!,
      finding_list: await findingsOfRun(database, run.run, { cluster: id }),
    };
  },

  clusterGraph: async ({ database }, { params }) =>
    judgedGraph(database, await clusterGraph(database, params.id)),

  clusterOverview: async ({ database }) => {
    const { clusters, ...rest } = await clusterOverview(database);
    const items = clusters.map(({ id, score, name, first_seen, last_seen, accounts }) => ({
      ...{ id, score, name, first_seen, last_seen, accounts: accounts.length },
    }));
    return { ...rest, clusters: await withDecided(database, items) };
  },

  accounts: async ({ database }, { query: { cursor, limit } }) => {
    const { mark, after } = readCursor(cursor, scorePlace);
    const run = await runOfPage(database, mark);
    if (run === null) return { items: [], next: null };
    const scores = await accountScoresOfRun(database, run, { after, limit: limit + 1 });
    const page = pageOf(scores, limit, ({ score, account_id }) => ({
      ...{ mark: run, after: [score, account_id] },
    }));
    const refs = page.items.map(({ account_id }): NodeRef => ({ type: 'account', id: account_id }));
    const found = await nodesByRef(database, refs);
    const captions = new Map(found.map(({ shown }) => [shown.id, shown.caption]));
    const items = page.items.map((item) => ({
      ...item,
      caption: captions.get(item.account_id) ?? item.account_id,
    }));
    return { ...page, items };
  },

  node: ({ database }, { params }) => nodeDetail(database, refIn(params.ref, 'params.ref')),

  neighbours: async ({ database }, { params }) => ({
    items: await neighbourCounts(database, refIn(params.ref, 'params.ref')),
  }),

  expand: async ({ database }, { params, query }) =>
    judgedGraph(database, await expand(database, refIn(params.ref, 'params.ref'), query)),

  explain: ({ database }, { query }) => explain(database, query.a, query.b),

  explainGraph: async ({ database }, { query }) =>
    judgedGraph(database, await explainGraph(database, query.a, query.b)),

  pairGraph: async ({ database }, { query }) =>
    judgedGraph(database, await pairGraph(database, query.a, query.b)),

  accountGraph: async ({ database }, { query }) =>
    judgedGraph(database, await accountGraph(database, query.account, query.limit)),

  linkedAccounts: async ({ database }, { query }) => ({
    items: await linkedAccounts(database, query.account, query.limit),
    next: null,
  }),

  ...searchHandlers,

  sourceRow: ({ database, settings }, { params }) =>
    sourceRow(database, settings, params.sha256, params.line),

  detectors: async ({ database }) => {
    const weights = await weightsOrShipped(database);
    const items = (await catalogue()).map((entry) => detectorInfo(entry, weights));
    return { items, next: null };
  },

  runs: async ({ database }, { query: { cursor, limit } }) => {
    const { after } = readCursor(cursor, z.tuple([z.string(), z.string()]));
    const found = await runs(database, after, limit + 1);
    return pageOf(found, limit, ({ started, run }) => ({ mark: '', after: [started, run] }));
  },

  runDiff: ({ database }, { params: { id }, query: { from } }) =>
    readComparison(database, from ?? null, id),

  changeGraph: async ({ database }, { params: { id, cluster }, query: { from } }) =>
    judgedGraph(database, await changeGraph(database, { from: from ?? null, to: id, cluster })),

  loads: async ({ database }, { query: { cursor, limit } }) => {
    const { mark } = readCursor(cursor);
    const found = await latestLoads(database, limit + 1, mark || null);
    return pageOf(found, limit, (last) => ({ mark: last.load, after: null }));
  },

  export: sendBundle,
  bundle: sendAskedBundle,
  narrative: draftNarrative,

  graphFile: sendGraphFile,

  ...judgementHandlers,
  ...eventHandlers,
  ...feedHandlers,
  ...caseHandlers,
  ...caseWorkHandlers,
  ...enrichmentHandlers,
  ...viewHandlers,
  ...queryHandlers,
  ...pathHandlers,
  ...intakeHandlers,
  ...deliveryHandlers,
  ...detectionHandlers,
  ...scheduleHandlers,
  ...triageHandlers,
  ...watchedPatternHandlers,
  ...conditionHandlers,
  ...retentionHandlers,
  ...numbersHandlers,
  ...trialHandlers,
  ...exceptionHandlers,
  ...explanationCheckHandlers,
  ...peopleHandlers,
  ...passkeyHandlers,
  ...auditHandlers,
};

/** Of lists that are ordered by score, ties by id. */
const scorePlace = z.tuple([z.number(), z.string()]);

/** A later page is of the same run, though a newer one may have ended; null before the first run. */
async function runOfPage(database: Database, mark: string): Promise<string | null> {
  return mark === '' ? ((await latestRun(database))?.run ?? null) : mark;
}

/** What detectors there are is told though the database is away; what they weigh is then what is shipped. */
async function weightsOrShipped(database: Database): Promise<Weights> {
  try {
    // A query would try again until the page has given up.
    await database.verify();
  } catch (error) {
    if (!isAway(error)) throw error;
    return shippedWeights();
  }
  return (await weightsInForce(database)).weights;
}
