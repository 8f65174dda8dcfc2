import { beforeEach, describe, expect, it } from 'vitest';
import { triageRoutes } from '../../domain/api/triage.ts';
import type { TriageChange, TriageItem } from '../../domain/disposition.ts';
import type { Cluster, BareFinding } from '../../domain/finding.ts';
import { shownEntries } from '../../server/trust/custody/shown.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import { ConflictError, NotFoundError, UsageError } from '../../server/platform/problems.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { changeItems, commentItem, type Acting } from '../../server/decisions/triage/change.ts';
import { undoItems } from '../../server/decisions/triage/undo.ts';
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

const officeNat: TriageChange = { state: 'dismissed', reason: 'office_nat', why: 'one office' };

beforeEach(async () => {
  await tested.empty();
  runs = 0;
  await run([payout, device, lone], [ring]);
});

describe('the queue', () => {
  it('holds what the latest run found, by score, as new, and filters', async () => {
    expect((await queue()).map(({ id, state, revision }) => [id, state, revision])).toEqual([
      [ring.id, 'new', 0],
      ['F-payout', 'new', 0],
      ['F-device', 'new', 0],
      ['F-lone', 'new', 0],
    ]);
    await change('F-lone', 0, { state: 'in_review', assignee: '@me', due: '2026-03-09' });
    await change('F-device', 0, officeNat);
    const ids = async (query: Record<string, string>) => (await queue(query)).map(({ id }) => id);
    expect(await ids({ state: 'open', kind: 'finding' })).toEqual(['F-payout', 'F-lone']);
    expect(await ids({ state: 'dismissed' })).toEqual(['F-device']);
    expect(await ids({ assignee: '@me' })).toEqual(['F-lone']);
    expect(await ids({ assignee: 'ben' })).toEqual([]);
    expect(await ids({ due: '2026-03-08' })).toEqual([]);
    expect(await ids({ due: '2026-03-09' })).toEqual(['F-lone']);
    expect(await ids({ text: 'A9' })).toEqual(['F-lone']);
    expect((await ids({ sort: 'due' }))[0]).toBe('F-lone');
  });

  it('rolled up has a cluster with what it holds, and what is in none; it unfolds', async () => {
    await change('F-device', 0, officeNat);
    const rows = await queue({ findings: 'rolled', state: 'open' });
    expect(rows.map(({ id, findings }) => [id, findings])).toEqual([
      [
        ring.id,
        [
          { detector: 'shared-device', open: 0, all: 1 },
          { detector: 'shared-payout', open: 1, all: 1 },
        ],
      ],
      ['F-lone', undefined],
    ]);
    const within = await queue({ cluster: ring.id });
    expect(within.map(({ id, state }) => [id, state])).toEqual([
      ['F-payout', 'new'],
      ['F-device', 'dismissed'],
    ]);
    // Once the cluster is decided and leaves the list, what is open of it stands by itself.
    await change(ring.id, 0, { state: 'confirmed', why: 'one hand' });
    const ids = async (query: Record<string, string>) => (await queue(query)).map(({ id }) => id);
    expect(await ids({ findings: 'rolled', state: 'open' })).toEqual(['F-payout', 'F-lone']);
    expect(await ids({ findings: 'rolled', text: 'a1' })).toEqual([ring.id]);
  });

  it('begins with what is least settled, where that is asked for', async () => {
    const score = (account_id: string, of: number) => ({
      ...{ account_id, score: of, cluster_id: null, detectors: [], prior: -5, reasons: [] },
    });
    runs += 1;
    await storeMade(tested.database, {
      ...madeRun(runs, [payout, device, lone], [ring]),
      accounts: [score('a1', 0.9), score('a2', 0.8), score('a3', 0.1), score('a9', 0.52)],
    });
    const ids = (await queue({ sort: 'doubt' })).map(({ id }) => id);
    // By the score of the cluster (0.8), and of findings the mean of their accounts (0.52, 0.6 and 0.85).
    expect(ids).toEqual(['F-lone', 'F-payout', ring.id, 'F-device']);
    expect((await queue({})).map(({ id }) => id)[0]).toBe(ring.id);
  });

  it('keeps what was decided of a finding that is found no more', async () => {
    await change('F-lone', 0, officeNat);
    await run([payout, device], [ring]);
    const gone = (await queue({ state: 'dismissed' }))[0]!;
    expect(gone).toMatchObject({ id: 'F-lone', gone: true, title: lone.title });
    await run([payout, device, lone], [ring]);
    expect(await item('F-lone')).toMatchObject({ gone: false, state: 'dismissed', revision: 1 });
  });
});

