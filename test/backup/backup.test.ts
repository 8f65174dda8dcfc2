import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../domain/answers.ts';
import { boardContentSchema } from '../../domain/case.ts';
import { messages } from '../../domain/messages/index.ts';
import { createCase } from '../../server/decisions/cases/case-store.ts';
import { withHeartbeat } from '../../server/ingest/load/heartbeat.ts';
import { Archive, checkBackup } from '../../server/operations/backup/archive-reader.ts';
import { writeArchive } from '../../server/operations/backup/archive-writer.ts';
import { backUp, type Whole } from '../../server/operations/backup/back-up.ts';
import { restoredNames } from '../../server/operations/backup/home-files.ts';
import type { Manifest } from '../../server/operations/backup/manifest.ts';
import { restore } from '../../server/operations/backup/restore.ts';
import { passkeyPlace } from '../../server/people/passkey-place.ts';
import { addPerson, houseOf, setPassword } from '../../server/people/persons.ts';
import { silentProgress, type Progress } from '../../server/platform/progress.ts';
import { audit } from '../../server/trust/custody/audit.ts';
import { custodyFiles } from '../../server/trust/custody/files.ts';
import { trust, trustedKeys } from '../../server/trust/signing/key-store.ts';
import { anotherDetects } from '../another-detects.ts';
import { testDatabase } from '../database.ts';
import { detectedSample } from '../detected-sample.ts';
import { newSigner } from '../evidence/bundles.ts';
import { calling } from '../http/calling.ts';
import { ask, serveOver, servedApp, smallPage } from '../http/served.ts';
import { newDoor } from '../people/new-door.ts';
import { SoftwareAuthenticator } from '../people/software-authenticator.ts';
import { settingsOf } from '../settings-of.ts';
import { graphDigest } from './graph-digest.ts';

const tested = testDatabase();
const password = 'a corridor of old maps';
const from = { address: '192.0.2.1', agent: 'a browser', before: null };
const place = passkeyPlace('http://localhost:4680');
const device = new SoftwareAuthenticator();
const now = () => new Date();
const app = servedApp(tested);
const { call } = calling(app);

let folder: string;
let file: string;
/** What the Skein that is backed up answered. */
let before: { digest: string; answers: string[]; log: string; keys: unknown };

/** A Skein of the test's database and that home. */
function wholeAt(home: string): Whole {
  const connection = tested.settings.neo4j!;
  return { database: tested.database, connection, settings: settingsOf(home, connection) };
}

const asked = [
  '/findings',
  '/clusters',
  '/triage',
  '/cases/case-backed-up',
  '/judgements',
  '/loads',
];

async function answers(port: number): Promise<string[]> {
  const got: string[] = [];
  for (const path of asked) {
    const { status, text } = await ask(port, `/api/v1${path}`);
    expect(status, path).toBe(200);
    got.push(text);
  }
  return got;
}

