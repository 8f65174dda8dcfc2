import type { Command } from 'commander';
import { messages } from '../../../domain/messages/index.ts';
import { later } from './later.ts';

const text = messages.commands.up;

export function upCommand(program: Command): void {
  program
    .command('up')
    .description(text.about)
    .option('--sample', text.sampleOption)
    .option('--report-cron <schedule>', text.reportOption)
    .option('--report-timezone <zone>', messages.report.command.timezone)
    .option('--no-backup', messages.backup.command.noBackup)
    .action(later(async () => (await import('./actions/up.ts')).up));
}
