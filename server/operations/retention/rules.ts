/** After how many days rows go, and when each day, as the operator's file says: no request can change it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { messages } from '../../../domain/messages/index.ts';
import {
  agingFiles,
  leastDays,
  mostDays,
  usualTime,
  type RetentionRules,
} from '../../../domain/retention.ts';
import type { FileName } from '../../../domain/schema/schema.ts';
import { nearest } from '../../ingest/load/nearest.ts';
import { InvalidDataError, UnavailableError, type Detail } from '../../platform/problems.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { checkZone } from '../../platform/times.ts';

const says = messages.retention.rules;

const fileSchema = z.strictObject({
  rules: z.record(z.string(), z.unknown()).default({}),
  at: z.unknown().default(usualTime.at),
  timezone: z.unknown().default(usualTime.timezone),
});

export interface Retention {
  rules: RetentionRules;
  /** The time of day at which a server applies them; null: by command alone. */
  at: string | null;
  timezone: string;
}

/** `retention.json` in SKEIN_HOME. */
export function retentionFilePath({ home }: Pick<Settings, 'home'>): string {
  return join(home, 'retention.json');
}

/** Without a file nothing goes by age. Throws InvalidDataError, a line a fault, and UnavailableError. */
export async function readRules(settings: Pick<Settings, 'home'>): Promise<RetentionRules> {
  return (await readRetention(settings)).rules;
}

/** As `readRules`, with when they are applied. */
export async function readRetention(settings: Pick<Settings, 'home'>): Promise<Retention> {
  const path = retentionFilePath(settings);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new UnavailableError(says.unreadable(path, code ?? message));
  });
  if (text === null) return { rules: {}, ...usualTime };
  const read = fileSchema.safeParse(jsonOf(text, path));
  const faults = read.success
    ? [...faultsOf(read.data.rules), ...faultsOfTime(read.data)]
    : read.error.issues.map(({ path: where, message }) => ({
        where: where.join('.'),
        problem: message,
      }));
  if (!read.success || faults.length > 0)
    throw new InvalidDataError(says.faults(path, faults), faults);
  return read.data as Retention;
}

function faultsOfTime({ at, timezone }: z.output<typeof fileSchema>): Detail[] {
  const isTime = typeof at === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(at);
  const faults = isTime || at === null ? [] : [{ where: 'at', problem: says.at }];
  try {
    checkZone(String(timezone));
    return faults;
  } catch (error) {
    return [...faults, { where: 'timezone', problem: (error as Error).message }];
  }
}

function faultsOf(rules: Readonly<Record<string, unknown>>): Detail[] {
  return Object.entries(rules).flatMap(([name, days]) => {
    const where = `rules.${name}`;
    if (name === 'accounts') return [{ where, problem: says.accounts }];
    if (!agingFiles.includes(name as FileName))
      return [{ where, problem: says.unknown(nearest(name, agingFiles), agingFiles) }];
    const isCount = typeof days === 'number' && Number.isInteger(days);
    return isCount && days >= leastDays && days <= mostDays
      ? []
      : [{ where, problem: says.days(leastDays, mostDays) }];
  });
}

function jsonOf(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InvalidDataError(says.notJson(path, (error as Error).message));
  }
}
