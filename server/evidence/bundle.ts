import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Language } from '../../domain/words/language.ts';
import { actor } from '../access/actor.ts';
import { programVersion } from '../version.ts';
import type { Database } from '../neo4j/database.ts';
import type { Settings } from '../settings.ts';
import { signer, type Signer } from '../signing/key-store.ts';
import { speaking } from '../spoken.ts';
import { makeBag } from './bag.ts';
import { textFile } from './bag-file.ts';
import { collectExhibit } from './collect.ts';
import type { Exhibit, Occasion, Scope } from './exhibit.ts';
import { folderName, payloadFiles } from './payload.ts';
import { verifierPage } from './verifier-page.ts';
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
 * Writes an evidence bundle as one ZIP and ends the stream. Throws NotFoundError, before the first byte,
 * when there is nothing of that id.
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
  return packExhibit(exhibit, occasion, by, typeof output === 'function' ? output() : output);
}

/** The part of it that needs no database. */
export async function packExhibit(
  exhibit: Exhibit,
  occasion: Occasion,
  by: Signer,
  output: Writable,
): Promise<WrittenBundle> {
  const payload = await speaking(exhibit.language, () => payloadFiles(exhibit));
  const verifier = textFile('verify.html', await verifierPage());
  const bag = makeBag(payload, [verifier], occasion, by);
  await pipeline(Readable.from(zipBytes(folderName(exhibit.scope), bag.files)), output);
  return { files: bag.files.length, payload_digest: bag.payloadDigest };
}
