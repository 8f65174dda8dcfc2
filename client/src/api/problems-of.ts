import { ProblemError } from './problem.ts';

/** What an action could not do, in lines: field by field where the server says so. */
export function problemsOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  const fields = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
  return [error.message, ...fields.map(({ where, problem }) => `${where}: ${problem}`)];
}
