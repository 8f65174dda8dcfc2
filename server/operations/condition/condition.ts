/** How it stands with Skein itself. Each check says how it is, and what to do where somebody has to look to it. */
import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadQuery } from '../../../cypher/load-query.ts';
import {
  conditionStates,
  type Condition,
  type ConditionCheck,
  type ConditionState,
} from '../../../domain/condition.ts';
import { messages } from '../../../domain/messages/index.ts';
import { latestRun } from '../../detection/runs/read-runs.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { programVersion } from '../../platform/version.ts';
import { canAnchor, type Anchoring } from '../audit/anchor.ts';
import { check } from './check.ts';
import { retentionCheck } from './retention-check.ts';

const text = messages.condition;
const MiB = 2 ** 20;
/** An empty file fits on a disk that is full. */
const leastBytes = 4_096;
const dayMs = 24 * 60 * 60_000;

/** From where on somebody has to look, and from where on something does not work any more. */
export const conditionLimits = {
  freeMiB: { look: 5_120, bad: 1_024 },
  clockMs: { look: 5_000, bad: 60_000 },
  slowMs: 1_000,
  backupDays: 7,
  anchorDays: 3,
  dearWaiting: 5,
} as const;

export interface ConditionSources {
  database: Database;
  settings: Anchoring;
  /** How many requests wait for their turn. */
  waiting: (kind: 'usual' | 'dear') => number;
  now: () => Date;
}

/** What the database knows. */
interface Known {
  clock: number;
  backedUp: string | null;
  since: string | null;
  recorded: number;
  anchored: string | null;
  failing: number;
  undelivered: number;
  retried: number;
  detecting: boolean;
}

/** Rejects where the database is away: nobody can be asked who asks, either. */
export async function conditionOf(sources: ConditionSources): Promise<Condition> {
  const { database, settings, now } = sources;
  const asked = performance.now();
  const at = now();
  const [known] = await database.read<Known>(loadQuery('condition/condition'));
  const ms = performance.now() - asked;
  const checks = [
    check(
      'database',
      ms > conditionLimits.slowMs ? 'look' : 'well',
      text.database(Math.round(ms)),
      text.databaseTodo,
    ),
    await diskCheck(settings.home),
    await homeCheck(settings.home),
    // It was read somewhere between.
    clockCheck(known!.clock - at.getTime() - ms / 2),
    auditCheck(known!, canAnchor(settings), at),
    backupCheck(known!, at),
    waitingCheck(sources.waiting),
    schedulesCheck(known!.failing),
    deliveriesCheck(known!),
    await detectionCheck(database, known!.detecting),
    await retentionCheck(database, settings, at),
  ];
  const rank = ({ state }: ConditionCheck) => conditionStates.indexOf(state);
  const worst = Math.max(...checks.map(rank));
  return { state: conditionStates[worst]!, at: at.toISOString(), version: programVersion, checks };
}

/** More is better, from `bad` over `look` on; where less is better, both are given below nothing. */
function graded(value: number, { look, bad }: { look: number; bad: number }): ConditionState {
  if (value < bad) return 'bad';
  return value < look ? 'look' : 'well';
}

async function diskCheck(home: string): Promise<ConditionCheck> {
  const { bavail, bsize, blocks } = await statfs(home);
  const free = Math.floor((bavail * bsize) / MiB);
  const state = graded(free, conditionLimits.freeMiB);
  return check('disk', state, text.disk(free, Math.floor((blocks * bsize) / MiB)), text.diskTodo);
}

/** By writing: rights alone do not tell of a disk that has turned read-only. */
async function homeCheck(home: string): Promise<ConditionCheck> {
  const file = join(home, `.condition-${process.pid}`);
  try {
    await writeFile(file, Buffer.alloc(leastBytes), { mode: 0o600 });
    await rm(file, { force: true });
    return check('home', 'well', text.home);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? String(error);
    return check('home', 'bad', text.homeRefuses(why), text.homeTodo);
  }
}

function clockCheck(aheadMs: number): ConditionCheck {
  const seconds = Math.round(Math.abs(aheadMs) / 100) / 10;
  const { look, bad } = conditionLimits.clockMs;
  const state = graded(-Math.abs(aheadMs), { look: -look, bad: -bad });
  return check('clock', state, text.clock(seconds, aheadMs > 0), text.clockTodo);
}

const daysSince = (then: string, now: Date) => (now.getTime() - Date.parse(then)) / dayMs;

function auditCheck(
  { recorded, anchored, since }: Known,
  anchors: boolean,
  now: Date,
): ConditionCheck {
  if (!anchors) return check('audit', 'well', text.auditHere(recorded));
  const last = anchored ?? since;
  const isLate = last !== null && daysSince(last, now) > conditionLimits.anchorDays;
  const says = text.auditAnchored(recorded, anchored);
  return check('audit', isLate ? 'look' : 'well', says, text.auditTodo);
}

function backupCheck({ backedUp, since }: Known, now: Date): ConditionCheck {
  const last = backedUp ?? since;
  const isLate = last !== null && daysSince(last, now) > conditionLimits.backupDays;
  return check('backup', isLate ? 'look' : 'well', text.backup(backedUp), text.backupTodo);
}

function waitingCheck(waiting: ConditionSources['waiting']): ConditionCheck {
  const [usual, dear] = [waiting('usual'), waiting('dear')];
  const state = dear > conditionLimits.dearWaiting ? 'look' : 'well';
  return check('waiting', state, text.waiting(usual, dear), text.waitingTodo);
}

function schedulesCheck(failing: number): ConditionCheck {
  const state = failing > 0 ? 'look' : 'well';
  return check('schedules', state, text.schedules(failing), text.schedulesTodo);
}

function deliveriesCheck({ undelivered, retried }: Known): ConditionCheck {
  const state = undelivered > 0 ? 'bad' : retried > 0 ? 'look' : 'well';
  return check('deliveries', state, text.deliveries(undelivered, retried), text.deliveriesTodo);
}

async function detectionCheck(database: Database, detecting: boolean): Promise<ConditionCheck> {
  const run = await latestRun(database);
  return check('detection', 'well', text.detection(run?.started ?? null, detecting));
}
