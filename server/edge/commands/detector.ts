import type { Command } from 'commander';
import { messages } from '../../../domain/messages/index.ts';
import { later } from './later.ts';
import { several } from './several.ts';

const text = messages.parameters.command;

export function detectorCommand(program: Command): void {
  const group = program.command('detector').description(text.about);
  group
    .command('list')
    .description(text.list)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/detector.ts')).list));
  group
    .command('show')
    .description(text.show)
    .argument('<id>', text.detector)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/detector.ts')).show));
  changing(group.command('set').description(text.set).argument('<id>', text.detector))
    .requiredOption('--param <name=value>', text.param, several)
    .option('--trial <id>', text.trial)
    .action(later(async () => (await import('./actions/detector.ts')).set));
  changing(group.command('reset').description(text.reset).argument('<id>', text.detector))
    .argument('[names...]', text.names)
    .action(later(async () => (await import('./actions/detector.ts')).reset));
  trialCommands(group);
  group
    .command('new')
    .description(text.create)
    .argument('<id>', text.newId)
    .action(later(async () => (await import('./actions/new-detector.ts')).create));
}

function changing(command: Command): Command {
  return command
    .requiredOption('--why <text>', text.why)
    .option('--rests-on <revision>', text.restsOn, Number)
    .option('--json', messages.commands.jsonOption);
}

/** What other values or another query would find. */
function trialCommands(group: Command): void {
  const text = messages.trials.command;
  group
    .command('try')
    .description(text.try)
    .argument('[ids...]', text.detectors)
    .option('--param <name=value>', messages.parameters.command.param, several)
    .option('--query <file>', text.query)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/trial.ts')).tryOut));
  group
    .command('trial')
    .description(text.trial)
    .argument('[id]', text.trialId)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/trial.ts')).showTrials));
}
