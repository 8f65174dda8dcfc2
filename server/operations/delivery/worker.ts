import { setTimeout as after } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Database } from '../../graph/neo4j/database.ts';
import { deliverDue } from './deliver.ts';
import type { Delivering as Settings } from '../../platform/settings/settings.ts';

export interface DeliveringOptions {
  database: Database;
  settings: Settings;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

export interface Delivering {
  /** Nothing is begun after this; what is being sent has a few seconds to end, and is tried again where it has not. */
  stop: () => Promise<void>;
}

/** How often it is looked whether something is due. */
const everyMs = 10_000;
const patienceMs = 5_000;

/** Delivers what is due, again and again, until it is stopped. */
export function startDelivering({ database, settings, log }: DeliveringOptions): Delivering {
  const stopping = new AbortController();
  const { signal } = stopping;
  let work: Promise<unknown> | null = null;
  const look = () => {
    work ??= deliverDue(database, settings, () => new Date(), { log, signal })
      .catch((error: unknown) => {
        if (!signal.aborted) log.error({ err: error }, 'deliveries were not looked after');
      })
      .finally(() => (work = null));
  };
  const timer = setInterval(look, everyMs);
  timer.unref();
  look();
  return {
    stop: async () => {
      stopping.abort();
      clearInterval(timer);
      await Promise.race([work, after(patienceMs, undefined, { ref: false })]);
    },
  };
}
