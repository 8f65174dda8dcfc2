import { Option, type Command } from 'commander';
import { messages } from '../../../domain/messages/index.ts';
import { later } from './later.ts';

const text = messages.calibration.command;

export function calibrateCommand(program: Command): void {
  const group = program
    .command('calibrate')
    .description(text.about)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/calibrate.ts')).calibrate));
  group
    .command('history')
    .description(text.history)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/calibrate.ts')).history));
  changing(
    group.command('activate').description(text.activate).argument('<trial>', text.trial),
  ).action(later(async () => (await import('./actions/calibrate.ts')).activate));
  changing(group.command('back').description(text.back))
    .addOption(new Option('--to <revision>', text.to).argParser(Number))
    .action(later(async () => (await import('./actions/calibrate.ts')).back));
}

function changing(command: Command): Command {
  return command
    .requiredOption('--why <text>', messages.parameters.command.why)
    .option('--rests-on <revision>', messages.parameters.command.restsOn, Number)
    .option('--json', messages.commands.jsonOption);
}
