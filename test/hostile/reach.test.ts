/** Whoever reaches the port makes the machine write, read or call where its operator did not allow it. */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AllowList } from '../../domain/allowed.ts';
import type { Recipient } from '../../domain/input/delivery.ts';
import type { ShownSchedule } from '../../domain/input/schedule.ts';
import { noDelivery } from '../../server/platform/settings/delivery-settings.ts';
import { makeOwnFolders } from '../../server/platform/reach/allow-list.ts';
import { jobById, askForJob } from '../../server/operations/watch/job-store.ts';
import { readScheduleFile } from '../../server/operations/watch/schedule-file.ts';
import { allow } from '../allow.ts';
import { testDatabase } from '../database.ts';
import { letterbox, type Letterbox } from '../delivery/letterbox.ts';
import { receiver, type Receiver } from '../delivery/receiver.ts';
import { reportOf, sender } from '../delivery/sending.ts';
import { ask, servedApp } from '../http/served.ts';
import { FakeClock } from '../watch/fake-clock.ts';
import { plan, rounds, scheduled, watchOf } from '../watch/plans.ts';
import { tried } from './tally.ts';

const tested = testDatabase();
const patient = { timeout: 240_000 };
/** Of this machine; what listens, and what would if it did. */
let within: Server;
let connections = 0;
let closedPort: number;
let hook: Receiver;
let letters: Letterbox;
let reports: string;

// Before the app is made of the settings.
beforeAll(async () => {
  letters = await letterbox({ disabledCommands: ['STARTTLS'] });
  tested.settings.delivery = {
    ...{ webhookSecret: { value: 'a secret of enough letters' }, mailLimit: 1_000_000 },
    from: 'skein@team.example',
    smtp: {
      ...{ host: '127.0.0.1', port: letters.port, tls: 'never' },
      ...{ credentials: null, authorities: null },
    },
  };
  within = createServer((socket) => {
    connections += 1;
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 418 I am within\r\n\r\n');
  });
  await new Promise<void>((resolve) => within.listen(0, '::', resolve));
  const closing = createServer();
  await new Promise<void>((resolve) => closing.listen(0, '127.0.0.1', resolve));
  closedPort = (closing.address() as AddressInfo).port;
  await new Promise((resolve) => closing.close(resolve));
  hook = await receiver();
  reports = join(tested.settings.home, 'reports');
});
const app = servedApp(tested, 'silent');

beforeEach(async () => {
  connections = 0;
  hook.requests = [];
  letters.letters = [];
  await rm(join(tested.settings.home, 'allowed.json'), { force: true });
  await rm(reports, { recursive: true, force: true });
  await makeOwnFolders(tested.settings);
});

afterAll(async () => {
  within.close();
  await hook.close();
  await letters.close();
});

const listening = () => (within.address() as AddressInfo).port;
const wanted = { formats: ['html'], language: 'en' } as const;
const folder = (path: string): Recipient => ({
  kind: 'folder',
  path,
  ...wanted,
  formats: ['html'],
});
const webhook = (url: string): Recipient => ({
  kind: 'webhook',
  url,
  ...wanted,
  formats: ['html'],
});
const mail = (...to: string[]): Recipient => ({ kind: 'email', to, ...wanted, formats: ['html'] });

