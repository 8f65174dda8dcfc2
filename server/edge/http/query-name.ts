import { createHash } from 'node:crypto';

/** Of what a query says of itself. */
const longestName = 160;

/** What one of the program's own queries says of itself in its first line; its digest where it has no header. */
export function queryName(text: string): string {
  const says = /^\/\/ (.+)$/m.exec(text)?.[1];
  return says?.slice(0, longestName) ?? createHash('sha256').update(text).digest('hex');
}
