import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { words } from '../../domain/words/index.ts';
import { writeBundle, type WrittenBundle } from '../evidence/bundle.ts';
import type { Scope } from '../evidence/exhibit.ts';
import { openDatabase } from '../neo4j/open.ts';
import { UsageError } from '../problems.ts';
import { terminalProgress } from '../progress.ts';
import { readSettings } from '../settings.ts';
import { print, printJson } from './print.ts';

const text = words.evidence.command;

/** Beyond that an account's surroundings are the whole graph. */
const mostHops = 4;

interface Options {
  cluster?: string;
  finding?: string;
  account?: string;
  hops?: string;
  out: string;
  reason?: string;
  case?: string;
  authority?: string;
  json?: true;
}

export function exportCommand(program: Command): void {
  program
    .command('export')
    .description(text.export)
    .option('--cluster <id>', text.cluster)
    .option('--finding <id>', text.finding)
    .option('--account <id>', text.account)
    .option('--hops <n>', text.hops(mostHops))
    .requiredOption('--out <file>', text.out)
    .option('--reason <text>', text.reason)
    .option('--case <number>', text.caseNumber)
    .option('--authority <text>', text.authority)
    .option('--json', words.commands.jsonOption)
    .action(run);
}

async function run(options: Options): Promise<void> {
  const scope = readScope(options);
  const settings = readSettings();
  const out = resolve(options.out);
  const progress = terminalProgress();
  const opened = await openDatabase(settings, progress);
  try {
    progress.step(words.evidence.step);
    const request = {
      scope,
      language: 'en' as const,
      reason: options.reason ?? null,
      case_number: options.case ?? null,
      authority: options.authority ?? null,
    };
    const written = await inPlace(out, (unfinished) =>
      writeBundle(opened.database, settings, request, () => createWriteStream(unfinished)),
    );
    if (options.json) printJson({ file: out, ...written });
    else print(words.evidence.exported(options.out, written.files, written.payload_digest));
  } finally {
    progress.end();
    await opened.close();
  }
}

/** The file appears whole or not at all. */
async function inPlace(
  path: string,
  write: (unfinished: string) => Promise<WrittenBundle>,
): Promise<WrittenBundle> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}.part`;
  try {
    const written = await write(unfinished);
    await rename(unfinished, path);
    return written;
  } finally {
    await rm(unfinished, { force: true });
  }
}

function readScope({ cluster, finding, account, hops }: Options): Scope {
  const scopes: Scope[] = [];
  if (cluster !== undefined) scopes.push({ kind: 'cluster', id: cluster });
  if (finding !== undefined) scopes.push({ kind: 'finding', id: finding });
  if (account !== undefined) scopes.push({ kind: 'account', id: account, hops: readHops(hops) });
  const [scope, ...others] = scopes;
  if (!scope || others.length > 0) throw new UsageError(words.evidence.oneScope);
  if (hops !== undefined && scope.kind !== 'account')
    throw new UsageError(words.evidence.hopsOfAccount);
  return scope;
}

function readHops(hops = '1'): number {
  if (!/^\d+$/.test(hops) || Number(hops) > mostHops)
    throw new UsageError(words.evidence.badHops(mostHops));
  return Number(hops);
}
