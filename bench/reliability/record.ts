/** What was measured of what Skein withstands: kept part by part, each with the commit it is of, and written as docs/RELIABILITY.md. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { checkout } from '../../server/platform/settings/settings.ts';
import { busyBefore, byWhat } from '../paper.ts';
import { reliabilityPage } from './page.ts';

const file = join(import.meta.dirname, 'measured.json');

const killedCaseSchema = z.object({
  work: z.string(),
  victim: z.enum(['server', 'keeper', 'neo4j', 'all']),
  /** Milliseconds after the work began. */
  at: z.number(),
  /** The kill found somebody, and the work had not ended. */
  amid: z.boolean(),
  /** Milliseconds from the kill until all had gone well. */
  took: z.number(),
  fault: z.string().nullable(),
});
export type KilledCase = z.infer<typeof killedCaseSchema>;

/** Milliseconds. */
const spreadSchema = z.object({
  requests: z.int(),
  p50: z.number(),
  p95: z.number(),
  p99: z.number(),
});

const measuredBy = { by: z.string(), at: z.string() };

const partSchemas = {
  kills: z.object({
    ...measuredBy,
    seed: z.int(),
    accounts: z.int(),
    cases: z.array(killedCaseSchema),
  }),
  fuzz: z.object({
    ...measuredBy,
    tool: z.string(),
    seed: z.int(),
    operations: z.int(),
    /** How many operations of the document were asked at least once. */
    tested: z.int(),
    requests: z.int(),
    failures: z.array(z.object({ operation: z.string(), what: z.string() })),
  }),
  users: z.object({
    ...measuredBy,
    users: z.int(),
    minutes: z.number(),
    errors: z.record(z.string(), z.int()),
    /** Of the first minute, in which all came at once to a server that had just begun; and of all that came after. */
    first: spreadSchema,
    later: spreadSchema,
    kinds: z.array(spreadSchema.extend({ kind: z.string() })),
    /** MiB at most. */
    server: z.number(),
    neo4j: z.number(),
  }),
};
type Parts = typeof partSchemas;
type Part = keyof Parts;

/** A part that was measured in another form is left out until it is measured again. */
const measuredSchema = z.object({
  kills: partSchemas.kills.optional().catch(undefined),
  fuzz: partSchemas.fuzz.optional().catch(undefined),
  users: partSchemas.users.optional().catch(undefined),
});
export type Measured = z.infer<typeof measuredSchema>;

/** Puts what was found in the place of what was found before, and writes the page. */
export async function record<P extends Part>(
  part: P,
  found: Omit<z.infer<Parts[P]>, 'by' | 'at'>,
): Promise<void> {
  const known = measuredSchema.parse(JSON.parse(await readFile(file, 'utf8').catch(() => '{}')));
  const by = `${byWhat()}; load average ${busyBefore().toFixed(1)}`;
  const measured = measuredSchema.parse({
    ...known,
    [part]: { by, at: new Date().toISOString(), ...found },
  });
  await writeFile(file, `${JSON.stringify(measured, null, 2)}\n`);
  await writeFile(join(checkout, 'docs', 'RELIABILITY.md'), reliabilityPage(measured));
}
