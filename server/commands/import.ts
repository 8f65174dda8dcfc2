import type { Command } from 'commander';
import { words } from '../../domain/words/index.ts';
import { importAmlsim, type AmlsimOptions } from '../importers/amlsim.ts';
import { importBitcoinOtc } from '../importers/bitcoin-otc.ts';
import { importFollowTheMoney, type FollowTheMoneyOptions } from '../importers/followthemoney.ts';
import { importMispWarninglists } from '../importers/misp-warninglist.ts';
import { importOfac, type OfacOptions } from '../importers/ofac.ts';
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
  followTheMoneyCommand(imports);
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

function followTheMoneyCommand(imports: Command): void {
  const text = words.load.followthemoney;
  imports
    .command('followthemoney')
    .description(text.about)
    .argument('<source>', text.source)
    .requiredOption('--out <folder>', text.out)
    .option('--list <name>', text.list)
    .option('--json', words.commands.jsonOption)
    .action(async (source: string, options: Options & FollowTheMoneyOptions) => {
      const made = await importFollowTheMoney(source, options.out, options);
      if (options.json) printJson(made);
      else print(text.summary(made));
    });
}
