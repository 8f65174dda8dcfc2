import type { Database } from '../../graph/neo4j/database.ts';
import { handedBackAtEnd } from '../../graph/neo4j/handed-back.ts';

/** How long a load that died is taken for a living one, and how often a living one says that it lives. */
const [aliveMs, sayMs] = [30_000, 10_000];

/** Lets it rest: while somebody stops the database, nothing may be written that is to last. */
export interface Heartbeat {
  resting<T>(work: () => Promise<T>): Promise<T>;
}

/** Says that the load lives as long as the work lasts, by the database's clock. */
export async function withHeartbeat<T>(
  database: Database,
  load: string,
  work: (heartbeat: Heartbeat) => Promise<T>,
): Promise<T> {
  let saying = say(database, load);
  let rests = false;
  await saying;
  const timer = setInterval(() => {
    if (rests) return;
    // One that goes unsaid does no harm; the load itself meets a database that is gone.
    saying = say(database, load).catch(() => undefined);
  }, sayMs);
  timer.unref();
  const resting = async <R>(work: () => Promise<R>) => {
    rests = true;
    await saying;
    try {
      return await work();
    } finally {
      rests = false;
    }
  };
  const end = async () => {
    clearInterval(timer);
    await database
      .write('MATCH (l:SkeinLoad {id: $load}) REMOVE l.alive_until', { load })
      // What ended the work is worth more than this; it runs out.
      .catch(() => undefined);
  };
  const forget = handedBackAtEnd(end);
  try {
    return await work({ resting });
  } finally {
    forget();
    await end();
  }
}

async function say(database: Database, load: string): Promise<void> {
  await database.write(
    `MATCH (l:SkeinLoad {id: $load})
     SET l.alive_until = datetime.realtime().epochMillis + $aliveMs`,
    { load, aliveMs },
  );
}

/** Another load that writes now, or null. */
export async function loadAlive(
  database: Database,
  but: string,
): Promise<{ by: string; started: string } | null> {
  const [found] = await database.read<{ by: string; started: string }>(
    `MATCH (l:SkeinLoad)
     WHERE l.alive_until > datetime.realtime().epochMillis AND l.id <> $but
     RETURN l.by AS by, l.started AS started ORDER BY l.started LIMIT 1`,
    { but },
  );
  return found ?? null;
}
