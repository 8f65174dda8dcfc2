import { hostname } from 'node:os';
import type { Request, RequestHandler } from 'express';
import { messages } from '../../../domain/messages/index.ts';
import { isLoopback } from '../../platform/network/loopback.ts';
import { addressIn } from '../../platform/network/address.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { sendProblem } from './problems.ts';

/** Where it listens, and by which addresses people know it. */
export type ServedAt = Pick<Settings, 'host' | 'publicUrls'>;

/**
 * Refuses requests for another host's name, wherever it listens. A web page elsewhere may point its own name at this
 * machine (DNS rebinding) and would then read the graph as if it were its own. What proxies say of the name that they were
 * asked by is not heeded, as anybody can say it.
 */
export function checkHost(at: ServedAt): RequestHandler {
  const names = namesOf(at);
  const wide = !at.publicUrls && !isLoopback(at.host);
  return (request, response, next) => {
    // A request that names its whole address asks for the host in it, whatever its header says.
    const host = hostOf(request.url) ?? request.headers.host ?? '';
    const name = nameIn(host);
    const known = isLoopback(name) || names.has(name) || (wide && isConnectedTo(request, name));
    if (known) next();
    else sendProblem(response, 421, 'wrong-host', messages.http.wrongHost(host));
  };
}

/** Those that the operator says; where they say none, those that the machine bears. */
function namesOf({ host, publicUrls }: ServedAt): ReadonlySet<string> {
  if (publicUrls) return new Set(publicUrls.map((url) => nameIn(new URL(url).host)));
  return new Set(isLoopback(host) ? [host.toLowerCase()] : [host, hostname()].map(nameIn));
}

function hostOf(target: string): string | null {
  return /^https?:/i.test(target) && URL.canParse(target) ? new URL(target).host : null;
}

/** An address cannot be pointed elsewhere: the one that the connection came to is this server's own. */
function isConnectedTo({ socket }: Request, name: string): boolean {
  const own = addressIn(socket.localAddress ?? '');
  return own !== null && addressIn(name)?.toString() === own.toString();
}

/** The host's name in small letters, without its port and the dot that may end it; an IPv6 address without brackets. */
export function nameIn(host: string): string {
  const match = /^(?:\[([^\]]*)\]|([^:]*))(?::\d*)?$/.exec(host);
  return (match?.[1] ?? match?.[2] ?? '').toLowerCase().replace(/\.$/, '');
}
