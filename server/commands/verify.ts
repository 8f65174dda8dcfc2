import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { words } from '../../domain/words/index.ts';
import { verified } from '../custody/acts.ts';
import { append } from '../custody/log.ts';
import type { Verdict } from '../evidence/verdict.ts';
import { verifyBundle } from '../evidence/verify.ts';
import { explainedFault } from '../fault.ts';
import { readSettings } from '../settings.ts';
import { trustedKeys } from '../signing/key-store.ts';
import { print, printJson, remark } from './print.ts';

const text = words.evidence.command;
const says = words.evidence.verdict;

/** Exit status of a bundle that is not as it was written. */
const differs = 3;

export function verifyCommand(program: Command): void {
  program
    .command('verify')
    .description(text.verify)
    .argument('<file>', text.verifyFile)
    .option('--json', words.commands.jsonOption)
    .action(run);
}

async function run(file: string, options: { json?: true }): Promise<void> {
  const { home } = readSettings();
  const verdict = await verifyBundle(file, await trustedKeys(home));
  if (options.json) printJson(verdict);
  else print(readable(verdict));
  if (!verdict.intact) process.exitCode = differs;
  await record(home, verdict);
}

/** Who verifies may have no place to write to: the verdict stands all the same. */
async function record(home: string, verdict: Verdict): Promise<void> {
  try {
    await append(home, verified(verdict, await digestOf(verdict.file)));
  } catch (error) {
    remark(words.custody.notRecorded(explainedFault(error).text));
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
  const { file, intact, files, payload_digest: digest, signed_by: by, faults } = verdict;
  if (intact)
    return [
      says.intact(file, files),
      ...(by ? [words.signing.bundle.by(by.name ?? '', by.key)] : []),
      says.digest(digest ?? ''),
    ].join('\n');
  const lines = faults.map(
    (fault) => `  ${fault.kind}${fault.name === null ? ':' : ` ${fault.name}:`} ${fault.detail}`,
  );
  const aroundOnly = files > 0 && faults.every((fault) => fault.kind === 'container');
  const untrustedOnly = faults.every(({ kind }) => kind === 'untrusted');
  return [
    untrustedOnly ? says.untrusted(file, files) : says.broken(file, faults.length),
    ...lines,
    ...(aroundOnly ? [says.containerOnly] : []),
  ].join('\n');
}
