/** Ten nightly runs over a platform whose rings grow, shrink, merge and split: the report says what was done, and nothing else. */
import { parse } from 'csv-parse/sync';
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TriageChange, TriageItem } from '../../domain/disposition.ts';
import { isOtherwise, type ClusterDiff } from '../../domain/run-diff.ts';
import type { LoggedJob } from '../../domain/input/schedule.ts';
import { deliverDue } from '../../server/operations/delivery/deliver.ts';
import { runs } from '../../server/detection/runs/read-runs.ts';
import { makeException } from '../../server/decisions/exceptions/record.ts';
import { recordJudgement } from '../../server/decisions/judge/record.ts';
import type { ClusterReport, ReportCluster } from '../../server/evidence/report/report-data.ts';
import { changeItems } from '../../server/decisions/triage/change.ts';
import { jobById } from '../../server/operations/watch/job-store.ts';
import { allow } from '../allow.ts';
import { testDatabase } from '../database.ts';
import { writeDataset, type Dataset } from '../dataset.ts';
import { FakeClock } from './fake-clock.ts';
import { rounds, scheduled, watchOf } from './plans.ts';
import { joined, members, paidInto, platform, ring, withOnePassport } from './rings.ts';

const tested = testDatabase();
const clock = new FakeClock('2026-05-01T12:00:00.000Z');
const patient = { timeout: 240_000 };
const log = pino({ level: 'silent' });

const [amber, birch, cedar, delta] = [
  ...[members('amber', 1, 3), members('birch', 1, 5)],
  ...[members('cedar', 1, 4), members('delta', 1, 4)],
] as const;
const newcomers = members('amber', 4, 5);

let inbox: string;
let out: string;
/** The report of the night before. */
let last: ClusterReport;

beforeAll(async () => {
  inbox = await mkdtemp(join(tmpdir(), 'skein-inbox-'));
  out = await mkdtemp(join(tmpdir(), 'skein-reports-'));
  await allow(tested, { reports: { folders: [out] }, inboxes: { folders: [inbox] } });
  const folder = { kind: 'folder' as const, path: out };
  await scheduled(tested, clock, {
    inbox,
    detectors: [
      ...['shared-payout', 'shared-device', 'shared-template', 'shared-document'],
      ...['identity-mismatch', 'watchlist-match'],
    ],
    recipients: [
      { ...folder, formats: ['html', 'json', 'csv'], language: 'en' },
      { ...folder, formats: ['html'], language: 'fr' },
    ],
  });
});

afterAll(async () => {
  for (const folder of [inbox, out]) await rm(folder, { recursive: true, force: true });
});

interface Delivered {
  job: LoggedJob;
  report: ClusterReport;
  page: string;
  french: string;
  csv: string;
}

/** The run of half past two in Paris on that day of May, begun at that minute, with what came in before. */
async function night(day: number, dataset: Dataset | null, at = '00:30'): Promise<Delivered> {
  if (dataset) await rename(await writeDataset(dataset), join(inbox, `day-${day}`));
  clock.set(`2026-05-${String(day).padStart(2, '0')}T${at}:00.000Z`);
  const watch = watchOf(tested, clock);
  await rounds(watch);
  await rounds(watch);
  await deliverDue(tested.database, tested.settings, () => new Date(), { log });
  const [made] = await tested.database.read<{ id: string }>(
    'MATCH (j:SkeinJob) RETURN j.id AS id ORDER BY j.due DESC LIMIT 1',
  );
  const job = await jobById(tested.database, made!.id);
  expect(job).toMatchObject({ state: 'done', problem: null });
  const read = (language: string, file: string) =>
    readFile(join(out, job.run!, `report-${job.run!}-${language}`, file), 'utf8');
  last = JSON.parse(await read('en', 'report.json')) as ClusterReport;
  return {
    ...{ job, report: last, page: await read('en', 'report.html') },
    ...{ french: await read('fr', 'report.html'), csv: await read('en', 'report.csv') },
  };
}

