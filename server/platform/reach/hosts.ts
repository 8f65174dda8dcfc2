import { addressIn, blockIn, isIn, isPublic } from '../network/address.ts';

/** What an entry of the operator's list names: `host`, `host:port`, `10.0.0.5:8443`, `[::1]:8443`, `10.0.0.0/8`. */
interface Entry {
  /** As addresses of the web write it: small letters, Punycode; of a block, the block. */
  name: string;
  block: ReturnType<typeof blockIn>;
  /** Null: the usual port of http and of https. */
  port: number | null;
}

/** Null for what is no host. */
export function entryIn(text: string): Entry | null {
  const block = blockIn(text);
  if (block) return { name: text, block, port: null };
  if (/[\s/@?#\\]/.test(text) || !URL.canParse(`http://${text}`)) return null;
  const { hostname, pathname } = new URL(`http://${text}`);
  // What the address leaves out, as it is usual for http, was said all the same.
  const port = /:(\d{1,5})$/.exec(text.replace(/^\[.*?\]/, 'v6'))?.[1];
  if (hostname === '' || pathname !== '/') return null;
  return {
    name: nameOf(hostname),
    block: blockIn(nameOf(hostname)),
    port: port === undefined ? null : Number(port),
  };
}

/** Whether the operator's list names the host and port of an address, whatever that host leads to. */
export function isNamed(url: URL, hosts: readonly string[]): boolean {
  const name = nameOf(url.hostname);
  const address = addressIn(name);
  const port = portOf(url);
  return entriesOf(hosts).some(
    (entry) =>
      (entry.port === null ? url.port === '' : entry.port === port) &&
      (entry.block && address ? isIn(address, entry.block) : entry.name === name),
  );
}

/**
 * Whether an address may be connected to on the way to a host that is named: a public one always, any other only where
 * the list names it too. So nobody who has a say over a name can point it at what lies within.
 */
export function mayConnect(text: string, port: number, hosts: readonly string[]): boolean {
  const address = addressIn(text);
  if (!address) return false;
  if (isPublic(address)) return true;
  return entriesOf(hosts).some(
    (entry) =>
      entry.block !== null &&
      (entry.port === null || entry.port === port) &&
      isIn(address, entry.block),
  );
}

/** The port that a connection to the address goes to. */
export function portOf({ port, protocol }: URL): number {
  if (port !== '') return Number(port);
  return protocol === 'https:' ? 443 : 80;
}

function entriesOf(hosts: readonly string[]): Entry[] {
  return hosts.flatMap((host) => entryIn(host) ?? []);
}

/** Without the brackets of IPv6 and the dot that may end a name. */
function nameOf(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}
