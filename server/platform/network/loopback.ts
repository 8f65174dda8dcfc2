import { addressIn } from './address.ts';

/** Whether a host's name, or an address without brackets, is this very machine to whoever uses it. */
export function isLoopback(name: string): boolean {
  return name.toLowerCase() === 'localhost' || addressIn(name)?.range() === 'loopback';
}
