import { unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import { messages } from '../../../domain/messages/index.ts';
import { UsageError } from '../problems.ts';

/** Where a server's certificate, with those that vouch for it, and its key lie; PEM each. */
export interface TlsFiles {
  cert: string;
  key: string;
}

/** What is read of them. */
export interface TlsPair {
  cert: Buffer;
  key: Buffer;
}

/** Whoever renews a certificate writes it in a moment, and nobody waits for it to be used. */
const lookMs = 5_000;

/** Throws UsageError for what cannot be read, is no certificate or key, or does not belong together. */
export async function readTls({ cert, key }: TlsFiles): Promise<TlsPair> {
  const pair = { cert: await read(cert), key: await read(key) };
  try {
    createSecureContext(pair);
  } catch (error) {
    throw new UsageError(messages.http.tls.unusable(cert, key, (error as Error).message), [], {
      cause: error,
    });
  }
  return pair;
}

/** Reads them again whenever one of them was written, until what it returns is called. */
export function watchTls(
  files: TlsFiles,
  { changed, failed }: { changed: (pair: TlsPair) => void; failed: (error: unknown) => void },
  everyMs = lookMs,
): () => void {
  const paths = [files.cert, files.key];
  const look = () => void readTls(files).then(changed, failed);
  for (const path of paths) watchFile(path, { interval: everyMs, persistent: false }, look);
  return () => {
    for (const path of paths) unwatchFile(path, look);
  };
}

async function read(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(messages.http.tls.unreadable(path, code ?? message), [], { cause: error });
  }
}
