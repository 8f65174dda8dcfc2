/** The clock of the server, or of the database, is put on or back amid the work: what is latest stays latest, nobody waits for a day, the chain holds. */
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Run } from '../../domain/finding.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import { latestRun } from '../../server/detection/runs/read-runs.ts';
import { leaseHolder, whenFree, withLease } from '../../server/graph/neo4j/lease.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { dueDeliveries } from '../../server/operations/delivery/delivery-store.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { claimJob } from '../../server/operations/watch/held-job.ts';
import { addPerson, setPassword, type House } from '../../server/people/persons.ts';
import { usualSessions } from '../../server/platform/settings/session-settings.ts';
import { LeaseLostError, NotSignedInError, TooManyError } from '../../server/platform/problems.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { audit } from '../../server/trust/custody/audit.ts';
import { anotherDetects } from '../another-detects.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { plainAccounts } from '../detectors/detecting.ts';
import { oneHand } from '../one-hand.ts';
import { newDoor } from '../people/new-door.ts';

const tested = testDatabase();
const day = 86_400_000;
const lease = 60_000;

afterEach(() => vi.useRealTimers());

/** From now on it is that much later, or earlier, than it is; nothing but the time of day is changed. */
function jump(ms: number): void {
  const now = Date.now() + ms;
  vi.useRealTimers();
  vi.useFakeTimers({ toFake: ['Date'], now, shouldAdvanceTime: true });
}

describe('the server’s', () => {
  const ring = ['a1', 'a2', 'a3', 'a4'];

  beforeAll(async () => {
    const accounts = ring.map((account_id) => ({ account_id, created_at: '2023-01-01T00:00:00Z' }));
    const folder = await writeDataset({
      ...oneHand(ring),
      accounts: [...accounts, ...plainAccounts(26, 'o')],
    });
    await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  });

  /** A run amid which the clock jumps. */
  async function detected(ms: number): Promise<Run> {
    let jumped = false;
    const proceed = () => {
      if (!jumped) jump(ms);
      jumped = true;
      return Promise.resolve();
    };
    const { home } = tested.settings;
    const options = { only: ['shared-payout'], home, proceed };
    return (await detect(tested.database, options, silentProgress)).run;
  }

  it('put on by a day and back by three: the run that is made last is the one in force', async () => {
    let before: Run | null = null;
    for (const ms of [0, day, -3 * day, day / 24]) {
      const run = await detected(ms);
      expect(run.ended >= run.started).toBe(true);
      expect(run.counts.findings).toBe(1);
      if (before) expect(run.started > before.started).toBe(true);
      expect((await latestRun(tested.database))!.run).toBe(run.run);
      before = run;
    }
    expect(await audit(tested.settings.home)).toMatchObject({ whole: true });
  });

  it('put back lets people in and keeps them in, no longer than they would have been', async () => {
    const house: House = { database: tested.database, home: tested.settings.home };
    let at = Date.parse('2026-03-10T09:00:00.000Z');
    const door = newDoor(house, () => new Date(at));
    const ida = { name: 'Ida', password: 'not to be guessed' };
    const person = await addPerson(house, ida.name, 'lead', new Date(at));
    await setPassword(house, person, ida.password, null);
    const from = { address: '192.0.2.1', agent: 'a browser', before: null };
    const { secret } = await door.signIn(ida, from);
    const here = () => door.whoHas({ session: secret, token: null });
    const guess = (address: string) =>
      door.signIn({ ...ida, password: 'a guess' }, { ...from, address });
    for (let count = 0; count < 12; count += 1)
      await guess(`192.0.2.${10 + count}`).catch(() => undefined);
    await expect(guess('192.0.2.90')).rejects.toThrow(TooManyError);
    at -= 2 * day;
    // The lock was for minutes, so it is not for two days; a wrong password stays one.
    await expect(guess('192.0.2.91')).rejects.toThrow(NotSignedInError);
    at += 20 * 60_000;
    await door.signIn(ida, { ...from, address: '192.0.2.92' });
    expect(await here()).toMatchObject({ person: { name: ida.name } });
    at += usualSessions.idleMs + 60_000;
    expect(await here()).toBeNull();
  });
});

