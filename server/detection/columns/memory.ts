import { totalmem } from 'node:os';

/** What a run may hold in memory, in bytes, where nobody says otherwise. */
export const usualMemory = () => Math.floor(totalmem() / 4);

/** Less does not hold what is read at a time. */
const leastOfColumns = 128_000_000;

/**
 * How much of what a run may hold are columns; what does not fit is spilled to disk. The rest is for words of texts, for what
 * was found, and for what is not let go of yet. More of it made no run of 5 million rows faster.
 */
export function ofColumns(memory = usualMemory()): number {
  return Math.max(leastOfColumns, Math.floor(memory / 4));
}
