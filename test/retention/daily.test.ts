/** A server applies the rules of retention by itself, once a day, whatever other servers there are. */
import { rm, writeFile } from 'node:fs/promises';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { conditionOf } from '../../server/operations/condition/condition.ts';
import { agings } from '../../server/operations/retention/aging-store.ts';
import { listHolds, setHold } from '../../server/operations/retention/holds.ts';
import { retentionOf } from '../../server/operations/retention/retention.ts';
import { retentionFilePath } from '../../server/operations/retention/rules.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { audit } from '../../server/trust/custody/audit.ts';
import { shownEntries } from '../../server/trust/custody/shown.ts';
import { anotherDetects } from '../another-detects.ts';
import { testDatabase } from '../database.ts';
import { copyOfGraph, pasteGraph, type GraphCopy } from '../graph-copy.ts';
import { FakeClock } from '../watch/fake-clock.ts';
import { rounds, watchOf } from '../watch/plans.ts';
import { loadWorld, others } from './world.ts';

const tested = testDatabase();
const text = messages.condition.retention;
const patience = 5 * 60_000;
/** Of the world's logins some are of before February 2024, and some of after. */
const limit = '2024-02-01T04:30:00.000Z';
const [evening, night, later] = [
  '2024-04-30T20:00:00.000Z',
  '2024-05-01T02:30:00.000Z',
  '2024-05-01T03:00:00.000Z',
] as const;
const file = { rules: { logins: 90 }, at: '04:30', timezone: 'Europe/Berlin' };

interface Login {
  account: string;
  at: string;
}
const loginsNow = () =>
  tested.database.read<Login>(
    'MATCH (a:Account)-[r:LOGGED_IN_FROM]->() RETURN a.id AS account, r._at AS at ORDER BY r.key',
  );
const old = (rows: readonly Login[]) => rows.filter(({ at }) => at < limit);

let graph: GraphCopy;
let clock: FakeClock;

beforeAll(async () => {
  await loadWorld(tested);
  graph = await copyOfGraph(tested.settings.neo4j!);
}, patience);

beforeEach(async () => {
  await tested.empty();
  await pasteGraph(tested.settings.neo4j!, graph);
  clock = new FakeClock(evening);
  await writeFile(retentionFilePath(tested.settings), JSON.stringify(file));
});

/** The server saw the rules in the evening, and nothing went. */
async function seen() {
  const watch = watchOf(tested, clock);
  const before = await loginsNow();
  expect(old(before).length).toBeGreaterThan(0);
  await rounds(watch);
  expect(await loginsNow()).toEqual(before);
  expect(await agings(tested.database, 9)).toEqual([]);
  return watch;
}

async function check() {
  const { database, settings } = tested;
  const sources = { database, settings, waiting: () => 0, now: () => clock.now() };
  return (await conditionOf(sources)).checks.find(({ name }) => name === 'retention')!;
}

