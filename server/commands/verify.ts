import type { Command } from 'commander';
import { words } from '../../domain/words/index.ts';
import type { Verdict } from '../evidence/verdict.ts';
import { verifyBundle } from '../evidence/verify.ts';
import { readSettings } from '../settings.ts';
import { trustedKeys } from '../signing/key-store.ts';
import { print, printJson } from './print.ts';

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
  const verdict = await verifyBundle(file, await trustedKeys(readSettings().home));
  if (options.json) printJson(verdict);
  else print(readable(verdict));
  if (!verdict.intact) process.exitCode = differs;
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
