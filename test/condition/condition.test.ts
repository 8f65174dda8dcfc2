/** How it stands with Skein itself, on disks, clocks and records as they may be. */
import { beforeEach, describe, expect, it } from 'vitest';
import { conditionStates, type Condition, type ConditionName } from '../../domain/condition.ts';
import { messages } from '../../domain/messages/index.ts';
import {
  conditionLimits,
  conditionOf,
  type ConditionSources,
} from '../../server/operations/condition/condition.ts';
import { backupEnded } from '../../server/trust/custody/acts.ts';
import { append } from '../../server/trust/custody/log.ts';
import { witness } from '../../server/operations/audit/witness.ts';
import { testDatabase } from '../database.ts';
import { calling } from '../http/calling.ts';
import { servedApp } from '../http/served.ts';

const tested = testDatabase();
const app = servedApp(tested);
const { call } = calling(app);
const text = messages.condition;
const dayMs = 24 * 60 * 60_000;
let sources: ConditionSources;

beforeEach(() => {
  const { database, settings } = tested;
  sources = { database, settings, waiting: () => 0, now: () => new Date() };
});

const of = (condition: Condition, name: ConditionName) =>
  condition.checks.find((check) => check.name === name)!;

async function looked(name: ConditionName, change: Partial<ConditionSources> = {}) {
  return of(await conditionOf({ ...sources, ...change }), name);
}

describe('the state of Skein', () => {
  it('is told by the API, each check with what to do where there is something to do', async () => {
    const { checks, state } = await call('condition', {});
    expect(checks.map(({ name }) => name)).toEqual(Object.keys(messages.conditionPage.names));
    for (const { name, state: one, todo } of checks)
      expect(todo === null, name).toBe(one === 'well');
    const worst = conditionStates.findLast((one) => checks.some((check) => check.state === one));
    expect(state).toBe(worst);
  });

  it('says that a disk is full, and that a folder cannot be written to', async () => {
    // Has no room, and takes no file of anybody.
    const settings = { ...tested.settings, home: '/proc' };
    const full = await conditionOf({ ...sources, settings });
    expect(of(full, 'disk')).toMatchObject({ state: 'bad', todo: text.diskTodo });
    expect(of(full, 'home')).toMatchObject({ state: 'bad', todo: text.homeTodo });
    expect(full.state).toBe('bad');
  });

  it('says how far the clocks are apart, and which is ahead', async () => {
    const at = (ms: number) => ({ now: () => new Date(Date.now() + ms) });
    expect(await looked('clock')).toMatchObject({ state: 'well' });
    const behind = await looked('clock', at(20_000));
    expect(behind.state).toBe('look');
    expect(behind.says).toMatch(/20(\.\d)? s behind/);
    expect(await looked('clock', at(-3_600_000))).toMatchObject({
      ...{ state: 'bad', todo: text.clockTodo },
      says: expect.stringMatching(/s ahead of/) as string,
    });
  });

  it('asks for a backup once there is a week to lose, until one is taken', async () => {
    const { home } = tested.settings;
    await append(home, { act: 'view', subject: { nodes: 'account:a' }, before: null, after: null });
    await witness(tested.database, home);
    expect(await looked('backup')).toMatchObject({ state: 'well', says: text.backup(null) });
    const later = { now: () => new Date(Date.now() + (conditionLimits.backupDays + 1) * dayMs) };
    expect(await looked('backup', later)).toMatchObject({ state: 'look', todo: text.backupTodo });
    await append(home, backupEnded('neo4j', 'a'.repeat(64), { nodes: 1, relations: 0 }));
    await witness(tested.database, home);
    expect((await looked('backup')).says).not.toBe(text.backup(null));
  });

  it('counts who waits, schedules that failed and have not run since, and reports that nobody got', async () => {
    const many = { waiting: (kind: string) => (kind === 'dear' ? 9 : 2) };
    expect(await looked('waiting', many)).toMatchObject({
      state: 'look',
      says: text.waiting(2, 9),
    });
    await tested.database.write(`
      CREATE (:SkeinSchedule {id: 's1', name: 'Night'}), (:SkeinSchedule {id: 's2', name: 'Week'})
      CREATE (:SkeinJob {id: 'j1', key: '1', schedule: 's1', state: 'failed', made: '2026-01-01'})
      CREATE (:SkeinJob {id: 'j2', key: '2', schedule: 's2', state: 'failed', made: '2026-01-01'})
      CREATE (:SkeinJob {id: 'j3', key: '3', schedule: 's2', state: 'done', made: '2026-01-02'})
      CREATE (:SkeinDelivery {id: 'd1', report: 'r', recipient_key: 'a', state: 'failed'})
    `);
    expect(await looked('schedules')).toMatchObject({ state: 'look', says: text.schedules(1) });
    expect(await looked('deliveries')).toMatchObject({
      state: 'look',
      says: text.deliveries(0, 1),
    });
    await tested.database.write("MATCH (d:SkeinDelivery {id: 'd1'}) SET d.state = 'dead'");
    expect(await conditionOf(sources)).toMatchObject({ state: 'bad' });
    expect(await looked('deliveries')).toMatchObject({ state: 'bad', says: text.deliveries(1, 0) });
    await tested.database.write(
      'MATCH (n) WHERE n:SkeinJob OR n:SkeinSchedule OR n:SkeinDelivery DELETE n',
    );
  });
});
