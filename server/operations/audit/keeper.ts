import { setTimeout as after } from 'node:timers/promises';
import { loadQuery } from '../../../cypher/load-query.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { UnavailableError } from '../../platform/problems.ts';
import { usualAnchors } from '../../platform/settings/anchor-settings.ts';
import { anchor, canAnchor, type Anchoring } from './anchor.ts';
import { witness } from './witness.ts';

interface KeepingOptions {
  database: Database;
  settings: Anchoring;
  clock: () => Date;
  /** Told when the log could not be taken in or anchored; it is tried again. */
  failed: (error: unknown) => void;
}

export interface AuditKeeping {
  /** Takes in what is new, and anchors when that is due. */
  look: () => Promise<void>;
  /** Takes in what is new once more. */
  stop: () => Promise<void>;
}

/** What is recorded here is known to the database so long after at the latest. */
const everyMs = 60_000;
const patienceMs = 5_000;

/** Takes what this home records into the database, and anchors its end at the times that are set, until it is stopped. */
export function startAnchoring({
  database,
  settings,
  clock,
  failed,
}: KeepingOptions): AuditKeeping {
  let work: Promise<void> | null = null;
  const look = () =>
    (work ??= looked()
      .catch(failed)
      .finally(() => (work = null)));
  const looked = async () => {
    const { departed } = await witness(database, settings.home, clock());
    if (departed) throw new UnavailableError(departed.detail);
    const { everyMs: apart } = settings.anchors ?? usualAnchors;
    if (apart === null || !canAnchor(settings)) return;
    const now = clock();
    const [due] = await database.write(loadQuery('audit/due'), {
      before: new Date(now.getTime() - apart).toISOString(),
      now: now.toISOString(),
    });
    if (!due) return;
    const { failed: places } = await anchor(database, settings, now);
    for (const why of places) failed(new UnavailableError(why));
  };
  const timer = setInterval(() => void look(), everyMs);
  timer.unref();
  void look();
  return {
    look,
    stop: async () => {
      clearInterval(timer);
      const last = (async () => {
        await work;
        await witness(database, settings.home);
      })();
      await Promise.race([last.catch(failed), after(patienceMs, undefined, { ref: false })]);
    },
  };
}