async function send(method: string, path: string, body?: unknown) {
  const { status, text } = await ask(app.port, `/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status, body: JSON.parse(text) as Record<string, unknown> };
}

async function trial(recipient: Recipient): Promise<string | null> {
  const { status, body } = await send('POST', '/delivery-trials', { recipient });
  expect(status).toBe(200);
  return body['error'] as string | null;
}

describe('a trial delivery into a folder', () => {
  it('goes into the product’s own, and nowhere else', async () => {
    expect(await trial(folder(reports))).toBeNull();
    expect(await trial(folder(join(reports, '.')))).toBeNull();
    const outside = await mkdtemp(join(tmpdir(), 'skein-outside-'));
    const { home } = tested.settings;
    await symlink(outside, join(reports, 'away'));
    for (const path of [
      ...[outside, home, '/', '/etc', '/proc', '/proc/self', '/proc/self/cwd', '/sys', '/dev'],
      ...['/dev/shm', '/not/there', `${reports}-too`, join(reports, '..'), join(reports, 'away')],
      ...[join(reports, 'away', 'not-there'), `${reports}/../../`, '//etc', '/proc/1/root'],
    ]) {
      tried('folder', path);
      expect(await trial(folder(path)), path).toMatch(
        /^The operator does not allow reports in .* name the folder under reports\.folders in /,
      );
    }
    expect(await readdir(outside)).toEqual([]);
  });

  it('tells of what is not allowed not even whether it is there', async () => {
    const said = async (path: string) => (await trial(folder(path)))!.replace(path, '…');
    expect(await said('/etc/passwd')).toBe(await said('/etc/no-such-file'));
    expect(await said(join(reports, 'nope'))).toContain('There is no folder');
  });

  it('is not led away by a link that lies where it writes', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'skein-outside-'));
    await symlink(outside, join(reports, 'trial'));
    expect(await trial(folder(reports))).toMatch(
      /leads out of the folder that the operator allows/,
    );
    await rm(join(reports, 'trial'));
    await mkdir(join(reports, 'trial'));
    await symlink(outside, join(reports, 'trial', 'trial-en'));
    expect(await trial(folder(reports))).toMatch(
      /leads out of the folder that the operator allows/,
    );
    expect(await readdir(outside)).toEqual([]);
  });

  it('cannot be allowed where the system itself is', async () => {
    await allow(tested, { reports: { folders: ['/proc/self'] } });
    const { status, body } = await send('GET', '/allowed');
    expect(status).toBe(422);
    expect(body['detail']).toMatch(/reports\.folders\.0: is a folder of the system/);
    await allow(tested, { reports: { folders: ['/'] }, inboxes: { folders: ['/'] } });
    for (const path of ['/proc', '/proc/self', '/sys', '/dev/shm'])
      expect(await trial(folder(path)), path).toMatch(/does not allow reports in/);
  });
});

describe('a webhook', () => {
  const within = [
    ...['127.0.0.1', '127.1', '0x7f.0.0.1', '2130706433', '0177.0.0.1', '0.0.0.0', 'localhost'],
    ...['LOCALHOST.', '[::1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[0:0:0:0:0:ffff:7f00:1]'],
    ...['[::127.0.0.1]', '[64:ff9b::7f00:1]', '[2002:7f00:1::]', '169.254.169.254'],
  ];

  it.each(within)(
    'calls nothing within, and tells nothing of what listens there: %s',
    async (host) => {
      const said = [];
      for (const port of [listening(), closedPort]) {
        tried('address', `http://${host}:${port}/x`);
        const why = (await trial(webhook(`http://${host}:${port}/x`)))!;
        expect(why).toMatch(/^The operator does not allow webhooks to /);
        said.push(why.replace(String(port), '…'));
      }
      expect(said[0]).toBe(said[1]);
      expect(connections).toBe(0);
    },
  );

  it('calls no name that is allowed once that leads within', async () => {
    const at = (port: number) => `http://localhost:${port}/x`;
    const named = [`localhost:${listening()}`, `localhost:${closedPort}`];
    await allow(tested, { reports: { hosts: named } });
    const said = [await trial(webhook(at(listening()))), await trial(webhook(at(closedPort)))];
    expect(said[0]).toMatch(/leads to an address of this machine or of a private network/);
    expect(said[0]!.replace(String(listening()), '…')).toBe(
      said[1]!.replace(String(closedPort), '…'),
    );
    expect(connections).toBe(0);
    await allow(tested, { reports: { hosts: [...named, '127.0.0.1', '::1'] } });
    expect(await trial(webhook(at(listening())))).toContain('answered 418');
    expect(connections).toBe(1);
  });

  it('is called where the operator names it, and follows it nowhere', async () => {
    await allow(tested, { reports: { hosts: [new URL(hook.url).host] } });
    expect(await trial(webhook(hook.url))).toBeNull();
    hook.answer = (response) =>
      response.writeHead(307, { location: `http://127.0.0.1:${listening()}/` }).end();
    expect(await trial(webhook(hook.url))).toContain('a redirection, which is not followed');
    expect(connections).toBe(0);
    await allow(tested, {});
    hook.requests = [];
    expect(await trial(webhook(hook.url))).toMatch(/does not allow webhooks to/);
    expect(hook.requests).toEqual([]);
  });
});

