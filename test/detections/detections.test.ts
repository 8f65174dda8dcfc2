import { beforeAll, describe, expect, it } from 'vitest';
import { routes, type Answer } from '../../domain/api/api.ts';
import type { Detection } from '../../domain/detection.ts';
import { latestRun, runs } from '../../server/detection/runs/read-runs.ts';
import { beginDetection } from '../../server/operations/detections/begin.ts';
import {
  cancelDetection,
  createDetection,
  detectionById,
} from '../../server/operations/detections/detection-store.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { Database } from '../../server/graph/neo4j/database.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { anotherDetects } from '../another-detects.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { ask, servedApp, type Answered } from '../http/served.ts';

const tested = testDatabase();
const app = servedApp(tested);

const people = Array.from({ length: 12 }, (_, at) => `a${at}`);

async function load(accounts: readonly string[]): Promise<void> {
  const folder = await writeDataset({
    accounts: accounts.map((account_id) => ({ account_id })),
    logins: accounts.map((account_id, at) => ({
      ...{ account_id, ip: '192.0.2.7', device_id: 'd1' },
      started_at: `2024-03-${String(1 + at).padStart(2, '0')}T08:00:00Z`,
    })),
  });
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
}

beforeAll(() => load(people), 300_000);

const post = (path: string): Promise<Answered> =>
  ask(app.port, `/api/v1${path}`, { method: 'POST' });
const overview = async (): Promise<Answer<'overview'>> =>
  routes.overview.answer.parse(JSON.parse((await ask(app.port, '/api/v1/overview')).text));
const read = ({ text }: Answered) => JSON.parse(text) as Detection;
const at = async (id: string) => read(await ask(app.port, `/api/v1/detections/${id}`));
const acting = () => ({
  ...{ home: tested.settings.home, by: 'ana', now: new Date().toISOString() },
});

describe('a detection that a person begins', () => {
  it('says how far it is, is found again, and ends with a run', async () => {
    expect((await overview()).run).toBeNull();
    const begun = read(await post('/detections'));
    expect(begun.state).toBe('running');
    expect(begun.step.total).toBeGreaterThan(10);
    expect((await overview()).detection?.id).toBe(begun.id);
    await expect.poll(async () => (await at(begun.id)).state, { timeout: 300_000 }).toBe('done');
    const ended = await at(begun.id);
    expect(ended.step.phase).toBe('store');
    expect(ended.step.done).toBe(ended.step.total - 1);
    const { run, loads_since } = await overview();
    expect(ended.run).toBe(run?.run);
    expect(loads_since).toBe(0);
    expect(run?.counts['accounts']).toBe(12);
  }, 320_000);

  it('knows nothing of what is loaded afterwards, and what changed nothing is no such load', async () => {
    await load(people);
    expect((await overview()).loads_since).toBe(0);
    await load([...people, 'late1', 'late2']);
    const { loads_since, run, nodes } = await overview();
    expect(loads_since).toBe(1);
    expect([run?.counts['accounts'], nodes['account']]).toEqual([12, 14]);
  });

  it('is refused in plain words while another run detects', async () => {
    const free = await anotherDetects(tested.database);
    const before = await runs(tested.database, null, 100);
    const refused = await post('/detections');
    expect(refused.status).toBe(409);
    expect((JSON.parse(refused.text) as { detail: string }).detail).toMatch(
      /has been detecting in this database since 20/,
    );
    await free();
    expect(await runs(tested.database, null, 100)).toHaveLength(before.length);
    const { text } = await ask(app.port, '/api/v1/detections');
    expect((JSON.parse(text) as { items: Detection[] }).items).toHaveLength(1);
  });

  it('ends before its next step when somebody cancels it, and stores nothing', async () => {
    const before = (await latestRun(tested.database))?.run;
    const { detection, ended } = await beginDetection(tested.database, acting());
    const cancelled = read(await post(`/detections/${detection.id}/cancel`));
    expect(cancelled.cancelled_by).not.toBeNull();
    await ended;
    const after = await detectionById(tested.database, detection.id);
    expect([after.state, after.run, after.problem]).toEqual(['cancelled', null, null]);
    expect((await latestRun(tested.database))?.run).toBe(before);
    // The next may begin at once.
    const next = await beginDetection(tested.database, acting());
    await next.ended;
    expect((await detectionById(tested.database, next.detection.id)).state).toBe('done');
    const again = await post(`/detections/${next.detection.id}/cancel`);
    expect(again.status).toBe(409);
  });

  it('says why it failed', async () => {
    const failing = Object.assign(new Database(tested.settings.neo4j!), {
      stream: () => {
        throw new Error('the disk is full');
      },
    });
    const { detection, ended } = await beginDetection(failing, acting());
    await ended;
    const failed = await detectionById(tested.database, detection.id);
    expect(failed.state).toBe('failed');
    expect(failed.problem).toContain('the disk is full');
    await failing.close();
  });

  it('has failed when whoever ran it is gone', async () => {
    const id = 'B-29991231T000000000Z-dead';
    await createDetection(tested.database, {
      ...{ id, by: 'ana', at: new Date().toISOString() },
      step: { phase: 'detect', what: 'shared-ip', done: 3, total: 40 },
    });
    await tested.database.write('MATCH (d {id: $id}) SET d.alive = 0', { id });
    const dead = await detectionById(tested.database, id);
    expect(dead.state).toBe('failed');
    expect(dead.problem).toContain('begin it again');
    await expect(
      cancelDetection(tested.database, id, { by: 'ana', now: '2024-01-01T00:00:00.000Z' }),
    ).rejects.toThrow('has ended');
  });
});
