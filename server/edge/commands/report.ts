import type { Command } from 'commander';
import { messages } from '../../../domain/messages/index.ts';
import { later } from './later.ts';

const text = messages.report.command;

export function reportCommand(program: Command): void {
  program
    .command('report')
    .description(text.about)
    .option('--run <run>', text.run)
    .option('--format <formats>', text.format, 'html')
    .requiredOption('--out <dir>', text.out)
    .option('--link <url>', text.link)
    .option('--language <code>', text.language, 'en')
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/report.ts')).report));
}
