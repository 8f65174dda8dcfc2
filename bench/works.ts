import { z } from 'zod';

/** One work at one size, in seconds, and the same by what people would use instead. */
const workSchema = z.object({
  what: z.string(),
  seconds: z.number(),
  beside: z.object({ what: z.string(), seconds: z.number() }).nullable(),
  /** The most that our time may be of the other's, or the most seconds. */
  aim: z.union([z.object({ ratio: z.number() }), z.object({ seconds: z.number() })]).nullable(),
  /** The most times as long that it may take at ten times the size. */
  grows: z.number().optional(),
  /** How many rows it is about, where these are others than the platform's. */
  rows: z.number().optional(),
  /** What exactly is compared, and how well. */
  note: z.string().optional(),
  /** Seconds of the processor of either side, where each is one process: what else the machine does is not in them. */
  processor: z.object({ ours: z.number(), beside: z.number() }).optional(),
});
export const worksSchema = z.array(workSchema);
export type Work = z.infer<typeof workSchema>;

/** What a run over a platform of so many accounts may take, and what its process may hold, Neo4j aside. */
export const wholeRun = { accounts: 100_000, seconds: 600, mebibytes: 3_072 };

/** Of the time of a run over so many accounts. */
export function aimOfRun(accounts: number): Work['aim'] {
  return accounts === wholeRun.accounts ? { seconds: wholeRun.seconds } : null;
}

/** A part of some whole, in [0, 1]. */
const shareSchema = z.object({ what: z.string(), share: z.number() });
export type Share = z.infer<typeof shareSchema>;

/** What each process measures, by what `--only` calls it. */
export const partSchemas = {
  /** Loading and storing, on a platform of accounts and logins. */
  load: z.object({
    rows: z.number(),
    works: worksSchema,
    /** What the database takes of the disk once the rows are in it, what the rows took as they came, and kept word for word, all in bytes. */
    disk: z.object({ database: z.number(), rows: z.number(), sources: z.number() }),
    /** Cores, and MiB that a local Neo4j is given of the machine that this was measured on. */
    machine: z.object({ cores: z.int(), heap: z.number(), pageCache: z.number() }),
  }),
  /** What needs no database, on a world. */
  alone: z.object({ rows: z.number(), works: worksSchema }),
  /** Detecting and answering, on a world. */
  detect: z.object({
    rows: z.number(),
    works: worksSchema,
    /** Of a run whose queries are planned: its slowest steps, in seconds, and where its main thread was seen. */
    slowest: z.object({
      steps: z.array(z.object({ what: z.string(), seconds: z.number() })),
      places: z.array(shareSchema),
    }),
    /** The most memory that it has held, in bytes. */
    memory: z.number(),
  }),
  /** A run of the command line over the latest rows of a world, and the most memory that it has held, in bytes. */
  recent: z.object({ rows: z.number(), works: worksSchema, memory: z.number() }),
  /** The same by Spark. */
  spark: z.object({ rows: z.number(), works: worksSchema }),
  /** Detecting over a platform that is given, beside an earlier commit: `--before`. */
  before: z.object({ rows: z.number(), works: worksSchema }),
};
export type PartName = keyof typeof partSchemas;
export const partNames = Object.keys(partSchemas) as PartName[];
/** Those that are measured at any size. */
export const sizedParts = [
  'load',
  'alone',
  'detect',
  'recent',
  'spark',
] as const satisfies PartName[];
export type SizedPart = (typeof sizedParts)[number];
export type Parts = { [P in PartName]: z.infer<(typeof partSchemas)[P]> };

/** By which commit on which machine, and when. */
export interface MeasuredBy {
  by: string;
  at: string;
}

/** What was measured of platforms with so many accounts; each part by the commit it is of. */
export type Scale = { accounts: number } & { [P in PartName]?: Parts[P] & MeasuredBy };

/** Whether it was measured at that size, and not of one platform alone that has so many accounts. */
export function isSize(scale: Scale): boolean {
  return sizedParts.some((part) => scale[part]);
}

/** All works of a size, each with how many rows it is about. */
export function worksOf(scale: Scale): (Work & { rows: number })[] {
  return partNames.flatMap((part) => {
    const measured = scale[part];
    return measured ? measured.works.map((work) => ({ rows: measured.rows, ...work })) : [];
  });
}

/** Works that more than one page speaks of, by what they are called. */
export const importing = 'load into an empty local database';
export const loadingLive = 'load into a running database';
export const detecting = 'all detectors, groups and scores, the first run after the load';

/** Our time by the other's, of a work that stands beside another. */
export function ratioOf({ seconds, beside }: Work): number | null {
  return beside && seconds / beside.seconds;
}

/** In seconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1_000;
}

/** With what it gives, and the seconds of the processor that this process takes meanwhile. */
export async function computed<T>(
  work: () => T | Promise<T>,
): Promise<{ result: T; seconds: number; processor: number }> {
  const [begun, before] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const seconds = (performance.now() - begun) / 1_000;
  const { user, system } = process.cpuUsage(before);
  return { result, seconds, processor: (user + system) / 1_000_000 };
}
