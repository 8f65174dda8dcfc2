import { once } from 'node:events';
import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '../../domain/answers.ts';
import { removeOldIntakes } from '../../server/ingest/intake/folder.ts';
import { sampleFolder } from '../../server/ingest/intake/sample.ts';
import { Intakes } from '../../server/ingest/intake/intakes.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { folderOf } from '../load/folder-of.ts';
import { nodeOf, rejectsOf } from '../load/loading.ts';
import { ask, servedApp } from '../http/served.ts';
import { intakeClient } from './sending.ts';

const tested = testDatabase();
const app = servedApp(tested);
const client = intakeClient(app);

const french =
  'Identifiant;Nom affiché;Courriel;Statut;Créé le;Pays;Note\r\n' +
  'u1;Zoë Lefèvre;zoe@lefevre.example;actif;31/12/2023 10:00;FR;à voir\r\n' +
  'u2;Amélie Roux;amelie@roux.example;Suspendu;01/07/2024 10:00;BE;\r\n' +
  'u3;Sans Pays;x@y.example;actif;01/07/2024 10:00;Atlantide;\r\n' +
  ';Sans Id;z@y.example;actif;01/07/2024 10:00;FR;\r\n' +
  'u5;Heure double;w@y.example;actif;27/10/2024 02:30;FR;\r\n';

const folderOfIntake = (id: string) => join(tested.settings.home, 'intake', id);

beforeAll(() => tested.empty());

describe('a file of another shape', () => {
  it('is taken for what it is, tried, loaded, and traced to its own row', async () => {
    const { id } = await client.begin();
    const bytes = Buffer.from(french, 'latin1');
    const file = await client.upload(id, 'utilisateurs.csv', bytes);
    expect(file.reading).toEqual({
      file: 'accounts',
      encoding: 'windows-1252',
      delimiter: ';',
      dates: 'day-first',
      values: { status: { actif: 'active', Suspendu: 'suspended' } },
      columns: {
        Identifiant: 'account_id',
        'Nom affiché': 'display_name',
        Courriel: 'email',
        Statut: 'status',
        'Créé le': 'created_at',
        Pays: 'country',
      },
    });
    expect(file.taken.join(' ')).toMatch(/Windows-1252.*semicolon.*day first/);
    expect(file.why).toContain('utilisateurs.csv');
    expect(file.columns.find(({ name }) => name === 'Note')).toMatchObject({
      examples: ['à voir'],
      suggestion: null,
    });
    expect(file.faults.map(({ where }) => where)).toEqual(['reading.zone']);
    const refused = await client.send('POST', `/intakes/${id}/load`, {});
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('zone');

    await client.readAs(id, file.name, { ...file.reading, zone: 'Europe/Paris' });
    const preview = await client.preview(id, file.name);
    expect(preview).toMatchObject({ read: 5, whole: true, taken: 2, rejected: 3 });
    expect(preview.rejects.map(({ line, column }) => `${line} ${column}`)).toEqual([
      '4 Pays',
      '5 Identifiant',
      '6 Créé le',
    ]);
    expect(preview.rejects[2]!.reason).toContain('twice');
    expect(preview.rows[0]!.values).toMatchObject({
      account_id: 'u1',
      status: 'active',
      created_at: '2023-12-31T09:00:00.000Z',
      'extra.Note': 'à voir',
    });
    expect(await nodeOf(tested, 'Account', 'u1')).toBeUndefined();

    const { state, result } = await client.load(id);
    expect(state).toBe('loaded');
    expect(result!.files[0]).toMatchObject({ read: 5, added: 2, rejected: 3 });
    const rejected = await rejectsOf(result!.files[0]);
    expect(rejected.map((line) => line.split(',').slice(0, 2).join(' '))).toEqual(
      preview.rejects.map(({ line, column }) => `${line} ${column}`),
    );
    expect(await nodeOf(tested, 'Account', 'u2')).toMatchObject({
      display_name: 'Amélie Roux',
      status: 'suspended',
      created_at: '2024-07-01T08:00:00.000Z',
    });

    const node = await client.good<{ sources: { file: string; sha256: string; line: number }[] }>(
      'GET',
      '/nodes/account:u1',
    );
    const [source] = node.sources;
    expect(source).toMatchObject({ file: 'utilisateurs.csv', line: 2 });
    const row = await client.good<{ text: string; cells: { column: string; value: string }[] }>(
      'GET',
      `/sources/${source!.sha256}/2`,
    );
    expect(row.text).toBe(french.split('\r\n')[1]);
    expect(row.cells[1]).toEqual({ column: 'Nom affiché', value: 'Zoë Lefèvre' });

    const download = await ask(app.port, `/api/v1/loads/${result!.load}/rejects/0`);
    expect(download.headers['content-type']).toContain('text/csv');
    expect(download.text.split('\r\n')).toHaveLength(5);
    expect(await readdir(folderOfIntake(id))).not.toContain('files');
    await client.good('DELETE', `/intakes/${id}`);
    expect((await client.send('GET', `/intakes/${id}`)).status).toBe(404);
  });

  it('is read alike by the command line under the mapping that is saved here', async () => {
    await tested.empty();
    const { id } = await client.begin();
    const content = Buffer.from(`\ufeff${french}`, 'utf16le');
    const file = await client.upload(id, 'Membres.txt', content);
    expect(file.reading.encoding).toBe('utf-16le');
    await client.readAs(id, file.name, {
      ...file.reading,
      zone: 'Europe/Paris',
      constants: { platform: 'silverstar' },
      leave_out: ['Note'],
      further: ['Courriel'],
      columns: Object.fromEntries(
        Object.entries(file.reading.columns).filter(([name]) => name !== 'Courriel'),
      ),
    });
    const saved = await client.good<{ id: string; headers: object }>('POST', '/mappings', {
      name: 'Platform',
      intake: id,
    });
    expect(saved.headers).toEqual({ membres: french.split('\r\n')[0]!.split(';') });
    const again = await client.good<{ id: string }>('POST', '/mappings', {
      name: ' Platform ',
      intake: id,
    });
    expect(again.id).toBe(saved.id);
    const listed = await client.good<{ items: object[] }>('GET', '/mappings');
    expect(listed.items).toHaveLength(1);

    const { text: mapping } = await ask(app.port, `/api/v1/intakes/${id}/mapping`);
    const folder = await folderOf({ 'Membres.txt': content, 'map.json': mapping });
    const byCommand = await loadFolders(
      tested.database,
      tested.settings,
      [folder],
      { map: join(folder, 'map.json') },
      silentProgress,
    );
    expect(byCommand.files[0]).toMatchObject({ read: 5, added: 2, rejected: 3 });
    const node = await nodeOf(tested, 'Account', 'u1');
    expect(node).toMatchObject({
      platform: 'silverstar',
      created_at: '2023-12-31T09:00:00.000Z',
      'extra.Courriel': 'zoe@lefevre.example',
    });
    expect(node).not.toHaveProperty('email');
    expect(Object.keys(node!).join()).not.toContain('Note');

    const { result } = await client.load(id);
    expect(result!.files[0]).toMatchObject({ read: 5, unchanged: 2, rejected: 3 });
    await client.good('DELETE', `/mappings/${saved.id}`);
    expect((await client.send('DELETE', `/mappings/${saved.id}`)).status).toBe(404);
  });
});

