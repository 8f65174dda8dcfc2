import { setTimeout as pause } from 'node:timers/promises';
import { commandLine, isRunning } from '../../platform/process-table.ts';

const gracefulMs = 60_000;
/** A process that is not our child tells nobody when it ends. */
const lookMs = 100;

/** Ends the Neo4j of this home that outlived its keeper; a process that merely bears its number is left alone. */
export async function endOrphan(pid: number, neo4jHome: string): Promise<void> {
  if (!commandLine(pid).includes(`--home-dir=${neo4jHome}`)) return;
  signal(pid, 'SIGTERM');
  const deadline = Date.now() + gracefulMs;
  while (isRunning(pid) && Date.now() < deadline) await pause(lookMs);
  signal(pid, 'SIGKILL');
  while (isRunning(pid)) await pause(lookMs);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended by itself.
  }
}
