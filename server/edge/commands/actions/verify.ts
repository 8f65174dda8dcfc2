import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { messages } from '../../../../domain/messages/index.ts';
import { certificatesIn } from '../../../../verifier/certificates.ts';
import { signedName } from '../../../../verifier/signed-name.ts';
import { standing, type Verdict } from '../../../../verifier/verdict.ts';
import { verified } from '../../../trust/custody/acts.ts';
import { append } from '../../../trust/custody/log.ts';
import type { Replay } from '../../../operations/replay/replay.ts';
import { verifyBundle } from '../../../evidence/bundle/verify.ts';
import { formatError } from '../../../platform/format-error.ts';
import { InvalidDataError, UsageError } from '../../../platform/problems.ts';
import { terminalProgress } from '../../../platform/progress.ts';
import { readSettings } from '../../../platform/settings/settings.ts';
import { trustedKeys } from '../../../trust/signing/key-store.ts';
import { programVersion } from '../../../platform/version.ts';
import { print, printJson, remark } from './print.ts';

const says = messages.verifier.verdict;

/** Exit status of a bundle that is not as it was written. */
const differs = 3;

interface Options {
  page?: string;
  replay?: string[];
  json?: true;
}

export async function verify(file: string | undefined, options: Options): Promise<void> {
  const { page, replay, json } = options;
  if (page !== undefined && file === undefined && !replay) await writePage(page, json === true);
  else if (page === undefined && file !== undefined) await verifyFile(file, options);
  else throw new UsageError(messages.evidence.bundleOrPage);
}

async function verifyFile(file: string, { replay: folders, json }: Options): Promise<void> {
  const { home, timestamps } = readSettings();
  const roots = await readRoots(timestamps.roots);
  const verdict = await verifyBundle(file, await trustedKeys(home), roots);
  const asItWas = ['intact', 'untrusted', 'undated'].includes(standing(verdict));
  if (!json) print(readable(verdict));
  const replay = folders && asItWas ? await replayed(file, folders, home) : undefined;
  if (json) printJson({ ...verdict, ...(replay ? { replay } : {}) });
  else if (replay) print(told(replay));
  if (!verdict.intact || replay?.same === false) process.exitCode = differs;
  await record(home, verdict);
}

async function replayed(file: string, folders: string[], home: string): Promise<Replay> {
  // Brings all of loading and detection.
  const { replayBundle } = await import('../../../operations/replay/replay.ts');
  const progress = terminalProgress();
  try {
    return await replayBundle(
      file,
      folders.map((folder) => resolve(folder)),
      home,
      progress,
    );
  } finally {
    progress.end();
  }
}

function told({ same, files, differing, program }: Replay): string {
  const says = messages.evidence.replay;
  return same
    ? says.same(files)
    : says.differs(files, differing, program, `skein ${programVersion}`);
}

/** Throws InvalidDataError for a file that is not there or holds no certificate. */
async function readRoots(path: string | null): Promise<string[]> {
  if (path === null) return [];
  const roots = certificatesIn(await readFile(path, 'utf8').catch(() => ''));
  if (roots.length === 0) throw new InvalidDataError(messages.evidence.timestamp.noRoots(path));
  return roots.map(({ pem }) => pem);
}

async function writePage(file: string, asJson: boolean): Promise<void> {
  // Brings the page, which is large.
  const { verifierPage } = await import('../../../evidence/bundle/verifier-page.ts');
  const page = await verifierPage();
  const path = resolve(file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, page);
  const sha256 = createHash('sha256').update(page).digest('hex');
  if (asJson) printJson({ file: path, sha256 });
  else print(messages.evidence.pageWritten(file, sha256));
}

/** Who verifies may have no place to write to: the verdict stands all the same. */
async function record(home: string, verdict: Verdict): Promise<void> {
  try {
    await append(home, verified(verdict, await digestOf(verdict.file)));
  } catch (error) {
    remark(messages.custody.notRecorded(formatError(error).text));
  }
}

/** Null for a folder. */
async function digestOf(path: string): Promise<string | null> {
  if ((await stat(path)).isDirectory()) return null;
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

function readable(verdict: Verdict): string {
  const {
    file,
    files,
    payload_digest: digest,
    signed_by: by,
    timestamp: stamped,
    faults,
    remarks,
  } = verdict;
  const name = signedAs(verdict);
  const lines = faults.map(
    (fault) => `  ${fault.kind}${fault.name === null ? ':' : ` ${fault.name}:`} ${fault.detail}`,
  );
  switch (standing(verdict)) {
    case 'intact':
      return [
        says.intact(file, files),
        ...name,
        ...(by ? [messages.verifier.signature.by(by.name ?? '', by.key)] : []),
        ...(stamped && stamped !== 'unread'
          ? [messages.verifier.timestamp.by(stamped.authority, stamped.at, stamped.trusted)]
          : []),
        says.digest(digest ?? ''),
        ...remarks,
      ].join('\n');
    case 'untrusted':
      return [says.untrusted(file, files), ...name, ...lines, ...remarks].join('\n');
    case 'undated':
      return [says.undated(file, files), ...name, ...lines, ...remarks].join('\n');
    case 'repacked':
      return [says.broken(file, faults.length), ...name, ...lines, says.containerOnly].join('\n');
    case 'broken':
      return [says.broken(file, faults.length), ...name, ...lines].join('\n');
  }
}

/** The name of the file proves nothing: this one is signed. */
function signedAs({ signed_as: as }: Verdict): string[] {
  return as ? [messages.verifier.signedAs.line(signedName(as, messages.verifier))] : [];
}
