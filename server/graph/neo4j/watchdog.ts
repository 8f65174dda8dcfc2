/** Whether the local server still answers: asked over connections of its own, apart from all who use it. */
import { availableParallelism, loadavg } from 'node:os';
import { loadQuery } from '../../../cypher/load-query.ts';
import { messages } from '../../../domain/messages/index.ts';
import { within } from '../../platform/deadline.ts';
import type { Connection } from '../../platform/settings/settings.ts';
import { connectedDriver } from './driver.ts';

const text = messages.database.incidents;

/**
 * A server that says nothing for so long hangs: pauses for its memory last a second or two, and a server that is busy with
 * whatever else still answers in between.
 */
const silentMs = 20_000;
/** The first answer takes what a cold server needs, on a machine that starts much else too. */
const firstMs = 120_000;
/** So many are asked for at once at most, and so late one still counts. */
const [mostAsked, answerMs] = [5, 120_000];
/** So long a query may go on after it was ended. */
const lingeringMs = 30_000;
const askEveryMs = 2_000;
const lookEveryMs = 5_000;
const stopMs = 2_000;
/** Processes that wait for a processor: with so many for each, none waits for a second. */
const usualQueue = 3;

export interface Watchdog {
  stop(): Promise<void>;
}

/** Calls `hung` once, with the reason, when only a new start helps. */
export function watchOver(connection: Connection, hung: (why: string) => void): Watchdog {
  const driver = connectedDriver(connection, { disableLosslessIntegers: true });
  const database = connection.database === null ? {} : { database: connection.database };
  let silence = new Patience(firstMs, askEveryMs);
  let asked = 0;
  const lingering = new Map<string, Patience>();

  const ask = async (query: string) => {
    const session = driver.session({ ...database, defaultAccessMode: 'READ' });
    try {
      return (await within(answerMs, session.run(query))).records.map((row) => row.toObject());
    } finally {
      // Not waited for: on a server that hangs it does not end.
      session.close().catch(() => undefined);
    }
  };
  const ping = async () => {
    if (asked >= mostAsked) return;
    asked += 1;
    try {
      await ask('RETURN 1');
      silence = new Patience(silentMs, askEveryMs);
    } finally {
      asked -= 1;
    }
  };
  const look = async () => {
    const marks = (await ask(lingeringQuery)).map(({ mark }) => String(mark));
    for (const mark of lingering.keys()) if (!marks.includes(mark)) lingering.delete(mark);
    for (const mark of marks)
      if (!lingering.has(mark)) lingering.set(mark, new Patience(lingeringMs, lookEveryMs));
  };
  const bark = (why: string) => {
    end();
    hung(why);
  };
  const timers = [
    setInterval(() => {
      if (silence.over()) bark(text.silent(silentMs / 1_000));
      else ping().catch(() => undefined);
    }, askEveryMs),
    setInterval(() => {
      const goesOn = [...lingering.values()].map((one) => one.over()).includes(true);
      if (goesOn) bark(text.lingering(lingeringMs / 1_000));
      else look().catch(() => undefined);
    }, lookEveryMs),
  ];
  const end = () => timers.forEach((timer) => clearInterval(timer));
  return {
    async stop() {
      end();
      await within(stopMs, driver.close()).catch(() => undefined);
    },
  };
}

const lingeringQuery = loadQuery('query/ended_lingering');

/** On a machine that has far more to do than it can, everything takes longer, and time counts for less. */
function crowding(): number {
  const [lastMinute = 0] = loadavg();
  return Math.max(1, lastMinute / availableParallelism() / usualQueue);
}

/**
 * Time that passes while this process runs: on a machine that was asleep, or has no time for anybody, a look that comes
 * late counts no more than one that comes in time.
 */
class Patience {
  readonly #mostMs: number;
  readonly #everyMs: number;
  #passedMs = 0;
  #looked = performance.now();

  constructor(mostMs: number, everyMs: number) {
    this.#mostMs = mostMs;
    this.#everyMs = everyMs;
  }

  /** To be looked at every so often. */
  over(): boolean {
    const now = performance.now();
    this.#passedMs += Math.min(now - this.#looked, 2 * this.#everyMs) / crowding();
    this.#looked = now;
    return this.#passedMs > this.#mostMs;
  }
}
