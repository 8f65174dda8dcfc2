import { addressIn } from '../network/address.ts';

/** So many wrong passwords a person may type. */
const free = 5;
const longestMs = 60_000;
/** Of more than so many addresses the ones that failed first are forgotten. */
const mostKept = 10_000;

interface Failures {
  count: number;
  /** On a clock that nobody sets. */
  until: number;
}

/** Who has given wrong passwords, by address, and how long each must wait: a second, then twice as long each time. */
export class Guesses {
  readonly #failures = new Map<string, Failures>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** In whole seconds; 0 when it may try. */
  waitOf(address: string): number {
    const until = this.#failures.get(keyOf(address))?.until ?? 0;
    return Math.max(0, Math.ceil((until - this.#now()) / 1_000));
  }

  failed(address: string): void {
    const key = keyOf(address);
    const count = (this.#failures.get(key)?.count ?? 0) + 1;
    const wait = count < free ? 0 : Math.min(longestMs, 1_000 * 2 ** (count - free));
    this.#failures.delete(key);
    this.#failures.set(key, { count, until: this.#now() + wait });
    const [first] = this.#failures.keys();
    if (this.#failures.size > mostKept && first !== undefined) this.#failures.delete(first);
  }

  succeeded(address: string): void {
    this.#failures.delete(keyOf(address));
  }
}

/** Of IPv6 a whole network of 64 bits, as whoever has one address there has them all. */
function keyOf(text: string): string {
  const address = addressIn(text);
  if (address?.kind() !== 'ipv6') return address?.toString() ?? text;
  return address.toByteArray().slice(0, 8).join('.');
}
