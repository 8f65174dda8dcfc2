import type { Command } from 'commander';
import { words } from '../../../domain/words/index.ts';
import { importAmlsim, type AmlsimOptions } from '../../importers/amlsim.ts';
import { importBitcoinOtc } from '../../importers/bitcoin-otc.ts';
import { importFollowTheMoney } from '../../importers/followthemoney.ts';
import { importMispWarninglists } from '../../importers/misp-warninglist.ts';
import { importOfac, type OfacOptions } from '../../importers/ofac.ts';
import { importStix } from '../../importers/stix.ts';
import { print, printJson } from './print.ts';

interface Options {
  out: string;
  json?: true;
}

export function importCommand(program: Command): void {
  const imports = program.command('import').description(words.load.command.import);
  ofacCommand(imports);
  bitcoinOtcCommand(imports);
  amlsimCommand(imports);
  mispCommand(imports);
  entitiesCommand(imports, 'followthemoney', importFollowTheMoney);
  entitiesCommand(imports, 'stix', importStix);
}

function ofacCommand(imports: Command): void {
  const text = words.load.ofac;
  imports
    .command('ofac')
    .description(text.about)
    .argument('<source>', text.source)
    .requiredOption('--out <folder>', text.out)
    .option('--published <date>', text.publishedOption)
    .option('--list <name>', text.list)
    .option('--json', words.commands.jsonOption)
    .action(async (source: string, options: Options & OfacOptions) => {
      const made = await importOfac(source, options.out, options);
      if (options.json) printJson(made);
      else print(text.summary(made));
    });
}

function bitcoinOtcCommand(imports: Command): void {
  const text = words.load.bitcoinOtc;
  imports
    .command('bitcoin-otc')
    .description(text.about)
    .argument('<source>', text.source)
    .requiredOption('--out <folder>', text.out)
    .option('--json', words.commands.jsonOption)
    .action(async (source: string, options: Options) => {
      const made = await importBitcoinOtc(source, options.out);
      if (options.json) printJson(made);
      else print(text.summary(made));
    });
}

function amlsimCommand(imports: Command): void {
  const text = words.load.amlsim;
  imports
    .command('amlsim')
    .description(text.about)
    .argument('<source>', text.source)
    .requiredOption('--out <folder>', text.out)
    .option('--start <date>', text.start)
    .option('--currency <code>', text.currency)
    .option('--json', words.commands.jsonOption)
    .action(async (source: string, options: Options & AmlsimOptions) => {
      const made = await importAmlsim(source, options.out, options);
      if (options.json) printJson(made);
      else print(text.summary(made));
    });
}

function mispCommand(imports: Command): void {
  const text = words.load.misp;
  imports
    .command('misp-warninglist')
    .description(text.about)
    .argument('<sources...>', text.source)
    .requiredOption('--out <folder>', text.out)
    .option('--json', words.commands.jsonOption)
    .action(async (sources: string[], options: Options) => {
      const made = await importMispWarninglists(sources, options.out);
      if (options.json) printJson(made);
      else print(text.summary(made));
    });
}

/** An import of entities, those of a list among them. */
function entitiesCommand(
  imports: Command,
  name: 'followthemoney' | 'stix',
  make: typeof importFollowTheMoney | typeof importStix,
): void {
  const text = words.load[name];
  imports
    .command(name)
    .description(text.about)
    .argument('<source>', text.source)
    .requiredOption('--out <folder>', text.out)
    .option('--list <name>', text.list)
    .option('--json', words.commands.jsonOption)
    .action(async (source: string, options: Options & { list?: string }) => {
      const made = await make(source, options.out, options);
      if (options.json) printJson(made);
      else print(text.summary(made));
    });
}
