/** Writes the small exhibit as a bundle, in memory or as a file in a folder of its own. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { Stamper } from '../../server/evidence/bundle/bag.ts';
import type { BagFile } from '../../server/platform/bag-file.ts';
import { packExhibit } from '../../server/evidence/bundle/bundle.ts';
import type { Exhibit } from '../../server/evidence/exhibit/exhibit.ts';
import type { Occasion } from '../../domain/evidence-scope.ts';
import type { Verdict } from '../../verifier/verdict.ts';
import { verifyBundle } from '../../server/evidence/bundle/verify.ts';
import type { Signer } from '../../server/trust/signing/key-store.ts';
import { describe } from '../../server/trust/signing/public-key.ts';
import { exhibit, occasion } from './exhibits.ts';

/** A key that nobody has but this test. */
export function newSigner(): Signer {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { ...describe(privateKey), sign: (bytes) => sign(null, bytes, privateKey) };
}

export const signer = newSigner();
export const trusted = [
  { id: signer.id, pem: signer.pem, name: 'Test', since: '2026-01-01T00:00:00Z', until: null },
];

export function verified(path: string): Promise<Verdict> {
  return verifyBundle(path, trusted);
}

export async function packed(
  of: Exhibit = exhibit(),
  on: Occasion = occasion,
  by: Signer = signer,
  stamp: Stamper | null = null,
  more: readonly BagFile[] = [],
): Promise<{ bytes: Buffer; digest: string }> {
  const output = new PassThrough();
  const [bytes, written] = await Promise.all([
    buffer(output),
    packExhibit(of, on, by, () => output, stamp, more),
  ]);
  return { bytes, digest: written.payload_digest };
}

/** A folder that is gone when the test is. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'skein-evidence-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export async function asFile(bytes: Buffer): Promise<string> {
  const path = join(await temporaryFolder(), 'bundle.zip');
  await writeFile(path, bytes);
  return path;
}
