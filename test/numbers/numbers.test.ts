import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { triageRoutes } from '../../domain/api/triage.ts';
import { openedWithin, type Numbers } from '../../domain/numbers.ts';
import { countedItems } from '../../server/decisions/numbers/counted.ts';
import { numbersCsv } from '../../server/decisions/numbers/numbers-csv.ts';
import { numbersOf } from '../../server/decisions/numbers/numbers.ts';
import { queueOf } from '../../server/decisions/triage/queue.ts';
import { testDatabase } from '../database.ts';
import { madeCluster, madeFinding } from '../triage/made-runs.ts';
import { decidedWorld, found, ring } from './decided-world.ts';

const tested = testDatabase();
const now = '2026-04-10T12:00:00.000Z';
const period = { from: '2026-03-01', to: '2026-04-30' };
const asked = (more: Partial<typeof period> = {}, at = now) =>
  numbersOf(tested.database, tested.settings.home, { ...period, by: 'month', ...more }, at);

/** The list behind a figure, as the queue answers it. */
async function listed(query: Record<string, string | number | undefined>): Promise<string[]> {
  const { limit, ...filter } = triageRoutes.triage.query.parse(query);
  const { counted } = filter;
  const { found } = counted
    ? await countedItems(tested.database, 'R-2', { ...filter, counted }, now, 0, limit)
    : await queueOf(tested.database, 'R-2', filter, 'ana', null, limit);
  return found.map(({ id }) => id);
}

let numbers: Numbers;

beforeAll(async () => {
  await decidedWorld(tested);
  numbers = await asked();
});

describe('what is open', () => {
  it('is counted by kind, state and age since it was first found or came back', () => {
    const some = numbers.open.by_age.filter(({ items }) => items > 0);
    expect(some).toEqual([
      { kind: 'finding', state: 'new', step: 'today', items: 1 },
      { kind: 'finding', state: 'new', step: 'older', items: 1 },
      { kind: 'finding', state: 'in_review', step: 'days_8_30', items: 1 },
      { kind: 'finding', state: 'in_review', step: 'older', items: 1 },
    ]);
    expect(numbers.open.by_kind).toEqual([
      { kind: 'finding', items: 4, unassigned: 3, overdue: 1, proposed: 1 },
      { kind: 'cluster', items: 0, unassigned: 0, overdue: 0, proposed: 0 },
    ]);
  });

  it('opens the list that it counts', async () => {
    for (const { kind, state, step, items } of numbers.open.by_age) {
      const list = await listed({ kind, state, ...openedWithin(step, '2026-04-10') });
      expect(list, `${kind} ${state} ${step}`).toHaveLength(items);
    }
    const finding = { kind: 'finding', state: 'open' };
    expect(await listed({ ...finding, assignee: '@nobody' })).toEqual(['F-2', 'F-3', 'F-6']);
    expect(await listed({ ...finding, due: '2026-04-09' })).toEqual(['F-5']);
    expect(await listed({ ...finding, proposed: 'true' })).toEqual(['F-3']);
  });
});

describe('time to decision', () => {
  it('is from the first run that found it to its first decision', async () => {
    const [whole, march, april] = numbers.time.filter(({ kind }) => kind === 'finding');
    const spread = { lower_quartile: 42, median: 60, upper_quartile: 78, ninety: 88.8 };
    expect(whole).toEqual({ ...period, kind: 'finding', decisions: 4, ...spread });
    expect(march).toMatchObject({ from: '2026-03-01', to: '2026-03-31', decisions: 4, median: 60 });
    expect(april).toMatchObject({ from: '2026-04-01', decisions: 0, median: null, ninety: null });
    expect(numbers.time.find(({ kind }) => kind === 'cluster')).toMatchObject({
      ...{ decisions: 1, median: 60 },
    });
    expect(await listed({ counted: 'first', kind: 'finding', ...period })).toEqual([
      ...['F-4', 'F-7', 'F-2', 'F-1'],
    ]);
  });
});

