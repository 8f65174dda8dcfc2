import { isIP } from 'node:net';
import { messages } from '../../domain/messages/index.ts';
import { UsageError } from '../platform/problems.ts';

/** Where a browser shows the page: passkeys are made for its host (the relying party's id), and serve at no other. */
export interface PasskeyPlace {
  /** With scheme and port, as the browser says it. */
  origin: string;
  host: string;
}

/** Throws UsageError for an address that has no name: browsers have no passkeys there. */
export function passkeyPlace(origin: string): PasskeyPlace {
  const { hostname, port, protocol, origin: shown } = new URL(origin);
  const address = /^\[(.*)\]$/.exec(hostname)?.[1] ?? hostname;
  if (isIP(address) !== 0) {
    const named = `${protocol}//localhost${port === '' ? '' : `:${port}`}`;
    throw new UsageError(messages.passkeys.noName(shown, named));
  }
  return { origin: shown, host: hostname };
}