describe('a change', () => {
  it('is kept with who, when, why, before and after, in the custody log too', async () => {
    await change('F-payout', 0, { state: 'in_review', assignee: 'ben' });
    await change('F-payout', 1, officeNat, { by: 'ben' });
    await commentItem(tested.database, acting(), 'F-payout', 'Called the office.');
    const { decision, history } = await item('F-payout');
    expect(decision).toEqual({
      ...{ state: 'dismissed', reason: 'office_nat', until: null, why: 'one office' },
      ...{ by: 'ben', at: expect.stringContaining('2026-03-02T12') as string },
    });
    expect(
      history.map(({ kind, by, before, after, why }) => [kind, by, before, after, why]),
    ).toEqual([
      [
        'changed',
        'ana',
        { state: 'new', assignee: null },
        { state: 'in_review', assignee: 'ben' },
        null,
      ],
      [
        'changed',
        'ben',
        { state: 'in_review', reason: null },
        { state: 'dismissed', reason: 'office_nat' },
        'one office',
      ],
      ['comment', 'ana', null, null, 'Called the office.'],
    ]);
    const log = await judged();
    expect(log.slice(-2)).toMatchObject([
      {
        subject: { queue: ['F-payout'] },
        before: { states: ['in_review'] },
        after: { state: 'dismissed', reason: 'office_nat', why: 'one office' },
      },
      { subject: { queue: ['F-payout'] }, after: { comment: 'Called the office.' } },
    ]);
  });

  it('is refused when another was faster, and when the state does not allow it', async () => {
    await change('F-payout', 0, { assignee: 'ben' });
    await expect(change('F-payout', 0, officeNat)).rejects.toThrow(ConflictError);
    await change('F-payout', 1, officeNat);
    await expect(change('F-payout', 2, { state: 'confirmed', why: 'x' })).rejects.toThrow(
      ConflictError,
    );
    const both = await Promise.allSettled([
      change('F-device', 0, { assignee: 'ana' }),
      change('F-device', 0, { assignee: 'ben' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await item('F-device')).history).toHaveLength(1);
  });

  it('of many happens to all or to none, and says of each why not', async () => {
    await change('F-device', 0, { assignee: 'ben' });
    const wanted = ['F-payout', 'F-device', 'F-lone'].map((id) => ({ id, rests_on: 0 }));
    const refused = await changeItems(tested.database, acting(), wanted, officeNat).catch(
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(ConflictError);
    expect((refused as ConflictError).details.map(({ where }) => where)).toEqual(['body.items.1']);
    expect((await queue({ state: 'dismissed' })).length).toBe(0);
    const right = wanted.filter(({ id }) => id !== 'F-device');
    expect(await changeItems(tested.database, acting(), right, officeNat)).toHaveLength(2);
    expect((await queue({ state: 'dismissed' })).length).toBe(2);
    await expect(change('F-none', 0, officeNat)).rejects.toThrow(NotFoundError);
  });

  it.each<[TriageChange, string]>([
    [{}, 'body.change'],
    [{ state: 'dismissed', why: 'x' }, 'body.change.reason'],
    [{ state: 'dismissed', reason: 'family' }, 'body.change.why'],
    [{ state: 'confirmed', reason: 'family', why: 'x' }, 'body.change.reason'],
    [{ state: 'accepted', why: 'x' }, 'body.change.until'],
    [{ state: 'accepted', until: '2026-03-02', why: 'x' }, 'body.change.until'],
    [{ why: 'x' }, 'body.change.why'],
  ])('%j is wrong in %s', async (to, where) => {
    const refused = await change('F-lone', 0, to).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UsageError);
    expect((refused as UsageError).details.map((one) => one.where)).toContain(where);
  });

  it('on a cluster decides the same of its open findings, where that is asked for', async () => {
    await change('F-device', 0, officeNat);
    const confirm: TriageChange = { state: 'confirmed', why: 'one hand', findings: 'open' };
    const answered = await change(ring.id, 0, confirm);
    expect(answered.map(({ id, state }) => [id, state])).toEqual([
      [ring.id, 'confirmed'],
      ['F-payout', 'confirmed'],
    ]);
    // What was decided by itself stays, and what is in no such cluster is left alone.
    expect((await item('F-device')).state).toBe('dismissed');
    expect((await item('F-lone')).state).toBe('new');
    const { history, decision } = await item('F-payout');
    expect(decision).toMatchObject({ state: 'confirmed', why: 'one hand', by: 'ana' });
    expect(history).toHaveLength(1);
    // The cluster's own findings bring it nothing new: it is not reopened by them.
    await run([payout, device, lone], [ring]);
    expect(await item(ring.id)).toMatchObject({ state: 'confirmed', news: [] });
    // They are taken back with it.
    const wanted = await Promise.all(
      [ring.id, 'F-payout'].map(async (id) => ({ id, rests_on: (await item(id)).revision })),
    );
    await undoItems(tested.database, acting(), wanted);
    expect((await item('F-payout')).state).toBe('new');
  });

  it('on findings along with a cluster is none of their own in any figure', async () => {
    const dismiss: TriageChange = { ...officeNat, findings: 'open' };
    await change(ring.id, 0, dismiss);
    const decided = (await allDispositions(tested.database)).filter(
      ({ kind, state }) => kind === 'finding' && state === 'dismissed',
    );
    expect(decided.map(({ of, first_decided }) => [of, first_decided]).sort()).toEqual([
      ['F-device', null],
      ['F-payout', null],
    ]);
    const turns = await tested.database.read<{ kind: string }>(
      'MATCH (e:SkeinDispositionEntry) WHERE e.became_at IS NOT NULL RETURN e.of_kind AS kind',
    );
    expect(turns).toEqual([{ kind: 'cluster' }]);
  });

  it('waits with the findings until a second person has agreed to the cluster', async () => {
    const confirm: TriageChange = { state: 'confirmed', why: 'one hand', findings: 'open' };
    await change(ring.id, 0, confirm, { fourEyes: true });
    expect((await item('F-payout')).state).toBe('new');
    await change(ring.id, 1, confirm, { by: 'ben', fourEyes: true });
    expect(await item('F-payout')).toMatchObject({ state: 'confirmed', proposed: null });
  });

  it('takes findings along with a decision alone', async () => {
    await expect(change(ring.id, 0, { state: 'in_review', findings: 'open' })).rejects.toThrow(
      UsageError,
    );
  });

  it('to confirmed needs two people where four eyes are asked for', async () => {
    const fourEyes = { fourEyes: true };
    const [proposed] = await change('F-lone', 0, { state: 'confirmed', why: 'seen' }, fourEyes);
    expect(proposed).toMatchObject({ state: 'in_review', proposed: { by: 'ana', why: 'seen' } });
    const confirm: TriageChange = { state: 'confirmed', why: 'seen too' };
    await expect(change('F-lone', 1, confirm, fourEyes)).rejects.toThrow(/another person/);
    const [agreed] = await change('F-lone', 1, confirm, { ...fourEyes, by: 'ben' });
    expect(agreed).toMatchObject({ state: 'confirmed', proposed: null });
    expect((await item('F-lone')).history.map(({ kind, by }) => [kind, by])).toEqual([
      ['proposed', 'ana'],
      ['changed', 'ben'],
    ]);
  });
});

describe('a decision', () => {
  it('survives runs that find the same, or more of the same kind', async () => {
    await change('F-payout', 0, officeNat);
    await change(ring.id, 0, { state: 'dismissed', reason: 'family', why: 'siblings' });
    const other = madeFinding('F-more', 'shared-payout', ['a3', 'a4'], 0.9);
    const found = [{ ...payout, score: 0.7, facts: { days: 90 } }, device, other];
    await run(found, [madeCluster(['a1', 'a2', 'a3', 'a4'], 0.86, found)]);
    expect(await item('F-payout')).toMatchObject({ state: 'dismissed', revision: 1, news: [] });
    const [grown] = await queue({ kind: 'cluster' });
    expect(grown).toMatchObject({ state: 'dismissed', revision: 1, news: [], accounts: 4 });
  });

  it('is reopened for what is materially new, which it says, once', async () => {
    await change('F-payout', 0, officeNat);
    const stronger = { ...payout, accounts: [...payout.accounts, 'a4'], score: 0.9, version: 2 };
    await run([stronger, device], [ring]);
    const news = [
      { kind: 'version', version: 2, from: 0.6, to: 0.9 },
      { kind: 'accounts', accounts: ['a4'] },
    ];
    const reopened = await item('F-payout');
    expect(reopened).toMatchObject({
      ...{ state: 'new', revision: 2, decision: null, news },
      earlier: { state: 'dismissed', reason: 'office_nat', by: 'ana', why: 'one office' },
    });
    expect(reopened.history.at(-1)).toMatchObject({ kind: 'reopened', news, by: 'Skein' });
    expect((await queue({ news: 'true' })).map(({ id }) => id)).toEqual(['F-payout']);
    await Promise.all([queue(), queue(), queue()]);
    await run([stronger, device], [ring]);
    expect((await item('F-payout')).history).toHaveLength(2);
    const log = await judged();
    expect(log.at(-1)).toMatchObject({ subject: { run: 'R-2', queue: ['F-payout'] } });
    // Decided anew, it holds on what is there now.
    await change('F-payout', 2, { state: 'confirmed', why: 'looked again' });
    await run([stronger, device], [ring]);
    expect(await item('F-payout')).toMatchObject({ state: 'confirmed', news: [], earlier: null });
  });

  it('that waits for somebody else stays, and what is new stands beside it', async () => {
    await change('F-payout', 0, { state: 'referred', why: 'handed over' });
    await run([{ ...payout, score: 0.95 }], []);
    await run([{ ...payout, score: 0.95 }], []);
    const { state, news, history } = await item('F-payout');
    expect([state, news]).toEqual(['referred', [{ kind: 'score', from: 0.6, to: 0.95 }]]);
    expect(history.map(({ kind }) => kind)).toEqual(['changed', 'news']);
  });

  it('to accept comes back on its day, by the clock that is handed in', async () => {
    await change('F-lone', 0, { state: 'accepted', until: '2026-04-01', why: 'contract until' });
    const eve = await item('F-lone', '2026-03-31T23:59:59.999Z');
    expect(eve).toMatchObject({ state: 'accepted', until: '2026-04-01' });
    const then = await item('F-lone', '2026-04-01T00:00:00.000Z');
    expect(then).toMatchObject({ state: 'new', news: [{ kind: 'until', until: '2026-04-01' }] });
  });

  it('on a cluster goes with it under another id, and to each part when it splits', async () => {
    await change(ring.id, 0, { state: 'dismissed', reason: 'family', why: 'siblings' });
    // One of these has a smaller digest, so that the id changes.
    const joining = Array.from({ length: 100 }, (_, at) => `b${at}`);
    const newcomer = joining.find((one) => madeCluster([one], 0, []).id < ring.id)!;
    const grown = madeCluster(['a1', 'a2', 'a3', newcomer], 0.8, [payout, device]);
    expect(grown.id).not.toBe(ring.id);
    await run([payout, device], [grown]);
    expect(await item(grown.id)).toMatchObject({ state: 'dismissed', revision: 1, news: [] });
    await expect(item(ring.id)).rejects.toThrow(NotFoundError);
    const parts = [
      madeCluster(['a1', 'a2'], 0.8, [device]),
      madeCluster(['a3', newcomer], 0.8, []),
    ];
    await run([payout, device], parts);
    for (const { id } of parts) {
      const part = await item(id);
      expect(part).toMatchObject({ state: 'dismissed', gone: false });
      expect(part.history[0]).toMatchObject({ kind: 'changed', why: 'siblings' });
    }
    // No cluster at all, and back again.
    await run([payout, device], []);
    expect((await queue({ state: 'dismissed' })).map(({ gone }) => gone)).toEqual([true, true]);
    await run([payout, device], [ring]);
    expect(await item(ring.id)).toMatchObject({ state: 'dismissed', gone: false });
    expect(await allDispositions(tested.database)).toHaveLength(2);
  });

  it('on a cluster is reopened where a member was confirmed elsewhere', async () => {
    await change(ring.id, 0, { state: 'dismissed', reason: 'family', why: 'siblings' });
    await change('F-device', 0, { state: 'confirmed', why: 'one desk' });
    await run([payout, device], [ring]);
    expect(await item(ring.id)).toMatchObject({
      state: 'new',
      news: [{ kind: 'confirmed', accounts: ['a1', 'a2'] }],
    });
  });

  it('is held against a run when the run is stored', async () => {
    await change('F-lone', 0, officeNat);
    const { run: stored } = await detect(
      tested.database,
      { only: ['shared-payout'], home: tested.settings.home },
      silentProgress,
    );
    expect((await allDispositions(tested.database))[0]!.run).toBe(stored.run);
    expect(stored.counts['findings']).toBe(0);
  });
});
