import { z } from 'zod';
import { isRunning, pidSpace, startOf } from './process-table.ts';

/** A process, as others that run beside it know it again when its number has gone to another. */
export const processMarkSchema = z.object({
  pid: z.int(),
  /** When it began, as its system says it. */
  started: z.string(),
  /** Where its number means it (`pidSpace`). */
  host: z.string(),
});
type ProcessMark = z.infer<typeof processMarkSchema>;

export const thisProcess: Readonly<ProcessMark> = {
  pid: process.pid,
  started: startOf(process.pid),
  host: pidSpace(),
};

/** Null where nobody here can say: it runs, or ran, elsewhere. */
export function hasEnded({ pid, started, host }: ProcessMark): boolean | null {
  if (host !== thisProcess.host) return null;
  return !isRunning(pid) || startOf(pid) !== started;
}