describe('precision', () => {
  const counts = { confirmed: 0, dismissed: 0, other: 0 };
  it('is of own decisions by the version that found them, with those through a cluster apart', () => {
    expect(numbers.precision).toEqual([
      {
        ...{ detector: 'shared-device', version: 1, precision: 1, low: 0.206549, high: 1 },
        own: { ...counts, confirmed: 1, other: 1, reopened: 0, reasons: {} },
        cluster: { ...counts, confirmed: 1 },
        undecided: 1,
      },
      {
        ...{ detector: 'shared-payout', version: 1, precision: 0.5, low: 0.094531, high: 0.905469 },
        own: { ...counts, confirmed: 1, dismissed: 1, reopened: 1, reasons: { family: 1 } },
        cluster: counts,
        undecided: 2,
      },
      {
        ...{ detector: 'shared-payout', version: 2, precision: null, low: null, high: null },
        own: { ...counts, reopened: 0, reasons: {} },
        cluster: counts,
        undecided: 1,
      },
    ]);
  });

  it('counts what a period decided, and nothing that was decided before it', async () => {
    const april = await asked({ from: '2026-04-01' });
    const decided = april.precision.map(({ detector, version, own, cluster }) => ({
      ...{ detector, version, cluster },
      own: [own.confirmed, own.dismissed, own.other],
    }));
    expect(decided).toEqual([
      { detector: 'shared-device', version: 1, own: [0, 0, 0], cluster: counts },
      { detector: 'shared-payout', version: 1, own: [0, 0, 1], cluster: counts },
      { detector: 'shared-payout', version: 2, own: [0, 0, 0], cluster: counts },
    ]);
  });

  it('opens the list that it counts', async () => {
    const own = { counted: 'own', detector: 'shared-payout', version: 1, ...period };
    expect(await listed({ ...own, outcome: 'confirmed' })).toEqual(['F-1']);
    expect(await listed({ ...own, outcome: 'dismissed', reason: 'family' })).toEqual(['F-2']);
    expect(await listed({ ...own, reopened: 'true' })).toEqual(['F-2']);
    const through = { counted: 'cluster', detector: 'shared-device', version: 1, ...period };
    expect(await listed({ ...through, outcome: 'confirmed' })).toEqual([ring.id]);
    const undecided = { kind: 'finding', state: 'open', detector: 'shared-payout' };
    expect(await listed({ ...undecided, version: 1 })).toEqual(['F-2', 'F-5']);
    expect(await listed({ ...undecided, version: 2 })).toEqual(['F-6']);
  });
});

describe('money confirmed', () => {
  it('is what came from others to all that is confirmed, exact, each transfer once', async () => {
    // F-1 was confirmed too, and is referred since; p1 and p2 are of the ring and of F-7.
    expect(numbers.money).toEqual({
      ...{ clusters: 1, findings: 1, accounts: 3, payment_accounts: 3, not_counted: [] },
      totals: [
        {
          ...{ currency: 'EUR', amount: '3', transfers: 1 },
          months: [{ month: '2026-02', amount: '3', transfers: 1 }],
        },
        {
          ...{ currency: 'USD', amount: '101.3', transfers: 3 },
          months: [
            { month: '2026-01', amount: '100.3', transfers: 2 },
            { month: '2026-02', amount: '1', transfers: 1 },
          ],
        },
      ],
    });
    expect(await listed({ counted: 'money', ...period })).toEqual(['F-7', ring.id]);
    expect(numbersCsv(numbers, 'money').split('\r\n')[1]).toBe('2026-03-01,2026-04-30,EUR,all,3,1');
  });
});

it('are printed by a command, as lines, JSON or a table, which refuses what is no day', async () => {
  const run = promisify(execFile);
  const skein = (...options: string[]) =>
    run(
      process.execPath,
      ['bin/skein.mjs', 'numbers', '--from', period.from, '--to', period.to, ...options],
      { env: tested.environment },
    );
  const { time, precision, money } = numbers;
  const [json, lines, table] = [
    JSON.parse((await skein('--json')).stdout) as Numbers,
    (await skein()).stdout,
    (await skein('--table', 'money')).stdout,
  ];
  expect(json).toMatchObject({ period, time, precision, money });
  expect(lines).toContain(
    '  shared-payout, version 1: precision 50 % (1 of 2; 95 % interval 9.5 % to 90.5 %); 1 reopened; 2 undecided',
  );
  expect(table).toBe(numbersCsv(numbers, 'money'));
  await expect(skein('--to', '2026-02-30')).rejects.toMatchObject({
    ...{ code: 2, stderr: expect.stringContaining('--to') as string },
  });
});

it('keeps the age of a cluster that grows, and starts anew for what comes back', async () => {
  const findings = [madeFinding('F-8', 'shared-payout', ['c1', 'c2'], 0.5)];
  await tested.empty();
  await found(tested, 'R-1', '2026-03-01T01:00:00.000Z', findings, [
    madeCluster(['c1', 'c2'], 0.8, findings),
  ]);
  await found(tested, 'R-2', '2026-03-05T01:00:00.000Z', [], []);
  await found(tested, 'R-3', '2026-03-20T01:00:00.000Z', findings, [
    madeCluster(['c1', 'c2', 'c3'], 0.8, findings),
  ]);
  const { open } = await asked({}, '2026-03-20T02:00:00.000Z');
  // The finding keeps its id; between the clusters there is a run without any.
  expect(open.by_age.filter(({ items }) => items > 0)).toEqual([
    { kind: 'finding', state: 'new', step: 'days_8_30', items: 1 },
    { kind: 'cluster', state: 'new', step: 'today', items: 1 },
  ]);
  await found(tested, 'R-4', '2026-03-22T01:00:00.000Z', findings, [
    madeCluster(['c1', 'c2', 'c3', 'c4'], 0.8, findings),
  ]);
  const later = await asked({}, '2026-03-22T02:00:00.000Z');
  expect(later.open.by_age.find(({ kind, items }) => kind === 'cluster' && items > 0)).toEqual({
    ...{ kind: 'cluster', state: 'new', step: 'days_1_3', items: 1 },
  });
});