describe('the columns of a file', () => {
  it('are matched anew when somebody says what the file is', async () => {
    const { id } = await client.begin();
    const file = await client.upload(
      id,
      't1.csv',
      'who,where,when\nu1,192.0.2.1,2024-01-01T00:00:00Z\n',
    );
    expect(file.reading.file).toBeUndefined();
    expect(file.faults.map(({ where }) => where)).toEqual(['reading.file']);
    const said = await client.readAs(id, 't1.csv', { file: 'logins', columns: {} }, true);
    expect(said.reading.columns).toEqual({ where: 'ip', when: 'started_at' });
    expect(said.faults.map(({ where }) => where)).toEqual(['required.account_id']);
    const wrong = await client.readAs(id, 't1.csv', {
      file: 'logins',
      columns: { who: 'account_id', where: 'ip', when: 'ip' },
    });
    expect(wrong.faults.map(({ where }) => where)).toEqual(
      expect.arrayContaining(['t1.columns.where', 'columns.ip', 'required.started_at']),
    );
    const doubtful = await client.readAs(id, 't1.csv', {
      file: 'logins',
      columns: { who: 'ip', where: 'account_id', when: 'started_at' },
    });
    expect(doubtful.columns[0]!.doubt).toContain('u1');
  });

  it('say why a file cannot be read, and take another word for it', async () => {
    const { id } = await client.begin();
    const broken = await client.upload(id, 'accounts.csv', 'account_id,a,a\nu1,1,2\n');
    expect(broken.faults).toEqual([
      { where: 'file', problem: expect.stringContaining('twice') as string },
    ]);
    const empty = await client.upload(id, 'accounts.csv', '');
    expect(empty.faults.length).toBeGreaterThan(0);
    const notGzip = await client.upload(id, 'logins.csv.gz', 'no gzip');
    expect(notGzip.faults[0]!.problem).toContain('gzip');
    expect((await client.intake(id)).files).toHaveLength(2);
    await client.good('DELETE', client.at(id, 'logins.csv.gz'));
    expect((await client.intake(id)).files).toHaveLength(1);
  });
});