async function reject(ones: readonly string[], others: readonly string[]): Promise<void> {
  for (const one of ones)
    for (const other of others)
      await recordJudgement(tested.database, tested.settings.home, {
        ...{ kind: 'link', verdict: 'rejected', why: 'Two people, seen at two desks' },
        subjects: [`account:${one}`, `account:${other}`],
      });
}

async function decide(name: string, rests_on: number, change: TriageChange): Promise<void> {
  const acting = { home: tested.settings.home, by: 'ana', fourEyes: false };
  const { id } = clusterOf(last, name).cluster;
  await changeItems(
    tested.database,
    { ...acting, now: new Date().toISOString() },
    [{ id, rests_on }],
    change,
  );
}

function clusterOf({ clusters }: ClusterReport, name: string): ReportCluster {
  return clusters.find(({ cluster }) => ringsOf(cluster.accounts) === name)!;
}

/** What was decided of the ring as a whole. */
function decisionOf(name: string): TriageItem | undefined {
  return clusterOf(last, name).decisions.find(({ kind }) => kind === 'cluster');
}

/** `amber delta` of accounts of both rings. */
function ringsOf(accounts: readonly string[]): string {
  return [...new Set(accounts.map((one) => one.replace(/\d+$/, '')))].sort().join(' ');
}

/** All that the JSON says of clusters that are otherwise, in its order. */
function changesIn({ changes, clusters }: ClusterReport): string[] {
  const membersOf = new Map(clusters.map(({ cluster }) => [cluster.id, cluster.accounts]));
  return (changes?.clusters ?? []).filter(isOtherwise).map((diff) => {
    const { change, id, joined: came, left } = diff;
    return [
      `${change} ${ringsOf(membersOf.get(id) ?? left)}`,
      ...(came.length > 0 ? [`+ ${came.join(' ')}`] : []),
      ...(left.length > 0 ? [`- ${left.join(' ')}`] : []),
      ...diff.payouts.map(moveSays),
    ].join(' ');
  });
}

function moveSays({ payment_account, accounts }: ClusterDiff['payouts'][number]): string {
  const from = accounts.map(({ ceased, kept }) =>
    [...ceased.map((one) => `not ${one}`), ...kept.map((one) => `besides ${one}`)].join(' '),
  );
  const who = accounts.map((one) => one.account_id).join(' ');
  return `→ ${payment_account} ${[...new Set(from)].join(' ')}: ${who}`;
}

const plain = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The first sentence of the page. */
function headlineOf(page: string): string {
  return plain(/<p\b[^>]*>(.*?)<\/p>/s.exec(page.slice(page.indexOf('</h1>')))![1]!);
}

/** What the page asks to be looked at: what is otherwise, and of which ring; with `notes`, why. */
function askedFor({ page, report }: Delivered, { notes = false } = {}): string[] {
  const rings = new Map(report.clusters.map(({ cluster }) => [cluster.id, cluster.accounts]));
  const list = /<ol\b.*?<\/ol>/s.exec(page)?.[0] ?? '';
  return [...list.matchAll(/<li\b.*?<\/li>/gs)].map(([item]) => {
    const [line = '', note = ''] = item.split('<br />');
    const id = /C-[0-9a-f]+/.exec(line)![0];
    const gone = report.changes?.clusters.find((one) => one.id === id)?.left ?? [];
    const said = `${plain(line).split(':')[0]!}: ${ringsOf(rings.get(id) ?? gone)}`;
    return notes ? `${said} – ${plain(note)}` : said;
  });
}

/** What the table says is otherwise; the same as the JSON. */
function expectSameTable({ csv, report }: Delivered): void {
  const rows = parse<Record<string, string>>(csv, { columns: true })
    .filter(({ row }) => row === 'cluster')
    .flatMap(({ change, cluster_id: id }) => [change, id]);
  const said = (report.changes?.clusters ?? []).flatMap(({ change, id }) => [change, id]);
  if (report.changes) expect(rows.sort()).toEqual(said.sort());
}

