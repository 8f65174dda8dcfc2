import { mkdir, mkdtemp, readdir, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LoggedJob, Plan } from '../../domain/input/schedule.ts';
import { listDeliveries } from '../../server/operations/delivery/delivery-store.ts';
import { runs } from '../../server/detection/runs/read-runs.ts';
import {
  askForJob,
  cancelJob,
  jobById,
  retryJob,
} from '../../server/operations/watch/job-store.ts';
import type { Deliver } from '../../server/operations/watch/work.ts';
import { allow } from '../allow.ts';
import { testDatabase } from '../database.ts';
import { deferred } from '../deferred.ts';
import { FakeClock } from './fake-clock.ts';
import { rounds, scheduled, watchOf } from './plans.ts';

const tested = testDatabase();
const patient = { timeout: 240_000 };
let clock: FakeClock;

beforeEach(async () => {
  clock = new FakeClock('2026-05-01T12:00:00.000Z');
  await tested.database.write(
    'MATCH (n) WHERE n:SkeinSchedule OR n:SkeinJob OR n:SkeinJobLine OR n:SkeinRun DETACH DELETE n',
  );
});

async function asked(fields: Partial<Plan> = {}): Promise<string> {
  const { id } = await scheduled(tested, clock, fields);
  return (await askForJob(tested.database, id, { now: clock.now() })).id;
}

const job = (id: string): Promise<LoggedJob> => jobById(tested.database, id);
const runCount = async () => (await runs(tested.database, null, 100)).length;
const texts = ({ log }: LoggedJob) => log.map(({ text }) => text).join('\n');

/** A delivery that goes on until it is let go, and says when it has begun. */
function gate() {
  const [begun, opened] = [deferred(), deferred()];
  const deliver: Deliver = async () => {
    begun.resolve();
    await opened.promise;
  };
  return { begun: begun.promise, open: opened.resolve, deliver };
}

const failing =
  (times: number): Deliver =>
  () =>
    times-- > 0 ? Promise.reject(new Error('the line is dead')) : Promise.resolve();

describe('a job', () => {
  it('detects, reports and hands over, and logs each step', patient, async () => {
    const handed: string[] = [];
    const deliver: Deliver = ({ run, files }) => {
      handed.push(run, ...files);
      return Promise.resolve();
    };
    const id = await asked();
    await rounds(watchOf(tested, clock, { deliver }));
    const done = await job(id);
    expect(done).toMatchObject({ state: 'done', attempt: 1, token: 1, problem: null });
    expect(handed).toEqual([
      done.run,
      ...['html', 'pdf', 'json', 'csv'].map((end) =>
        join(tested.settings.home, 'reports', done.run!, `report.${end}`),
      ),
    ]);
    const ended = done.log.filter(({ seconds }) => seconds !== null);
    expect(ended.map(({ step }) => step)).toEqual(['detect', 'report', 'deliver']);
    expect(done.counts).toMatchObject({ findings: 0, report_files: 4 });
    expect(texts(done)).toMatch(/Done in \d/);
  });

  it('is run once by two servers on one database', patient, async () => {
    const ids = [await asked(), await asked(), await asked()];
    const [one, other] = [watchOf(tested, clock), watchOf(tested, clock)];
    await rounds(one, other);
    await rounds(one, other);
    for (const id of ids) expect(await job(id)).toMatchObject({ state: 'done', token: 1 });
    expect(await runCount()).toBe(3);
  });

  it(
    'that fails is tried again after longer and longer, then failed for good',
    patient,
    async () => {
      const id = await asked({ retries: 2 });
      const watch = watchOf(tested, clock, { deliver: failing(3) });
      await rounds(watch);
      expect(await job(id)).toMatchObject({
        ...{ state: 'waiting', attempt: 1, next_at: '2026-05-01T12:01:00.000Z' },
        problem: expect.stringContaining('the line is dead') as string,
      });
      await rounds(watch);
      expect((await job(id)).attempt).toBe(1);
      clock.set('2026-05-01T12:01:00.000Z');
      await rounds(watch);
      expect(await job(id)).toMatchObject({ attempt: 2, next_at: '2026-05-01T12:03:00.000Z' });
      clock.set('2026-05-01T12:03:00.000Z');
      await rounds(watch);
      expect(await job(id)).toMatchObject({ state: 'failed', attempt: 3, next_at: null });
      // What was detected stays detected.
      expect(await runCount()).toBe(1);
      await retryJob(tested.database, id, clock.now());
      await rounds(watch);
      expect(await job(id)).toMatchObject({ state: 'done', attempt: 1, token: 4, problem: null });
      await expect(retryJob(tested.database, id, clock.now())).rejects.toThrow('tried again');
      await expect(cancelJob(tested.database, id, clock.now())).rejects.toThrow('ended');
    },
  );

  it('runs with the parameters of its schedule, and the run names them', patient, async () => {
    const id = await asked({ parameters: { 'self-rating': { high_share: 0.5 } } });
    await rounds(watchOf(tested, clock));
    expect(await job(id)).toMatchObject({ state: 'done' });
    const [run] = await runs(tested.database, null, 1);
    expect(run!.detectors).toMatchObject([
      { id: 'self-rating', parameters: { high_share: 0.5 }, asked: ['high_share'], revision: 0 },
    ]);
  });

  it('whose folder is not there says so', patient, async () => {
    await allow(tested, { inboxes: { folders: ['/none'] } });
    const id = await asked({ inbox: '/none/such', retries: 0 });
    await rounds(watchOf(tested, clock));
    const failed = await job(id);
    expect(failed.state).toBe('failed');
    expect(failed.problem).toMatch(/^The inbox \/none\/such is no folder/);
  });

  it('hands its report to the deliveries, once', patient, async () => {
    const folder = { kind: 'folder' as const, path: join(tested.settings.home, 'reports') };
    const recipients = [{ ...folder, formats: ['json' as const], language: 'fr' as const }];
    const id = await asked({ recipients, retries: 0 });
    await rounds(watchOf(tested, clock));
    const { state, run } = await job(id);
    expect(state).toBe('done');
    const deliveries = await listDeliveries(tested.database, { run: run! }, 10);
    expect(deliveries).toMatchObject([{ recipient: recipients[0], run, state: 'waiting' }]);
    expect(deliveries[0]!.subject).toMatch(/^Rapport sur les groupes/);
    expect((await readdir(join(tested.settings.home, 'reports', run!))).sort()).toEqual(
      ['csv', 'html', 'json', 'pdf'].map((format) => `report.${format}`),
    );
  });
});

