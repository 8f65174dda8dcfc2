/** What the statement that is signed says of a bundle, besides the digests of its files. */
import * as z from 'zod/mini';
import { signedFiles, timestampFile } from './bag-layout.ts';
import type { SignedStatement } from './statement.ts';

/** Its subjects are all files that the manifests list, and the manifests; its predicate names the bundle. */
export const bundleKind = 'urn:skein:evidence-bundle:2';
/** As bundles were signed before: the manifests alone, and no name. */
const earlierKind = 'urn:skein:evidence-bundle:1';
/** Of the statement that speaks for the timestamp of a bundle. */
export const timestampKind = 'urn:skein:evidence-bundle-timestamp:1';

const exhibited = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cluster'), id: z.string() }),
  z.strictObject({ kind: z.literal('finding'), id: z.string() }),
  z.strictObject({ kind: z.literal('account'), id: z.string(), hops: z.int() }),
  z.strictObject({ kind: z.literal('board'), case: z.string(), id: z.string() }),
  /** Of a selection how many nodes were picked: the payload names them. */
  z.strictObject({ kind: z.literal('selection'), nodes: z.int() }),
]);
/** What a bundle is of. */
export type Exhibited = z.infer<typeof exhibited>;

const namedSchema = z.strictObject({
  /** The folder that the ZIP unpacks to. */
  folder: z.string(),
  of: exhibited,
  /** ISO 8601, UTC. */
  at: z.string(),
  by: z.string(),
  case_number: z.nullable(z.string()),
});
/** What a reader takes a bundle for, as its signature says it. */
export type SignedAs = z.infer<typeof namedSchema>;

const predicateSchema = z.extend(namedSchema, {
  payload_digest: z.string(),
  timestamp: z.optional(z.literal(timestampFile)),
});

/** What follows from the statement of a bundle. */
export interface BundleStatement {
  /** The names of the files that it must speak of; any other file is one too many. Null where it does not say. */
  files: readonly string[] | null;
  /** Null in a bundle of an earlier program. */
  named: SignedAs | null;
}

/** Null for a statement that is about something else than a bundle. */
export function bundleStatement(statement: SignedStatement): BundleStatement | null {
  if (statement.kind === earlierKind) return { files: null, named: null };
  if (statement.kind !== bundleKind) return null;
  const read = predicateSchema.safeParse(statement.more);
  if (!read.success) return null;
  const { folder, of, at, by, case_number } = read.data;
  const files = new Set([...signedFiles, ...Object.keys(statement.files)]);
  return { files: [...files], named: { folder, of, at, by, case_number } };
}