it('says at first what there is', patient, async () => {
  const found = await night(
    2,
    joined(
      platform(),
      ring('amber', amber, '2026-04-01'),
      ring('birch', birch, '2026-04-02'),
      ring('cedar', cedar, '2026-04-03'),
    ),
  );
  expect(headlineOf(found.page)).toMatch(/^The first run: 3 clusters and \d+ findings among 412/);
  expect(
    askedFor(found)
      .map((item) => item.split(': ')[1])
      .sort(),
  ).toEqual(['amber', 'birch', 'cedar']);
  expect(found.report.queue.new.cluster).toBe(3);
});

it('tells of a ring that is new', patient, async () => {
  const found = await night(3, ring('delta', delta, '2026-04-20'));
  expect(changesIn(found.report)).toEqual([`new delta + ${delta.join(' ')}`]);
  expect(askedFor(found)).toEqual(['New: delta']);
  expect(headlineOf(found.page)).toBe('Clusters: 1 new. Nothing else needs you.');
  expectSameTable(found);
});

it('tells of a ring that has grown by two', patient, async () => {
  const found = await night(4, ring('amber', newcomers, '2026-05-02', amber));
  expect(changesIn(found.report)).toEqual([`grown amber + ${newcomers.join(' ')}`]);
  expect(askedFor(found)).toEqual(['Grown: amber']);
  expect(headlineOf(found.page)).toBe('Clusters: 1 grown. Nothing else needs you.');
  expectSameTable(found);
  await decide('birch', 0, { state: 'dismissed', reason: 'family', why: 'Five sisters.' });
});

it('tells of a ring that moved its payouts; that it was dismissed holds', patient, async () => {
  const found = await night(
    5,
    joined(
      paidInto('p-birch', birch, '2026-04-02T00:00:00Z', '2026-05-03T00:00:00Z'),
      paidInto('p-other', birch, '2026-05-04T00:00:00Z'),
    ),
  );
  const who = birch.join(' ');
  expect(changesIn(found.report)).toEqual([`unchanged birch → p-other not p-birch: ${who}`]);
  expect(askedFor(found, { notes: true })).toEqual([
    'Payouts moved: birch – 5 accounts are paid into p-other now, since 2026-05-04; no longer into p-birch; 1 finding of shared-payout new; At stake: quiet since 2026-04-06, 5 joined since 2025-11-04',
  ]);
  expect(headlineOf(found.page)).toBe('Clusters: 1 that moved payouts. Nothing else needs you.');
  expect(headlineOf(found.french)).toMatch(/^Groupes\s: 1 aux versements déplacés\. /);
  expect(plain(found.french)).toContain('sur p-other, depuis le 4 mai 2026 ; plus sur p-birch');
  expect(found.page).toContain('dismissed (family or household)');
  expect(decisionOf('birch')).toMatchObject({ state: 'dismissed', news: [] });
  expectSameTable(found);
});

it('says in one line that nothing is new', patient, async () => {
  const found = await night(6, null);
  expect(found.job.counts).toMatchObject({ new_files: 0, known_folders: 4 });
  expect(changesIn(found.report)).toEqual([]);
  expect(found.report.changes?.findings).toMatchObject({ new: [], changed: [], gone: [] });
  expect(headlineOf(found.page)).toMatch(
    /^Nothing new: 4 clusters and \d+ findings as in the run before\.$/,
  );
  expect(askedFor(found)).toEqual([]);
  expect(decisionOf('birch')).toMatchObject({ state: 'dismissed', news: [] });
  await reject(['cedar4'], ['cedar1', 'cedar2', 'cedar3']);
});

