import neo4j, { type Driver, type Plan } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventedRun } from '../../bench/stored-run.ts';
import { loadQuery } from '../../cypher/load-query.ts';
import { findingsPage } from '../../server/detection/runs/finding-list.ts';
import { storeRun } from '../../server/detection/runs/run-store.ts';
import { accountScoresOfRun } from '../../server/detection/runs/score-list.ts';
import { testDatabase } from '../database.ts';

const tested = testDatabase();

const accounts = 20_000;
const result = inventedRun(accounts);
const { run } = result.run;

let driver: Driver;

beforeAll(async () => {
  await storeRun(tested.database, result);
  const { uri, user, password } = tested.settings.neo4j!;
  driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
}, 120_000);

afterAll(() => driver.close());

/** What the server would do for the query. */
async function operatorsOf(query: string): Promise<string[]> {
  const parameters = { run, score: 0.5, id: 'a500', limit: 101 };
  const { summary } = await driver.executeQuery(`EXPLAIN ${query}`, parameters);
  const all = ({ operatorType, children }: Plan): string[] => [
    operatorType.replace(/@.*/, ''),
    ...children.flatMap(all),
  ];
  return summary.plan ? all(summary.plan) : [];
}

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
