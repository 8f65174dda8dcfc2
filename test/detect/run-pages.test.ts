import neo4j, { type Driver, type Plan } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventedEvidence, inventedRun } from '../../bench/stored-run.ts';
import { loadQuery } from '../../cypher/load-query.ts';
import { triageRoutes } from '../../domain/api/triage.ts';
import { changeItems } from '../../server/decisions/triage/change.ts';
import { queueOf, type QueuePlace } from '../../server/decisions/triage/queue.ts';
import { reconcileDecisions } from '../../server/decisions/triage/reconcile.ts';
import { findingsPage } from '../../server/detection/runs/finding-list.ts';
import { storeRun } from '../../server/detection/runs/store-run.ts';
import { latestRun } from '../../server/detection/runs/read-runs.ts';
import { accountScoresOfRun } from '../../server/detection/runs/score-list.ts';
import { testDatabase } from '../database.ts';
import { madeCluster } from '../triage/made-runs.ts';

const tested = testDatabase();

const accounts = 20_000;
const result = inventedRun(accounts);
const { run } = result.run;
result.findings.forEach((finding, at) => {
  if (at % 3 === 0) finding.detector = 'vpn-slip';
  finding.version = 1 + (at % 2);
});
result.clusters = Array.from({ length: 40 }, (_, at) => {
  const own = result.findings.slice(at * 2, at * 2 + 2);
  return madeCluster(
    own.flatMap((finding) => finding.accounts),
    0.01 + at / 41,
    own,
  );
});

let driver: Driver;

beforeAll(async () => {
  await storeRun(tested.database, result, { evidence: inventedEvidence });
  await decideOfSome();
  const { uri, user, password } = tested.settings.neo4j!;
  driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
}, 120_000);

afterAll(() => driver.close());

/** Of the strongest, of some in the middle, and of a cluster. */
async function decideOfSome(): Promise<void> {
  const at = '2026-03-02T12:00:00.000Z';
  await reconcileDecisions(tested.database, tested.settings.home, at);
  const acting = { home: tested.settings.home, by: 'ana', now: at, fourEyes: false };
  const change = (ids: string[], to: Parameters<typeof changeItems>[3]) =>
    changeItems(
      tested.database,
      acting,
      ids.map((id) => ({ id, rests_on: 0 })),
      to,
    );
  const ids = (from: number) => result.findings.slice(from, from + 4).map(({ id }) => id);
  await change(ids(994), { state: 'dismissed', reason: 'office_nat', why: 'one office' });
  await change([...ids(500), result.clusters[7]!.id], { assignee: 'ben', due: '2026-03-09' });
}

/** What every query of a page takes; it narrows nothing. */
const anything = {
  ...{ run, score: 2, doubt: 2, id: '', limit: 21, min_score: 0, max_score: 1, sort: 'score' },
  ...{ states: ['new', 'in_review'], detector: 'vpn-slip', version: null, counted: 2_000 },
  alone: 1_920,
};

interface Looked {
  operatorType: string;
  dbHits: number;
  children: Looked[];
}

/**
 * How often the server looked at its store for the query, by operator. Planned anew, with every index there: what an
 * earlier file planned for another database says nothing of this one.
 */
async function hitsOf(query: string): Promise<{ hits: number; by: string[] }> {
  await driver.executeQuery('CALL db.awaitIndexes(60)');
  const { summary } = await driver.executeQuery(`CYPHER replan=force PROFILE ${query}`, anything);
  const all = ({ operatorType, dbHits, children }: Looked): [string, number][] => [
    [operatorType.replace(/@.*/, ''), dbHits],
    ...children.flatMap(all),
  ];
  const looked = summary.profile
    ? all(summary.profile)
    : [['nothing was profiled', Infinity] as const];
  return {
    hits: looked.reduce((sum, [, hits]) => sum + hits, 0),
    by: looked.map(([operator, hits]) => `${operator} ${hits}`),
  };
}

/** The queue by pages, with how long each page says that it is. */
async function queued(query: Record<string, string>): Promise<unknown[]> {
  const { limit, ...filter } = triageRoutes.triage.query.parse({ ...query, limit: '450' });
  const pages: unknown[] = [];
  let after: QueuePlace | null = null;
  for (;;) {
    const page = await queueOf(tested.database, run, filter, 'ana', after, limit);
    pages.push(page);
    after = page.places.at(-1) ?? null;
    if (after === null) return pages;
  }
}

/** Of a cluster that is not in the list itself, as where it is somebody's, the findings stand in it. */
const rolledUp = (
  [
    {},
    { state: 'open', sort: 'doubt' },
    { assignee: '@nobody', sort: 'changed' },
    { assignee: '@nobody', sort: 'doubt' },
    { opened_from: '2024-03-01', opened_to: '2024-03-01', assignee: '@nobody' },
  ] as Record<string, string>[]
).map((query) => ({ ...query, findings: 'rolled' }));

/** What the server would do for the query. */
async function operatorsOf(query: string): Promise<string[]> {
  const parameters = { ...anything, score: 0.5, id: 'a500', limit: 101 };
  const { summary } = await driver.executeQuery(`EXPLAIN ${query}`, parameters);
  const all = ({ operatorType, children }: Plan): string[] => [
    operatorType.replace(/@.*/, ''),
    ...children.flatMap(all),
  ];
  return summary.plan ? all(summary.plan) : [];
}

