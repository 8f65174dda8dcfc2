/** What was measured of what Skein withstands: kept part by part, each with the commit it is of, and written as docs/RELIABILITY.md. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { checkout } from '../../server/platform/settings/settings.ts';
import { hostileKinds } from '../../test/hostile/kinds.ts';
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
  hostile: z.object({
    ...measuredBy,
    files: z.int(),
    /** How many there are. */
    ofFiles: z.int(),
    /** Inputs, each once, and those whose test failed; where they are tried. */
    kinds: z.array(
      z.object({
        kind: z.enum(hostileKinds),
        inputs: z.int(),
        through: z.int(),
        files: z.array(z.string()),
      }),
    ),
    passed: z.int(),
    failed: z.int(),
  }),
  looks: z.object({
    ...measuredBy,
    files: z.int(),
    /** How many there are. */
    ofFiles: z.int(),
    passed: z.int(),
    failed: z.int(),
    /** Pages that were opened and watched for breaches. */
    opened: z.int(),
    breaches: z.array(z.string()),
    rooms: z.array(z.object({ room: z.string(), times: z.int(), looks: z.int(), grave: z.int() })),
    /** Width, height, colours and language. */
    looks: z.array(z.string()),
  }),
};
type Parts = typeof partSchemas;
type Part = keyof Parts;
type Figures<P extends Part> = z.infer<Parts[P]>;

/** What is kept, as it was written: a part that was measured by an earlier program has the form of that one. */
const keptSchema = z.record(z.string(), z.record(z.string(), z.unknown()));

/** A part as it is shown: by its figures, or, of an earlier form, by what stands there. */
export type Measured = {
  [P in Part]?: { figures: Figures<P> } | { earlier: Record<string, unknown> };
};

/** Puts what was found in the place of what was found before, leaves all other parts as they are, and writes the page. */
export async function record<P extends Part>(
  part: P,
  found: Omit<Figures<P>, 'by' | 'at'>,
): Promise<void> {
  const kept = keptSchema.parse(JSON.parse(await readFile(file, 'utf8').catch(() => '{}')));
  const by = `${byWhat()}; load average ${busyBefore().toFixed(1)}`;
  const all = { ...kept, [part]: { by, at: new Date().toISOString(), ...found } };
  await writeFile(file, `${JSON.stringify(all, null, 2)}\n`);
  await writeFile(join(checkout, 'docs', 'RELIABILITY.md'), reliabilityPage(measuredIn(all)));
}

/** Each part by its figures where it has the form of today. */
export function measuredIn(kept: z.infer<typeof keptSchema>): Measured {
  const parts = Object.entries(partSchemas).flatMap(([part, schema]) => {
    const earlier = kept[part];
    if (earlier === undefined) return [];
    const read = schema.safeParse(earlier);
    return [[part, read.success ? { figures: read.data } : { earlier }]];
  });
  return Object.fromEntries(parts) as Measured;
}
