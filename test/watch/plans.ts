import { planSchema, type Plan, type Schedule } from '../../domain/input/schedule.ts';
import { createSchedule } from '../../server/operations/watch/schedule-store.ts';
import { Watch, type Watching } from '../../server/operations/watch/watch.ts';
import { deliverReport } from '../../server/operations/watch/deliver-report.ts';
import type { TestDatabase } from '../database.ts';
import type { FakeClock } from './fake-clock.ts';

/** One detector, so that a job takes a moment. */
export function plan(fields: Partial<Plan> = {}): Plan {
  return planSchema.parse({
    name: 'Nightly',
    cron: '30 2 * * *',
    timezone: 'Europe/Paris',
    detectors: ['self-rating'],
    ...fields,
  });
}

export function scheduled(
  { database }: TestDatabase,
  clock: FakeClock,
  fields: Partial<Plan> = {},
): Promise<Schedule> {
  return createSchedule(database, { plan: plan(fields), origin: 'person', now: clock.now() });
}

/** A server's watch that does nothing by itself: the test asks it for each round. */
export function watchOf(
  { database, settings }: TestDatabase,
  clock: FakeClock,
  watching: Partial<Watching> = {},
): Watch {
  return new Watch({
    ...{ database, settings, clock, link: null, log: () => undefined, deliver: deliverReport },
    ...{ quietMs: 0, leaseMs: 3_000 },
    ...watching,
  });
}

/** Makes and runs all that is due. */
export async function rounds(...watches: readonly Watch[]): Promise<void> {
  await Promise.all(watches.map((watch) => watch.round()));
  await Promise.all(watches.map((watch) => watch.idle()));
}
