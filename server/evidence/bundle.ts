import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { MaskKind } from '../../domain/masks.ts';
import { actor } from '../access/actor.ts';
import { programVersion } from '../version.ts';
import type { Database } from '../neo4j/database.ts';
import type { Settings } from '../settings.ts';
import { maskExhibit } from '../masking/mask-exhibit.ts';
import { maskingKey } from '../masking/masking-key.ts';
import { signer, type Signer } from '../signing/key-store.ts';
import { speaking } from '../spoken.ts';
import { requestTimestamp } from '../timestamp/request.ts';
import { makeBag, type Stamper } from './bag.ts';
import { textFile } from './bag-file.ts';
import { collectExhibit, type AskedExhibit } from './collect.ts';
import type { Exhibit, Occasion } from './exhibit.ts';
import { folderName, payloadFiles } from './payload.ts';
import { verifierPage } from './verifier-page.ts';
import { zipBytes } from './zip-writer.ts';

/** What is exported, and what the one who exports says about it. */
export interface BundleRequest extends AskedExhibit {
  /** Kinds of personal values that the bundle shows pseudonyms for. */
  masks?: readonly MaskKind[];
  reason?: string | null;
  case_number?: string | null;
  authority?: string | null;
}

export interface WrittenBundle {
  files: number;
  /** SHA-256 of the payload's manifest: the same for the same data and scope, whoever exports and whenever. */
  payload_digest: string;
}

/** Opens what the bundle is written to, once it is known to the last byte. */
export type OpenOutput = (bundle: WrittenBundle & { folder: string }) => Writable;

/** Writes an evidence bundle as one ZIP. Throws NotFoundError, before the first byte, when there is nothing of that id. */
export async function writeBundle(
  database: Database,
  settings: Settings,
  request: BundleRequest,
  open: OpenOutput,
): Promise<WrittenBundle> {
  const collected = await speaking(request.language, () =>
    collectExhibit(database, settings, request),
  );
  const key = await maskingKey(settings.home, request.scope);
  const { exhibit, texts } = maskExhibit(collected.exhibit, request.masks ?? [], key, {
    reason: request.reason ?? null,
    case_number: request.case_number ?? null,
    authority: request.authority ?? null,
  });
  const occasion: Occasion = {
    ...texts,
    by: actor(),
    at: new Date().toISOString(),
    run: collected.run?.run ?? null,
    program: `skein ${programVersion}`,
  };
  const by = await signer(settings.home);
  const { authority } = settings.timestamps;
  const stamp = authority ? (bytes: Uint8Array) => requestTimestamp(authority, bytes) : null;
  return packExhibit(exhibit, occasion, by, open, stamp);
}

/** The part of it that needs no database. */
export async function packExhibit(
  exhibit: Exhibit,
  occasion: Occasion,
  by: Signer,
  open: OpenOutput,
  stamp: Stamper | null = null,
): Promise<WrittenBundle> {
  const payload = await speaking(exhibit.language, () => payloadFiles(exhibit));
  const verifier = textFile('verify.html', await verifierPage());
  const bag = await makeBag(payload, [verifier], occasion, by, stamp);
  const written = { files: bag.files.length, payload_digest: bag.payloadDigest };
  // As the bundle names it: masked.
  const folder = folderName(exhibit.scope);
  await pipeline(Readable.from(zipBytes(folder, bag.files)), open({ ...written, folder }));
  return written;
}
