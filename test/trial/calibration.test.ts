import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { weighingSchema, type WeightRevision } from '../../domain/calibration.ts';
import type { TriageChange } from '../../domain/disposition.ts';
import type { TrialResult } from '../../domain/trial.ts';
import { explain } from '../../server/decisions/explain/explain.ts';
import { activateWeights } from '../../server/decisions/trial/activate-weights.ts';
import { changeItems } from '../../server/decisions/triage/change.ts';
import {
  storeWeightRevision,
  weightRevisions,
} from '../../server/detection/weights/weights-in-force.ts';
import { shippedWeights } from '../../server/detection/weights/weights.ts';
import { addPerson, houseOf } from '../../server/people/persons.ts';
import { makeToken } from '../../server/people/tokens.ts';
import { ConflictError, NotFoundError, UsageError } from '../../server/platform/problems.ts';
import { shownEntries } from '../../server/trust/custody/shown.ts';
import { testDatabase } from '../database.ts';
import { runSkein } from '../run-skein.ts';
import {
  detectAgain,
  everything,
  home,
  loadWorld,
  office,
  ring,
  tryOut,
  type Detected,
} from './trying.ts';

const tested = testDatabase();
const run = promisify(execFile);

let live: Detected;

async function decide(id: string, change: TriageChange) {
  const acting = { home: tested.settings.home, by: 'ana', now: new Date().toISOString() };
  await changeItems(tested.database, { ...acting, fourEyes: false }, [{ id, rests_on: 0 }], change);
}

function put(by: string, asked: { trial?: string; back_to?: number; rests_on: number }) {
  const acting = { home: tested.settings.home, by, now: new Date().toISOString() };
  return activateWeights(
    tested.database,
    acting,
    weighingSchema.parse({ why: 'learned here', ...asked }),
  );
}

/** What it printed, on either stream, and its exit status. */
async function skein(...words: string[]): Promise<{ status: number; out: string }> {
  return run(process.execPath, ['bin/skein.mjs', ...words], { env: tested.environment }).then(
    ({ stdout }) => ({ status: 0, out: stdout }),
    (error: unknown) => {
      const { code, stderr } = error as { code: number; stderr: string };
      return { status: code, out: stderr };
    },
  );
}

const found = (accounts: readonly string[]) =>
  live.findings.find(
    (one) => one.detector === 'shared-device' && one.accounts.join() === accounts.join(),
  )!.id;

beforeAll(async () => {
  await loadWorld(tested);
});

