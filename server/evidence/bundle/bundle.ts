import { tmpdir } from 'node:os';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Source } from '../../../domain/finding.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import type { MaskKind } from '../../../domain/schema/masks.ts';
import { actor } from '../../platform/access/actor.ts';
import { exported } from '../../trust/custody/acts.ts';
import type { Concern } from '../../trust/custody/concern.ts';
import { exporting } from '../../trust/custody/part.ts';
import { programVersion } from '../../platform/version.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { maskExhibit } from '../masking/mask-exhibit.ts';
import { maskingKey } from '../masking/masking-key.ts';
import { pictureOf, type Picture } from '../picture/picture.ts';
import { signer, type Signer } from '../../trust/signing/key-store.ts';
import { withLocale } from '../../platform/locale.ts';
import { requestTimestamp } from '../../trust/timestamp/request.ts';
import { byHand } from './by-hand.ts';
import { makeBag, payloadDigestOf, type Stamper } from './bag.ts';
import { withScratch, type Scratch } from '../../platform/scratch.ts';
import { textFile, type BagFile, type MeasuredFile } from '../../platform/bag-file.ts';
import { collectExhibit, type ExhibitRequest } from '../exhibit/collect.ts';
import type { Exhibit } from '../exhibit/exhibit.ts';
import type { Occasion } from '../../../domain/evidence-scope.ts';
import { keepAll } from './kept-file.ts';
import { folderName, handedReport, payloadParts } from './payload.ts';
import { verifierPage } from './verifier-page.ts';
import { zipBytes } from './zip-writer.ts';

/** What is exported, and what the one who exports says about it. */
export interface BundleRequest extends ExhibitRequest {
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

/**
 * Writes an evidence bundle as one ZIP; the custody log records it before the first byte, and its part of the log goes
 * with it. Throws, before the first byte too, NotFoundError when there is nothing of that id, UnavailableError when
 * the log cannot be written or the authority for timestamps does not answer.
 */
export function writeBundle(
  database: Database,
  settings: Settings,
  request: BundleRequest,
  open: OpenOutput,
): Promise<WrittenBundle> {
  return withScratch(settings.home, (scratch) =>
    exportWith(scratch, { database, settings, request, open }),
  );
}

interface Export {
  database: Database;
  settings: Settings;
  request: BundleRequest;
  open: OpenOutput;
}

async function exportWith(
  scratch: Scratch,
  { database, settings, request, open }: Export,
): Promise<WrittenBundle> {
  const collected = await withLocale(request.language, () =>
    collectExhibit(database, settings, request, scratch),
  );
  const key = await maskingKey(settings.home, request.scope);
  const told = {
    reason: request.reason ?? null,
    case_number: request.case_number ?? null,
    authority: request.authority ?? null,
  };
  const masks = request.masks ?? [];
  const { exhibit, texts } = await withLocale(request.language, () =>
    maskExhibit(collected.exhibit, masks, key, told, scratch),
  );
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
  const made = await makePayload(exhibit, scratch);
  // The log knows things by their own names; what the bundle carries of it has no personal value in plain.
  const { scope } = collected.exhibit;
  const draft = exported(
    scope,
    payloadDigestOf(made.payload),
    { ...occasion, ...told },
    accountsOf(collected.exhibit),
    masks,
    exhibit.narrative === true,
  );
  return exporting(settings.home, draft, concernOf(collected.exhibit, occasion), (custody) =>
    pack(made, { more: [custody], occasion, by, stamp }, open),
  );
}

/** The part of it that needs no database and no home; `more` are files of the bag's own, as a part of a custody log. */
export function packExhibit(
  exhibit: Exhibit,
  occasion: Occasion,
  by: Signer,
  open: OpenOutput,
  stamp: Stamper | null = null,
  more: readonly BagFile[] = [],
): Promise<WrittenBundle> {
  return withScratch(tmpdir(), async (scratch) =>
    pack(await makePayload(exhibit, scratch), { more, occasion, by, stamp }, open),
  );
}

/** What lies beside the payload of a bundle, or makes it. */
interface Beside {
  more: readonly BagFile[];
  occasion: Occasion;
  by: Signer;
  stamp: Stamper | null;
}

/** What is exported, and what was made of it. */
interface Made {
  exhibit: Exhibit;
  picture: Picture;
  /** It lies in the scratch. */
  payload: readonly MeasuredFile[];
}

async function makePayload(exhibit: Exhibit, scratch: Scratch): Promise<Made> {
  const picture = pictureOf(exhibit);
  const kept = scratch.file();
  const { files, report } = await payloadParts(exhibit, picture);
  const [most, reported] = await Promise.all([keepAll(files, kept), report]);
  return { exhibit, picture, payload: [...most, ...(await keepAll(reported, kept))] };
}

async function pack(
  { exhibit, picture, payload }: Made,
  { more, occasion, by, stamp }: Beside,
  open: OpenOutput,
): Promise<WrittenBundle> {
  const verifier = textFile('verify.html', await verifierPage());
  const guide = withLocale(exhibit.language, byHand);
  const handed = { occasion, payloadDigest: payloadDigestOf(payload) };
  const report = await handedReport({ exhibit, picture, among: payload }, handed);
  const own = [verifier, guide, ...report, ...more];
  const bag = await makeBag({ scope: exhibit.scope, occasion }, payload, own, by, stamp);
  const written = { files: bag.files.length, payload_digest: bag.payloadDigest };
  // As the bundle names it: masked.
  const folder = folderName(exhibit.scope);
  await pipeline(Readable.from(zipBytes(folder, bag.files)), open({ ...written, folder }));
  return written;
}

function accountsOf({ nodes }: Exhibit): string[] {
  const ids: string[] = [];
  for (const { type, id } of nodes) if (type === 'account') ids.push(id);
  return ids;
}

function concernOf(exhibit: Exhibit, { run }: Occasion): Concern {
  const { scope, narrative, nodes, findings, cluster, judgements, rows } = exhibit;
  const { missing_rows: missing } = exhibit;
  return {
    rows: new Set([...Array.from(rows, placeOf), ...missing.map(placeOf)]),
    run,
    judgements: new Set(judgements.map(({ id }) => id)),
    board: scope.kind === 'board' ? scope.id : null,
    filing: narrative === true,
    about: new Set([
      ...Array.from(nodes, formatRef),
      ...findings.map(({ id }) => `finding:${id}`),
      ...(cluster ? [`cluster:${cluster.id}`] : []),
    ]),
  };
}

function placeOf({ sha256, line }: Source): string {
  return `${sha256}:${line}`;
}
