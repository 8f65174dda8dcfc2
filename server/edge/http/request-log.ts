import type { RequestHandler } from 'express';
import pino, { type Logger } from 'pino';
import { errorSerializers } from './logged-error.ts';
import { routeOf } from './route-label.ts';
import { idAsking } from './who.ts';

/**
 * To stderr, since stdout holds a command's results. A person's terminal gets only what went wrong; a file
 * or a collector gets every request.
 */
export function createLog(level = process.stderr.isTTY ? 'warn' : 'info'): Logger {
  const serializers = errorSerializers(level);
  return pino({ level, base: null, serializers }, pino.destination({ dest: 2, sync: true }));
}

/**
 * One line a request, with the id of the person who asked, also of one who was refused. At info level neither query nor path parameters: they hold names, addresses and
 * e-mail addresses of people; at debug level the whole address.
 */
export function logRequests(log: Logger): RequestHandler {
  return (request, response, next) => {
    const begun = performance.now();
    response.on('close', () => {
      const person = idAsking(response);
      const line = {
        request: response.get('x-request-id'),
        ...(person === null ? {} : { person }),
        method: request.method,
        route: routeOf(response.locals),
        status: response.statusCode,
        ms: Math.round(performance.now() - begun),
        ...(response.writableFinished ? {} : { brokenOff: true }),
      };
      if (log.isLevelEnabled('debug')) log.debug({ ...line, url: request.originalUrl }, 'request');
      else log.info(line, 'request');
    });
    next();
  };
}