/** What a restore that is refused must leave as it was. */
async function untouched(home: string): Promise<unknown> {
  const nodes = await tested.database.read('MATCH (n) RETURN properties(n) AS all LIMIT 3');
  return { nodes, home: existsSync(home) ? readdirSync(home) : null };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skein-backup-'));
  file = join(folder, 'whole.zip');
  await detectedSample(tested);
  const { items } = JSON.parse((await ask(app.port, '/api/v1/findings')).text) as {
    items: { accounts: string[] }[];
  };
  const [a, b] = items.find(({ accounts }) => accounts.length > 1)!.accounts;
  const graph = JSON.parse(
    (await ask(app.port, `/api/v1/nodes/account:${a}/expand`)).text,
  ) as Graph;
  await call('createCase', {}, { id: 'case-backed-up', title: 'A case' });
  const { nodes, relations } = graph;
  const content = boardContentSchema.parse({
    version: 1,
    nodes,
    relations,
    pinned: [],
    places: {},
  });
  await call('createBoard', { case: 'case-backed-up' }, { title: 'A board', content });
  await call('recordJudgement', {}, {
    ...{ kind: 'link', verdict: 'confirmed', why: 'a test' },
    subjects: [`account:${a}`, `account:${b}`],
  } as never);
  const { home } = tested.settings;
  await trust(home, newSigner().pem, 'An organisation');
  await writeFile(join(home, 'allowed.json'), '{}\n');
  const house = houseOf(tested.database, tested.settings);
  const ana = await addPerson(house, 'ana', 'lead', new Date());
  await setPassword(house, ana, password, null);
  const { passkeys } = newDoor(house, now);
  const making = await passkeys.begin(ana, password, { place, address: from.address });
  const credential = device.make(making, place);
  await passkeys.add(ana, { name: 'Laptop', credential }, place);
  before = {
    digest: await graphDigest(tested.settings.neo4j!),
    answers: await answers(app.port),
    log: '',
    keys: await trustedKeys(home),
  };
}, 240_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a backup', () => {
  it('is one file for its owner alone, that says what is in it and changes nothing', async () => {
    const made = await backUp(wholeAt(tested.settings.home), file, silentProgress);
    before.log = await readFile(custodyFiles(tested.settings.home).log, 'utf8');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(made.sha256).toBe(
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    );
    expect(await checkBackup(file, silentProgress)).toEqual({ ...made, bytes: made.bytes });
    const { manifest } = made;
    const [counted] = await tested.database.read<{ nodes: number; accounts: number }>(
      'MATCH (n) WHERE NOT n:Skein RETURN count(n) AS nodes, count(CASE WHEN n:Account THEN 1 END) AS accounts',
    );
    expect([manifest.nodes, manifest.labels['Account']]).toEqual([
      counted!.nodes,
      counted!.accounts,
    ]);
    expect(Object.values(manifest.types).reduce((a, b) => a + b)).toBe(manifest.relations);
    const names = manifest.parts.map(({ name }) => name);
    for (const kept of [
      'keys/accounts.key',
      'keys/signing.pem',
      'keys/trusted.json',
      'custody/log.ndjson',
      'allowed.json',
    ])
      expect(names).toContain(kept);
    expect(names.filter((name) => name.startsWith('sources/')).length).toBeGreaterThan(5);
    expect(readdirSync(folder)).toEqual([basename(file)]);
    expect(await graphDigest(tested.settings.neo4j!)).toBe(before.digest);
    const again = backUp(wholeAt(tested.settings.home), file, silentProgress);
    await expect(again).rejects.toThrow('exists already');
  }, 60_000);

  it('waits for nobody: while somebody loads or detects it is refused, and says who', async () => {
    const second = join(folder, 'second.zip');
    const whole = wholeAt(tested.settings.home);
    const endDetection = await anotherDetects(tested.database);
    await expect(backUp(whole, second, silentProgress)).rejects.toThrow(/has been detecting since/);
    await endDetection();
    await tested.database.write("CREATE (:SkeinLoad {id: 'L', by: 'somebody', started: 'noon'})");
    await withHeartbeat(tested.database, 'L', async () => {
      const refused = backUp(whole, second, silentProgress);
      await expect(refused).rejects.toThrow('somebody has been loading since noon');
    });
    await tested.database.write("MATCH (l:SkeinLoad {id: 'L'}) DELETE l");
    expect(readdirSync(folder)).toEqual([basename(file)]);
  });

  it('that somebody wrote amid is begun again, and refused when they go on', async () => {
    const whole = wholeAt(tested.settings.home);
    const { uri, user, password } = tested.settings.neo4j!;
    // Another process writes, and has ended before anything more is read.
    const write = (at: number) => {
      const text = `import neo4j from 'neo4j-driver';
        const driver = neo4j.driver('${uri}', neo4j.auth.basic('${user}', '${password}'));
        await driver.executeQuery("CREATE (:SkeinTrial {id: 'amid ${at}'})");
        await driver.close();`;
      const ended = spawnSync(process.execPath, ['--input-type=module', '-e', text]);
      expect(ended.status, String(ended.stderr)).toBe(0);
    };
    const writing = (times: number): Progress => {
      let wrote = 0;
      return {
        ...silentProgress,
        step: (text) => {
          if (text === messages.backup.step.relations && wrote < times) write((wrote += 1));
        },
      };
    };
    const made = await backUp(whole, join(folder, 'second.zip'), writing(1));
    // What was written while its relations were read is among the nodes, which were read before.
    expect(made.manifest.labels['SkeinTrial']).toBe(1);
    await rm(join(folder, 'second.zip'));
    await tested.database.write('MATCH (t:SkeinTrial) DELETE t');
    const refused = backUp(whole, join(folder, 'third.zip'), writing(Infinity));
    await expect(refused).rejects.toThrow(/Somebody wrote .* 3 times/);
    await tested.database.write('MATCH (t:SkeinTrial) DELETE t');
    expect(readdirSync(folder)).toEqual([basename(file)]);
  }, 60_000);
});

