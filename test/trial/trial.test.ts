import { beforeAll, describe, expect, it } from 'vitest';
import type { TriageChange } from '../../domain/disposition.ts';
import { shownEntries } from '../../server/trust/custody/shown.ts';
import { catalogue } from '../../server/detection/catalogue/catalogue.ts';
import { latestRun, runs } from '../../server/detection/runs/read-runs.ts';
import { parameterHistory } from '../../server/decisions/trial/activate-parameters.ts';
import { ConflictError, InvalidDataError, UsageError } from '../../server/platform/problems.ts';
import { withLocale } from '../../server/platform/locale.ts';
import { passedCandidates } from '../../server/decisions/trial/candidate.ts';
import { listTrials, trialById } from '../../server/decisions/trial/trial-store.ts';
import { changeItems } from '../../server/decisions/triage/change.ts';
import { testDatabase } from '../database.ts';
import {
  detectAgain,
  everything,
  home,
  loadWorld,
  office,
  ring,
  setParameters,
  tryOut,
  type Detected,
} from './trying.ts';

const tested = testDatabase();

let live: Detected;
/** The findings of the world's machines. */
const onDevice = { ring: '', office: '', home: '' };
let ringCluster: string;

async function decide(id: string, change: TriageChange) {
  const acting = { home: tested.settings.home, by: 'ana', now: new Date().toISOString() };
  const wanted = [{ id, rests_on: 0 }];
  await changeItems(tested.database, { ...acting, fourEyes: false }, wanted, change);
}

const hub = (hub_accounts: number) => ({ changes: { 'shared-device': { hub_accounts } } });

beforeAll(async () => {
  await loadWorld(tested);
  live = await detectAgain(tested);
  const found = (accounts: readonly string[]) =>
    live.findings.find(
      (one) => one.detector === 'shared-device' && one.accounts.join() === accounts.join(),
    )!.id;
  Object.assign(onDevice, { ring: found(ring), office: found(office), home: found(home) });
  ringCluster = live.clusters.find(({ accounts }) => accounts.includes('r1'))!.id;
  await decide(ringCluster, { state: 'confirmed', why: 'one hand' });
  await decide(onDevice.office, { state: 'dismissed', reason: 'office_nat', why: 'one office' });
});