describe('a server with rules', { timeout: patience }, () => {
  it('applies them at their time and once, records it, and tells what went', async () => {
    const watch = await seen();
    const gone = old(await loginsNow()).length;
    clock.set(night);
    await rounds(watch, watchOf(tested, clock));
    expect(old(await loginsNow())).toEqual([]);
    const [applied, ...more] = await agings(tested.database, 9);
    expect(more).toEqual([]);
    expect(applied).toMatchObject({ state: 'done', scheduled: true, begun: night, id: night });
    expect(applied!.files).toMatchObject([{ file: 'logins', removed: gone, kept: 0 }]);
    const counted: unknown[] = [];
    for await (const { subject, after } of shownEntries(tested.settings.home, { act: 'change' }))
      if (subject['change'] === 'retention' && after?.['state'] === 'ended')
        counted.push(after['counts']);
    expect(counted.at(-1)).toEqual({ logins: { removed: gone, kept: 0 } });
    expect(await audit(tested.settings.home)).toMatchObject({ whole: true });

    const said = await check();
    expect(said).toMatchObject({ state: 'well', todo: null });
    expect(said.says).toContain(text.last(night, applied!.files));
    expect(said.says).toContain(text.next('2024-05-02T02:30:00.000Z'));
    clock.set(later);
    await rounds(watch, watchOf(tested, clock));
    expect(await agings(tested.database, 9)).toHaveLength(1);
    clock.set('2024-05-02T02:31:00.000Z');
    await rounds(watch);
    expect((await agings(tested.database, 9)).map(({ state }) => state)).toEqual(['done', 'done']);
  });

  it('leaves what is held, and says so', async () => {
    const [held] = others;
    const [before, watch] = [await loginsNow(), await seen()];
    const { database, settings } = tested;
    await setHold(
      { database, home: settings.home, progress: silentProgress },
      { kind: 'account', of: held, reason: 'a court asked' },
    );
    clock.set(night);
    await rounds(watch);
    const ofHeld = (rows: readonly Login[]) => rows.filter(({ account }) => account === held);
    expect(ofHeld(await loginsNow())).toEqual(ofHeld(before));
    expect(old(await loginsNow())).toEqual(old(ofHeld(before)));
    const told = await retentionOf(database, settings, clock.now());
    expect(told.holds).toEqual(await listHolds(database));
    expect(told.applied[0]!.files[0]!.kept).toBe(old(ofHeld(before)).length);
    expect(told).toMatchObject({ at: file.at, timezone: file.timezone, problem: null });
  });

  it('puts it off while somebody loads, and does it after', async () => {
    const watch = await seen();
    await tested.database.write(
      `CREATE (:SkeinLoad {id: 'going', by: 'ana', started: $at,
         alive_until: datetime.realtime().epochMillis + 600000})`,
      { at: night },
    );
    clock.set(night);
    await rounds(watch);
    expect(old(await loginsNow()).length).toBeGreaterThan(0);
    const [off] = await agings(tested.database, 9);
    expect(off).toMatchObject({ state: 'waiting', next_at: '2024-05-01T02:35:00.000Z' });
    expect(off!.problem).toBe(messages.retention.loading('ana', night));
    expect(await check()).toMatchObject({ state: 'look', todo: text.todo });
    await tested.database.write("MATCH (l:SkeinLoad {id: 'going'}) DELETE l");
    await rounds(watch);
    expect(old(await loginsNow()).length).toBeGreaterThan(0);
    clock.set(later);
    await rounds(watch);
    expect(old(await loginsNow())).toEqual([]);
  });

  it('that is stopped while it waits for its turn gives it back to another', async () => {
    const watch = await seen();
    clock.set(night);
    const end = await anotherDetects(tested.database);
    await watch.round();
    await watch.stop();
    const [off] = await agings(tested.database, 9);
    expect(off).toMatchObject({ state: 'waiting', problem: messages.retention.daily.stopped });
    await end();
    await rounds(watchOf(tested, clock));
    expect(old(await loginsNow())).toEqual([]);
  });

  it.each([
    ['no file', null],
    ['a file that leaves it to the command', JSON.stringify({ ...file, at: null })],
    ['a file that cannot be used', JSON.stringify({ ...file, at: '24:00', timezone: '+01:00' })],
  ])('%s: nothing goes', async (_what, written) => {
    const path = retentionFilePath(tested.settings);
    await (written === null ? rm(path) : writeFile(path, written));
    const before = await loginsNow();
    const watch = watchOf(tested, clock);
    await rounds(watch);
    clock.set(night);
    await rounds(watch);
    expect(await loginsNow()).toEqual(before);
    const { problem } = await retentionOf(tested.database, tested.settings, clock.now());
    const isBad = written?.includes('24:00') === true;
    expect(problem === null).toBe(!isBad);
    if (isBad) {
      expect(problem).toContain(`at: ${messages.retention.rules.at}`);
      expect(problem).toContain('timezone: ');
    }
    expect((await check()).state).toBe(isBad ? 'bad' : 'well');
  });
});
