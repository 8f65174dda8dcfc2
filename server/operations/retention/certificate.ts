/** Says what was erased, without saying of whom: signed with this Skein's key, as evidence is. */
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { messages } from '../../../domain/messages/index.ts';
import type { Certificate } from '../../../domain/retention.ts';
import { readPublicKey } from '../../../verifier/public-key.ts';
import { readSigned } from '../../../verifier/statement.ts';
import { InvalidDataError, UsageError } from '../../platform/problems.ts';
import { sha256 } from '../../trust/custody/files.ts';
import { signer, trustedKeys } from '../../trust/signing/key-store.ts';
import { signed } from '../../trust/signing/statement.ts';

const says = messages.retention.certificate;
const kind = 'urn:skein:erasure-certificate:1';

/** Below SKEIN_HOME. */
const certificatesFolder = 'certificates';

const counted = { kind: z.string(), count: z.int() };
const place = z.object({ count: z.int(), hash: z.string() }).nullable();
const certificateSchema: z.ZodType<Certificate> = z.object({
  version: z.literal(1),
  erasure: z.string(),
  mark: z.string(),
  reason: z.string(),
  by: z.string(),
  begun: z.string(),
  ended: z.string(),
  program: z.string(),
  removed: z.array(z.object({ ...counted, digest: z.string() })),
  changed: z.array(z.object(counted)),
  stayed: z.array(z.object({ what: z.string(), count: z.int(), why: z.string() })),
  elsewhere: z.array(
    z.object({ where: z.string(), sha256: z.array(z.string()).optional(), todo: z.string() }),
  ),
  custody: z.object({ before: place, after: place }),
});

/** Writes it for its owner alone; returns where, and its digest. */
export async function writeCertificate(
  home: string,
  certificate: Certificate,
): Promise<{ path: string; sha256: string }> {
  const folder = join(home, certificatesFolder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const text = signed({ files: {}, kind, more: { ...certificate } }, await signer(home));
  const path = join(folder, `${certificate.erasure}.json`);
  const file = await open(`${path}.part`, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
  return { path, sha256: sha256(Buffer.from(text)) };
}

export type CertificateVerdict =
  | { is: 'good'; certificate: Certificate; key: string }
  | { is: 'bad' }
  | { is: 'foreign'; key: string };

/** By a key in PEM, or by those that this Skein trusts, its own first. Throws UsageError for a file that cannot be read. */
export async function checkCertificate(
  home: string,
  path: string,
  keyFile?: string,
): Promise<CertificateVerdict> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(says.unreadable(path));
  });
  const read = readSigned(text);
  const certificate = certificateSchema.safeParse(read?.more);
  if (read?.kind !== kind || !certificate.success) return { is: 'bad' };
  const pems =
    keyFile === undefined
      ? (await trustedKeys(home)).map(({ pem }) => pem)
      : [await readFile(keyFile, 'utf8').catch(() => '')];
  const keys = pems.flatMap((pem) => readPublicKey(pem) ?? []);
  if (keyFile !== undefined && keys.length === 0) throw new InvalidDataError(says.noKey(keyFile));
  const key = keys.find(({ id }) => id === read.keyId);
  if (!key) return { is: 'foreign', key: read.keyId };
  return read.isBy(key)
    ? { is: 'good', certificate: certificate.data, key: key.id }
    : { is: 'bad' };
}