describe('a trial', () => {
  it('tells what would be lost, and what was decided of it, and changes nothing', async () => {
    const before = await everything(tested);
    const trial = await tryOut(tested, hub(3));
    expect(trial).toMatchObject({ state: 'done', by: 'ana', beside: live.run.run, problem: null });
    const { findings, items, detectors, accounts, clusters } = trial.result;
    expect(detectors).toMatchObject([
      {
        id: 'shared-device',
        from: { parameters: { hub_accounts: 40 }, findings: 3 },
        to: { parameters: { hub_accounts: 3 }, findings: 1 },
        query: null,
      },
    ]);
    expect(findings.found.total).toBe(0);
    expect(findings.lost).toEqual({
      total: 2,
      undecided: 0,
      decided: { confirmed: 1, dismissed: 1, accepted: 0, appealed: 0, referred: 0, victim: 0 },
      dismissed_for: { office_nat: 1 },
    });
    expect(findings.kept.total + findings.changed.total).toBe(live.findings.length - 2);
    // The gravest first; of the ring's finding nobody has decided, but of its cluster.
    expect(items.filter(({ change }) => change === 'lost')).toMatchObject([
      { id: onDevice.ring, earlier: { state: 'confirmed', basis: 'cluster', of: ringCluster } },
      { id: onDevice.office, earlier: { state: 'dismissed', reason: 'office_nat', basis: 'own' } },
    ]);
    // The ring is a little less sure, and still a cluster by all else that binds it.
    expect(accounts).toMatchObject({ raised: 0, lowered: office.length + ring.length });
    expect([...accounts.over, ...accounts.under, ...clusters]).toEqual([]);
    expect(await everything(tested)).toBe(before);
    expect((await latestRun(tested.database))!.run).toBe(live.run.run);
    expect(await runs(tested.database, null, 10)).toHaveLength(1);
    expect((await detectAgain(tested)).bytes).toBe(live.bytes);
    const told = await withLocale('fr', () => trialById(tested.database, trial.id));
    const [lost] = told.result!.items.filter(({ change }) => change === 'lost');
    expect(lost!.title).not.toBe(items.find(({ id }) => id === lost!.id)!.title);
  });

  it('of the values in force says that nothing would change', async () => {
    await expect(tryOut(tested, {})).rejects.toThrow(UsageError);
    const { result } = await tryOut(tested, hub(40));
    expect(result.findings.kept.total).toBe(live.findings.length);
    expect(result.clusters).toEqual([]);
    expect(result.accounts).toMatchObject({ raised: 0, lowered: 0 });
  });

  it('of a query in the place of a detector’s own shows what that would find', async () => {
    const { query } = (await catalogue()).find(({ id }) => id === 'shared-device')!;
    const begins = 'UNWIND $rows AS p\n';
    const two = query.replace(begins, `${begins}WITH p WHERE p.device <> 'd-home'\n`);
    expect(two).not.toBe(query);
    const { result } = await tryOut(tested, { queries: { 'shared-device': two } });
    expect(result.detectors).toMatchObject([
      { query: expect.stringMatching(/^[0-9a-f]{64}$/) as string, to: { findings: 2 } },
    ]);
    expect(result.items.filter(({ change }) => change === 'lost')).toMatchObject([
      { id: onDevice.home, earlier: null },
    ]);
  });

  it('after the program was brought up to date tells what new versions would change', async () => {
    const { version } = (await catalogue()).find(({ id }) => id === 'shared-device')!;
    const stored = JSON.stringify(live.run);
    const older = stored.replace(
      `"id":"shared-device","version":${version}`,
      `"id":"shared-device","version":${version - 1}`,
    );
    expect(older).not.toBe(stored);
    const store = (json: string) =>
      tested.database.write('MATCH (r:SkeinRun {complete: true}) SET r.json = $json', { json });
    await store(older);
    const { result } = await tryOut(tested, {});
    await store(stored);
    expect(result.detectors).toMatchObject([
      { id: 'shared-device', from: { version: version - 1 }, to: { version, findings: 3 } },
    ]);
    expect(result.findings.kept.total).toBe(live.findings.length);
  });

  it('tells whose score falls below the line, and which decided cluster falls apart', async () => {
    const nothing =
      'MATCH (a:Account) WHERE false RETURN a.id AS key, [a] AS nodes, [] AS relations, {} AS facts';
    const without = ['shared-document', 'shared-payout', 'shared-template'];
    const { result } = await tryOut(tested, {
      ...hub(3),
      queries: Object.fromEntries(without.map((id) => [id, nothing])),
    });
    expect(result.accounts.under.map((one) => one.account_id).sort()).toEqual(ring);
    expect(result.accounts).toMatchObject({ line: 0.5, under_count: ring.length, over_count: 0 });
    expect(result.clusters).toMatchObject([
      { change: 'gone', id: ringCluster, earlier: { state: 'confirmed', basis: 'own' } },
    ]);
    expect(result.findings.lost.decided).toMatchObject({ confirmed: 4, dismissed: 1 });
  });

  it('lets a query that comes with the program run as a candidate, whatever it calls its variables', async () => {
    const own = (await catalogue()).map(({ id, query }) => [id, query] as const);
    const { faults, sent } = await passedCandidates(tested.database, Object.fromEntries(own));
    // These gather texts into lists by what they have gathered, which the gate cannot tell from doubling a text.
    const gathering = ['new-account-burst', 'remote-desktop', 'shared-ip'];
    expect(faults.map(({ where }) => where)).toEqual(gathering);
    expect(Object.keys(sent)).toHaveLength(own.length - gathering.length);
    const clause = await passedCandidates(tested.database, { a: 'USE other MATCH (n) RETURN n' });
    expect(clause.faults).toMatchObject([
      { where: 'a', problem: expect.stringContaining('USE') as string },
    ]);
  });

  it('keeps out a query that does more than read, meets the ground truth or returns what it must not', async () => {
    const asked = (query: string) => tryOut(tested, { queries: { 'shared-device': query } });
    const before = await listTrials(tested.database, 100);
    for (const query of [
      'MATCH (d:Device) DETACH DELETE d RETURN 1 AS key',
      'MATCH (l:Label) RETURN l.id AS key',
      'RETURN',
    ])
      await expect(asked(query)).rejects.toMatchObject({
        details: [{ where: 'body.queries.shared-device' }],
      });
    expect(await listTrials(tested.database, 100)).toEqual(before);
    await expect(
      asked("RETURN 'x' AS key, [] AS nodes, [] AS relations, {} AS facts"),
    ).rejects.toThrow(InvalidDataError);
    const [failed] = await listTrials(tested.database, 1);
    expect(failed).toMatchObject({ state: 'failed', beside: null });
    expect(failed!.problem).toContain('shared-device');
    expect((await trialById(tested.database, failed!.id)).result).toBeNull();
  });

  it('is not made beside a run whose data were others', async () => {
    const latest = await latestRun(tested.database);
    await tested.database.write("CREATE (:SkeinLoad {id: 'L-since'})");
    await expect(tryOut(tested, hub(3))).rejects.toThrow(ConflictError);
    await tested.database.write("MATCH (l:SkeinLoad {id: 'L-since'}) DELETE l");
    await expect(tryOut(tested, { changes: { 'payout-funnel': {} } })).rejects.toThrow(latest!.run);
  });
});

