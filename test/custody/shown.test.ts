/** Who saw what of people is in the log, whatever way it was shown: lists, the queue, rows that wait, files that were left midway. */
import { once } from 'node:events';
import { request } from 'node:http';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { planSchema } from '../../domain/input/schedule.ts';
import { latestRun } from '../../server/detection/runs/read-runs.ts';
import { askForJob } from '../../server/operations/watch/job-store.ts';
import { createSchedule } from '../../server/operations/watch/schedule-store.ts';
import { shownEntries } from '../../server/trust/custody/shown.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { ask, servedApp } from '../http/served.ts';
import { intakeClient } from '../intake/sending.ts';
import { oneHand } from '../one-hand.ts';

const tested = testDatabase();
const app = servedApp(tested);
const client = intakeClient(app);

async function looks(): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const { subject } of shownEntries(tested.settings.home, { act: 'view' }))
    found.push(subject);
  return found;
}

async function seen(path: string): Promise<string> {
  const { status, text } = await ask(app.port, `/api/v1${path}`);
  expect(status, text).toBe(200);
  return text;
}

beforeAll(async () => {
  const others = Array.from({ length: 12 }, (_, at) => ({ account_id: `other-${at}` }));
  const members = ['jane-doe', 'john-roe', 'third-one'];
  const folder = await writeDataset({
    ...oneHand(members),
    accounts: [...members.map((account_id) => ({ account_id })), ...others],
  });
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  await detect(tested.database, { only: ['shared-payout'] }, silentProgress);
}, 150_000);

describe('what is shown is recorded', () => {
  it('of lists: which, what was asked for, how many; a further page is the same look', async () => {
    const { items } = JSON.parse(await seen('/accounts?limit=2')) as {
      items: { account_id: string }[];
    };
    await seen('/findings?account=jane-doe&limit=1');
    await seen('/findings?account=jane-doe&limit=50');
    await seen('/triage');
    await seen('/cases');
    const named = items.map(({ account_id: id }) => `account:${id}`).sort();
    await vi.waitFor(async () =>
      expect(await looks()).toEqual([
        { view: 'accounts', asked: null, count: 2, nodes: JSON.stringify(named) },
        { view: 'findings', asked: '{"account":"jane-doe"}', count: 1 },
        { view: 'triage', asked: '{"findings":"each","sort":"score"}', count: 1 },
        { view: 'cases', asked: null, count: 0 },
      ]),
    );
  });

  it('of an item of the queue, and how its explanations were checked, as one look each', async () => {
    const { items } = JSON.parse(await seen('/triage')) as { items: { id: string }[] };
    const before = (await looks()).length;
    await seen(`/triage/${items[0]!.id}`);
    await seen(`/triage/${items[0]!.id}`);
    await vi.waitFor(async () =>
      expect((await looks()).slice(before)).toEqual([{ item: items[0]!.id }]),
    );
  });

  it('of rows that wait to be loaded', async () => {
    const { id } = await client.begin();
    const file = await client.upload(id, 'accounts.csv', 'account_id,email\nx1,x@y.example\n');
    const before = (await looks()).length;
    await client.preview(id, file.name);
    await client.intake(id);
    await vi.waitFor(async () =>
      expect((await looks()).slice(before)).toEqual([
        { intake: id, file: 'accounts.csv' },
        { intake: id },
      ]),
    );
  });

  it('of the report of a job', async () => {
    const { database } = tested;
    const now = new Date();
    const plan = planSchema.parse({ name: 'Nightly', cron: '0 2 * * *' });
    await createSchedule(database, { id: 'nightly', plan, origin: 'person', now });
    const { id } = await askForJob(database, 'nightly', { now });
    const { run } = (await latestRun(database))!;
    // As if the job had made that run.
    await database.write('MATCH (j:SkeinJob {id: $id}) SET j.run = $run', { id, run });
    const before = (await looks()).length;
    expect(await seen(`/jobs/${id}/report`)).toContain('3 accounts are paid through p1');
    await vi.waitFor(async () => expect((await looks()).slice(before)).toEqual([{ report: id }]));
  });

  it('of a file that somebody left before its last byte', async () => {
    const { id } = await client.begin();
    const long = 'x'.repeat(4_000);
    const rows = Array.from({ length: 6_000 }, (_, at) => `,Nobody ${at} ${long}`).join('\n');
    await client.upload(id, 'accounts.csv', `account_id,display_name\n${rows}\n`);
    const { result } = await client.load(id);
    const before = (await looks()).length;
    const path = `/api/v1/loads/${result!.load}/rejects/0`;
    const asked = request({ host: '127.0.0.1', port: app.port, path, agent: false }).end();
    const [answer] = (await once(asked, 'response')) as [NodeJS.ReadableStream];
    await once(answer, 'readable');
    asked.on('error', () => undefined).destroy();
    await vi.waitFor(async () =>
      expect((await looks()).slice(before)).toEqual([{ load: result!.load, rejects_of: 0 }]),
    );
  });
});
