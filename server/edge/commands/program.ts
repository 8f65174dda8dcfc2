/** All commands of `skein`, one file a command: what may be written of each. */
import { Command } from 'commander';
import { messages } from '../../../domain/messages/index.ts';
import { auditCommand } from './audit.ts';
import { calibrateCommand } from './calibrate.ts';
import { caseCommand } from './case.ts';
import { listCommand } from './list.ts';
import { configCommand } from './config.ts';
import { databaseCommand } from './db.ts';
import { detectCommand } from './detect.ts';
import { detectorCommand } from './detector.ts';
import { diffCommand } from './diff.ts';
import { explainCommand } from './explain.ts';
import { exportCommand } from './export.ts';
import { feedCommand } from './feed.ts';
import { narrativeCommand } from './narrative.ts';
import { generateCommand } from './generate.ts';
import { importCommand } from './import.ts';
import { keyCommand } from './key.ts';
import { loadCommand } from './load.ts';
import { namesCommand } from './names.ts';
import { numbersCommand } from './numbers.ts';
import { peopleCommand, tokenCommand } from './people.ts';
import { reportCommand } from './report.ts';
import { holdCommand, personCommand, retentionCommand } from './retention.ts';
import { screenCommand } from './screen.ts';
import { upCommand } from './up.ts';
import { verifyCommand } from './verify.ts';
import { programVersion } from '../../platform/version.ts';

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

/** A program anew, that has read nothing yet. */
export function skeinProgram(): Command {
  const program = new Command('skein')
    .description(messages.commands.about)
    .version(programVersion)
    .showHelpAfterError(messages.commands.helpHint)
    // What stands behind a command is that command's, though its group has an option of the same name.
    .enablePositionalOptions()
    .exitOverride();
  for (const add of commands) add(program);
  return program;
}
