import type { Command } from 'commander';
import { messages } from '../../../domain/messages/index.ts';
import { later } from './later.ts';

export function importCommand(program: Command): void {
  const imports = program.command('import').description(messages.load.command.import);
  ofacCommand(imports);
  bitcoinOtcCommand(imports);
  amlsimCommand(imports);
  mispCommand(imports);
  entitiesCommand(imports, 'followthemoney');
  entitiesCommand(imports, 'stix');
}

function ofacCommand(imports: Command): void {
  const text = messages.load.ofac;
  imports
    .command('ofac')
    .description(text.about)
    .argument('<source>', text.source)
    .requiredOption('--out <folder>', text.out)
    .option('--published <date>', text.publishedOption)
    .option('--list <name>', text.list)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/import.ts')).ofac));
}

function bitcoinOtcCommand(imports: Command): void {
  const text = messages.load.bitcoinOtc;
  imports
    .command('bitcoin-otc')
    .description(text.about)
    .argument('<source>', text.source)
    .requiredOption('--out <folder>', text.out)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/import.ts')).bitcoinOtc));
}

function amlsimCommand(imports: Command): void {
  const text = messages.load.amlsim;
  imports
    .command('amlsim')
    .description(text.about)
    .argument('<source>', text.source)
    .requiredOption('--out <folder>', text.out)
    .option('--start <date>', text.start)
    .option('--currency <code>', text.currency)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/import.ts')).amlsim));
}

function mispCommand(imports: Command): void {
  const text = messages.load.misp;
  imports
    .command('misp-warninglist')
    .description(text.about)
    .argument('<sources...>', text.source)
    .requiredOption('--out <folder>', text.out)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/import.ts')).mispWarninglist));
}

/** An import of entities, those of a list among them. */
function entitiesCommand(imports: Command, name: 'followthemoney' | 'stix'): void {
  const text = messages.load[name];
  imports
    .command(name)
    .description(text.about)
    .argument('<source>', text.source)
    .requiredOption('--out <folder>', text.out)
    .option('--list <name>', text.list)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/import.ts'))[name]));
}
