import { beforeEach, describe, expect, it } from 'vitest';
import { triageRoutes } from '../../domain/api/triage.ts';
import type { TriageChange, TriageItem } from '../../domain/disposition.ts';
import type { CheckResult } from '../../domain/explanation-check.ts';
import type { Cluster, BareFinding } from '../../domain/finding.ts';
import { honestExplanations } from '../../domain/honest-explanation.ts';
import { allChecks, checksBySubject } from '../../server/decisions/explanations/check-store.ts';
import { explanationsOf } from '../../server/decisions/explanations/explanations.ts';
import {
  checkExplanation,
  queueItem,
  withdrawCheck,
} from '../../server/decisions/explanations/record.ts';
import { explanationsChecked } from '../../server/decisions/trial/calibrated.ts';
import { catalogue } from '../../server/detection/catalogue/catalogue.ts';
import { withLocale } from '../../server/platform/locale.ts';
import { shownEntries } from '../../server/trust/custody/shown.ts';
import { ConflictError, UsageError } from '../../server/platform/problems.ts';
import { changeItems, type Acting } from '../../server/decisions/triage/change.ts';
import { allDispositions } from '../../server/decisions/triage/disposition-store.ts';
import { wholeItem } from '../../server/decisions/triage/items.ts';
import { queueOf } from '../../server/decisions/triage/queue.ts';
import { reconcileDecisions } from '../../server/decisions/triage/reconcile.ts';
import { testDatabase } from '../database.ts';
import { madeCluster, madeFinding, madeRun, storeMade } from './made-runs.ts';

const tested = testDatabase();

/** Each act is a millisecond after the one before. */
let moment = Date.parse('2026-03-02T12:00:00.000Z');
const now = () => new Date(moment++).toISOString();

const payout = madeFinding('F-payout', 'shared-payout', ['a1', 'a2', 'a3'], 0.6);
const device = madeFinding('F-device', 'shared-device', ['a1', 'a2'], 0.5);
const lone = madeFinding('F-lone', 'watchlist-match', ['a9'], 0.3);
const ring = madeCluster(['a1', 'a2', 'a3'], 0.8, [payout, device]);

let runs = 0;
async function run(findings: readonly BareFinding[], clusters: readonly Cluster[]): Promise<void> {
  runs += 1;
  await storeMade(tested.database, madeRun(runs, findings, clusters));
}

function acting(more: Partial<Acting> = {}): Acting {
  return { home: tested.settings.home, by: 'ana', now: now(), fourEyes: false, ...more };
}

const change = (
  id: string,
  rests_on: number,
  to: TriageChange,
  more: Partial<Acting> = {},
): Promise<TriageItem[]> => changeItems(tested.database, acting(more), [{ id, rests_on }], to);

async function item(id: string, at = now()) {
  const latest = await reconcileDecisions(tested.database, tested.settings.home, at);
  return wholeItem(tested.database, latest, id);
}

async function queue(query: Record<string, string> = {}): Promise<TriageItem[]> {
  const latest = await reconcileDecisions(tested.database, tested.settings.home, now());
  const { limit, ...filter } = triageRoutes.triage.query.parse(query);
  return (await queueOf(tested.database, latest!, filter, 'ana', null, limit)).found;
}

/** What the custody log holds of it. */
async function judged(): Promise<unknown[]> {
  const entries: unknown[] = [];
  for await (const entry of shownEntries(tested.settings.home, { act: 'judge' }))
    entries.push(entry);
  return entries;
}

beforeEach(async () => {
  await tested.empty();
  runs = 0;
  await run([payout, device, lone], [ring]);
});

