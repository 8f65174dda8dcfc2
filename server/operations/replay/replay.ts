/** Does again what a bundle says was done, with the original data on a database of its own, and compares. */
import { listedAdditionSchema } from '../../../domain/addition.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { movedWeightSchema, type MovedWeight } from '../../../domain/calibration.ts';
import { exceptionSchema, type Exception } from '../../../domain/exception.ts';
import { judgementSchema, type Judgement } from '../../../domain/judgement.ts';
import { maskKinds, type MaskKind } from '../../../domain/schema/masks.ts';
import { parameterChangesSchema } from '../../../domain/parameters.ts';
import { messages } from '../../../domain/messages/index.ts';
import { languageSchema } from '../../../domain/messages/language-schema.ts';
import { payloadManifest } from '../../../verifier/bag-layout.ts';
import { nodeRefSchema } from '../../../domain/finding.ts';
import { detect } from '../../decisions/applied/detect.ts';
import { bundledCheckSchema, checkAgain } from './check-again.ts';
import { storeException, storeRevocation } from '../../decisions/exceptions/exception-store.ts';
import { storeJudgement, storeWithdrawal } from '../../decisions/judge/judgement-store.ts';
import {
  shippedWith,
  storeWeightRevision,
  weightsDigest,
} from '../../detection/weights/weights-in-force.ts';
import { loadFolders } from '../../ingest/load/load.ts';
import { maskExhibit } from '../../evidence/masking/mask-exhibit.ts';
import { maskingKey } from '../../evidence/masking/masking-key.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { openDatabase } from '../store/open.ts';
import { InvalidDataError } from '../../platform/problems.ts';
import type { Progress } from '../../platform/progress.ts';
import { noDelivery } from '../../platform/settings/delivery-settings.ts';
import { noTimestamps, type Settings } from '../../platform/settings/settings.ts';
import { withScratch } from '../../platform/scratch.ts';
import { withLocale } from '../../platform/locale.ts';
import { measuredPayload } from '../../evidence/bundle/bag.ts';
import { collectExhibit, type ExhibitRequest } from '../../evidence/exhibit/collect.ts';
import { narrativeFile, additionsFileName, payloadFiles } from '../../evidence/bundle/payload.ts';
import { textInBundle } from '../../evidence/bundle/verify.ts';

const says = messages.evidence.replay;

const replayedSchema = z.object({
  as_of: z.string().nullable(),
  /** Absent where no narrative went with it. */
  decided: z.string().nullable().default(null),
  language: languageSchema,
  masked: z.partialRecord(z.enum(maskKinds), z.number()),
  /** Of detectors, what the run used otherwise than declared; absent where it was nothing. */
  parameters: parameterChangesSchema.default({}),
  /** What the run weighed otherwise than shipped; absent where it was nothing. */
  weights: z.array(movedWeightSchema).default([]),
  program: z.string(),
  scope: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('cluster'), id: z.string() }),
    z.object({ kind: z.literal('finding'), id: z.string() }),
    z.object({ kind: z.literal('account'), id: z.string(), hops: z.int() }),
    z.object({ kind: z.literal('selection'), nodes: z.array(nodeRefSchema) }),
    z.object({ kind: z.literal('board'), case: z.string(), id: z.string() }),
  ]),
});
type Replayed = z.infer<typeof replayedSchema>;

export interface Replay {
  /** True when every file of the payload came out with the same bytes. */
  same: boolean;
  /** How many files of the payload were compared. */
  files: number;
  /** Files that came out otherwise, or only on one side. */
  differing: string[];
  /** The program that wrote the bundle. */
  program: string;
}

/**
 * Loads the folders into a database that is thrown away, judges what the bundle's analysts had judged, detects with the
 * run's parameters, weights and exceptions, and exports the same. `home` has the secret that pseudonyms are made with. Throws InvalidDataError for a bundle without
 * settings.
 */