it('tells of a ring that has shrunk, as links of one of it were rejected', patient, async () => {
  const found = await night(7, null);
  expect(changesIn(found.report)).toEqual(['shrunk cedar - cedar4']);
  expect(askedFor(found)).toEqual(['Shrunk: cedar']);
  expect(headlineOf(found.page)).toBe('Clusters: 1 shrunk. Nothing else needs you.');
  expectSameTable(found);
});

it('tells of two rings that have become one, and where they are paid now', patient, async () => {
  const found = await night(
    8,
    joined(
      paidInto('p-amber', delta, '2026-05-06T00:00:00Z'),
      withOnePassport('amber', delta, '2026-05-06'),
    ),
  );
  expect(changesIn(found.report)).toEqual([
    `merged amber delta → p-amber besides p-delta: ${delta.join(' ')}`,
  ]);
  expect(askedFor(found)).toEqual(['Merged, payouts moved: amber delta']);
  expect(headlineOf(found.page)).toBe(
    'Clusters: 1 merged from several, 1 that moved payouts. Nothing else needs you.',
  );
  expectSameTable(found);
});

it(
  'runs once after two nights off; reopens what was dismissed for new evidence alone',
  patient,
  async () => {
    const listed = {
      watchlist: [{ entry_id: '1', list: 'TEST', name: 'Ri Kwang Chol', kind: 'person' }],
      accounts: [{ account_id: 'birch2', legal_name: 'Ri Kwang Chol' }],
    };
    const found = await night(11, listed, '06:00');
    expect(found.job).toMatchObject({
      due: '2026-05-11T00:30:00.000Z',
      missed_since: '2026-05-09T00:30:00.000Z',
    });
    expect(await runs(tested.database, null, 100)).toHaveLength(8);
    expect(changesIn(found.report)).toEqual([]);
    expect(askedFor(found, { notes: true })).toEqual([
      expect.stringMatching(/^Reopened: birch – a match with a watchlist; /),
    ]);
    expect(headlineOf(found.page)).toBe('Clusters: 1 reopened. Nothing else needs you.');
    expect(found.report.queue.reopened).toEqual({ cluster: 1, finding: 0 });
    expect(decisionOf('birch')).toMatchObject({
      ...{ state: 'new', decision: null, news: [{ kind: 'watchlist' }] },
      earlier: { state: 'dismissed', reason: 'family', why: 'Five sisters.', by: 'ana' },
    });
    await decide('birch', 2, { state: 'in_review' });
    await reject([...amber, ...newcomers], delta);
  },
);

it('tells of a ring that was parted, as links across it were rejected', patient, async () => {
  const found = await night(12, null);
  const both = [...amber, ...newcomers];
  expect(changesIn(found.report).sort()).toEqual([
    `split amber - ${delta.join(' ')}`,
    `split delta - ${both.join(' ')}`,
  ]);
  expect(askedFor(found).sort()).toEqual(['Split: amber', 'Split: delta']);
  expect(headlineOf(found.page)).toBe('Clusters: 2 split off. Nothing else needs you.');
  expectSameTable(found);
});

it('tells of a ring that is gone, as what it shares has an honest reason', patient, async () => {
  const now = new Date();
  const until = new Date(now.getTime() + 30 * 86_400_000).toISOString().slice(0, 10);
  await makeException(
    tested.database,
    { home: tested.settings.home, by: 'ana', now: now.toISOString() },
    { nodes: [], accounts: cedar, detectors: [], reason: 'agency', why: 'One studio.', until },
  );
  const found = await night(13, null);
  expect(changesIn(found.report)).toEqual(['gone cedar - cedar1 cedar2 cedar3']);
  expect(askedFor(found)).toEqual(['Gone: cedar']);
  expect(headlineOf(found.page)).toBe('Clusters: 1 gone. Nothing else needs you.');
  expectSameTable(found);
  expect(await runs(tested.database, null, 100)).toHaveLength(10);
});
