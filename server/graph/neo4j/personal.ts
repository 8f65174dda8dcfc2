import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { activeLanguage } from '../../../domain/messages/language.ts';
import type { Connection } from '../../platform/settings/settings.ts';
import { ServerFailure } from '../../platform/failures.ts';
import type {
  Answer,
  Answered,
  Failed,
  Marks,
  PersonalPlan,
  Place as TextPlace,
  Question,
} from './personal-messages.ts';
import { ThreadEnded, Threads } from './threads.ts';

/** The server does not take the query as it stands, or met a value that cannot be worked out. */
export class QueryFault extends Error {
  readonly place: TextPlace;

  constructor(place: TextPlace) {
    super(place.says);
    this.name = 'QueryFault';
    this.place = place;
  }
}

/** A query that somebody had ended. */
export class QueryEnded extends Error {}

/** A query, or its explanation, that did not end in its time. */
export class QueryTooLong extends Error {}

/** A query of which not even one row fits into what may arrive. */
export class RowTooWide extends Error {}

export interface PersonalRun {
  text: string;
  /** Integers as bigint; numbers are sent as floats. */
  parameters: Readonly<Record<string, unknown>>;
  timeoutMs: number;
  /** The most rows. */
  rows: number;
  /** Borne by the transaction, so that the server's list of transactions names it. */
  id: string;
  signal: AbortSignal;
}

/** What another connection can do about a transaction, by its mark. */
export interface Overseer {
  terminate(mark: string): Promise<void>;
  /** By the name of a run, whichever server has its connection; false where the database has none. */
  terminateRun(id: string): Promise<boolean>;
  lingers(mark: string): Promise<boolean>;
  /** Throws when the server does not answer. */
  answers(): Promise<void>;
}

const explainMs = 10_000;
/** So long after its time the server may take to say that it ended a query. */
const graceMs = 1_000;
const lookMs = 1_000;
/** Explanations are over in a moment, so that runs must not keep them waiting. */
const [explainingAtOnce, runningAtOnce] = [2, 4];

/**
 * How queries that a person wrote reach Neo4j: in threads with connections of their own, apart from the product's. Each
 * ends in its time, whatever the server does. Whether a query may run at all is decided before, in `server/graph/neo4j`.
 */
export class PersonalQueries {
  readonly #explaining: Threads;
  readonly #running: Threads;
  readonly #overseer: Overseer;
  readonly #closed = new AbortController();

  constructor(connection: Connection, overseer: Overseer) {
    this.#explaining = new Threads(connection, explainingAtOnce);
    this.#running = new Threads(connection, runningAtOnce);
    this.#overseer = overseer;
  }

  /** Runs nothing. Throws QueryFault for a text that is no query. */
  async explain(
    query: string,
    parameters: Readonly<Record<string, unknown>>,
  ): Promise<PersonalPlan> {
    const marks = { skein: 'explain', skein_mark: randomUUID() };
    const asked = { text: query, parameters, timeoutMs: explainMs, marks };
    const nobodyEndsIt = new AbortController().signal;
    const answer = await this.#asked(this.#explaining, { ask: 'explain', ...asked }, nobodyEndsIt);
    if ('plan' in answer) return answer.plan;
    throw new Error('The thread has answered another question.');
  }

  /** Throws QueryFault, QueryEnded, QueryTooLong, RowTooWide, or what says that the server does not answer. */
  async run({ id, signal, ...asked }: PersonalRun): Promise<Answered> {
    const marks: Marks = { skein: id, skein_mark: randomUUID() };
    const question: Question = { ask: 'run', ...asked, marks, language: activeLanguage() };
    const answer = await this.#asked(this.#running, question, signal);
    if ('answered' in answer) return answer.answered;
    throw new Error('The thread has answered another question.');
  }

  /** Ends a run that another server of this database has; false where none of that name is open in it. */
  endElsewhere(id: string): Promise<boolean> {
    return this.#overseer.terminateRun(id);
  }

  async close(): Promise<void> {
    this.#closed.abort();
    await Promise.all([this.#explaining.close(), this.#running.close()]);
  }

  async #asked(threads: Threads, question: Question, signal: AbortSignal): Promise<Answer> {
    const ending = new AbortController();
    const end = () => ending.abort(new QueryEnded('ended'));
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
    let late: NodeJS.Timeout | undefined;
    try {
      ending.signal.throwIfAborted();
      const place = await threads.place(ending.signal);
      late = setTimeout(() => ending.abort(new QueryTooLong()), question.timeoutMs + graceMs);
      try {
        const answer = await place.ask(question, ending.signal);
        void place.leave();
        if ('failed' in answer) throw errorOf(answer.failed);
        return answer;
      } catch (error) {
        if (ending.signal.aborted || error instanceof ThreadEnded)
          void place.abandon(() => this.#ended(question.marks.skein_mark));
        // Of a server that says nothing it is not known that the query was too long.
        if (error instanceof QueryTooLong) await this.#overseer.answers();
        throw error instanceof ThreadEnded && error.outOfMemory ? new RowTooWide() : error;
      }
    } finally {
      clearTimeout(late);
      signal.removeEventListener('abort', end);
    }
  }

  /** Ends a transaction from another connection, and waits until the server has: it may go on working for long. */
  async #ended(mark: string): Promise<void> {
    const { signal } = this.#closed;
    for (let lingers = true; lingers && !signal.aborted;) {
      // A server that does not answer is asked again.
      lingers = await this.#overseer
        .terminate(mark)
        .then(() => this.#overseer.lingers(mark))
        .catch(() => true);
      if (lingers) await pause(lookMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}

function errorOf(failed: Failed): Error {
  if (failed.why === 'fault') return new QueryFault(failed.place);
  return failed.why === 'wide' ? new RowTooWide() : new ServerFailure(failed.code, failed.message);
}
