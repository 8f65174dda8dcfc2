import { beforeAll, describe, expect, it } from 'vitest';
import { compilePattern, valuesOf } from '../../domain/pattern/compile.ts';
import { queryResultSchema, type ParameterValues } from '../../domain/query.ts';
import { examine } from '../../server/explore/query/guard.ts';
import { runQuery } from '../../server/explore/query/run.ts';
import { foundGraph } from '../../server/explore/query/found-graph.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { fewPatterns, sharedPayout } from './every-pattern.ts';

const tested = testDatabase();

beforeAll(async () => {
  const folder = await writeDataset(payouts());
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
});

/** Four are paid into p1, three of whom came there from accounts of their own; two alone share p2. */
function payouts() {
  const into = (account_id: string, payment_account_id: string, first_used_at: string) => ({
    ...{ account_id, payment_account_id, purpose: 'payout', first_used_at },
  });
  const ids = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2'];
  const own = ['a1', 'a2', 'a3', 'b1'];
  return {
    accounts: ids.map((account_id) => ({ account_id })),
    payment_accounts: [...own.map((id) => `own-${id}`), 'p1', 'p2'].map((payment_account_id) => ({
      payment_account_id,
    })),
    account_payments: [
      ...own.map((id) => into(id, `own-${id}`, '2025-01-01T00:00:00Z')),
      into('a1', 'p1', '2026-03-02T00:00:00Z'),
      into('a2', 'p1', '2026-03-30T23:00:00Z'),
      into('a3', 'p1', '2026-04-01T00:00:00Z'),
      into('a4', 'p1', '2026-03-05T00:00:00Z'),
      ...['b1', 'b2'].map((id) => into(id, 'p2', '2026-03-05T00:00:00Z')),
    ],
  };
}

async function answersOf(given: ParameterValues) {
  const compiled = compilePattern(sharedPayout);
  const asked = { text: compiled.text, parameters: valuesOf(compiled, given) };
  const limits = { rows: 100, seconds: 30 };
  const ran = await runQuery(
    tested.database,
    'patterns',
    { ...asked, ...limits },
    new AbortController().signal,
  );
  return { ran, result: queryResultSchema.parse(JSON.parse(ran.json)) };
}

describe('a compiled pattern', () => {
  it('is let through and explained, for every relation and every column of the schema', async () => {
    for (const pattern of fewPatterns()) {
      const compiled = compilePattern(pattern, { asOf: true });
      const as_of = '2026-04-01T00:00:00.000Z';
      const { check } = await examine(
        tested.database,
        compiled.text,
        valuesOf(compiled, { as_of }),
      );
      expect(check.problems, compiled.text).toEqual([]);
      expect(check.parameters.sort()).toEqual(compiled.parameters.map(({ name }) => name).sort());
    }
  });

  it('answers with those who share a payout with so many and changed it in the month', async () => {
    const { ran, result } = await answersOf({});
    // a3 came in April, a4 had no payout before, and b1 shares with one alone.
    expect(refsOf(result)).toEqual(['account:a1', 'account:a2']);
    const graph = await foundGraph(tested.database, ran.found);
    expect(graph.nodes.map(({ id }) => id).sort()).toEqual(['a1', 'a2', 'a3', 'a4', 'p1']);
    expect(graph.relations.length).toBe(4);
    expect(refsOf((await answersOf({ n: 1, month: '2026' })).result)).toEqual([
      ...['account:a1', 'account:a2', 'account:a3', 'account:b1'],
    ]);
    expect(refsOf((await answersOf({ n: 4 })).result)).toEqual([]);
  });
});

function refsOf({ rows }: Awaited<ReturnType<typeof answersOf>>['result']) {
  return rows.map(([start]) => (start as { ref: string }).ref);
}
