/**
 * Whether the timestamp in a bundle is the one that its signer put there. It is made over the signature, so that no
 * manifest can list it: a second statement of the same key speaks for it, and the first one says that there is one.
 * What the authority says in it, `timestamp-response.ts` reads.
 */
import { signatureFile, timestampFile, timestampSignatureFile } from './bag-layout.ts';
import { timestampKind } from './bundle-statement.ts';
import type { ReadKey } from './public-key.ts';
import { readSigned, type SignedStatement } from './statement.ts';
import { changed, textOf, type FoundFault, type FoundFile } from './verdict.ts';

/** What the bundle's statement holds when a timestamp follows it. */
export const timestampPromise = { timestamp: timestampFile } as const;

export function checkTimestamp(
  files: ReadonlyMap<string, FoundFile>,
  statement: SignedStatement,
  key: ReadKey,
): FoundFault[] {
  const names = [timestampFile, timestampSignatureFile];
  if (statement.more['timestamp'] !== timestampFile)
    return names.filter((name) => files.has(name)).map(unasked);
  const missing = names.filter((name) => !files.has(name));
  if (missing.length > 0) return missing.map(promised);
  const about = readSigned(textOf(files.get(timestampSignatureFile)) ?? '');
  if (about?.kind !== timestampKind)
    return [changed(timestampSignatureFile, (says) => says.signature.badEnvelope)];
  const other = [signatureFile, timestampFile].filter(
    (name) => about.files[name] !== files.get(name)?.sha256,
  );
  if (about.keyId !== statement.keyId || !about.isBy(key))
    return [changed(timestampSignatureFile, (says) => says.signature.wrong)];
  return other.map((name) =>
    changed(name, (says) =>
      says.signature.signedOther(about.files[name] ?? '', files.get(name)?.sha256 ?? ''),
    ),
  );
}

function unasked(name: string): FoundFault {
  return { kind: 'added', name, detail: (says) => says.timestamp.unasked };
}

function promised(name: string): FoundFault {
  return { kind: 'removed', name, detail: (says) => says.timestamp.promised };
}
