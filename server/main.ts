/** The command `skein`: one file a command in `commands/`, listed here. */
import { Command, CommanderError } from 'commander';
import { words } from '../domain/words/index.ts';
import { auditCommand } from './commands/actions/audit.ts';
import { configCommand } from './commands/actions/config.ts';
import { databaseCommand } from './commands/actions/db.ts';
import { detectCommand } from './commands/actions/detect.ts';
import { detectorCommand } from './commands/actions/detector.ts';
import { diffCommand } from './commands/actions/diff.ts';
import { explainCommand } from './commands/actions/explain.ts';
import { exportCommand } from './commands/actions/export.ts';
import { feedCommand } from './commands/actions/feed.ts';
import { narrativeCommand } from './commands/actions/narrative.ts';
import { explainedFault } from './fault.ts';
import { generateCommand } from './commands/actions/generate.ts';
import { importCommand } from './commands/actions/import.ts';
import { keyCommand } from './commands/actions/key.ts';
import { loadCommand } from './commands/actions/load.ts';
import { namesCommand } from './commands/actions/names.ts';
import { numbersCommand } from './commands/actions/numbers.ts';
import { reportCommand } from './commands/actions/report.ts';
import { screenCommand } from './commands/actions/screen.ts';
import { upCommand } from './commands/actions/up.ts';
import { verifyCommand } from './commands/actions/verify.ts';
import { programVersion } from './version.ts';

const commands: readonly ((program: Command) => void)[] = [
  upCommand,
  databaseCommand,
  generateCommand,
  importCommand,
  loadCommand,
  detectCommand,
  detectorCommand,
  diffCommand,
  explainCommand,
  reportCommand,
  numbersCommand,
  screenCommand,
  feedCommand,
  namesCommand,
  exportCommand,
  narrativeCommand,
  verifyCommand,
  auditCommand,
  keyCommand,
  configCommand,
];

const program = new Command('skein')
  .description(words.commands.about)
  .version(programVersion)
  .showHelpAfterError(words.commands.helpHint)
  .exitOverride();
for (const add of commands) add(program);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = failed(error);
}

/** Says what went wrong; returns the exit status. */
function failed(error: unknown): number {
  // Commander has already said what is wrong with the command line.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const { text, status } = explainedFault(error);
  process.stderr.write(`${text}\n`);
  return status;
}
