/**
 * Every route of the HTTP API under /api/v1: what it takes and what it answers.
 * The server validates both with these schemas, the client types its calls by them, and
 * /api/v1/openapi.json is made from them.
 */
import { z } from 'zod';
import {
  accountScoreSchema,
  clusterSchema,
  findingSchema,
  nodeRefSchema,
  runSchema,
  scoreSchema,
  sourceSchema,
} from './finding.ts';
import { nodeTypeNames } from './schema.ts';

const limit = (most: number, usual: number) =>
  z.coerce.number().int().min(1).max(most).default(usual);
const page = { cursor: z.string().optional(), limit: limit(500, 100) };

/** The answer of every list: its items, and the cursor of the next page or null. */
function listOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

/** RFC 9457; `type` is a short name of the problem, `detail` what to do about it. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string().optional(),
  errors: z.array(z.object({ where: z.string(), problem: z.string() })).optional(),
});
export type Problem = z.infer<typeof problemSchema>;

export const graphNodeSchema = z.object({
  type: z.enum(nodeTypeNames),
  id: z.string(),
  caption: z.string(),
  /** Named by other rows, but described by none yet. */
  stub: z.boolean(),
  /** Accounts only: the score and cluster of the latest run. */
  score: scoreSchema.nullable(),
  cluster_id: z.string().nullable(),
  /** How many relations it has in the whole graph: what an expand could bring. */
  degree: z.int(),
});
export type GraphNode = z.infer<typeof graphNodeSchema>;

export const graphRelationSchema = z.object({
  /** Stable over loads: the relation's type and the key of its row. */
  key: z.string(),
  /** As evidence names it: `logins.ip`, `links`, `derived.<rule>`. */
  type: z.string(),
  from: nodeRefSchema,
  to: nodeRefSchema,
  /** In words, from → to: "is paid through"; for links their kind. */
  says: z.string(),
  at: z.string().nullable(),
  derived: z.boolean(),
  values: z.record(z.string(), z.unknown()),
  sources: z.array(sourceSchema),
});
export type GraphRelation = z.infer<typeof graphRelationSchema>;

export const graphSchema = z.object({
  nodes: z.array(graphNodeSchema),
  relations: z.array(graphRelationSchema),
  /** How many relations the limit left out; never silently. */
  omitted: z.int(),
});
export type Graph = z.infer<typeof graphSchema>;

/** A finding in a list: all but its evidence, of which it says how much there is. */
export const findingSummarySchema = findingSchema.omit({ evidence: true }).extend({
  cluster_id: z.string().nullable(),
  evidence_count: z.int(),
});
export type FindingSummary = z.infer<typeof findingSummarySchema>;

/** What a node said before a later row changed it. */
const statementSchema = z.object({
  values: z.record(z.string(), z.unknown()),
  until: z.string(),
  sources: z.array(sourceSchema),
});

export const nodeDetailSchema = graphNodeSchema.extend({
  /** The contract's columns that are filled. */
  values: z.record(z.string(), z.unknown()),
  /** Columns that the contract does not name. */
  extra: z.record(z.string(), z.string()),
  sources: z.array(sourceSchema),
  history: z.array(statementSchema),
  findings: z.array(findingSummarySchema),
});
export type NodeDetail = z.infer<typeof nodeDetailSchema>;

const direction = z.enum(['out', 'in']);

export const neighbourCountSchema = z.object({
  /** The relation's type, as evidence names it. */
  type: z.string(),
  direction,
  /** In words from this node: "logged in from"; "← logged in from" when incoming. */
  says: z.string(),
  other: z.enum(nodeTypeNames),
  /** Neighbours, not relations: what an expand would show. */
  count: z.int(),
});
export type NeighbourCount = z.infer<typeof neighbourCountSchema>;

