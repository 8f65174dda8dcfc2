import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Language } from '../../domain/words/language.ts';
import { formatRef } from '../../domain/graph.ts';
import { actor } from '../access/actor.ts';
import { exported } from '../custody/acts.ts';
import type { Concern } from '../custody/concern.ts';
import { exporting } from '../custody/part.ts';
import { programVersion } from '../version.ts';
import type { Database } from '../neo4j/database.ts';
import type { Settings } from '../settings.ts';
import { signer, type Signer } from '../signing/key-store.ts';
import { speaking } from '../spoken.ts';
import { makeBag, measure, payloadDigestOf, type Bag } from './bag.ts';
import type { MeasuredFile } from './bag-file.ts';
import { collectExhibit } from './collect.ts';
import type { Exhibit, Occasion, Scope } from './exhibit.ts';
import { folderName, payloadFiles } from './payload.ts';
import { zipBytes } from './zip-writer.ts';

/** What is exported, and what the one who exports says about it. */
export interface BundleRequest {
  scope: Scope;
  language: Language;
  reason?: string | null;
  case_number?: string | null;
  authority?: string | null;
}

export interface WrittenBundle {
  files: number;
  /** SHA-256 of the payload's manifest: the same for the same data and scope, whoever exports and whenever. */
  payload_digest: string;
}

/**
 * Writes an evidence bundle as one ZIP and ends the stream; the custody log records it before the first byte, and its
 * part of the log goes with it. Throws, before the first byte too, NotFoundError when there is nothing of that id,
 * UnavailableError when the log cannot be written.
 */
export async function writeBundle(
  database: Database,
  settings: Settings,
  request: BundleRequest,
  output: Writable | (() => Writable),
): Promise<WrittenBundle> {
  const { exhibit, run } = await speaking(request.language, () =>
    collectExhibit(database, settings, request),
  );
  const occasion: Occasion = {
    by: actor(),
    at: new Date().toISOString(),
    reason: request.reason ?? null,
    case_number: request.case_number ?? null,
    authority: request.authority ?? null,
    run: run?.run ?? null,
    program: `skein ${programVersion}`,
  };
  const by = await signer(settings.home);
  const payload = await measuredPayload(exhibit);
  const accounts = accountsOf(exhibit);
  const draft = exported(exhibit.scope, payloadDigestOf(payload), occasion, accounts);
  return exporting(settings.home, draft, concernOf(exhibit, occasion), (custody) =>
    packBag(exhibit, makeBag(payload, [custody], occasion, by), output),
  );
}

/** A bundle without a custody log: the part of it that needs no database and no home. */
export async function packExhibit(
  exhibit: Exhibit,
  occasion: Occasion,
  by: Signer,
  output: Writable,
): Promise<WrittenBundle> {
  return packBag(exhibit, makeBag(await measuredPayload(exhibit), [], occasion, by), output);
}

async function measuredPayload(exhibit: Exhibit): Promise<MeasuredFile[]> {
  const files = await speaking(exhibit.language, () => payloadFiles(exhibit));
  return files.map(measure);
}

async function packBag(
  { scope }: Exhibit,
  bag: Bag,
  output: Writable | (() => Writable),
): Promise<WrittenBundle> {
  const stream = typeof output === 'function' ? output() : output;
  await pipeline(Readable.from(zipBytes(folderName(scope), bag.files)), stream);
  return { files: bag.files.length, payload_digest: bag.payloadDigest };
}

function accountsOf({ nodes }: Exhibit): string[] {
  return nodes.flatMap(({ type, id }) => (type === 'account' ? [id] : []));
}

function concernOf(exhibit: Exhibit, { run }: Occasion): Concern {
  const { scope, nodes, findings, cluster, judgements, rows, missing_rows: missing } = exhibit;
  return {
    rows: new Set([...rows, ...missing].map(({ sha256, line }) => `${sha256}:${line}`)),
    run,
    judgements: new Set(judgements.map(({ id }) => id)),
    board: scope.kind === 'board' ? scope.id : null,
    about: new Set([
      ...nodes.map(formatRef),
      ...findings.map(({ id }) => `finding:${id}`),
      ...(cluster ? [`cluster:${cluster.id}`] : []),
    ]),
  };
}
