/** Neo4j is out of reach for a minute amid a load and a detection: they go on, or end in words and can be begun again; either way all is as unbroken. */
import { rm } from 'node:fs/promises';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DetectionStep } from '../../domain/detection.ts';
import { messages } from '../../domain/messages/index.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { latestRun } from '../../server/detection/runs/read-runs.ts';
import { Database } from '../../server/graph/neo4j/database.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { formatError } from '../../server/platform/format-error.ts';
import { silentProgress, type Progress } from '../../server/platform/progress.ts';
import { audit } from '../../server/trust/custody/audit.ts';
import { testDatabase } from '../database.ts';
import { plainAccounts } from '../detectors/detecting.ts';
import { writeDataset } from '../dataset.ts';
import { doorTo, type Door } from '../http/door.ts';
import { folderOf } from '../load/folder-of.ts';
import { dumpGraph } from '../load/graph-dump.ts';
import { files } from '../load/killing.ts';
import { long } from '../long.ts';
import { oneHand } from '../one-hand.ts';

const tested = testDatabase();
const awayMs = 60_000;
const { gone, silent } = messages.database.failures;
let door: Door;
/** The same database, by the door. */
let database: Database;

beforeAll(async () => {
  door = await doorTo(tested.settings.neo4j!.uri);
  database = new Database({ ...tested.settings.neo4j!, uri: door.uri });
});

afterAll(async () => {
  await database.close();
  await door.shut();
});

/** Out of reach from now on, for a minute; once. */
function outage() {
  let [begun, over]: [boolean, Promise<void>] = [false, Promise.resolve()];
  return {
    begin: () => {
      if (begun) return;
      begun = true;
      over = door.shut().then(async () => {
        await after(awayMs);
        await door.open();
      });
    },
    /** Resolves once it is back; throws where it never was away. */
    ended: async () => {
      expect(begun).toBe(true);
      await over;
    },
  };
}

/** Done, or what somebody would be told, which are words and no defect; done by the second attempt then. */
async function inTwoAttempts<T>(away: ReturnType<typeof outage>, work: () => Promise<T>) {
  const first = await work().then(
    (done) => ({ done }),
    (error: unknown) => ({ told: formatError(error).text }),
  );
  await away.ended();
  if ('done' in first) return first.done;
  expect([gone, silent, messages.http.databaseAway]).toContain(first.told);
  return work();
}

describe('the database away for a minute', () => {
  it('amid a load: the graph is that of an unbroken one', long, async () => {
    const folder = await folderOf(files);
    const load = (through: Database, progress: Progress) =>
      loadFolders(through, tested.settings, [folder], {}, progress);
    await load(tested.database, silentProgress);
    const whole = await dumpGraph(tested.database);
    await tested.empty();
    const away = outage();
    let loading = false;
    await inTwoAttempts(away, () =>
      load(database, {
        step: (text) => (loading = text === messages.load.step.loading('logins.csv')),
        advance: (done) => loading && done > 0 && away.begin(),
        end: () => undefined,
      }),
    );
    expect(await dumpGraph(tested.database)).toEqual(whole);
    expect(await audit(tested.settings.home)).toMatchObject({ whole: true });
    await rm(folder, { recursive: true });
  });

  it('amid a detection: it finds what an unbroken one does', long, async () => {
    await tested.empty();
    const ring = ['a1', 'a2', 'a3', 'a4'];
    const accounts = ring.map((account_id) => ({ account_id, created_at: '2023-01-01T00:00:00Z' }));
    const folder = await writeDataset({
      ...oneHand(ring),
      accounts: [...accounts, ...plainAccounts(40, 'o')],
    });
    await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
    const { home } = tested.settings;
    const unbroken = found(await detect(tested.database, { home }, silentProgress));
    expect(unbroken.findings.length).toBeGreaterThan(0);
    for (const phase of ['detect', 'store'] as const) {
      const away = outage();
      const proceed = (step: DetectionStep) => {
        if (step.phase === phase) away.begin();
        return Promise.resolve();
      };
      const result = await inTwoAttempts(away, () =>
        detect(database, { home, proceed }, silentProgress),
      );
      expect(found(result)).toEqual(unbroken);
      expect((await latestRun(tested.database))!.run).toBe(result.run.run);
    }
    expect(await audit(home)).toMatchObject({ whole: true });
    await rm(folder, { recursive: true });
  });
});

function found({ run, findings, clusters, accounts }: DetectionResult) {
  return {
    counts: run.counts,
    findings: findings.map(({ id, score }) => [id, score]).sort(),
    clusters: clusters.map(({ id, score }) => [id, score]).sort(),
    accounts: accounts.length,
  };
}