describe('the sample', () => {
  it('is an intake like any other, of which a load of its folder brings nothing more', async () => {
    await tested.empty();
    const { id, files } = await client.begin({ sample: true });
    const names = (await readdir(sampleFolder)).filter((name) => name.endsWith('.csv')).sort();
    expect(files.map(({ name }) => name)).toEqual(names);
    expect(files.flatMap(({ faults }) => faults)).toEqual([]);
    const { state, result } = await client.load(id);
    expect(state).toBe('loaded');
    const added = result!.files.reduce((sum, file) => sum + file.added, 0);
    expect(added).toBeGreaterThan(10_000);
    const again = await loadFolders(
      tested.database,
      tested.settings,
      [sampleFolder],
      {},
      silentProgress,
    );
    for (const [at, { file, read, unchanged, rejected }] of again.files.entries()) {
      const before = result!.files.find((one) => one.file === file)!;
      expect([at, read, unchanged, rejected]).toEqual([at, before.read, read - rejected, 0]);
    }
    await tested.empty();
  });
});

describe('hostile files', () => {
  it.each([
    '../../x.csv',
    '..\\x.csv',
    '/etc/passwd.csv',
    '.hidden.csv',
    'a\u0000.csv',
    'a\n.csv',
    `${'x'.repeat(300)}.csv`,
    'book.xlsx',
    'program.exe',
    'mapping.json',
    '..',
  ])('%j is refused', async (name) => {
    const { id } = await client.begin();
    const answered = await client.put(id, name, 'account_id\nu1\n');
    expect([400, 404]).toContain(answered.status);
    problemSchema.parse(JSON.parse(answered.text));
    expect(await readdir(join(folderOfIntake(id), 'files'))).toEqual([]);
  });

  it.each(['<img src=x onerror=alert(1)>.csv', '\u202Evsc.csv', '账户 ü%2F.csv', '__proto__.csv'])(
    '%j is one file of that name',
    async (name) => {
      const refusable = /[/\\]/.test(name);
      const { id } = await client.begin();
      const file = await client.upload(id, name, 'account_id\nu1\n');
      expect(refusable).toBe(false);
      expect(file.name).toBe(name);
      expect(await readdir(join(folderOfIntake(id), 'files'))).toEqual([name]);
    },
  );

  it('two that a mapping could not tell apart are refused, the same again replaces', async () => {
    const { id } = await client.begin();
    await client.upload(id, 'users.csv', 'account_id\nu1\n');
    expect((await client.put(id, 'USERS.tsv', 'account_id\nu1\n')).status).toBe(409);
    const again = await client.upload(id, 'users.csv', 'account_id,email\nu1,a@b.example\n');
    expect(again.columns).toHaveLength(2);
    expect((await client.intake(id)).files).toHaveLength(1);
  });

  it('an intake is found by its own id alone', async () => {
    for (const id of ['..', '../intake', 'x', '%2e%2e', '0'.repeat(24)])
      expect((await client.send('GET', `/intakes/${encodeURIComponent(id)}`)).status).toBe(404);
  });
});

