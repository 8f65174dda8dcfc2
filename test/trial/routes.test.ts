import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';
import { routes, type RouteName } from '../../domain/api/api.ts';
import { parameterRevisionSchema } from '../../domain/parameters.ts';
import { trialSchema } from '../../domain/trial.ts';
import { withLease } from '../../server/graph/neo4j/lease.ts';
import { readChanges } from '../../server/detection/parameters/read-values.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { ask, servedApp } from '../http/served.ts';
import { detectAgain, loadWorld } from './trying.ts';

const tested = testDatabase();
const app = servedApp(tested, 'silent');
const run = promisify(execFile);

beforeAll(async () => {
  await loadWorld(tested);
  await detectAgain(tested);
});

async function send(name: RouteName, path: string, body?: unknown) {
  const answered = await ask(app.port, `/api/v1${path}`, {
    method: routes[name].method.toUpperCase(),
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answered.status, said: JSON.parse(answered.text) as unknown };
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

const path = '/detectors/shared-device/parameters';

it('values that no run could use are refused where they stand', async () => {
  const wrong = {
    hub_accounts: 1,
    team_accounts: 'many',
    hub_account: 5,
    returns_of_habit: ['1'],
  };
  const asked = { values: wrong, why: 'a test', rests_on: 0 };
  const { status, said } = await send('putInForce', path, asked);
  expect(status).toBe(400);
  const { errors } = said as { errors: { where: string; problem: string }[] };
  expect(errors.map(({ where }) => where)).toEqual(
    Object.keys(wrong).map((name) => `body.values.shared-device.${name}`),
  );
  expect(errors[0]!.problem).toBe('must be at least 2, not 1');
  expect(errors[2]!.problem).toContain('hub_accounts, team_accounts');
  const lists = { values: { watched_countries: ['KP', 'KP'] }, why: 'a test', rests_on: 0 };
  expect(await send('putInForce', '/detectors/payout-funnel/parameters', lists)).toMatchObject({
    said: { errors: [{ problem: 'names a text twice' }] },
  });
  const tried = await send('beginTrial', '/trials', { changes: { 'no-such': { a: 1 } } });
  expect(tried).toMatchObject({
    status: 400,
    said: { errors: [{ where: 'body.changes.no-such' }] },
  });
  expect((await send('trials', '/trials')).said).toMatchObject({ items: [] });
  expect(await send('parameterHistory', '/detectors/no-such/parameters')).toMatchObject({
    status: 404,
  });
});

it('a trial is begun, awaited, put in force, shown and taken back', async () => {
  const changes = { 'shared-device': { hub_accounts: 3 } };
  // As long as a run detects, a trial waits, and so does whoever begins another.
  const begun = await withLease(tested.database, silentProgress, async () => {
    const first = await send('beginTrial', '/trials', { changes });
    expect((await send('beginTrial', '/trials', { changes })).status).toBe(409);
    return trialSchema.parse(first.said);
  });
  expect(begun).toMatchObject({ state: 'running', changes, result: null });
  const ended = trialSchema.parse((await send('trial', `/trials/${begun.id}?wait=true`)).said);
  expect(ended).toMatchObject({ state: 'done', result: { findings: { lost: { total: 2 } } } });

  const asked = { values: changes['shared-device'], why: 'loses little', trial: begun.id };
  const put = await send('putInForce', path, { ...asked, rests_on: 0 });
  expect(parameterRevisionSchema.parse(put.said)).toMatchObject({ revision: 1, trial: begun.id });
  expect(await send('putInForce', path, { ...asked, rests_on: 0 })).toMatchObject({
    status: 409,
    said: { type: 'conflict' },
  });
  const { items } = routes.detectors.answer.parse((await send('detectors', '/detectors')).said);
  const device = items.find(({ id }) => id === 'shared-device')!;
  expect((await send('parametersInForce', '/parameters')).said).toMatchObject({
    items: [{ detector: 'shared-device', revision: 1, values: { hub_accounts: 3 } }],
  });
  expect(device.parameters.find(({ name }) => name === 'hub_accounts')).toMatchObject({
    ...{ default: 40, min: 2, max: null },
  });
  expect((await send('runs', '/runs')).said).toMatchObject({ items: [{}], next: null });

  const back = { values: {}, why: 'it hid a ring', rests_on: 1 };
  expect((await send('putInForce', path, back)).said).toMatchObject({ revision: 2, trial: null });
  expect((await send('parameterHistory', path)).said).toMatchObject({
    items: [{ revision: 2, values: {} }, { revision: 1 }],
  });
});

it('the same by command', async () => {
  const tried = await skein('detector', 'try', 'shared-device', '--param', 'hub_accounts=3');
  expect(tried.out).toMatch(/^Trial T-.*\n {2}shared-device: 3 findings, then 1 finding\n/);
  expect(tried.out).toContain('    hub_accounts: 40, then 3\n');
  expect(tried.out).toMatch(/^Lost {5} {4}2$/m);
  const trial = /^Trial (\S+)/.exec(tried.out)![1]!;
  const why = ['--why', 'loses little'];
  const set = ['shared-device', '--param', 'hub_accounts=3', '--trial', trial, ...why];
  expect(await skein('detector', 'set', ...set)).toMatchObject({ status: 0 });
  const reset = await skein('detector', 'reset', 'shared-device', 'hub_accounts', '--why', 'no');
  expect(reset).toMatchObject({ status: 0 });
  const shown = await skein('detector', 'show', 'shared-device');
  expect(shown.out).toContain('  hub_accounts = 40 accounts [at least 2]\n');
  expect(shown.out).toContain(`     after the trial ${trial}\n`);
});

it('a command line names detector and parameter, and its lists are split by commas', async () => {
  expect(
    await readChanges(['remote-desktop.ports=3389, 5900', 'shared-device.hub_accounts=1e1']),
  ).toEqual({
    'remote-desktop': { ports: ['3389', '5900'] },
    'shared-device': { hub_accounts: 10 },
  });
  expect(await readChanges(['watched_countries='], 'payout-funnel')).toEqual({
    'payout-funnel': { watched_countries: [] },
  });
  await expect(readChanges(['hub_accounts=3'])).rejects.toThrow('detector.parameter=value');
  await expect(readChanges(['hub_accounts=many'], 'shared-device')).rejects.toThrow(
    'No run could use that. shared-device.hub_accounts: must be a number.',
  );
});
