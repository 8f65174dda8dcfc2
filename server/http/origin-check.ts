import type { RequestHandler } from 'express';
import { words } from '../../domain/words/index.ts';
import { sendProblem } from './problems.ts';

/**
 * Refuses what a page of another origin sends in a browser's name. Browsers say where a request that may change
 * something comes from; programs, which no page can make act, say nothing.
 */
export const checkOrigin: RequestHandler = (request, response, next) => {
  const { origin, host, 'sec-fetch-site': site } = request.headers;
  const own =
    site === undefined
      ? origin === undefined || hostOf(origin) === host?.toLowerCase()
      : site === 'same-origin' || site === 'none';
  if (own) next();
  else sendProblem(response, 403, 'foreign-origin', words.intake.upload.foreignOrigin);
};

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