describe('values in force', () => {
  it('are used and named by the next run, beside which a trial shows what they had lost', async () => {
    const { id } = await tryOut(tested, hub(3));
    await expect(setParameters(tested, { hub_accounts: 4 }, 0, id)).rejects.toThrow(ConflictError);
    const revision = await setParameters(tested, { hub_accounts: 3 }, 0, id);
    expect(revision).toMatchObject({ revision: 1, values: { hub_accounts: 3 }, trial: id });
    await expect(setParameters(tested, { hub_accounts: 9 }, 0)).rejects.toThrow(ConflictError);
    await expect(setParameters(tested, { hub_accounts: 3 }, 1)).rejects.toThrow(UsageError);
    // What the next run would show is told without naming anything.
    expect((await tryOut(tested, {})).result.findings.lost.total).toBe(2);

    const run = await detectAgain(tested);
    const device = () => run.run.detectors.find((one) => one.id === 'shared-device');
    expect(device()).toMatchObject({ parameters: { hub_accounts: 3 }, revision: 1, findings: 1 });
    expect(run.run.detectors.find((one) => one.id === 'shared-payout')!.revision).toBe(0);
    const lost = run.findings.map((finding) => finding.id);
    expect(lost).not.toContain(onDevice.office);

    const back = await tryOut(tested, hub(40));
    expect(back.result.findings.found).toMatchObject({
      ...{ total: 2, undecided: 0, dismissed_for: { office_nat: 1 } },
      decided: { confirmed: 1, dismissed: 1 },
    });
    expect(back.result.items.filter(({ change }) => change === 'found')).toMatchObject([
      { id: onDevice.ring },
      { id: onDevice.office, earlier: { basis: 'own', state: 'dismissed' } },
    ]);
    // A value that is the declared one is none that differs.
    expect((await setParameters(tested, { hub_accounts: 40 }, 1, back.id)).values).toEqual({});
    const restored = await detectAgain(tested);
    expect(restored.bytes).toBe(live.bytes);
    expect(await runs(tested.database, null, 10)).toHaveLength(4);
    const history = await parameterHistory(tested.database, 'shared-device');
    expect(history.map((one) => [one.revision, one.values, one.trial])).toEqual([
      [2, {}, back.id],
      [1, { hub_accounts: 3 }, id],
    ]);
    const log: unknown[] = [];
    for await (const { subject, before, after } of shownEntries(tested.settings.home, {
      act: 'judge',
    }))
      if ('detector' in subject) log.push({ subject, before, after });
    expect(log).toMatchObject([
      {
        subject: { detector: 'shared-device', revision: 1 },
        before: { parameters: {} },
        after: { parameters: { hub_accounts: 3 }, trial: id, why: 'seen in a trial' },
      },
      { subject: { revision: 2 }, before: { parameters: { hub_accounts: 3 } } },
    ]);
  });

  it('give way to what a run is asked for itself alone, which it names', async () => {
    const parameters = { 'shared-device': { hub_accounts: 5 } };
    const run = await detectAgain(tested, { parameters });
    expect(run.run.detectors.find((one) => one.id === 'shared-device')).toMatchObject({
      ...{ parameters: { hub_accounts: 5 }, asked: ['hub_accounts'], findings: 2 },
    });
    expect((await detectAgain(tested)).bytes).toBe(live.bytes);
    const elsewhere = { parameters: { 'small-debits': { min_debits: 3 } } };
    await expect(detectAgain(tested, elsewhere)).rejects.toThrow('small-debits');
  });

  it('that a later program cannot use stop a run, and say so', async () => {
    const revision = {
      ...{ detector: 'shared-device', revision: 3, values: '{"gone": 1}' },
      ...{ why: 'of before', by: 'ana', at: '2026-01-01T00:00:00.000Z' },
    };
    await tested.database.write('CREATE (p:SkeinParameterRevision) SET p = $revision', {
      revision,
    });
    await expect(detectAgain(tested)).rejects.toThrow(/revision 3.*gone.*skein detector/s);
    await setParameters(tested, {}, 3);
    expect((await detectAgain(tested)).bytes).toBe(live.bytes);
  });
});
