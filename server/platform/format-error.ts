import { SetupProblem } from '../../setup/problem.mjs';
import { messages } from '../../domain/messages/index.ts';
import { databaseProblem, diskProblem } from './failures.ts';
import { Problem } from './problems.ts';

/** What the operating system refuses, by its code. */
const systemFaults: Readonly<Record<string, (path: string) => string>> =
  messages.commands.systemFaults;

/**
 * What a person is told about an error, and the exit status: a line for what they can put right, the stack for
 * a defect of ours.
 */
export function formatError(error: unknown): { text: string; status: number } {
  const problem = error instanceof Problem ? error : (databaseProblem(error) ?? diskProblem(error));
  if (problem) return { text: saidOf(problem), status: problem.exitCode };
  if (error instanceof SetupProblem) return { text: error.message, status: 1 };
  if (!(error instanceof Error)) return { text: String(error), status: 1 };
  const { code, path } = error as NodeJS.ErrnoException;
  const fault = code === undefined ? undefined : systemFaults[code];
  return { text: fault ? fault(path ?? '') : (error.stack ?? error.message), status: 1 };
}

/** The API tells what is wrong beside its message, which only points there; here there is no beside. */
function saidOf({ message, details }: Problem): string {
  if (message !== messages.http.badRequest || details.length === 0) return message;
  return details.map(({ problem }) => problem).join('\n');
}