describe('sending', () => {
  it('refuses what is too large before its first byte, and says how much fits', async () => {
    const { id } = await client.begin();
    const path = `/api/v1${client.at(id, 'a.csv')}`;
    const headers = { 'content-type': 'application/octet-stream', 'content-length': '99999999999' };
    const sent = request({ host: '127.0.0.1', port: app.port, path, method: 'PUT', headers });
    sent.on('error', () => undefined);
    sent.flushHeaders();
    const [response] = (await once(sent, 'response')) as [{ statusCode: number }];
    expect(response.statusCode).toBe(413);
    sent.destroy();
  });

  it('refuses what grows too large while it comes, or leaves the disk no room', async () => {
    const limited = (limits: { largest: number; reserve: number }) =>
      new Intakes(tested.database, tested.settings, limits);
    const small = limited({ largest: 10, reserve: 0 });
    const { id } = await small.begin();
    const send = (intakes: Intakes) =>
      intakes.receive(id, 'a.csv', {
        bytes: Readable.from([Buffer.from('account_id\n'), Buffer.from('u1\n')]),
        length: null,
      });
    await expect(send(small)).rejects.toMatchObject({ status: 413 });
    const full = limited({ largest: 1_000, reserve: 2 ** 60 });
    await expect(send(full)).rejects.toMatchObject({ status: 507 });
    expect((await full.intake(id)).room).toBe(0);
    expect(await readdir(join(folderOfIntake(id), 'files'))).toEqual([]);
  });

  it('leaves nothing of a file that breaks off', async () => {
    const intakes = new Intakes(tested.database, tested.settings);
    const { id } = await client.begin();
    const path = `/api/v1${client.at(id, 'a.csv')}`;
    const headers = { 'content-type': 'application/octet-stream', 'content-length': '1000' };
    const sent = request({ host: '127.0.0.1', port: app.port, path, method: 'PUT', headers });
    const gone = once(sent, 'error');
    sent.write('account_id\nu1\n', () => sent.destroy(new Error('cut')));
    await gone;
    await expect
      .poll(() => readdir(join(folderOfIntake(id), 'files')), { timeout: 5_000 })
      .toEqual([]);
    const cut = new PassThrough();
    const receiving = intakes.receive(id, 'b.csv', { bytes: cut, length: null });
    cut.write('account_id\n');
    cut.destroy();
    await expect(receiving).rejects.toMatchObject({ status: 400 });
    expect((await client.intake(id)).files).toEqual([]);
    expect(await readdir(join(folderOfIntake(id), 'files'))).toEqual([]);
  });

  it('is not for pages of other origins, nor for what a form could send', async () => {
    const { id } = await client.begin();
    const types = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ];
    for (const type of types) {
      const answered = await client.put(id, 'a.csv', 'x', { 'content-type': type });
      expect(answered.status).toBe(400);
    }
    const foreign: Record<string, string>[] = [
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { origin: `http://localhost:${app.port + 1}` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of foreign) {
      const sent = { 'content-type': 'application/octet-stream', ...headers };
      expect((await client.put(id, 'a.csv', 'x', sent)).status).toBe(403);
      for (const [method, path] of [
        ['POST', '/intakes'],
        ['POST', `/intakes/${id}/load`],
        ['DELETE', `/intakes/${id}`],
      ] as const) {
        const answered = await ask(app.port, `/api/v1${path}`, {
          method,
          headers: { ...headers, 'content-type': 'application/json' },
          ...(method === 'POST' ? { body: '{}' } : {}),
        });
        expect(answered.status).toBe(403);
        expect(problemSchema.parse(JSON.parse(answered.text)).type).toBe('foreign-origin');
      }
    }
    const own = {
      'content-type': 'application/octet-stream',
      origin: `http://127.0.0.1:${app.port}`,
    };
    expect((await client.put(id, 'a.csv', 'account_id\nu1\n', own)).status).toBe(200);
  });
});

describe('what is left behind', () => {
  it('is taken away after a day, but nothing younger', async () => {
    const { id: young } = await client.begin();
    const { id: old } = await client.begin();
    const long = new Date(Date.now() - 25 * 60 * 60_000);
    await utimes(folderOfIntake(old), long, long);
    const stray = join(tested.settings.home, 'intake', 'stray');
    await mkdir(stray);
    await writeFile(join(stray, 'x.csv'), 'x');
    await utimes(stray, long, long);
    await removeOldIntakes(tested.settings);
    const left = await readdir(join(tested.settings.home, 'intake'));
    expect(left).toContain(young);
    expect(left).not.toContain(old);
    expect(left).not.toContain('stray');
    expect((await stat(folderOfIntake(young))).mode & 0o077).toBe(0);
  });

  it('of a load whose process died says so, and can be loaded again', async () => {
    const { id } = await client.begin();
    await client.upload(id, 'accounts.csv', 'account_id\nu9\n');
    const record = join(folderOfIntake(id), 'intake.json');
    const content = JSON.parse(await readFile(record, 'utf8')) as object;
    await writeFile(record, JSON.stringify({ ...content, loading: 2 ** 22 + 1 }));
    expect((await client.state(id)).state).toBe('interrupted');
    expect((await client.load(id)).state).toBe('loaded');
    expect(await nodeOf(tested, 'Account', 'u9')).toBeDefined();
  });
});