describe('a job at work', () => {
  it('ends when it is cancelled', patient, async () => {
    const { begun, deliver } = gate();
    const id = await asked();
    const watch = watchOf(tested, clock, { deliver });
    await watch.round();
    await begun;
    expect(await cancelJob(tested.database, id, clock.now())).toMatchObject({ state: 'running' });
    await watch.idle();
    expect(await job(id)).toMatchObject({ state: 'cancelled', next_at: null });
  });

  it('ends at its time limit, and says so', patient, async () => {
    const { begun, deliver } = gate();
    const id = await asked({ time_limit_minutes: 30 });
    const watch = watchOf(tested, clock, { deliver });
    await watch.round();
    await begun;
    clock.set('2026-05-01T12:30:00.000Z');
    await watch.idle();
    expect(await job(id)).toMatchObject({
      state: 'failed',
      problem: 'Ended, as it took longer than its time limit of 30 minutes.',
    });
  });

  it('is given back by a server that ends, and taken up by another at once', patient, async () => {
    const { begun, deliver } = gate();
    const id = await asked();
    const [one, other] = [watchOf(tested, clock, { deliver }), watchOf(tested, clock)];
    await one.round();
    await begun;
    await one.stop();
    await rounds(other);
    expect(await job(id)).toMatchObject({ state: 'done', attempt: 1, token: 2 });
    expect(await runCount()).toBe(1);
  });

  it(
    'whose holder lost it is ended by another, and the holder writes nothing more',
    patient,
    async () => {
      const { begun, open, deliver } = gate();
      const lines: string[] = [];
      const id = await asked();
      const [one, other] = [
        watchOf(tested, clock, { deliver, leaseMs: 120_000, log: (line) => lines.push(line) }),
        watchOf(tested, clock),
      ];
      await one.round();
      await begun;
      // As if it had stood still for longer than its lease.
      await tested.database.write('MATCH (j:SkeinJob {id: $id}) SET j.lease_until = 0', { id });
      await rounds(other);
      const done = await job(id);
      expect(done).toMatchObject({ state: 'done', token: 2 });
      expect(texts(done)).toContain('takes the job over');
      open();
      await one.idle();
      expect(lines.at(-1)).toContain('another server has taken over');
      expect(await job(id)).toEqual(done);
    },
  );

  it('that was lost amid detection stores no run', patient, async () => {
    const id = await asked();
    const one = watchOf(tested, clock, { leaseMs: 120_000 });
    await one.round();
    await tested.database.write(
      "MATCH (j:SkeinJob {id: $id, state: 'running'}) SET j.token = j.token + 1",
      { id },
    );
    await one.idle();
    expect(await runCount()).toBe(0);
    expect((await job(id)).run).toBeNull();
  });
});

describe('an inbox', () => {
  const accounts = (id: string) => `account_id\n${id}\n`;

  it('gives each file once, and what cannot be loaded keeps nothing back', patient, async () => {
    const inbox = await mkdtemp(join(tmpdir(), 'skein-inbox-'));
    await allow(tested, { inboxes: { folders: [inbox] } });
    const put = async (folder: string, file: string, text: string) => {
      await mkdir(join(inbox, folder), { recursive: true });
      await writeFile(join(inbox, folder, file), text);
    };
    await put('one', 'accounts.csv', accounts('a1'));
    await put('two', 'accounts.csv', accounts('a2'));
    await put('two', 'ips.csv.part', 'ip\n');
    await put('bad', 'accounts.csv', 'nothing,known\n1,2\n');
    const { id } = await scheduled(tested, clock, { inbox });
    const watch = watchOf(tested, clock);
    const pulled = async () => {
      const { id: made } = await askForJob(tested.database, id, { now: clock.now() });
      await rounds(watch);
      return job(made);
    };
    const first = await pulled();
    expect(first).toMatchObject({ state: 'done' });
    expect(first.counts).toMatchObject({
      ...{ new_files: 1, new_folders: 1, unsettled_folders: 1, refused_folders: 1, rows: 1 },
    });
    expect(texts(first)).toMatch(/bad is not loaded: .+/);

    await rename(join(inbox, 'two', 'ips.csv.part'), join(inbox, 'two', 'ips.csv'));
    await put('one', 'devices.csv', 'device_id\nd1\n');
    expect((await pulled()).counts).toMatchObject({ new_files: 3, new_folders: 2 });
    expect((await pulled()).counts).toMatchObject({ new_files: 0, known_folders: 2, rows: 0 });
    expect((await readdir(inbox)).sort()).toEqual(['bad', 'one', 'two']);
    const [loads] = await tested.database.read<{ folders: string[][] }>(
      'MATCH (l:SkeinLoad) WITH l ORDER BY l.id RETURN collect(l.folders) AS folders',
    );
    expect(loads!.folders).toEqual([
      [join(inbox, 'one')],
      [join(inbox, 'one')],
      [join(inbox, 'two')],
    ]);
  });
});
