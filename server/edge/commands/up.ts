import type { Command } from 'commander';
import { words } from '../../../domain/words/index.ts';
import { later } from './later.ts';

const text = words.commands.up;

export function upCommand(program: Command): void {
  program
    .command('up')
    .description(text.about)
    .option('--sample', text.sampleOption)
    .option('--report-cron <schedule>', text.reportOption)
    .option('--report-timezone <zone>', words.report.command.timezone)
    .action(later(async () => (await import('./actions/up.ts')).up));
}
