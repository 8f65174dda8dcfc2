/**
 * Every route of the HTTP API under /api/v1: what it takes and what it answers.
 * The server validates both with these schemas, the client types its calls by them, and
 * /api/v1/openapi.json is made from them.
 */
import { z } from 'zod';
import { additionSchema } from '../addition.ts';
import { keptIdSchema } from '../case.ts';
import {
  detectorInfoSchema,
  directionSchema,
  explanationSchema,
  findingSummarySchema,
  graphRelationSchema,
  graphSchema,
  linkedAccountSchema,
  namedSchema,
  titledSchema,
  neighbourCountSchema,
  nodeDetailSchema,
  overviewSchema,
  sourceRowSchema,
  storedLoadSchema,
} from '../answers.ts';
import { clusterOverviewSchema } from '../cluster-overview.ts';
import { decidedMarkSchema } from '../disposition.ts';
import { auditRoutes } from './audit.ts';
import { judgementRoutes } from './judgements.ts';
import { conditionRoutes } from './condition.ts';
import { numbersRoutes } from './numbers.ts';
import { caseRoutes } from './cases.ts';
import { caseWorkRoutes } from './case-work.ts';
import { deliveryRoutes } from './deliveries.ts';
import { detectionRoutes } from './detections.ts';
import { queryRoutes } from './queries.ts';
import { pathRoutes } from './paths.ts';
import { passkeyRoutes } from './passkeys.ts';
import { peopleRoutes } from './people.ts';
import { exceptionRoutes } from './exceptions.ts';
import { explanationCheckRoutes } from './explanation-checks.ts';
import { eventRoutes } from './events.ts';
import { standingSchema } from '../standing.ts';
import { enrichmentRoutes } from './enrichment.ts';
import { evidenceRoutes } from './evidence.ts';
import { feedRoutes } from './feeds.ts';
import { intakeRoutes } from './intake.ts';
import { listRoutes } from './lists.ts';
import { retentionRoutes } from './retention.ts';
import { scheduleRoutes } from './schedules.ts';
import { canvasBytes, countedListOf, limit, listOf, none, page, type Route } from './route.ts';
import { runRoutes } from './runs.ts';
import { searchRoutes } from './search.ts';
import { trialRoutes } from './trials.ts';
import { stateFilter, triageRoutes } from './triage.ts';
import { watchedPatternRoutes } from './watched-patterns.ts';
import { viewRoutes } from './views.ts';
import { indicatorIds } from '../indicators.ts';
import { accountScoreSchema, clusterSchema, findingSchema } from '../finding.ts';

/** GraphML, GEXF, and the nodes and the relations as a table of CSV each. */
export const graphFileFormats = ['graphml', 'gexf', 'nodes', 'relations'] as const;
export type GraphFileFormat = (typeof graphFileFormats)[number];

/** What each is, as HTTP says it. */
export const graphFileTypes: Readonly<Record<GraphFileFormat, string>> = {
  graphml: 'application/graphml+xml',
  gexf: 'application/gexf+xml',
  nodes: 'text/csv',
  relations: 'text/csv',
};

/** In a list: what was decided of it, or null where nobody has touched it. */
const decided = { decided: decidedMarkSchema.nullable() };

const titled = titledSchema.shape;

const ref = z.object({ ref: z.string().meta({ description: 'type:id, such as account:a17' }) });
const id = z.object({ id: z.string() });

