import type { Command } from 'commander';
import { words } from '../../domain/words/index.ts';
import { importOfac, type OfacOptions } from '../importers/ofac.ts';
import { print, printJson } from './print.ts';

const text = words.load.ofac;

interface Options extends OfacOptions {
  out: string;
  json?: true;
}

export function importCommand(program: Command): void {
  program
    .command('import')
    .description(words.load.command.import)
    .command('ofac')
    .description(text.about)
    .argument('<source>', text.source)
    .requiredOption('--out <folder>', text.out)
    .option('--published <date>', text.publishedOption)
    .option('--list <name>', text.list)
    .option('--json', words.commands.jsonOption)
    .action(async (source: string, options: Options) => {
      const made = await importOfac(source, options.out, options);
      if (options.json) printJson(made);
      else print(text.summary(made));
    });
}
