/**
 * The command `skein`: one file a command in `commands/`, listed in `program.ts` there. Each says what may be written; what the command
 * does is in `commands/actions/`, and brought when it runs.
 */
import { CommanderError } from 'commander';
import { skeinProgram } from './commands/program.ts';
import '../platform/languages.ts';

try {
  await skeinProgram().parseAsync();
} catch (error) {
  process.exitCode = await failed(error);
}

/** Says what went wrong; returns the exit status. */
async function failed(error: unknown): Promise<number> {
  // Commander has already said what is wrong with the command line.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const { formatError } = await import('../platform/format-error.ts');
  const { text, status } = formatError(error);
  process.stderr.write(`${text}\n`);
  return status;
}
