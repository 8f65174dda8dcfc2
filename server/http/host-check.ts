import { isIP } from 'node:net';
import type { RequestHandler } from 'express';
import { words } from '../../domain/words/index.ts';
import { sendProblem } from './problems.ts';

/**
 * Refuses requests for another host's name while bound to loopback. A web page elsewhere may point its own
 * name at 127.0.0.1 (DNS rebinding) and would then read the graph as if it were its own.
 */
export function checkHost(boundTo: string): RequestHandler {
  return (request, response, next) => {
    const host = request.headers.host ?? '';
    const name = nameOf(host);
    if (!isLoopback(boundTo) || isLoopback(name) || name === boundTo.toLowerCase()) next();
    else sendProblem(response, 421, 'wrong-host', words.http.wrongHost(host));
  };
}

/** The host's name without its port; an IPv6 address without its brackets. */
function nameOf(host: string): string {
  const match = /^(?:\[([^\]]*)\]|([^:]*))(?::\d*)?$/.exec(host);
  return (match?.[1] ?? match?.[2] ?? '').toLowerCase();
}

function isLoopback(name: string): boolean {
  return name === 'localhost' || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'));
}
