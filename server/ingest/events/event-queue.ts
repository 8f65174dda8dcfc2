import { createHash } from 'node:crypto';
import { mostEventRows, type EventsAnswer } from '../../../domain/events.ts';
import { messages } from '../../../domain/messages/index.ts';
import { whenFree } from '../../graph/neo4j/lease.ts';
import { loadAlive } from '../load/heartbeat.ts';
import { loadId } from '../load/load.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { BusyError, ConflictError, TooLargeError, TooManyError } from '../../platform/problems.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { inEnglish } from '../../platform/locale.ts';
import { answerBatch, batchOf, claimBatch, type EventBatch } from './batch-store.ts';
import { loadBatch } from './load-batch.ts';

const text = messages.events;

/** More would only grow old here: whoever sends is to slow down. */
const mostWaiting = 16;
/** Seconds after which to send again: a batch is stored in less, a run takes longer. */
const [queueSeconds, graphSeconds] = [2, 10];

/** Batches of one server, one after the other, in the order in which they came. */
export class EventQueue {
  readonly #database: Database;
  readonly #settings: Settings;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  /** How often a batch could not be stored yet: those that came before that must not overtake it. */
  #refusals = 0;

  constructor(database: Database, settings: Settings) {
    this.#database = database;
    this.#settings = settings;
  }

  /**
   * Stores a batch, or answers as it did when that was stored. Throws ConflictError for a key that came with other rows,
   * TooManyError when too many wait, and BusyError while a load or a run works on the graph; then nothing is stored.
   */
  take(key: string, rows: readonly unknown[]): Promise<EventsAnswer> {
    if (rows.length > mostEventRows)
      throw new TooLargeError(text.tooManyRows(rows.length, mostEventRows));
    const digest = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
    if (this.#waiting >= mostWaiting)
      throw new TooManyError(text.queueFull(this.#waiting), queueSeconds);
    return this.#inTurn(() => this.#store({ key, digest }, rows));
  }

  #inTurn(work: () => Promise<EventsAnswer>): Promise<EventsAnswer> {
    const refusals = this.#refusals;
    this.#waiting += 1;
    const mine = this.#last.then(async () => {
      try {
        if (refusals !== this.#refusals) throw new BusyError(text.before, graphSeconds);
        return await work();
      } catch (error) {
        // A key that came with other rows is nothing that a later try would mend.
        const isOver = error instanceof ConflictError;
        if (!isOver && refusals === this.#refusals) this.#refusals += 1;
        throw error;
      } finally {
        this.#waiting -= 1;
      }
    });
    // Its failure is told to whoever sent it; the next ones look at `#refusals`.
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  async #store(
    { key, digest }: Pick<EventBatch, 'key' | 'digest'>,
    rows: readonly unknown[],
  ): Promise<EventsAnswer> {
    const known = await batchOf(this.#database, key);
    const answeredAlready = known && answeredBefore(known, digest);
    if (answeredAlready) return answeredAlready;
    const stored = await whenFree(this.#database, async () => {
      const received = new Date().toISOString();
      const claim = { key, digest, received, load: loadId(received) };
      const batch = await claimBatch(this.#database, claim);
      // Another server may have had it meanwhile.
      const answered = answeredBefore(batch, digest);
      if (answered) return answered;
      const writing = await loadAlive(this.#database, batch.load);
      if (writing) throw new BusyError(text.loading(writing.by, writing.started), graphSeconds);
      const answer = await inEnglish(() => loadBatch(this.#database, this.#settings, batch, rows));
      await answerBatch(this.#database, key, answer);
      return answer;
    });
    if ('heldBy' in stored) {
      const { by, since } = stored.heldBy;
      throw new BusyError(text.detecting(by, since), graphSeconds);
    }
    return stored.done;
  }
}

/** Null for a batch that came before but was not stored to its end: it is stored now. */
function answeredBefore(batch: EventBatch, digest: string): EventsAnswer | null {
  if (batch.digest !== digest) throw new ConflictError(text.otherRows(batch.key, batch.received));
  return batch.answer;
}