export const searchHitSchema = z.object({
  node: graphNodeSchema,
  /** The column and value in which the words were found. */
  matched: z.object({ column: z.string(), value: z.string() }),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const sourceRowSchema = sourceSchema.extend({
  /** The row word for word, and cell by cell under the file's own header. */
  text: z.string(),
  cells: z.array(z.object({ column: z.string(), value: z.string() })),
});
export type SourceRow = z.infer<typeof sourceRowSchema>;

export const loadFileSchema = z.object({
  file: z.string(),
  read: z.int(),
  added: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  conflicts: z.int(),
  /** Path of the rejects file, null when nothing was rejected. */
  rejects: z.string().nullable(),
});
export type LoadFile = z.infer<typeof loadFileSchema>;

/** An unknown file or column, with the nearest known name where one is near. */
const unknownSchema = z.object({
  file: z.string(),
  column: z.string().optional(),
  nearest: z.string().nullable(),
});

export const loadSchema = z.object({
  load: z.string(),
  files: z.array(loadFileSchema),
  unknown_files: z.array(unknownSchema),
  unknown_columns: z.array(unknownSchema),
  /** What else is worth knowing, in words: an empty file, say. */
  notes: z.array(z.string()),
});
export type Load = z.infer<typeof loadSchema>;

export const storedLoadSchema = loadSchema.extend({
  started: z.string(),
  ended: z.string().nullable(),
  by: z.string(),
  folders: z.array(z.string()),
});
export type StoredLoad = z.infer<typeof storedLoadSchema>;

export const detectorInfoSchema = z.object({
  id: z.string(),
  version: z.int(),
  title: z.string(),
  looks_for: z.string(),
  blind_to: z.string(),
  benign: z.array(z.string()),
  indicators: z.array(z.string()),
  parameters: z.array(
    z.object({
      name: z.string(),
      default: z.union([z.number(), z.string(), z.array(z.string())]),
      unit: z.string().nullable(),
      why: z.string(),
    }),
  ),
  query: z.string(),
});
export type DetectorInfo = z.infer<typeof detectorInfoSchema>;

export const overviewSchema = z.object({
  version: z.string(),
  nodes: z.record(z.string(), z.int()),
  relations: z.int(),
  run: runSchema.nullable(),
  findings: z.int(),
  clusters: z.int(),
});
export type Overview = z.infer<typeof overviewSchema>;

export interface Route {
  method: 'get' | 'post';
  /** Below /api/v1; `{name}` are path parameters. */
  path: string;
  about: string;
  params: z.ZodObject;
  query: z.ZodObject;
  /** Null for a file that is not JSON; `mediaType` then says what it is. */
  answer: z.ZodType | null;
  mediaType?: string;
}

const none = z.object({});
const ref = z.object({ ref: z.string().meta({ description: 'type:id, such as account:a17' }) });
const id = z.object({ id: z.string() });

export const routes = {
  overview: {
    method: 'get',
    path: '/overview',
    about: 'What is loaded, and the latest run',
    params: none,
    query: none,
    answer: overviewSchema,
  },
  findings: {
    method: 'get',
    path: '/findings',
    about: 'Findings of the latest run, strongest first',
    params: none,
    query: z.object({
      ...page,
      detector: z.string().optional(),
      account: z.string().optional(),
      cluster: z.string().optional(),
      min_score: z.coerce.number().min(0).max(1).optional(),
    }),
    answer: listOf(findingSummarySchema),
  },
  finding: {
    method: 'get',
    path: '/findings/{id}',
    about: 'One finding with its evidence',
    params: id,
    query: none,
    answer: findingSchema.extend({ cluster_id: z.string().nullable() }),
  },
  findingGraph: {
    method: 'get',
    path: '/findings/{id}/graph',
    about: 'The nodes and relations that a finding rests on',
    params: id,
    query: none,
    answer: graphSchema,
  },
  clusters: {
    method: 'get',
    path: '/clusters',
    about: 'Clusters of the latest run, strongest first',
    params: none,
    query: z.object(page),
    answer: listOf(clusterSchema),
  },
  cluster: {
    method: 'get',
    path: '/clusters/{id}',
    about: 'One cluster with its findings',
    params: id,
    query: none,
    answer: clusterSchema.extend({ finding_list: z.array(findingSummarySchema) }),
  },
  clusterGraph: {
    method: 'get',
    path: '/clusters/{id}/graph',
    about: 'The nodes and relations that the findings of a cluster rest on',
    params: id,
    query: none,
    answer: graphSchema,
  },
  accounts: {
    method: 'get',
    path: '/accounts',
    about: 'Accounts by score',
    params: none,
    query: z.object(page),
    answer: listOf(accountScoreSchema.extend({ caption: z.string() })),
  },
  node: {
    method: 'get',
    path: '/nodes/{ref}',
    about: 'All that is known of one node, with its sources',
    params: ref,
    query: none,
    answer: nodeDetailSchema,
  },
  neighbours: {
    method: 'get',
    path: '/nodes/{ref}/neighbours',
    about: 'How many neighbours a node has, by relation, direction and type',
    params: ref,
    query: none,
    answer: z.object({ items: z.array(neighbourCountSchema) }),
  },
  expand: {
    method: 'get',
    path: '/nodes/{ref}/expand',
    about: 'Neighbours of a node, at most `limit`, with the relations to them',
    params: ref,
    query: z.object({
      type: z.string().optional(),
      direction: direction.optional(),
      limit: limit(500, 10),
    }),
    answer: graphSchema,
  },
  search: {
    method: 'get',
    path: '/search',
    about: 'Nodes by id, name, e-mail, address and the other searchable columns',
    params: none,
    query: z.object({ q: z.string().trim().min(1).max(200), limit: limit(100, 20) }),
    answer: listOf(searchHitSchema),
  },
  sourceRow: {
    method: 'get',
    path: '/sources/{sha256}/{line}',
    about: 'A row of a loaded file, word for word',
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
    about: 'The catalogue of detectors',
    params: none,
    query: none,
    answer: listOf(detectorInfoSchema),
  },
  runs: {
    method: 'get',
    path: '/runs',
    about: 'Detection runs, latest first',
    params: none,
    query: z.object(page),
    answer: listOf(runSchema),
  },
  loads: {
    method: 'get',
    path: '/loads',
    about: 'Loads, latest first',
    params: none,
    query: z.object(page),
    answer: listOf(storedLoadSchema),
  },
  export: {
    method: 'get',
    path: '/export',
    about: 'An evidence bundle of a cluster, a finding, or an account with its surroundings',
    params: none,
    query: z.object({
      cluster: z.string().optional(),
      finding: z.string().optional(),
      account: z.string().optional(),
      hops: z.coerce.number().int().min(0).max(4).default(1),
    }),
    answer: null,
    mediaType: 'application/zip',
  },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;

/** What a route answers, once parsed. */
export type Answer<N extends RouteName> =
  (typeof routes)[N]['answer'] extends z.ZodType<infer T> ? T : never;

/** What a caller may write in a route's query. */
export type Query<N extends RouteName> = z.input<(typeof routes)[N]['query']>;
