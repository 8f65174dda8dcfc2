import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { detect } from '../server/decisions/applied/detect.ts';
import { importAmlsim } from '../server/ingest/importers/amlsim.ts';
import { loadFolders } from '../server/ingest/load/load.ts';
import type { Database } from '../server/graph/neo4j/database.ts';
import { silentProgress } from '../server/platform/progress.ts';
import type { Settings } from '../server/platform/settings/settings.ts';
import { withInterval, type Interval } from './ranking.ts';

/** How well the accounts of a simulated pattern are told from the others. */
export interface AmlsimFigures {
  /** Accounts looked at, and of these the ones that belong to a pattern. */
  accounts: number;
  members: number;
  flagged: number;
  precision: Interval;
  /** Over every member, also those whose part in the pattern lies outside the simulated days. */
  recall: Interval;
  /** Members whose part can be seen, and the recall over them alone. */
  visible: number;
  recallVisible: Interval;
}

/**
 * An account is flagged when it scores at least 0.5 or a finding of at least 0.5 names it. Parameters were set on
 * the labels of three accounts in ten, chosen by a hash of their id (`lookedAt`); those of the rest (`heldOut`)
 * were not read before. The transfers of all were: without their labels they say nothing of who is meant.
 */
export interface AmlsimQuality {
  all: AmlsimFigures;
  /** The same by account scores alone, whatever findings name. */
  byScore: AmlsimFigures;
  lookedAt: AmlsimFigures;
  heldOut: AmlsimFigures;
}

const flaggedFrom = 0.5;
const lookedAtShare = 0.3;

/** Import, load and detect as shipped, into an empty database; null where the data is not at hand. */
export async function measureAmlsim(
  database: Database,
  settings: Settings,
  folder: string,
): Promise<AmlsimQuality | null> {
  if (!existsSync(folder)) return null;
  const dataset = await mkdtemp(join(tmpdir(), 'skein-amlsim-'));
  try {
    await importAmlsim(folder, dataset, {});
    const members = new Set((await columnsOf(join(dataset, 'labels.csv'))).map(([id]) => id!));
    const transfers = await columnsOf(join(dataset, 'transfers.csv'));
    const visible = visibleMembers(members, transfers);
    // What is not there cannot leak.
    await rm(join(dataset, 'labels.csv'));
    await loadFolders(database, settings, [dataset], {}, silentProgress);
    const { findings, accounts } = await detect(database, {}, silentProgress);
    const named = new Set(
      findings.filter(({ score }) => score >= flaggedFrom).flatMap((finding) => finding.accounts),
    );
    const judged = accounts.map(({ account_id: id, score }) => ({
      id,
      flagged: score >= flaggedFrom || named.has(id),
      scored: score >= flaggedFrom,
      member: members.has(id),
      visible: visible.has(id),
    }));
    return {
      all: figures(judged),
      byScore: figures(judged.map((one) => ({ ...one, flagged: one.scored }))),
      lookedAt: figures(judged.filter(({ id }) => isLookedAt(id))),
      heldOut: figures(judged.filter(({ id }) => !isLookedAt(id))),
    };
  } finally {
    await rm(dataset, { recursive: true, force: true });
  }
}

interface Judged {
  id: string;
  flagged: boolean;
  scored: boolean;
  member: boolean;
  visible: boolean;
}

/** The cells of a file that the importer wrote, without its header; its cells hold no quotes. */
async function columnsOf(path: string): Promise<string[][]> {
  const [, ...lines] = (await readFile(path, 'utf8')).trim().split('\n');
  return lines.map((line) => line.split(','));
}

/**
 * Members who, with another member, exchange an amount that no two other accounts do. A pattern's turns may lie
 * after the last simulated day: then a member has made no transfer of it, and nothing could tell.
 */
function visibleMembers(
  members: ReadonlySet<string>,
  transfers: readonly (readonly string[])[],
): Set<string> {
  const parties = transfers.map(([, from = '', to = '', amount]) => ({
    from: from.slice(1),
    to: to.slice(1),
    amount: Number(amount),
  }));
  const among = ({ from, to }: { from: string; to: string }) =>
    members.has(from) && members.has(to);
  const usual = parties.filter(({ from, to }) => !members.has(from) && !members.has(to));
  const least = usual.reduce((min, { amount }) => Math.min(min, amount), Infinity);
  const most = usual.reduce((max, { amount }) => Math.max(max, amount), 0);
  return new Set(
    parties
      .filter((each) => among(each) && (each.amount < least || each.amount > most))
      .flatMap(({ from, to }) => [from, to]),
  );
}

function figures(judged: readonly Judged[]): AmlsimFigures {
  const flagged = judged.filter((one) => one.flagged);
  const members = judged.filter(({ member }) => member);
  const visible = judged.filter((one) => one.visible);
  return {
    accounts: judged.length,
    members: members.length,
    flagged: flagged.length,
    precision: withInterval(
      flagged,
      share(({ member }) => member),
    ),
    recall: withInterval(
      members,
      share((one) => one.flagged),
    ),
    visible: visible.length,
    recallVisible: withInterval(
      visible,
      share((one) => one.flagged),
    ),
  };
}

/** NaN of none. */
function share(meant: (judged: Judged) => boolean): (judged: readonly Judged[]) => number {
  return (judged) => judged.filter(meant).length / judged.length;
}

function isLookedAt(id: string): boolean {
  const hash = createHash('sha256').update(`amlsim:${id}`).digest('hex').slice(0, 8);
  return Number.parseInt(hash, 16) % 10 < lookedAtShare * 10;
}
