// @module-tag long
import { beforeAll, expect, it } from 'vitest';
import type { BareFinding } from '../../domain/finding.ts';
import { countedItems } from '../../server/decisions/numbers/counted.ts';
import { numbersOf } from '../../server/decisions/numbers/numbers.ts';
import {
  entryRow,
  rowOf,
  turnOf,
  type Disposition,
} from '../../server/decisions/triage/disposition.ts';
import { findingSnapshot } from '../../server/decisions/triage/snapshot.ts';
import { testDatabase } from '../database.ts';
import { madeFinding } from '../triage/made-runs.ts';
import { found } from './decided-world.ts';

const tested = testDatabase();
const many = 100_000;
const now = '2026-04-10T12:00:00.000Z';
const ended = '2026-03-01T00:00:00.000Z';

const finding = (at: number): BareFinding =>
  madeFinding(`F-${at}`, `detector-${at % 29}`, [`a${at}`, `b${at}`], 0.5);

/** A third confirmed, a third dismissed, a third in review; over forty days. */
function decided(at: number): Disposition {
  const made = finding(at);
  const state = (['confirmed', 'dismissed', 'in_review'] as const)[at % 3]!;
  const when = new Date(Date.parse(ended) + (at % 960) * 3_600_000).toISOString();
  const decision =
    state === 'in_review'
      ? null
      : {
          ...{ state, until: null, why: 'seen', by: 'ana', at: when },
          reason: state === 'dismissed' ? ('family' as const) : null,
        };
  return {
    ...{ id: `D-${at}`, kind: 'finding', subject: made.id, of: made.id, title: made.title },
    ...{ score: made.score, members: made.accounts, state, assignee: null, due: null, decision },
    ...{ earlier: null, proposed: null, news: [], run: 'R-1', revision: 1, changed: when },
    ...{ changed_by: 'ana', lineage: [], joined: null, first_found: ended, opened: ended },
    snapshot: decision && findingSnapshot('R-1', made),
    first_decided: decision && when,
    with: null,
    found_by: { detector: made.detector, version: 1 },
  };
}

beforeAll(async () => {
  const all = Array.from({ length: many }, (_, at) => at);
  await found(tested, 'R-1', ended, all.map(finding), []);
  for (let from = 0; from < many; from += 2_000) {
    const part = all.slice(from, from + 2_000).map(decided);
    const entries = part.map((is) => ({
      ...{ id: `E-${is.id}`, kind: 'changed' as const, at: is.changed, by: 'ana', why: 'seen' },
      ...{ before: {}, after: {}, news: [], disposition: is.id, turn: turnOf(null, is) },
    }));
    await tested.database.write(
      `UNWIND $rows AS row CREATE (d:SkeinDisposition) SET d = row.disposition
       CREATE (e:SkeinDispositionEntry) SET e = row.entry
       CREATE (:Account {id: row.account})-[:PAID_THROUGH]->(p:PaymentAccount {id: row.account})
       CREATE (:PaymentAccount {id: 'from ' + row.account})-[:TRANSFERRED_TO {key: row.account, amount: 0.1, currency: 'USD', _at: $at}]->(p)`,
      {
        at: ended,
        rows: part.map((is, at) => ({
          ...{ disposition: rowOf(is), entry: entryRow(entries[at]!), account: is.members[0] },
        })),
      },
    );
  }
});

it('counts a hundred thousand decisions in bounded time', async () => {
  const asked = { from: '2026-03-01', to: '2026-04-10', by: 'week' } as const;
  const { database, settings } = tested;
  // The first time is the planner's and the disk's.
  await numbersOf(database, settings.home, asked, now);
  const began = performance.now();
  const numbers = await numbersOf(database, settings.home, asked, now);
  const seconds = (performance.now() - began) / 1_000;
  process.stderr.write(`${many} dispositions: ${seconds.toFixed(1)} s\n`);
  const confirmed = numbers.precision.reduce((sum, { own }) => sum + own.confirmed, 0);
  expect(confirmed).toBe(33_334);
  expect(numbers.money.totals).toMatchObject([{ amount: '3333.4', transfers: 33_334 }]);
  expect(numbers.open.by_kind[0]!.items).toBe(33_333);
  // 17 s on a machine that others used too; quadratic work would take hours.
  expect(seconds).toBeLessThan(60);
  const listing = performance.now();
  const filter = { ...asked, counted: 'own', outcome: 'confirmed' } as const;
  expect((await countedItems(database, 'R-1', filter, now, 0, 101)).found).toHaveLength(101);
  process.stderr.write(`their list: ${((performance.now() - listing) / 1_000).toFixed(1)} s\n`);
});
