import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a command printed, and how many seconds it took with its start. */
export interface Commanded {
  said: string;
  seconds: number;
}

/**
 * Runs the work with a program's command line and a home of its own, which is made; its database runs meanwhile, as beside a
 * server.
 */
export function withCommands<T>(
  { program, home }: { program: string; home: string },
  work: (skein: (...options: string[]) => Commanded) => T,
): T {
  mkdirSync(home);
  const skein = (...options: string[]) => {
    const begun = performance.now();
    // By its first line Node.js is given what the program runs best with.
    const said = execFileSync(join(program, 'bin', 'skein.mjs'), options, {
      env: { ...process.env, SKEIN_HOME: home },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return { said, seconds: (performance.now() - begun) / 1_000 };
  };
  skein('db', 'start');
  try {
    return work(skein);
  } finally {
    skein('db', 'stop');
  }
}
