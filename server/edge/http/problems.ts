import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Problem as ProblemBody } from '../../../domain/answers.ts';
import { messages } from '../../../domain/messages/index.ts';
import { databaseProblem, diskProblem } from '../../platform/failures.ts';
import {
  NotFoundError,
  Problem,
  TooLargeError,
  UnsupportedError,
  UsageError,
} from '../../platform/problems.ts';
import { routeOf } from './route-label.ts';

type ProblemType = keyof typeof messages.http.titles;

/** Answers with a problem as RFC 9457 describes it. */
export function sendProblem(
  response: Response,
  status: number,
  type: ProblemType,
  detail: string,
  errors: ProblemBody['errors'] = [],
): void {
  const body: ProblemBody = {
    type,
    title: messages.http.titles[type],
    status,
    detail,
    instance: response.req.originalUrl.split('?')[0],
    ...(errors.length > 0 ? { errors } : {}),
  };
  response.status(status).set('cache-control', 'no-store').type('application/problem+json');
  response.send(JSON.stringify(body));
}

/** The one place where an error becomes an answer. What is nobody's fault but ours is logged, not told. */
export function answerProblems(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    // Whoever asked has gone; nobody is left to answer.
    if (response.closed) return;
    const problem = knownProblem(error, request.headers['content-encoding']);
    if (!problem || (problem.status >= 500 && problem.retryAfter === null))
      log.error(
        { err: error, method: request.method, route: routeOf(response.locals) },
        'request failed',
      );
    // Once bytes are out the only honest answer is to break off, which Express does.
    if (problem?.retryAfter && !response.headersSent)
      response.set('retry-after', String(problem.retryAfter));
    if (response.headersSent) next(error);
    else if (problem)
      sendProblem(response, problem.status, problem.type as ProblemType, problem.message, [
        ...problem.details,
      ]);
    else sendProblem(response, 500, 'internal', messages.http.internal);
  };
}

function knownProblem(error: unknown, packed: string | undefined): Problem | null {
  if (error instanceof Problem) return error;
  // Express throws this for a path such as /%zz.
  if (error instanceof URIError) return new UsageError(messages.http.unreadableUrl);
  if (isOfBody(error)) return bodyProblem(error, packed);
  return databaseProblem(error) ?? diskProblem(error);
}

/** What Express's reader of bodies throws, marked as what may be shown to whoever sent it. */
interface BodyFault extends Error {
  status: number;
  limit?: number;
  /** What kind of fault it is; none where unpacking failed. */
  type?: string;
}

function isOfBody(error: unknown): error is BodyFault {
  if (!(error instanceof Error) || !('status' in error) || !('expose' in error)) return false;
  return typeof error.status === 'number' && error.status >= 400 && error.status < 500;
}

function bodyProblem({ status, limit, type, message }: BodyFault, packed: string | undefined) {
  if (status === 413) return new TooLargeError(messages.http.bodyTooLong(limit));
  if (status === 415) return new UnsupportedError(messages.http.unsupported(message));
  if (type === undefined && packed !== undefined)
    return new UsageError(messages.http.notPacked(packed, message));
  return new UsageError(messages.http.unreadableBody(message));
}

export const nothingHere: RequestHandler = (request) => {
  throw new NotFoundError(messages.http.noRoute(request.path));
};