describe('a calibration', () => {
  it('needs a run, and something that was decided, and says so', async () => {
    await expect(tryOut(tested, { calibrate: true })).rejects.toThrow(/no run yet/);
    live = await detectAgain(tested);
    const asked = tryOut(tested, { calibrate: true });
    await expect(asked).rejects.toThrow(UsageError);
    await expect(asked).rejects.toThrow(/Nothing has been confirmed or dismissed yet/);
    // An error in the data says nothing of what findings tell.
    await decide(found(home), { state: 'dismissed', reason: 'data_error', why: 'loaded twice' });
    await expect(tryOut(tested, { calibrate: true })).rejects.toThrow(UsageError);
  });

  it('says which weights move within what, and what would be otherwise, and changes nothing', async () => {
    const cluster = live.clusters.find(({ accounts }) => accounts.includes(ring[0]!))!.id;
    await decide(cluster, { state: 'confirmed', why: 'one hand' });
    await decide(found(office), { state: 'dismissed', reason: 'office_nat', why: 'one office' });
    const before = await everything(tested);
    const { result } = await tryOut(tested, { calibrate: true });
    const { confirmed, dismissed, weights } = result.calibration!;
    expect({ confirmed, dismissed }).toEqual({ confirmed: 1, dismissed: 1 });
    const moved = weights.filter(({ from, to }) => from !== to);
    expect(moved.length).toBeGreaterThan(0);
    for (const { from, shipped, to, low, high, decisions } of moved) {
      expect(from).toBe(shipped);
      expect(low).toBeLessThanOrEqual(to);
      expect(high).toBeGreaterThanOrEqual(to);
      expect(decisions).toBeGreaterThan(0);
    }
    expect(result.accounts.raised + result.accounts.lowered).toBeGreaterThan(0);
    expect(result.findings.kept.total).toBe(live.findings.length);
    expect(await everything(tested)).toBe(before);
    expect((await detectAgain(tested)).bytes).toBe(live.bytes);
  });

  it('is put in force by another person, used by the next run, and taken back', async () => {
    const trial = await tryOut(tested, { calibrate: true });
    await expect(put('ana', { trial: trial.id, rests_on: 0 })).rejects.toThrow(
      /another person must put its weights in force/,
    );
    await expect(put('ben', { trial: 'T-none', rests_on: 0 })).rejects.toThrow(NotFoundError);
    await expect(put('ben', { trial: trial.id, rests_on: 3 })).rejects.toThrow(ConflictError);
    const first = await put('ben', { trial: trial.id, rests_on: 0 });
    expect(first).toMatchObject({ revision: 1, by: 'ben', proposed_by: 'ana', trial: trial.id });
    await expect(put('ben', { trial: trial.id, rests_on: 1 })).rejects.toThrow(UsageError);

    const shipped = live.run.weights!;
    expect(shipped.revision).toBe(0);
    const calibrated = await detectAgain(tested);
    expect(calibrated.run.weights).toEqual({ revision: 1, digest: first.digest });
    expect(first.digest).not.toBe(shipped.digest);
    // What the trial foretold has come, account by account.
    const scores = (run: Detected) =>
      new Map(run.accounts.map(({ account_id, score }) => [account_id, score]));
    const [then, now] = [scores(live), scores(calibrated)];
    const ids = [...then.keys()];
    expect(ids.filter((id) => now.get(id)! > then.get(id)!)).toHaveLength(
      trial.result.accounts.raised,
    );
    expect(ids.filter((id) => now.get(id)! < then.get(id)!)).toHaveLength(
      trial.result.accounts.lowered,
    );
    // Of the same decisions nothing more is learned: each starts from what is shipped.
    const again = await tryOut(tested, { calibrate: true });
    expect(again.result.calibration!.weights.filter(({ from, to }) => from !== to)).toEqual([]);
    expect(again.result.accounts).toMatchObject({ raised: 0, lowered: 0 });

    await expect(put('ana', { back_to: 7, rests_on: 1 })).rejects.toThrow(NotFoundError);
    const back = await put('ana', { back_to: 0, rests_on: 1 });
    expect(back).toMatchObject({ revision: 2, weights: [], trial: null, digest: shipped.digest });
    const taken = await detectAgain(tested);
    expect(taken.bytes).toBe(live.bytes);
    expect(taken.run.weights).toEqual({ revision: 2, digest: shipped.digest });
    expect((await weightRevisions(tested.database)).map(({ revision }) => revision)).toEqual([
      2, 1,
    ]);
  });

  it('of a trial that estimated no weights is refused', async () => {
    const other = await tryOut(tested, { changes: { 'shared-device': { hub_accounts: 3 } } });
    await expect(put('ben', { trial: other.id, rests_on: 2 })).rejects.toThrow(
      /has estimated no weights/,
    );
  });

  it('stands in the custody log, with who had it estimated and who put it in force', async () => {
    const log: unknown[] = [];
    for await (const { subject, before, after } of shownEntries(tested.settings.home, {
      act: 'judge',
    }))
      if ('weights' in subject) log.push({ subject, before, after });
    const [first, second] = (await weightRevisions(tested.database)).reverse();
    expect(log).toMatchObject([
      {
        subject: { weights: 1 },
        before: { weights: 'shipped' },
        after: { weights: first!.digest, trial: first!.trial, proposed_by: 'ana' },
      },
      { subject: { weights: 2 }, before: { weights: first!.digest }, after: { moved: 0 } },
    ]);
    expect(log[1]).toMatchObject({ after: { weights: second!.digest, why: 'learned here' } });
  });

  it('is printed by skein calibrate, which puts nothing in force, nor does who ran it', async () => {
    const before = await weightRevisions(tested.database);
    const told = await skein('calibrate');
    expect(told).toMatchObject({ status: 0 });
    expect(told.out).toContain('Estimated from 1 confirmation and 1 dismissal');
    expect(told.out).toMatch(/^ {2}group:tight +3\.00 +\d\.\d\d +\d\.\d\d to \d\.\d\d +\d$/m);
    expect(told.out).toMatch(/^Scores: \d+ higher, \d+ lower/m);
    const id = /skein calibrate activate (T-\S+)/.exec(told.out)![1]!;
    const own = await skein('calibrate', 'activate', id, '--why', 'mine');
    expect(own.status).toBe(1);
    expect(own.out).toContain('another person must put its weights in force');
    const { out } = await skein('calibrate', '--json');
    const { result } = JSON.parse(out) as { result: TrialResult };
    expect(result.calibration!.weights.length).toBeGreaterThan(0);
    expect(await weightRevisions(tested.database)).toEqual(before);
    const history = (await skein('calibrate', 'history')).out;
    expect(history).toMatch(/^2 .* ana: as shipped – learned here\n1 .* ben: \d+ weights other/);
  });

  it('stays with its run: why two are linked is told by the weights that the run used', async () => {
    const shipped = shippedWeights().link.prior;
    const prior = { sum: 'link' as const, term: 'prior', shipped, from: shipped, to: -3 };
    const revision = (number: number, weights: WeightRevision['weights']) =>
      storeWeightRevision(tested.database, {
        ...{ revision: number, weights, digest: '', why: 'a test', trial: null },
        ...{ proposed_by: null, by: 'ben', at: new Date().toISOString() },
      });
    const told = async () => (await explain(tested.database, ring[0]!, ring[1]!)).prior;
    expect(await told()).toBe(shipped);
    await revision(3, [{ ...prior, low: -4, high: -2, decisions: 9 }]);
    expect(await told()).toBe(shipped);
    await detectAgain(tested);
    expect(await told()).toBe(-3);
    await revision(4, []);
    expect(await told()).toBe(-3);
  });

  it('is told apart by tokens where two people share the account of one machine', async () => {
    const house = houseOf(tested.database, tested.settings);
    const env = async (name: string) => {
      const lead = await addPerson(house, name, 'lead', new Date());
      const asked = { name: 'T', scope: ['look', 'see', 'work', 'lead'], days: 1 } as const;
      const { secret } = await makeToken(house, lead, asked, new Date());
      return { ...tested.environment, SKEIN_TOKEN: secret };
    };
    const [cleo, dan] = [await env('cleo'), await env('dan')];
    const told = await runSkein(cleo, 'calibrate');
    const id = /skein calibrate activate (T-\S+)/.exec(told.out)![1]!;
    const activate = ['calibrate', 'activate', id, '--why', 'learned here'];
    expect(await runSkein(cleo, ...activate)).toMatchObject({ status: 1, out: '' });
    const put = await runSkein(dan, ...activate);
    expect(put.status, put.err).toBe(0);
    const [inForce] = await weightRevisions(tested.database);
    expect(inForce).toMatchObject({ trial: id, proposed_by: 'cleo', by: 'dan' });
  });
});
