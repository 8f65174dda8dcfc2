import type { RequestHandler } from 'express';

/** Notes which route answers, by its pattern, for log and metrics; the path itself may name people. */
export function routeLabel(pattern: string): RequestHandler {
  return (_request, response, next) => {
    response.locals['route'] = pattern;
    next();
  };
}

/** The pattern noted for an answer. */
export function routeOf(locals: Record<string, unknown>): string {
  const pattern = locals['route'];
  return typeof pattern === 'string' ? pattern : 'other';
}