it('the latest run is found without looking at those before it', async () => {
  await tested.database.write(
    `UNWIND range(1, 400) AS at
     CREATE (:SkeinRun {id: 'before-' + at, complete: at % 7 > 0, json: '{}',
                        started: toString(datetime('2020-01-01T03:00:00Z') + duration({days: at}))})`,
  );
  const { hits, by } = await hitsOf(loadQuery('detect/latest_run'));
  expect((await latestRun(tested.database))?.run).toBe(run);
  await tested.database.write("MATCH (r:SkeinRun) WHERE r.id STARTS WITH 'before-' DELETE r");
  expect(hits, by.join(', ')).toBeLessThan(40);
});

describe('pages of a large run', () => {
  it.each(['detect/score_page', 'detect/finding_page'])(
    'are read in the order of the index: %s',
    async (name) => {
      const operators = await operatorsOf(loadQuery(name));
      expect(operators).toContain('PartialTop');
      for (const whole of ['Top', 'Sort', 'Union', 'NodeByLabelScan'])
        expect(operators).not.toContain(whole);
    },
  );

  it.each([
    'detect/finding_page',
    'detect/finding_page_of_detector',
    'triage/queue_findings',
    'triage/queue_findings_of_detector',
    'triage/queue_findings_in_doubt',
    'triage/queue_findings_alone',
    'triage/queue_findings_alone_in_doubt',
  ])('do not read the whole run: %s', async (name) => {
    const { hits, by } = await hitsOf(loadQuery(name));
    expect(hits, by.join(', ')).toBeLessThan(result.findings.length / 2);
  });

  it.each<Record<string, string>>([
    {},
    { state: 'open' },
    { state: 'dismissed' },
    { kind: 'finding', sort: 'due' },
    { kind: 'cluster', sort: 'changed' },
    { assignee: 'ben' },
    { assignee: '@nobody', state: 'new' },
    { detector: 'vpn-slip', state: 'open' },
    { detector: 'vpn-slip', version: '2', sort: 'doubt' },
    { version: '1', sort: 'changed' },
    { sort: 'doubt' },
    { sort: 'due' },
    { due: '2026-03-09' },
    { opened_from: '2024-03-01', opened_to: '2024-03-01', sort: 'doubt' },
    { opened_from: '2024-03-02' },
    ...rolledUp,
  ])('of the queue are what reading the whole run answers: %j', async (query) => {
    const pages = await queued(query);
    const [{ findings }] = (await tested.database.read<{ findings: string }>(
      'MATCH (r:SkeinRun {id: $run}) RETURN r.findings AS findings',
      { run },
    )) as [{ findings: string }];
    const keep = (counts: string | null) =>
      tested.database.write('MATCH (r:SkeinRun {id: $run}) SET r.findings = $counts', {
        ...{ run, counts },
      });
    // As of a run of before its findings were counted.
    await keep(null);
    const read = await queued(query).finally(() => keep(findings));
    expect(pages).toEqual(read);
  });

  it('of the queue rolled up leave to each cluster in the list its findings, and no other', async () => {
    const rows = async (query: Record<string, string>) =>
      (await queued(query)).flatMap((page) => (page as { found: { id: string }[] }).found);
    const listed = (await rows({ findings: 'rolled' })).map(({ id }) => id);
    const held = new Set(result.clusters.flatMap(({ findings }) => findings));
    const each = await rows({});
    expect(listed).toEqual(each.map(({ id }) => id).filter((id) => !held.has(id)));
    expect(listed.length).toBe(each.length - held.size);
    // One that somebody has taken is not in what is nobody's; its findings, which are, stay there.
    const taken = result.clusters[7]!;
    const nobodys = await rows({ findings: 'rolled', assignee: '@nobody' });
    const there = new Set(nobodys.map(({ id }) => id));
    expect([taken.id, ...taken.findings].map((id) => there.has(id))).toEqual([false, true, true]);
  });

  it('hold every account once, in their order', async () => {
    const expected = [...result.accounts]
      .sort((a, b) => b.score - a.score || (a.account_id < b.account_id ? -1 : 1))
      .map(({ account_id }) => account_id);
    const found: string[] = [];
    let after: [number, string] | null = null;
    for (;;) {
      const page = await accountScoresOfRun(tested.database, run, { after, limit: 3_000 });
      const last = page.at(-1);
      if (!last) break;
      found.push(...page.map(({ account_id }) => account_id));
      after = [last.score, last.account_id];
    }
    expect(found).toEqual(expected);
  });

  it('hold every finding once, in their order, with how many there are', async () => {
    const expected = [...result.findings]
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id);
    const ids: string[] = [];
    let after: [number, string] | null = null;
    for (;;) {
      const { found, total } = await findingsPage(tested.database, run, {}, after, 700);
      const last = found.at(-1);
      if (!last) break;
      expect(total).toBe(accounts / 10);
      ids.push(...found.map(({ id }) => id));
      after = [last.score, last.id];
    }
    expect(ids).toEqual(expected);
  });

  it('of those asked for by name hold each of them once', async () => {
    const ids = ['a7', 'a19999', 'a7', 'nobody'];
    const found = await accountScoresOfRun(tested.database, run, { ids });
    expect(found.map(({ account_id }) => account_id).sort()).toEqual(['a19999', 'a7']);
    expect(found.find(({ account_id }) => account_id === 'a7')).toEqual(result.accounts[7]);
  });
});