describe('a restore', () => {
  it('into what is not empty is refused, whatever is in the way', async () => {
    const into = join(folder, 'elsewhere');
    await expect(restore(wholeAt(into), file, silentProgress)).rejects.toThrow(
      /database is not empty/,
    );
    expect(existsSync(into)).toBe(false);
    await tested.empty();
    const own = wholeAt(tested.settings.home);
    const left = await untouched(tested.settings.home);
    await expect(restore(own, file, silentProgress)).rejects.toThrow(
      /home .* is not empty \(custody, keys, labels, allowed.json\)/,
    );
    expect(await untouched(tested.settings.home)).toEqual(left);
  }, 60_000);

  it('of a damaged file is refused before anything is written', async () => {
    const [damaged, into] = [join(folder, 'damaged.zip'), join(folder, 'none')];
    const bytes = await readFile(file);
    const left = await untouched(into);
    const refuses = async (what: Buffer, why: RegExp) => {
      await writeFile(damaged, what);
      await expect(restore(wholeAt(into), damaged, silentProgress)).rejects.toThrow(why);
      expect(await untouched(into)).toEqual(left);
    };
    const flipped = (at: number) => {
      const copy = Buffer.from(bytes);
      copy[at]! ^= 1;
      return copy;
    };
    const manifestAt = bytes.lastIndexOf('manifest.json', bytes.length - 20_000);
    await refuses(flipped(200), /graph\/nodes\.ndjson: /);
    await refuses(flipped(bytes.indexOf('custody/log.ndjson') + 400), /custody\/log\.ndjson: /);
    await refuses(flipped(manifestAt + 200), /damaged|not as it was written/);
    await refuses(flipped(10), /not as it was written, between its parts/);
    await refuses(flipped(bytes.length - 1), /not as it was written, between its parts/);
    await refuses(bytes.subarray(0, bytes.length - 1), /cut off|not as it was written/);
    await refuses(bytes.subarray(0, bytes.length >> 1), /is cut off or damaged at its end/);
    await refuses(Buffer.from('account_id\n'), /is no backup of Skein/);
  }, 60_000);

  it('of a file that lacks a part, has one too many, or is of a later program is refused', async () => {
    const [made, into] = [join(folder, 'made.zip'), join(folder, 'none')];
    const { manifest } = await checkBackup(file, silentProgress);
    const left = await untouched(into);
    const refuses = async (
      names: readonly string[],
      said: Partial<Record<keyof Manifest, unknown>>,
      why: RegExp,
    ) => {
      const archive = await Archive.open(file);
      const parts = names.map((name) => ({
        name,
        chunks: () => (name === 'odd' ? [Buffer.from('x')] : archive.chunks(name)),
      }));
      await writeArchive(made, parts, () => JSON.stringify({ ...manifest, ...said }));
      archive.close();
      await expect(restore(wholeAt(into), made, silentProgress)).rejects.toThrow(why);
      await rm(made);
      expect(await untouched(into)).toEqual(left);
    };
    const names = manifest.parts.map(({ name }) => name);
    await refuses(names.slice(1), {}, /graph\/nodes\.ndjson: is missing/);
    await refuses([...names, 'odd'], {}, /odd: is not in the manifest/);
    await refuses(names, { schema_version: 99 }, /written by a later Skein \(schema version 99/);
    await refuses(names, { kind: 'urn:skein:backup:9' }, /\(urn:skein:backup:9\): update Skein/);
  }, 60_000);

  it('brings the same graph, answers, boards, custody log and keys', async () => {
    const whole = wholeAt(join(folder, 'new-home'));
    const { home } = whole.settings;
    await restore(whole, file, silentProgress);
    expect(await graphDigest(whole.connection)).toBe(before.digest);
    const page = await smallPage();
    const serving = await serveOver(tested.database, whole, { page });
    expect(await answers(Number(new URL(serving.url).port))).toEqual(before.answers);
    await serving.close();
    await rm(page, { recursive: true });
    expect(await trustedKeys(home)).toEqual(before.keys);
    expect((await stat(join(home, 'keys', 'signing.pem'))).mode & 0o777).toBe(0o600);
    // Passwords are worth nothing without the key, which came along.
    const door = newDoor(houseOf(tested.database, whole.settings), now);
    const came = await door.signIn({ name: 'ana', password }, from);
    expect(came.caller.person.name).toBe('ana');
    // Passkeys lie on their devices, and what they are known by came along.
    const given = device.give(await door.passkeys.ask(place, from.address), place);
    expect((await door.passkeys.signIn(given, place, from)).caller.person.name).toBe('ana');
    const log = await readFile(custodyFiles(home).log, 'utf8');
    // The end of the backup was recorded after it was written.
    const [begun] = before.log.split('\n').slice(-3);
    expect(begun).toContain('"state":"begun"');
    expect(log.startsWith(before.log.slice(0, before.log.indexOf(begun!) + begun!.length))).toBe(
      true,
    );
    expect(log).toContain('"act":"restore"');
    expect(await audit(home)).toMatchObject({ faults: [] });
    expect(readdirSync(home).filter((name) => !restoredNames.includes(name))).toEqual(['sources']);
    // It goes on as any other.
    await createCase(tested.database, { title: 'Another', description: '', tags: [] });
  }, 120_000);
});