export const routes = {
  overview: {
    method: 'get',
    path: '/overview',
    about: 'What is loaded, and the latest run',
    shows: null,
    may: 'look',
    unseen: 'masked',
    params: none,
    query: none,
    answer: overviewSchema,
  },
  findings: {
    method: 'get',
    path: '/findings',
    about: 'Findings of the latest run, strongest first',
    shows: 'list',
    may: 'look',
    unseen: 'masked',
    params: none,
    query: z.object({
      ...page,
      detector: z.string().optional(),
      account: z.string().optional(),
      cluster: z.string().optional(),
      min_score: z.coerce.number().min(0).max(1).optional(),
      max_score: z.coerce.number().min(0).max(1).optional(),
      indicator: z.enum(indicatorIds).optional(),
      state: stateFilter.optional(),
      text: z.string().trim().min(1).max(200).optional().meta({
        description:
          'all of these words, in the id, the title, the detector’s name or the accounts',
      }),
    }),
    answer: countedListOf(findingSummarySchema.extend({ ...decided, named: z.array(namedSchema) })),
  },
  finding: {
    method: 'get',
    path: '/findings/{id}',
    about: 'One finding with its evidence',
    shows: 'finding',
    may: 'look',
    unseen: 'masked',
    params: id,
    query: none,
    answer: findingSchema.extend({ cluster_id: z.string().nullable() }),
  },
  findingGraph: {
    method: 'get',
    path: '/findings/{id}/graph',
    about: 'The nodes and relations that a finding rests on',
    shows: 'finding',
    may: 'look',
    unseen: 'masked',
    params: id,
    query: none,
    answer: graphSchema,
  },
  clusters: {
    method: 'get',
    path: '/clusters',
    about:
      'Clusters of the latest run, by likelihood and what is at stake (`ranking`); those of a run of before clusters were ranked so by score',
    shows: 'list',
    may: 'look',
    unseen: 'masked',
    params: none,
    query: z.object(page),
    answer: listOf(clusterSchema.extend({ ...decided, ...titled })),
  },
  cluster: {
    method: 'get',
    path: '/clusters/{id}',
    about: 'One cluster with its findings',
    shows: 'cluster',
    may: 'look',
    unseen: 'masked',
    params: id,
    query: none,
    answer: clusterSchema.extend({ ...titled, finding_list: z.array(findingSummarySchema) }),
  },
  clusterGraph: {
    method: 'get',
    path: '/clusters/{id}/graph',
    about: 'The nodes and relations that the findings of a cluster rest on',
    shows: 'cluster',
    may: 'look',
    unseen: 'masked',
    params: id,
    query: none,
    answer: graphSchema,
  },
  clusterOverview: {
    method: 'get',
    path: '/views/clusters',
    about:
      'The clusters of the latest run, at most 1,000 in their order, and by what they are joined: things that accounts of two use, and money between them',
    shows: 'nodes',
    may: 'look',
    unseen: 'masked',
    params: none,
    query: none,
    answer: clusterOverviewSchema,
  },
  accounts: {
    method: 'get',
    path: '/accounts',
    about: 'Accounts by score',
    shows: 'list',
    may: 'look',
    unseen: 'masked',
    params: none,
    query: z.object(page),
    answer: listOf(accountScoreSchema.extend({ caption: z.string() })),
  },
  node: {
    method: 'get',
    path: '/nodes/{ref}',
    about: 'All that is known of one node, with its sources',
    shows: 'nodes',
    may: 'look',
    unseen: 'masked',
    params: ref,
    query: none,
    answer: nodeDetailSchema,
  },
  neighbours: {
    method: 'get',
    path: '/nodes/{ref}/neighbours',
    about: 'How many neighbours a node has, by relation, direction and type',
    shows: 'nodes',
    may: 'look',
    unseen: 'masked',
    params: ref,
    query: none,
    answer: z.object({ items: z.array(neighbourCountSchema) }),
  },
  expand: {
    method: 'get',
    path: '/nodes/{ref}/expand',
    about: 'Neighbours of a node, at most `limit`, with the relations to them',
    shows: 'nodes',
    may: 'look',
    unseen: 'masked',
    params: ref,
    query: z.object({
      type: z.string().optional(),
      direction: directionSchema.optional(),
      limit: limit(500, 10),
    }),
    answer: graphSchema,
  },
  explain: {
    method: 'get',
    path: '/explain',
    about: 'Why two accounts are linked: every weight, and the strongest paths',
    shows: 'nodes',
    may: 'look',
    unseen: 'refused',
    params: none,
    query: z.object({ a: z.string().min(1), b: z.string().min(1) }),
    answer: explanationSchema,
  },
  explainGraph: {
    method: 'get',
    path: '/explain/graph',
    about: 'The nodes and relations along the strongest paths between two accounts',
    shows: 'nodes',
    may: 'look',
    unseen: 'masked',
    params: none,
    query: z.object({ a: z.string().min(1), b: z.string().min(1) }),
    answer: graphSchema,
  },
  pairGraph: {
    method: 'get',
    path: '/explain/pair',
    about:
      'Two accounts as a story: what links them, and all else that findings of both say of the two',
    shows: 'nodes',
    may: 'look',
    unseen: 'masked',
    params: none,
    query: z.object({ a: z.string().min(1), b: z.string().min(1) }),
    answer: graphSchema,
  },
  accountGraph: {
    method: 'get',
    path: '/explain/account',
    about:
      'An account as a story: whom it is most surely linked to, what links them, and at most `limit` neighbours of its own',
    shows: 'nodes',
    may: 'look',
    unseen: 'masked',
    params: none,
    query: z.object({ account: z.string().min(1), limit: limit(500, 25) }),
    answer: graphSchema,
  },
  linkedAccounts: {
    method: 'get',
    path: '/explain/linked',
    about: 'The accounts that one shares something with, likeliest first',
    shows: 'nodes',
    may: 'look',
    unseen: 'masked',
    params: none,
    query: z.object({ account: z.string().min(1), limit: limit(500, 50) }),
    answer: listOf(linkedAccountSchema),
  },
  ...searchRoutes,
  sourceRow: {
    method: 'get',
    path: '/sources/{sha256}/{line}',
    about: 'A row of a loaded file, word for word',
    shows: 'row',
    may: 'look',
    unseen: 'refused',
    params: z.object({
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      line: z.coerce.number().int().min(1),
    }),
    query: none,
    answer: sourceRowSchema,
  },
  detectors: {
    method: 'get',
    path: '/detectors',
    about:
      'The catalogue of detectors, with what each weighs now; as shipped while the database is away',
    shows: null,
    may: 'look',
    unseen: { plain: 'the catalogue, as shipped' },
    params: none,
    query: none,
    answer: listOf(detectorInfoSchema),
  },
  loads: {
    method: 'get',
    path: '/loads',
    about: 'Loads, latest first',
    shows: null,
    may: 'look',
    unseen: 'refused',
    params: none,
    query: z.object(page),
    answer: listOf(storedLoadSchema),
  },
  graphFile: {
    method: 'post',
    path: '/graph/file',
    turn: 'dear',
    about: 'What is on a canvas as a file for other programs',
    shows: null,
    may: 'work',
    unseen: 'refused',
    mostBytes: canvasBytes,
    quota: 'exports',
    params: none,
    query: z.object({ format: z.enum(graphFileFormats) }),
    body: z.object({
      nodes: z.array(z.string()).max(50_000).meta({ description: 'type:id of each' }),
      relations: z.array(graphRelationSchema).max(100_000),
      standings: z
        .record(z.string(), standingSchema)
        .default({})
        .meta({ description: 'of nodes that have one on the canvas, by type:id' }),
      additions: z
        .record(keptIdSchema, additionSchema)
        .default({})
        .meta({ description: 'what analysts added by hand, which the graph does not have' }),
    }),
    answer: null,
    mediaType: [...new Set(Object.values(graphFileTypes))],
  },
  ...runRoutes,
  ...evidenceRoutes,
  ...enrichmentRoutes,
  ...judgementRoutes,
  ...caseRoutes,
  ...caseWorkRoutes,
  ...viewRoutes,
  ...queryRoutes,
  ...pathRoutes,
  ...intakeRoutes,
  ...eventRoutes,
  ...deliveryRoutes,
  ...detectionRoutes,
  ...scheduleRoutes,
  ...feedRoutes,
  ...listRoutes,
  ...triageRoutes,
  ...watchedPatternRoutes,
  ...exceptionRoutes,
  ...explanationCheckRoutes,
  ...conditionRoutes,
  ...retentionRoutes,
  ...numbersRoutes,
  ...trialRoutes,
  ...peopleRoutes,
  ...passkeyRoutes,
  ...auditRoutes,
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;

/** What a route answers, once parsed. */
export type Answer<N extends RouteName> =
  (typeof routes)[N]['answer'] extends z.ZodType<infer T> ? T : never;

/** What a caller sends to a route. */
export type Body<N extends RouteName> = (typeof routes)[N] extends {
  body: infer B extends z.ZodType;
}
  ? z.input<B>
  : undefined;

/** What a caller may write in a route's query. */
export type Query<N extends RouteName> = z.input<(typeof routes)[N]['query']>;
