import { userInfo } from 'node:os';

/** Who acts: recorded with every load, run and export. For now the user of the operating system. */
export function actor(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number that no user bears.
    return `uid:${process.getuid?.() ?? 'unknown'}`;
  }
}
