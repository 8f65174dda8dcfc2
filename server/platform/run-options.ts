import { createRequire } from 'node:module';

/** The options of Node by which a file of the program runs as a process or thread of its own: what is compiled needs none. */
export function runOptions(file: URL): string[] {
  if (!file.pathname.endsWith('.ts')) return [];
  return ['--import', createRequire(import.meta.url).resolve('tsx')];
}
