import { createRequire } from 'node:module';

/** Whether a file of the program is a source, which Node runs by tsx alone, and not what is compiled. */
export function isSource(file: URL): boolean {
  return file.pathname.endsWith('.ts');
}

/** The options of Node by which a file of the program runs as a process of its own. */
export function runOptions(file: URL): string[] {
  return isSource(file) ? ['--import', createRequire(import.meta.url).resolve('tsx')] : [];
}