describe('a mail', () => {
  it('goes to the domains that are allowed alone', async () => {
    await allow(tested, { reports: { mail_domains: ['Team.Example'] } });
    expect(await trial(mail('ana@team.example'))).toBeNull();
    for (const other of ['eve@else.example', 'eve@team.example.evil.example', 'e@sub.team.example'])
      expect(await trial(mail('ana@team.example', other))).toMatch(
        /^The operator does not allow mail to .* under reports\.mail_domains in /,
      );
    expect(letters.letters).toHaveLength(1);
  });
});

describe('a schedule', () => {
  const asked = { name: 'Nightly', cron: '0 2 * * *', detectors: ['self-rating'] };

  it.each(['/proc', '/proc/self', '/proc/self/cwd', '/sys', '/dev', '/etc', '/'])(
    'is not made with the inbox %s',
    async (inbox) => {
      tried('folder', `inbox ${inbox}`);
      const { status, body } = await send('POST', '/schedules', { ...asked, inbox });
      expect(status).toBe(422);
      expect(body['errors']).toMatchObject([{ where: 'inbox' }]);
      expect(body['detail']).toMatch(/^The operator does not allow the inbox .* inboxes\.folders/);
    },
  );

  it('is not made with recipients that are not allowed, nor given them later', async () => {
    const recipients = [folder(reports), folder('/etc'), webhook('http://127.0.0.1:1/')];
    const errors = [{ where: 'recipients.1' }, { where: 'recipients.2' }];
    const refused = await send('POST', '/schedules', { ...asked, recipients });
    expect(refused).toMatchObject({ status: 422, body: { errors } });
    const inbox = join(tested.settings.home, 'inbox');
    const made = await send('POST', '/schedules', {
      ...asked,
      inbox,
      recipients: [folder(reports)],
    });
    expect(made).toMatchObject({ status: 200, body: { not_allowed: [] } });
    const path = `/schedules/${String(made.body['id'])}`;
    const changed = { ...asked, rests_on: 1, recipients };
    expect(await send('PUT', path, changed)).toMatchObject({ status: 422, body: { errors } });
  });

  it(
    'whose places are no longer allowed stays, says so, and can be put right',
    patient,
    async () => {
      const clock = new FakeClock('2026-05-01T12:00:00.000Z');
      const recipients = [folder('/etc'), folder(reports)];
      const { id } = await scheduled(tested, clock, { recipients, retries: 3 });
      const shown = (await send('GET', `/schedules/${id}`)).body as unknown as ShownSchedule;
      expect(shown.recipients).toEqual(recipients);
      expect(shown.not_allowed).toMatchObject([
        { where: 'recipients.0', problem: expect.stringContaining('reports.folders') as string },
      ]);
      const job = await askForJob(tested.database, id, { now: clock.now() });
      await rounds(watchOf(tested, clock));
      const failed = await jobById(tested.database, job.id);
      expect(failed).toMatchObject({ state: 'failed', attempt: 1 });
      expect(failed.problem).toMatch(/^The operator does not allow reports in \/etc/);
      // The others have it all the same.
      const { body } = await send('GET', `/deliveries?run=${failed.run!}`);
      expect(body['items']).toMatchObject([{ recipient: folder(reports) }]);
      const off = { ...plan({ recipients }), enabled: false, rests_on: 1 };
      expect((await send('PUT', `/schedules/${id}`, off)).status).toBe(200);
    },
  );

  it('reads no inbox that has come to lead elsewhere', patient, async () => {
    const clock = new FakeClock('2026-05-02T12:00:00.000Z');
    const inbox = join(tested.settings.home, 'inbox', 'daily');
    const { id } = await scheduled(tested, clock, { inbox });
    for (const elsewhere of ['/proc/self', '/etc']) {
      await rm(inbox, { force: true });
      await symlink(elsewhere, inbox);
      const job = await askForJob(tested.database, id, { now: clock.now() });
      await rounds(watchOf(tested, clock));
      expect(await jobById(tested.database, job.id)).toMatchObject({
        state: 'failed',
        problem: expect.stringMatching(/^The operator does not allow the inbox/) as string,
      });
    }
  });

  it('of the operator’s own file is held to the list too, field by field', async () => {
    const file = join(tested.settings.home, 'stated.json');
    const stated = { id: 'nightly', ...asked, inbox: '/srv/in', recipients: [folder('/srv/out')] };
    await writeFile(file, JSON.stringify({ schedules: [stated] }));
    const read = () => readScheduleFile({ ...tested.settings, schedules: file }, new Date());
    await expect(read()).rejects.toThrow(
      /\n- schedule nightly, inbox: The operator .*\n- schedule nightly, recipients\.0: The operator /,
    );
    await allow(tested, { reports: { folders: ['/srv/out'] }, inboxes: { folders: ['/srv'] } });
    expect((await read())?.schedules).toHaveLength(1);
  });
});

