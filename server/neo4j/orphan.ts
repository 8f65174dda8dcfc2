import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const gracefulMs = 60_000;
/** A process that is not our child tells nobody when it ends. */
const lookMs = 100;

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

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

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    try {
      return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    } catch {
      return '';
    }
  }
}

/** Ended, but not yet asked about by its parent; in a container without an init it stays so. */
function isZombie(pid: number): boolean {
  try {
    return /^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
