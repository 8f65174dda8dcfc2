import type { RequestHandler } from 'express';
import { messages } from '../../../domain/messages/index.ts';
import { isLoopback } from '../../platform/network/loopback.ts';
import { nameIn, type ServedAt } from './host-check.ts';
import { sendProblem } from './problems.ts';

/**
 * Refuses what a page of another origin sends in a browser's name. Browsers say where a request that may change
 * something comes from; programs, which no page can make act, say nothing.
 */
export function checkOrigin({ publicUrls }: ServedAt): RequestHandler {
  return (request, response, next) => {
    const { origin, host = '', 'sec-fetch-site': site } = request.headers;
    const own =
      site === undefined
        ? origin === undefined || isOwn(origin, host, publicUrls)
        : site === 'same-origin' || site === 'none';
    if (own) next();
    else sendProblem(response, 403, 'foreign-origin', messages.intake.upload.foreignOrigin);
  };
}

/** One that the operator names, with its scheme and port; else the very host that is asked. */
function isOwn(origin: string, host: string, publicUrls: ServedAt['publicUrls']): boolean {
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  // A proxy may ask by another name than people do.
  if (publicUrls?.includes(url.origin)) return true;
  const asked = url.host === host.toLowerCase();
  return asked && (!publicUrls || isLoopback(nameIn(host)));
}
