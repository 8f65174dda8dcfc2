/** Homes of tests' own, and entries to put into their logs. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { found, nodes } from '../../server/custody/acts.ts';
import { Personal, type Draft } from '../../server/custody/draft.ts';
import { custodyFiles } from '../../server/custody/files.ts';
import { append } from '../../server/custody/log.ts';

/** Gone when the test is. */
export async function newHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'skein-custody-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  return home;
}

export function viewOf(account: string): Draft {
  return {
    act: 'view',
    subject: { nodes: nodes([{ type: 'account', id: account }]) },
    before: null,
    after: null,
  };
}

export function findingView(id: string, accounts: readonly string[]): Draft {
  return {
    act: 'view',
    subject: { finding: found('finding', id, accounts) },
    before: null,
    after: null,
  };
}

export function exportWith(reason: string, digest: string): Draft {
  return {
    act: 'export',
    subject: { nodes: nodes([{ type: 'account', id: 'a1' }]) },
    before: null,
    after: { payload_digest: digest, reason: new Personal(reason, []) },
  };
}

/** The log's first entry, and views of a1, a2 and so on. */
export async function homeWithViews(count: number): Promise<string> {
  const home = await newHome();
  for (let at = 1; at <= count; at += 1) await append(home, viewOf(`a${at}`));
  return home;
}

export async function readLines(home: string): Promise<string[]> {
  return (await readFile(custodyFiles(home).log, 'utf8')).split('\n').slice(0, -1);
}

export async function writeLines(home: string, lines: readonly string[]): Promise<void> {
  await writeFile(custodyFiles(home).log, lines.map((line) => `${line}\n`).join(''));
}