describe('an honest explanation', () => {
  const rolledUp = { findings: 'rolled' };
  const explanations = async (id: string) =>
    explanationsOf(tested.database, (await queueItem(tested.database, acting(), id)).item);
  const check = (id: string, explanation: string, result: CheckResult, how: string) =>
    checkExplanation(tested.database, acting(), id, { explanation, result, how });

  it('of a finding is what its detector gives to consider; of a cluster what it was held against', async () => {
    const [payouts, rings] = [await explanations('F-payout'), await explanations(ring.id)];
    const said = (await catalogue()).find(({ id }) => id === 'shared-payout')!.messages.benign;
    expect(payouts.map(({ says, check: made }) => [says, made])).toEqual(
      said.map((says) => [says, null]),
    );
    expect(rings.map(({ explanation }) => explanation)).toEqual([...honestExplanations]);
    const translated = await withLocale('fr', () => explanations('F-payout'));
    expect(translated.map(({ explanation }) => explanation)).toEqual(
      payouts.map(({ explanation }) => explanation),
    );
  });

  it('is checked, checked again and withdrawn, and all of it stays, in the custody log too', async () => {
    const first = await check(ring.id, 'household', 'open', 'asked them for their address');
    expect(await item(ring.id)).toMatchObject({ state: 'new', revision: 0 });
    const second = await check(ring.id, 'household', 'fails', 'they live in two towns');
    const of = async () =>
      (await explanations(ring.id)).find(({ explanation }) => explanation === 'household')!;
    expect(await of()).toMatchObject({
      check: { id: second.id, result: 'fails', how: 'they live in two towns', by: 'ana' },
      former: [{ id: first.id, result: 'open' }],
    });
    await withdrawCheck(tested.database, acting({ by: 'ben' }), second.id, 'another pair');
    expect(await of()).toMatchObject({
      check: { id: first.id, withdrawn: null },
      former: [{ id: second.id, withdrawn: { by: 'ben', why: 'another pair' } }],
    });
    await expect(withdrawCheck(tested.database, acting(), second.id, 'once more')).rejects.toThrow(
      ConflictError,
    );
    await expect(check(ring.id, 'nothing of it', 'fails', 'x')).rejects.toThrow(UsageError);
    const log = await judged();
    expect(log.slice(-2)).toMatchObject([
      { after: { explanation: 'household', result: 'fails', how: 'they live in two towns' } },
      { after: { explanation: 'household', result: 'withdrawn', why: 'another pair' } },
    ]);
  });

  it('stays checked when the cluster goes on under another id, and says of how many it was', async () => {
    await check(ring.id, 'business', 'fails', 'no agency has them');
    const more = madeFinding('F-more', 'shared-payout', ['a3', 'a4'], 0.4);
    const grown = madeCluster(['a1', 'a2', 'a3', 'a4'], 0.8, [payout, device, more]);
    await run([payout, device, more, lone], [grown]);
    const checked = (await explanations(grown.id)).filter(({ check: made }) => made !== null);
    expect(checked).toMatchObject([
      { explanation: 'business', check: { result: 'fails', accounts: 3 } },
    ]);
    const of = await checksBySubject(tested.database, [grown.id, 'F-payout']);
    expect([...of].map(([id, made]) => [id, made.length])).toEqual([[grown.id, 1]]);
  });

  it('is counted beside the decisions that weights are learned from, and moves no weight', async () => {
    await check(ring.id, 'household', 'fails', 'two towns');
    await check('F-lone', (await explanations('F-lone'))[0]!.explanation, 'holds', 'seen');
    const counts = async () => {
      const [all, checks] = [
        await allDispositions(tested.database),
        await allChecks(tested.database),
      ];
      return explanationsChecked(all, checks);
    };
    // Nothing was confirmed or dismissed yet.
    expect(await counts()).toEqual([]);
    await change(ring.id, 0, { state: 'confirmed', why: 'one hand' });
    expect(await counts()).toEqual([
      expect.objectContaining({ explanation: 'household', holds: 0, fails: 1, open: 0 }),
    ]);
    // What was touched by a check alone stays where it was in the queue rolled up.
    expect((await queue({ ...rolledUp, state: 'open' })).map(({ id }) => id)).toEqual([
      'F-payout',
      'F-device',
      'F-lone',
    ]);
  });
});
