import { AsyncLocalStorage } from 'node:async_hooks';
import { userInfo } from 'node:os';

const acting = new AsyncLocalStorage<string>();

/**
 * Who acts, by name: recorded with every load, run, decision and export. Within a request, and in what goes on behind it, the
 * person who has signed in; else, by command and by schedule, the user of the operating system.
 */
export function actor(): string {
  return acting.getStore() ?? operator();
}

/** Does the work as that person, also what of it comes later. */
export function actingAs<T>(name: string, work: () => T): T {
  return acting.run(name, work);
}

/** The user of the operating system, who runs this. */
export function operator(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number that no user bears.
    return `uid:${process.getuid?.() ?? 'unknown'}`;
  }
}
