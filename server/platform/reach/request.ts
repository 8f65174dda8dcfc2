import { lookup as resolveName } from 'node:dns';
import { request as byHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as byHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { mayConnect, portOf } from './hosts.ts';

/** A name that leads only to addresses that nobody may be sent to. */
export class NotReachable extends Error {}

export interface Asking {
  method?: 'GET' | 'POST';
  headers?: Readonly<Record<string, string>>;
  body?: string;
  signal: AbortSignal;
  /** What the operator names: of other addresses than public ones only these are connected to. */
  hosts: readonly string[];
}

/**
 * Asks an address of the web, whose host has been found to be allowed. What its name leads to is looked at when the
 * connection is made, so that nobody can point the name elsewhere after it was checked. Redirections are handed back, not
 * followed. Throws NotReachable, and what the connection throws.
 */
export function requestWithin(
  url: URL,
  { method = 'GET', headers = {}, body, signal, hosts }: Asking,
): Promise<IncomingMessage> {
  const port = portOf(url);
  const literal = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(literal) !== 0 && !mayConnect(literal, port, hosts))
    return Promise.reject(new NotReachable());
  const options: RequestOptions = {
    ...{ method, headers, signal },
    // No connection is kept that was made for another asker's list.
    agent: false,
    lookup: lookupWithin(port, hosts),
  };
  return new Promise((resolve, reject) => {
    const ask = url.protocol === 'https:' ? byHttps : byHttp;
    ask(url, options, resolve).once('error', reject).end(body);
  });
}

/** Resolves names as the system does, and hands on only the addresses that may be connected to. */
function lookupWithin(port: number, hosts: readonly string[]): LookupFunction {
  return (name, options, done) => {
    resolveName(name, { ...options, all: true }, (error, found) => {
      if (error) {
        done(error, '', 0);
        return;
      }
      const allowed = found.filter(({ address }) => mayConnect(address, port, hosts));
      const [first] = allowed;
      if (!first) done(new NotReachable(), '', 0);
      else if (options.all === true) done(null, allowed);
      else done(null, first.address, first.family);
    });
  };
}
