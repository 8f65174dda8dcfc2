import { randomUUID } from 'node:crypto';
import { hasEnded, processMarkSchema, thisProcess } from '../../platform/process-mark.ts';

/** A name for one that holds a lease in this process, other than all before. */
export function newHolder(): string {
  return JSON.stringify({ token: randomUUID(), ...thisProcess });
}

/** Whether its process has ended beside this one: then nobody gives the lease back. Of one elsewhere only time tells. */
export function isOfTheDead(holder: string): boolean {
  const read = processMarkSchema.safeParse(parsed(holder));
  return read.success && hasEnded(read.data) === true;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
