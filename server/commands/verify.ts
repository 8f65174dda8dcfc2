import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { words } from '../../domain/words/index.ts';
import { standing, type Verdict } from '../../verifier/verdict.ts';
import { verifierPage } from '../evidence/verifier-page.ts';
import { verifyBundle } from '../evidence/verify.ts';
import { InvalidDataError, UsageError } from '../problems.ts';
import { readSettings } from '../settings.ts';
import { trustedKeys } from '../signing/key-store.ts';
import { certificatesIn } from '../timestamp/response.ts';
import { print, printJson } from './print.ts';

const text = words.evidence.command;
const says = words.verifier.verdict;

/** Exit status of a bundle that is not as it was written. */
const differs = 3;

interface Options {
  page?: string;
  json?: true;
}

export function verifyCommand(program: Command): void {
  program
    .command('verify')
    .description(text.verify)
    .argument('[file]', text.verifyFile)
    .option('--page <file>', text.verifierPage)
    .option('--json', words.commands.jsonOption)
    .action(run);
}

async function run(file: string | undefined, { page, json }: Options): Promise<void> {
  if (page !== undefined && file === undefined) await writePage(page, json === true);
  else if (page === undefined && file !== undefined) await verify(file, json === true);
  else throw new UsageError(words.evidence.bundleOrPage);
}

async function verify(file: string, asJson: boolean): Promise<void> {
  const { home, timestamps } = readSettings();
  const roots = await readRoots(timestamps.roots);
  const verdict = await verifyBundle(file, await trustedKeys(home), roots);
  if (asJson) printJson(verdict);
  else print(readable(verdict));
  if (!verdict.intact) process.exitCode = differs;
}

/** Throws InvalidDataError for a file that is not there or holds no certificate. */
async function readRoots(path: string | null): Promise<string[]> {
  if (path === null) return [];
  const roots = certificatesIn(await readFile(path, 'utf8').catch(() => ''));
  if (roots.length === 0) throw new InvalidDataError(words.evidence.timestamp.noRoots(path));
  return roots;
}

async function writePage(file: string, asJson: boolean): Promise<void> {
  const page = await verifierPage();
  const path = resolve(file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, page);
  const sha256 = createHash('sha256').update(page).digest('hex');
  if (asJson) printJson({ file: path, sha256 });
  else print(words.evidence.pageWritten(file, sha256));
}

function readable(verdict: Verdict): string {
  const {
    file,
    files,
    payload_digest: digest,
    signed_by: by,
    timestamp: stamped,
    faults,
  } = verdict;
  const lines = faults.map(
    (fault) => `  ${fault.kind}${fault.name === null ? ':' : ` ${fault.name}:`} ${fault.detail}`,
  );
  switch (standing(verdict)) {
    case 'intact':
      return [
        says.intact(file, files),
        ...(by ? [words.verifier.signature.by(by.name ?? '', by.key)] : []),
        ...(stamped
          ? [words.verifier.timestamp.by(stamped.authority, stamped.at, stamped.trusted)]
          : []),
        says.digest(digest ?? ''),
      ].join('\n');
    case 'untrusted':
      return [says.untrusted(file, files), ...lines].join('\n');
    case 'repacked':
      return [says.broken(file, faults.length), ...lines, says.containerOnly].join('\n');
    case 'broken':
      return [says.broken(file, faults.length), ...lines].join('\n');
  }
}