export async function replayBundle(
  bundle: string,
  folders: readonly string[],
  home: string,
  progress: Progress,
): Promise<Replay> {
  const asked = await readAsked(bundle);
  // It does not say whom it is of, and who knows the secret cannot read it back either.
  if ('account_id' in asked.masked) throw new InvalidDataError(says.idsMasked(bundle));
  const board = await readBoard(bundle);
  const judgements = await readLines(bundle, 'judgements.ndjson', judgementSchema);
  const exceptions = await readLines(bundle, 'exceptions.ndjson', exceptionSchema);
  const checks = await readLines(bundle, 'explanation-checks.ndjson', bundledCheckSchema);
  const listed = await readManifest(bundle);
  const own = await mkdtemp(join(tmpdir(), 'skein-replay-'));
  try {
    const settings: Settings = {
      home: own,
      sources: join(own, 'sources'),
      host: '127.0.0.1',
      port: null,
      neo4j: null,
      timestamps: noTimestamps,
      delivery: noDelivery,
    };
    const opened = await openDatabase(settings, progress);
    try {
      await loadFolders(opened.database, settings, [...folders], {}, progress);
      for (const judgement of judgements) await judgeAgain(opened.database, judgement);
      for (const exception of exceptions) await exceptAgain(opened.database, exception);
      const asOf = asked.as_of === null ? {} : { asOf: asked.as_of };
      await weighAgain(opened.database, asked.weights);
      const { parameters } = asked;
      const { run } = await detect(opened.database, { ...asOf, parameters, exceptions }, progress);
      for (const check of checks) await checkAgain(opened.database, run.run, check);
      // Bundles of before it had to be asked for all have one.
      const narrative = listed.has(`data/${narrativeFile}`);
      const wanted = { ...asked, ...board, narrative };
      const made = await digestsOf(opened.database, settings, wanted, home);
      return { ...compared(listed, made), program: asked.program };
    } finally {
      await opened.close();
    }
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

/** In the throw-away database, whoever put them in force. */
async function weighAgain(database: Database, weights: MovedWeight[]): Promise<void> {
  if (weights.length === 0) return;
  await storeWeightRevision(database, {
    ...{ revision: 1, weights, digest: weightsDigest(shippedWith(weights)), why: '-' },
    ...{ trial: null, proposed_by: null, by: '-', at: new Date(0).toISOString() },
  });
}

async function readAsked(bundle: string): Promise<Replayed> {
  const text = await textInBundle(bundle, 'data/settings.json');
  const read = replayedSchema.safeParse(JSON.parse(text ?? 'null'));
  if (!read.success) throw new InvalidDataError(says.noSettings(bundle));
  return read.data;
}

const boardSchema = z.object({
  title: z.string(),
  nodes: z.array(nodeRefSchema),
  places: z.record(z.string(), z.tuple([z.number(), z.number()])),
  members: z.array(z.string()).nullable().default(null),
});

/** What a board showed: the throw-away database has no case with it. */
async function readBoard(bundle: string): Promise<Pick<ExhibitRequest, 'board'>> {
  const text = await textInBundle(bundle, 'data/board.json');
  if (text === null) return {};
  const added = await textInBundle(bundle, `data/${additionsFileName}`);
  const additions = z.array(listedAdditionSchema).parse(JSON.parse(added ?? '[]'));
  const board = boardSchema.parse(JSON.parse(text));
  return { board: additions.length > 0 ? { ...board, additions } : board };
}

/** None where the bundle has no such file. */
async function readLines<T>(bundle: string, name: string, shape: z.ZodType<T>): Promise<T[]> {
  const text = (await textInBundle(bundle, `data/${name}`)) ?? '';
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => shape.parse(JSON.parse(line)));
}

/** Digests by name. */
async function readManifest(bundle: string): Promise<Map<string, string>> {
  const text = (await textInBundle(bundle, payloadManifest)) ?? '';
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

async function judgeAgain(database: Database, judgement: Judgement): Promise<void> {
  await storeJudgement(database, { ...judgement, withdrawn: null, kept: null });
  if (judgement.withdrawn) await storeWithdrawal(database, judgement.id, judgement.withdrawn);
}

async function exceptAgain(database: Database, exception: Exception): Promise<void> {
  await storeException(database, exception);
  if (exception.revoked) await storeRevocation(database, exception.id, exception.revoked);
}

async function digestsOf(
  database: Database,
  settings: Settings,
  { masked: counts, ...asked }: Replayed & Pick<ExhibitRequest, 'board' | 'narrative'>,
  home: string,
): Promise<Map<string, string>> {
  return withLocale(asked.language, () =>
    withScratch(settings.home, async (scratch) => {
      const { exhibit } = await collectExhibit(database, settings, asked, scratch);
      const kinds = Object.keys(counts) as MaskKind[];
      const key = await maskingKey(home, asked.scope);
      const masked = await maskExhibit(exhibit, kinds, key, {}, scratch);
      const payload = await payloadFiles(masked.exhibit);
      return new Map(measuredPayload(payload).map(({ name, sha256 }) => [name, sha256]));
    }),
  );
}

function compared(
  listed: ReadonlyMap<string, string>,
  made: ReadonlyMap<string, string>,
): Pick<Replay, 'same' | 'files' | 'differing'> {
  const names = [...new Set([...listed.keys(), ...made.keys()])].sort();
  const differing = names.filter((name) => listed.get(name) !== made.get(name));
  return { same: differing.length === 0, files: names.length, differing };
}