describe('the database’s, put on by more than a lease while somebody detects', () => {
  /** As such a clock leaves the lease of whoever has it: its end is over. */
  const putOn = () =>
    tested.database.write(
      "MATCH (s:Skein {id: 'skein'}) SET s.lease_until = datetime.realtime().epochMillis - $ms",
      { ms: 180_000 },
    );
  const stored = async () => {
    const rows = await tested.database.read<{ of: string; count: number }>(
      `MATCH (n) WHERE NOT n:Skein RETURN head(labels(n)) AS of, count(*) AS count ORDER BY of
       UNION ALL MATCH ()-[r]->() RETURN type(r) AS of, count(*) AS count ORDER BY of`,
    );
    return rows;
  };
  const options = (proceed: () => Promise<void>) => ({
    ...{ only: ['shared-payout'], home: tested.settings.home, proceed },
  });

  it('another detects; the one who lost the turn is ended in words and writes nothing more', async () => {
    let other: Run | null = null;
    let before: unknown = null;
    const amid = async () => {
      if (other) return;
      await putOn();
      other = (
        await detect(
          tested.database,
          options(() => Promise.resolve()),
          silentProgress,
        )
      ).run;
      before = await stored();
    };
    await expect(detect(tested.database, options(amid), silentProgress)).rejects.toThrow(
      LeaseLostError,
    );
    expect(await stored()).toEqual(before);
    expect((await latestRun(tested.database))!.run).toBe(other!.run);
  });

  it('while the other is still at it nothing is written either, and its turn is left to it', async () => {
    let before: unknown = null;
    let end: (() => Promise<void>) | null = null;
    const amid = async () => {
      if (end) return;
      await putOn();
      end = await anotherDetects(tested.database);
      before = await stored();
    };
    await expect(detect(tested.database, options(amid), silentProgress)).rejects.toThrow(
      /the turn is of .+: two at once would spoil each other’s work, so this was ended/,
    );
    expect(await stored()).toEqual(before);
    expect(await leaseHolder(tested.database)).not.toBeNull();
    await end!();
    expect(await leaseHolder(tested.database)).toBeNull();
  });

  it('and nobody else came: it is the holder’s still', async () => {
    const { run } = await detect(
      tested.database,
      options(async () => {
        await putOn();
      }),
      silentProgress,
    );
    expect((await latestRun(tested.database))!.run).toBe(run.run);
  });

  it('no write of several in a transaction takes effect, nor one that was begun before', async () => {
    const work = withLease(tested.database, silentProgress, async () => {
      await tested.database.transaction(async (tx) => {
        await tx.run("CREATE (:SkeinJob {id: 'half'})");
        await putOn();
        await (
          await anotherDetects(tested.database)
        )();
      });
    });
    await expect(work).rejects.toThrow(LeaseLostError);
    expect(await tested.database.read("MATCH (j:SkeinJob {id: 'half'}) RETURN j.id")).toEqual([]);
  });
});

describe('the database’s, put back by a day', () => {
  /** What a lease of somebody who died looks like then. */
  const tomorrow = () => Date.now() + day;
  const left = async (pattern: string) => {
    const [row] = await tested.database.read<{ ms: number }>(
      `MATCH ${pattern} RETURN toInteger(n.lease_until - datetime.realtime().epochMillis) AS ms`,
    );
    return row!.ms;
  };

  it('the turn to detect comes within two minutes', async () => {
    await tested.database.write(
      "MATCH (s:Skein {id: 'skein'}) SET s.lease_holder = 'dead', s.lease_by = 'x', s.lease_since = '', s.lease_until = $until",
      { until: tomorrow() },
    );
    expect(await whenFree(tested.database, () => Promise.resolve())).toHaveProperty('heldBy');
    expect(await left("(n:Skein {id: 'skein'})")).toBeLessThanOrEqual(120_000);
    await tested.database.write(
      "MATCH (s:Skein {id: 'skein'}) REMOVE s.lease_holder, s.lease_by, s.lease_since, s.lease_until",
    );
  });

  it('a job or a report that somebody had in hand is taken up after the lease', async () => {
    await tested.database.write(
      `CREATE (:SkeinJob {id: 'J', schedule: 'S', state: 'running', lease_until: $until, due: ''})
       CREATE (:SkeinDelivery {id: 'D', next_at: '2020-01-01', lease_holder: 'dead', lease_until: $until})`,
      { until: tomorrow() },
    );
    const now = new Date().toISOString();
    expect(
      await claimJob(tested.database, 'me', { clock: systemClock, leaseMs: lease }),
    ).toBeNull();
    expect(await dueDeliveries(tested.database, { now, limit: 5, lease })).toEqual([]);
    expect(await left("(n:SkeinJob {id: 'J'})")).toBeLessThanOrEqual(lease);
    expect(await left("(n:SkeinDelivery {id: 'D'})")).toBeLessThanOrEqual(lease);
  });
});
