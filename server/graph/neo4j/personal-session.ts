/** How queries that a person wrote reach Neo4j: in READ sessions, never retried, with a time limit. */
import neo4j, {
  Neo4jError,
  type Driver,
  type GqlStatusObject,
  type Plan,
  type QueryResult,
  type Result,
  type Session,
} from 'neo4j-driver';
import { toldFailure } from '../../platform/told-failure.ts';
import type { Failed, Note, PersonalPlan, PlanStep, Question } from './personal-messages.ts';

/** On a line of its own, so that columns stay as they are. */
const explain = 'EXPLAIN\n';

export function personalSession(
  driver: Driver,
  database: string | null,
  fetchSize: number,
): Session {
  return driver.session({
    defaultAccessMode: neo4j.session.READ,
    fetchSize,
    ...(database ? { database } : {}),
  });
}

/** Runs nothing. */
export async function explained(session: Session, question: Question): Promise<PersonalPlan> {
  const { summary }: QueryResult = await run(session, `${explain}${question.text}`, question);
  const { plan, queryType, gqlStatusObjects } = summary;
  if (!plan) throw new Error('The server explained nothing.');
  return { type: queryType, root: stepOf(plan), notes: notesOf(gqlStatusObjects) };
}

export function run(
  session: Session,
  text: string,
  { parameters, timeoutMs, marks }: Question,
): Result {
  return session.run(text, parameters, { timeout: timeoutMs, metadata: { ...marks } });
}

/** Faults of the statement, and of the values it met, with their place; all else by its code. */
export function failureOf(error: unknown, question: Question): Failed {
  if (!(error instanceof Neo4jError)) throw error;
  const { code, message } = error;
  const isRun = question.ask === 'run';
  // Of some values the server takes it for its own fault that it cannot work with them.
  const isFault =
    /^Neo\.ClientError\.(Statement|Procedure)\./.test(code) ||
    (isRun && code === 'Neo.DatabaseError.Statement.ExecutionFailed');
  if (!isFault) return { why: 'server', code, message };
  const linesBefore = isRun ? 0 : 1;
  const [, says = message, line, column] =
    /^([^]*?)\s*\(line (\d+), column (\d+) \(offset: \d+\)\)/.exec(message) ?? [];
  return {
    why: 'fault',
    place: {
      // Of the text alone a failure may say all; once it has met data, it may quote them.
      says: isRun ? toldFailure(code, says) : says.trim(),
      line: line === undefined ? null : Math.max(1, Number(line) - linesBefore),
      column: column === undefined ? null : Number(column),
    },
  };
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
