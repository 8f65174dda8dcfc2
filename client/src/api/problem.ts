import type { Problem } from '../../../domain/answers.ts';

/** What the server refuses or cannot do; `problem` is its own account of it. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** Nothing answered: the server has ended, or the network is away. */
export class UnreachableError extends Error {}

/** What was asked for is not there. */
export function isMissing(error: unknown): error is ProblemError {
  return error instanceof ProblemError && error.problem.status === 404;
}

/** Server or database away: waiting may help, unlike a wrong address. */
export function mayPass(error: unknown): boolean {
  if (error instanceof UnreachableError) return true;
  return error instanceof ProblemError && error.problem.status >= 500;
}