describe('a feed', () => {
  const feed = { name: 'Made', format: 'followthemoney' } as const;
  const make = (id: string, from: string) =>
    send('POST', '/feeds', { ...feed, id, list: id.toUpperCase(), from });
  const refresh = (id: string) => send('POST', `/feeds/${id}/refresh`, {});

  it('is fetched from no name that leads within, whoever allowed the name', async () => {
    await allow(tested, { feeds: { hosts: [`localhost:${listening()}`] } });
    expect((await make('within', `http://localhost:${listening()}/list.json`)).status).toBe(200);
    const { status, body } = await refresh('within');
    expect(status).toBe(400);
    expect(body['detail']).toMatch(/leads to an address of this machine .* under feeds\.hosts/);
    expect(connections).toBe(0);
  });

  it('reads no file that a link brings in, and no pipe', async () => {
    const lists = join(tested.settings.home, 'feeds', 'linked-2026-01-01');
    await mkdir(lists, { recursive: true });
    await symlink('/etc/hosts', join(lists, 'entities.json'));
    expect((await make('linked', lists)).status).toBe(200);
    expect((await refresh('linked')).body['detail']).toMatch(/leads out of the folder/);
    await rm(join(lists, 'entities.json'));
    execFileSync('mkfifo', [join(lists, 'entities.json')]);
    expect((await refresh('linked')).body['detail']).toMatch(/is no ordinary file/);
  });
});

describe('a delivery that was asked for while it was allowed', () => {
  it('is not made once it is no more, and says what to have allowed', async () => {
    const sending = sender(tested);
    const webhookSecret = { value: 'a secret of enough letters' };
    const settings = { ...noDelivery, webhookSecret };
    const { id } = (await sending.enqueue(reportOf('late'), webhook(hook.url)))[0]!;
    await sending.deliver(settings);
    const failed = await sending.state(id);
    expect(failed.attempts).toMatchObject([{ refused: true }]);
    expect(failed.attempts[0]!.error).toMatch(/^The operator does not allow webhooks to 127/);
    expect(hook.requests).toEqual([]);
    await allow(tested, { reports: { hosts: [new URL(hook.url).host] } });
    hook.answer = (response) => response.writeHead(204).end();
    expect((await sending.deliverLater(id, settings)).state).toBe('delivered');
  });
});

describe('what is allowed', () => {
  it('is the product’s own folders where the operator says nothing, and is told to the page', async () => {
    const { home } = tested.settings;
    expect((await send('GET', '/allowed')).body).toEqual({
      file: join(home, 'allowed.json'),
      reports: { folders: [reports], hosts: [], mail_domains: [] },
      inboxes: { folders: [join(home, 'inbox')] },
      feeds: { folders: [join(home, 'feeds')], hosts: [] },
      enrichment: { hosts: [] },
    } satisfies AllowList);
  });

  it.each([
    ['{', /is not JSON/],
    ['[]', /does not say what is allowed/],
    ['{"reports": {"folder": []}}', /reports: /],
    ['{"reports": {"folders": ["here"]}}', /reports\.folders\.0: is no absolute folder/],
    ['{"reports": {"hosts": ["http://x"]}}', /reports\.hosts\.0: is no host/],
    ['{"reports": {"mail_domains": ["@team"]}}', /reports\.mail_domains\.0: is no domain/],
  ])('is not guessed from a file that says it otherwise: %s', async (content, said) => {
    await writeFile(join(tested.settings.home, 'allowed.json'), content);
    const { status, body } = await send('POST', '/delivery-trials', { recipient: folder(reports) });
    expect(status).toBe(422);
    expect(body['detail']).toMatch(said);
  });
});
