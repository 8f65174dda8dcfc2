import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** What the operating system says of processes that are not our children: from /proc, else from `ps`. */

/**
 * Names the processes among which a pid means one: those of this machine since it was started, in a container those of the
 * container. Machines of one name, as copies of an image are, differ in it.
 */
export function pidSpace(): string {
  const parts = [
    hostname(),
    told(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    told(() => readlinkSync('/proc/self/ns/pid')),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** Empty where this system does not tell it. */
function told(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Empty when there is no such process. */
export function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return listed(pid, 'command');
  }
}

/** 0 when there is none. */
export function parentOf(pid: number): number {
  try {
    // The name, in brackets, may hold anything.
    return Number(
      /^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1] ?? 0,
    );
  } catch {
    return Number(listed(pid, 'ppid'));
  }
}

/** When it began, in the form that this system has for it; empty when there is none. */
export function startOf(pid: number): string {
  try {
    // Field 22; the name, in brackets, may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '');
    return fields.split(' ')[19] ?? '';
  } catch {
    return listed(pid, 'lstart');
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

function listed(pid: number, column: string): string {
  try {
    return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
