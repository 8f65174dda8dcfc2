/**
 * The command `skein`: one file a command in `commands/`, listed here. Each says what may be written; what the command
 * does is in `commands/actions/`, and brought when it runs.
 */
import { Command, CommanderError } from 'commander';
import { messages } from '../../domain/messages/index.ts';
import { auditCommand } from './commands/audit.ts';
import { calibrateCommand } from './commands/calibrate.ts';
import { caseCommand } from './commands/case.ts';
import { listCommand } from './commands/list.ts';
import { configCommand } from './commands/config.ts';
import { databaseCommand } from './commands/db.ts';
import { detectCommand } from './commands/detect.ts';
import { detectorCommand } from './commands/detector.ts';
import { diffCommand } from './commands/diff.ts';
import { explainCommand } from './commands/explain.ts';
import { exportCommand } from './commands/export.ts';
import { feedCommand } from './commands/feed.ts';
import { narrativeCommand } from './commands/narrative.ts';
import { generateCommand } from './commands/generate.ts';
import { importCommand } from './commands/import.ts';
import { keyCommand } from './commands/key.ts';
import { loadCommand } from './commands/load.ts';
import { namesCommand } from './commands/names.ts';
import { numbersCommand } from './commands/numbers.ts';
import { peopleCommand, tokenCommand } from './commands/people.ts';
import { reportCommand } from './commands/report.ts';
import { holdCommand, personCommand, retentionCommand } from './commands/retention.ts';
import { screenCommand } from './commands/screen.ts';
import { upCommand } from './commands/up.ts';
import { verifyCommand } from './commands/verify.ts';
import '../platform/languages.ts';
import { programVersion } from '../platform/version.ts';

const commands: readonly ((program: Command) => void)[] = [
  upCommand,
  databaseCommand,
  generateCommand,
  importCommand,
  loadCommand,
  detectCommand,
  detectorCommand,
  calibrateCommand,
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
  caseCommand,
  listCommand,
  peopleCommand,
  tokenCommand,
  personCommand,
  holdCommand,
  retentionCommand,
  configCommand,
];

const program = new Command('skein')
  .description(messages.commands.about)
  .version(programVersion)
  .showHelpAfterError(messages.commands.helpHint)
  .exitOverride();
for (const add of commands) add(program);

try {
  await program.parseAsync();
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
