import { addressIn } from '../network/address.ts';

/** So many wrong passwords a person may type. */
const free = 5;
const longestMs = 60_000;

/** How long to wait after so many wrong passwords: a second, then twice as long each time. */
export function waitAfter(count: number, longest = longestMs): number {
  return count < free ? 0 : Math.min(longest, 1_000 * 2 ** (count - free));
}

/** Of more than so many addresses the ones that failed first are forgotten. */
const mostKept = 10_000;

interface Failures {
  count: number;
  /** On a clock that nobody sets. */
  until: number;
}

/** Who has given wrong passwords, by address or by name, and how long each must wait. */
export class Guesses {
  readonly #failures = new Map<string, Failures>();
  readonly #now: () => number;
  readonly #longest: number;

  constructor(now: () => number = () => performance.now(), longest = longestMs) {
    this.#now = now;
    this.#longest = longest;
  }

  /** In whole seconds; 0 when it may try. */
  waitOf(address: string): number {
    const until = this.#failures.get(keyOf(address))?.until ?? 0;
    return Math.max(0, Math.ceil((until - this.#now()) / 1_000));
  }

  failed(address: string): void {
    const key = keyOf(address);
    const count = (this.#failures.get(key)?.count ?? 0) + 1;
    this.#failures.delete(key);
    this.#failures.set(key, { count, until: this.#now() + waitAfter(count, this.#longest) });
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
