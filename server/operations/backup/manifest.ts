/** What a backup says of itself. */
import { z } from 'zod';

/** Of its name, beside the parts that it lists. */
export const manifestName = 'manifest.json';

/** The graph's parts; every other one is a file of the home, or of the sources. */
export const graphParts = {
  nodes: 'graph/nodes.ndjson',
  relations: 'graph/relations.ndjson',
} as const;

const counted = z.record(z.string(), z.int().min(0));

const partSchema = z.strictObject({
  name: z.string(),
  /** As it comes out of the archive. */
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** When a file was last changed, ISO 8601; absent of the graph's parts. */
  modified: z.string().optional(),
});
export type BackupPart = z.infer<typeof partSchema>;

export const manifestSchema = z.strictObject({
  kind: z.literal('urn:skein:backup:1'),
  /** ISO 8601, UTC: the graph is as of then or later, and before `written`. */
  begun: z.string(),
  written: z.string(),
  by: z.string(),
  program: z.string(),
  schema_version: z.int(),
  /** Of the database, whatever server it lies on. */
  database: z.string().nullable(),
  neo4j: z.string(),
  nodes: z.int().min(0),
  relations: z.int().min(0),
  /** Nodes by label, a node of two labels twice; relations by type. */
  labels: counted,
  types: counted,
  /** Properties of the node that marks the schema, as the graph's are written. */
  mark: z.record(z.string(), z.json()),
  parts: z.array(partSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;
