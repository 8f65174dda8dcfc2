import { spawn, type ChildProcess } from 'node:child_process';
import { onPath } from '../../../setup/java.mjs';

/**
 * Starts a program that ends with this process, also when this process is killed: with `setpriv` (Linux) the kernel itself
 * ends the child when its parent is gone.
 */
export function spawnTied(
  program: string,
  options: readonly string[],
  env: NodeJS.ProcessEnv,
): ChildProcess {
  const setpriv = onPath('setpriv');
  const command = setpriv ? [setpriv, '--pdeathsig', 'TERM', program] : [program];
  return spawn(command[0]!, [...command.slice(1), ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  });
}
