import neo4j, {
  Neo4jError,
  type Driver,
  type GqlStatusObject,
  type Plan,
  type Session,
} from 'neo4j-driver';

/** One step of a plan, as EXPLAIN tells it. */
export interface PlanStep {
  operator: string;
  details: string;
  children: PlanStep[];
}

/** How the server would answer a query. */
export interface PersonalPlan {
  /** `r` for a query that only reads. */
  type: string;
  root: PlanStep;
  notes: Note[];
}

/** What the server remarks of a query, under a code of its own. */
export interface Note extends Place {
  code: string;
}

/** Something that the server says of a place in the text; without line and column of the whole. */
export interface Place {
  says: string;
  /** From 1. */
  line: number | null;
  column: number | null;
}

/** The server does not take the query as it stands. */
export class QueryFault extends Error {
  readonly place: Place;

  constructor(place: Place, options?: ErrorOptions) {
    super(place.says, options);
    this.name = 'QueryFault';
    this.place = place;
  }
}

/** A query that somebody had ended. */
export class QueryEnded extends Error {}

export interface PersonalRun {
  text: string;
  /** Integers as bigint; numbers are sent as floats. */
  parameters: Readonly<Record<string, unknown>>;
  timeoutMs: number;
  /** Borne by the transaction, so that the server's list of transactions names it. */
  id: string;
  signal: AbortSignal;
}

const explainMs = 10_000;
/** On a line of its own, so that columns stay as they are. */
const explain = 'EXPLAIN\n';

/**
 * How queries that a person wrote reach Neo4j: in READ sessions, never retried, with a time limit, and with all
 * digits of their integers. Whether a query may run at all is decided before, in `server/query`.
 */
export class PersonalQueries {
  readonly #driver: Driver;
  readonly #database: string | null;

  constructor(driver: Driver, database: string | null) {
    this.#driver = driver;
    this.#database = database;
  }

  /** Runs nothing. Throws QueryFault for a text that is no query. */
  async explain(
    query: string,
    parameters: Readonly<Record<string, unknown>>,
  ): Promise<PersonalPlan> {
    const session = this.#session(1);
    try {
      const result = await session.run(`${explain}${query}`, parameters, { timeout: explainMs });
      const { plan, queryType, gqlStatusObjects } = result.summary;
      if (!plan) throw new Error('The server explained nothing.');
      return { type: queryType, root: stepOf(plan), notes: notesOf(gqlStatusObjects) };
    } catch (error) {
      throw asFault(error, 1);
    } finally {
      await session.close();
    }
  }

  /** The names of the columns, then rows as they arrive; who stops taking rows ends the transaction. Throws QueryFault or QueryEnded. */
  async *run({ text, parameters, timeoutMs, id, signal }: PersonalRun): AsyncGenerator<unknown[]> {
    const session = this.#session(500);
    // To close a session whose query still runs resets its connection, by which the server ends the transaction.
    const end = () => void session.close().catch(() => undefined);
    signal.addEventListener('abort', end, { once: true });
    try {
      signal.throwIfAborted();
      const metadata = { skein: id };
      const result = session.run(text, parameters, { timeout: timeoutMs, metadata });
      const columns = await result.keys();
      yield columns;
      for await (const row of result) yield columns.map((column) => row.get(column) as unknown);
    } catch (error) {
      throw signal.aborted ? new QueryEnded('ended', { cause: error }) : asFault(error, 0);
    } finally {
      signal.removeEventListener('abort', end);
      await session.close();
    }
  }

  async close(): Promise<void> {
    await this.#driver.close();
  }

  #session(fetchSize: number): Session {
    return this.#driver.session({
      defaultAccessMode: neo4j.session.READ,
      fetchSize,
      ...(this.#database ? { database: this.#database } : {}),
    });
  }
}

function stepOf({ operatorType, arguments: given, children }: Plan): PlanStep {
  return {
    // "Filter@neo4j" in the database of that name.
    operator: operatorType.replace(/@.*$/, ''),
    details: typeof given['Details'] === 'string' ? given['Details'] : '',
    children: children.map(stepOf),
  };
}

/** Beside remarks there stands how the query ended. */
function notesOf(status: readonly GqlStatusObject[]): Note[] {
  return status
    .filter(({ isNotification }) => isNotification)
    .map(({ gqlStatus, statusDescription, position }) => ({
      code: gqlStatus,
      says: statusDescription,
      line: position?.line === undefined ? null : Math.max(1, position.line - 1),
      column: position?.column ?? null,
    }));
}

/** Faults of the statement, and of the values it met; all else stays as it is. */
function asFault(error: unknown, linesBefore: number): unknown {
  if (
    !(error instanceof Neo4jError) ||
    !/^Neo\.ClientError\.(Statement|Procedure)\./.test(error.code)
  )
    return error;
  const [, says = error.message, line, column] =
    /^([^]*?)\s*\(line (\d+), column (\d+) \(offset: \d+\)\)/.exec(error.message) ?? [];
  const place = {
    says: says.trim(),
    line: line === undefined ? null : Math.max(1, Number(line) - linesBefore),
    column: column === undefined ? null : Number(column),
  };
  return new QueryFault(place, { cause: error });
}
