/** An erasure that ends amid is ended when it is asked for again, as if nothing had been; loads and erasures keep out of each other's way. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Certificate } from '../../domain/retention.ts';
import { withHeartbeat } from '../../server/ingest/load/heartbeat.ts';
import { checkAudit } from '../../server/operations/audit/check.ts';
import { checkCertificate } from '../../server/operations/retention/certificate.ts';
import { erasePerson } from '../../server/operations/retention/erase-person.ts';
import { accountKeys } from '../../server/people/account-key.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import type { Settings } from '../../server/platform/settings/settings.ts';
import { audit } from '../../server/trust/custody/audit.ts';
import { testDatabase } from '../database.ts';
import { copyOfGraph, pasteGraph, type GraphCopy } from '../graph-copy.ts';
import { dumpGraph } from '../load/graph-dump.ts';
import { detectWorld, graphTexts, loadWorld, person, personal, workOn } from './world.ts';

const tested = testDatabase();
const patience = 5 * 60_000;
const child = fileURLToPath(new URL('erasing-child.ts', import.meta.url));

let graph: GraphCopy;
let folder: string;
let homes = 0;
/** What an erasure comes to that nobody ends, and between how many batches it could be ended. */
let whole: { graph: string[]; certificate: Certificate; batches: number };

/** The world as it was before, in the database and a home of its own. */
async function again(): Promise<Settings> {
  homes += 1;
  const home = join(folder, `home-${homes}`);
  await cp(tested.settings.home, home, { recursive: true });
  await tested.empty();
  await pasteGraph(tested.settings.neo4j!, graph);
  return { ...tested.settings, home, sources: join(home, 'sources') };
}

function erase(settings: Settings, between?: () => Promise<void>) {
  const erasing = { database: tested.database, settings, progress: silentProgress };
  return erasePerson(
    { ...erasing, ...(between && { between }) },
    person,
    'asked for by the person',
  );
}

/** But the erasure itself, which has a name and times of its own, and the names of editions that it gives. */
async function dumped(): Promise<string[]> {
  const lines = await dumpGraph(tested.database);
  return lines
    .filter((line) => !/^\[\["Skein(?:Erasure|Removal|Audit)/.test(line))
    .map((line) =>
      line.replace(/^(\[\["SkeinInferredEdition"\].*\["edition",)"[^"]+"/, '$1"given"'),
    )
    .sort();
}

function sameBut({ removed, changed, stayed }: Certificate) {
  const ofGraph = changed.filter(({ kind }) => !kind.includes('custody'));
  return { removed, changed: ofGraph, stayed };
}

async function expectWhole(settings: Settings, certificate: Certificate, path: string) {
  expect(sameBut(certificate)).toEqual(sameBut(whole.certificate));
  expect(await dumped()).toEqual(whole.graph);
  const texts = await graphTexts(tested);
  expect(texts.filter((text) => personal.some((value) => text.includes(value)))).toEqual([]);
  expect(await audit(settings.home)).toMatchObject({ whole: true });
  expect((await checkAudit(tested.database, settings.home)).faults).toEqual([]);
  expect(await checkCertificate(settings.home, path)).toMatchObject({ is: 'good' });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skein-killed-'));
  await loadWorld(tested);
  await detectWorld(tested);
  await workOn(tested);
  // Of one key, digests of the same are the same.
  await accountKeys(tested.settings);
  graph = await copyOfGraph(tested.settings.neo4j!);
  let batches = 0;
  const { certificate } = await erase(await again(), () => {
    batches += 1;
    return Promise.resolve();
  });
  whole = { graph: await dumped(), certificate, batches };
}, patience);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('an erasure', () => {
  it(
    'that fails between any two batches ends whole when it is asked for again',
    async () => {
      expect(whole.batches).toBeGreaterThan(30);
      for (const at of [1, 4, 9, 20, whole.batches - 2, whole.batches - 1, whole.batches]) {
        const settings = await again();
        let passed = 0;
        const failing = erase(settings, () => {
          passed += 1;
          return passed === at ? Promise.reject(new Error('ended')) : Promise.resolve();
        });
        await expect(failing, `batch ${at}`).rejects.toThrow('ended');
        const { certificate, path } = await erase(settings);
        await expectWhole(settings, certificate, path);
      }
    },
    patience,
  );

  it(
    'that is killed ends whole when it is asked for again',
    async () => {
      const settings = await again();
      const erasing = spawn(process.execPath, ['--import', 'tsx', child, person], {
        env: { ...tested.environment, SKEIN_HOME: settings.home },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = once(erasing, 'exit');
      let said = '';
      for await (const chunk of erasing.stdout) {
        said += String(chunk);
        if (said.split('\n').length > 8) break;
      }
      erasing.kill('SIGKILL');
      expect((await ended)[1]).toBe('SIGKILL');
      const { certificate, path } = await erase(settings);
      await expectWhole(settings, certificate, path);
    },
    patience,
  );

  it('is refused while somebody loads, with nothing removed', async () => {
    const settings = await again();
    const before = await dumped();
    await tested.database.write("CREATE (:SkeinLoad {id: 'another', by: 'ben', started: '2026'})");
    await withHeartbeat(tested.database, 'another', async () => {
      await expect(erase(settings)).rejects.toThrow('ben has been loading since 2026');
    });
    expect(await dumped()).toEqual(before);
  });

  it(
    'lets a load that begins meanwhile wait, which then rejects the person’s rows',
    async () => {
      const settings = await again();
      let loading: ReturnType<typeof loadWorld> | null = null;
      let loaded = false;
      // Somebody else's: not a part of what erases under its lease.
      const elsewhere = AsyncLocalStorage.snapshot();
      const between = () => {
        loading ??= elsewhere(() => loadWorld({ ...tested, settings })).finally(() => {
          loaded = true;
        });
        expect(loaded).toBe(false);
        return Promise.resolve();
      };
      await erase(settings, between);
      const load = await loading!;
      expect(load.files.find(({ file }) => file === 'accounts.csv')).toMatchObject({ rejected: 1 });
      const texts = await graphTexts(tested);
      expect(texts.filter((text) => text.includes(person))).toEqual([]);
    },
    patience,
  );
});
