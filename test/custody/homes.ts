/** Homes of tests' own, and entries to put into their logs. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { found, nodes } from '../../server/trust/custody/acts.ts';
import { Personal, type Draft } from '../../server/trust/custody/draft.ts';
import { custodyFiles, sha256 } from '../../server/trust/custody/files.ts';
import { signedHead } from '../../server/trust/custody/head.ts';
import { append } from '../../server/trust/custody/log.ts';
import { lineText } from '../../server/trust/custody/read.ts';
import { canonicalJson } from '../../server/platform/canonical.ts';
import { contentDigest, linkHash } from '../../verifier/custody-chain.ts';

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

/** A log as earlier programs left it: digests of the values alone, and a head that says nothing of their file. */
export async function earlierHome(accounts: readonly string[]): Promise<string> {
  const home = await newHome();
  await append(home, { act: 'verify', subject: {}, before: null, after: null });
  const files = custodyFiles(home);
  const [begin] = await readLines(home);
  const contents = accounts.map((account, at) => {
    const value = `account:${account}`;
    const salt = randomBytes(16).toString('hex');
    const digest = sha256(Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(value)]));
    const kept = { entry: at + 2, field: 'subject.nodes', value, about: [value], salt };
    const subject = { nodes: { digest } };
    const facts = { subject, before: null, after: null };
    return { kept, content: { entry: at + 2, at: '', by: '', act: 'view' as const, ...facts } };
  });
  let { hash } = JSON.parse(begin!) as { hash: string };
  const lines = contents.map(({ content }) => {
    hash = linkHash(hash, contentDigest(content, sha256), sha256);
    return lineText(canonicalJson(content), hash);
  });
  const log = `${begin!}\n${lines.join('')}`;
  await writeFile(files.log, log);
  // Each value after a line break, and one that was torn.
  const values = contents.map(({ kept }) => `\n${JSON.stringify(kept)}\n`);
  await writeFile(files.values, ['{"entry":2,"fie', ...values].join(''));
  const state = { count: accounts.length + 1, hash, bytes: Buffer.byteLength(log) };
  await writeFile(files.head, (await signedHead(home, state)).text);
  return home;
}
