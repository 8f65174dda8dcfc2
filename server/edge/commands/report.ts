import type { Command } from 'commander';
import { words } from '../../../domain/words/index.ts';
import { later } from './later.ts';

const text = words.report.command;

export function reportCommand(program: Command): void {
  program
    .command('report')
    .description(text.about)
    .option('--run <run>', text.run)
    .option('--format <formats>', text.format, 'html')
    .requiredOption('--out <dir>', text.out)
    .option('--link <url>', text.link)
    .option('--language <code>', text.language, 'en')
    .option('--json', words.commands.jsonOption)
    .action(later(async () => (await import('./actions/report.ts')).report));
}
