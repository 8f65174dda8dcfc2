import { beforeAll, describe, expect, it } from 'vitest';
import { outOf100 } from '../../domain/score.ts';
import { explain } from '../../server/decisions/explain/explain.ts';
import { withLocale } from '../../server/platform/locale.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { testDatabase } from '../database.ts';
import { detectedSample } from '../detected-sample.ts';

const tested = testDatabase();

/** Two of the sample whose payouts meet, and are paid out of what a listed party's front holds: by the same two rows. */
const [a, b] = ['a02374', 'a09693'];

describe('two accounts of the sample whose payouts meet at a front', () => {
  let result: DetectionResult;
  beforeAll(async () => {
    result = await detectedSample(tested);
  });

  it('are linked by that once: of what rests on the same rows, the strongest counts, and the other says so', async () => {
    const { weights, total, prior } = await explain(tested.database, a, b);
    const of = (detector: string) => weights.find((one) => one.detector === detector)!;
    const [money, watched] = [of('payout-funnel'), of('front-company')];
    expect(watched).toMatchObject({ weight: 0, same_rows: { as: money.finding } });
    expect(watched.same_rows!.alone).toBeGreaterThan(4);
    expect(money.same_rows).toBeNull();
    expect(total).toBeCloseTo(prior + weights.reduce((sum, { weight }) => sum + weight, 0), 9);
    expect(watched.reason).toContain(`rests on the same rows as “${money.what}”`);
    const alone = watched.same_rows!.alone;
    expect(watched.reason).toContain(`0.00 of ${alone.toFixed(2)}`);
  });

  it('says so in every language', async () => {
    const reasonIn = async (language: string) =>
      withLocale(language, async () => {
        const { weights } = await explain(tested.database, a, b);
        return weights.find(({ detector }) => detector === 'front-company')!.reason;
      });
    expect(await reasonIn('fr')).toContain('une ligne ne compte qu’une fois');
    expect(await reasonIn('es')).toContain('una fila cuenta una sola vez');
  });

  it('says beside how likely the group that both are in serves a scheme', async () => {
    const { score, group } = await explain(tested.database, a, b);
    const cluster = result.clusters.find(({ accounts }) => accounts.includes(a))!;
    expect(cluster.accounts).toContain(b);
    expect(group).toMatchObject({
      cluster: cluster.id,
      accounts: cluster.accounts.length,
      score: cluster.score,
    });
    expect(outOf100(score)).not.toBe(outOf100(cluster.score));
    const apart = result.clusters.find(({ id }) => id !== cluster.id)!.accounts[0]!;
    expect((await explain(tested.database, a, apart)).group).toBeNull();
  });

  it('keeps on each finding that binds which rows each of its accounts is tied by', () => {
    const noted = result.findings.filter((finding) => finding.rests_on);
    expect(noted.length).toBeGreaterThan(20);
    for (const { rests_on: rests, accounts } of noted)
      for (const { account, rows } of rests!) {
        expect(accounts).toContain(account);
        expect(rows).toEqual([...new Set(rows)].sort());
      }
  });
});
