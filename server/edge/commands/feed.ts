import type { Command } from 'commander';
import { messages } from '../../../domain/messages/index.ts';
import { later } from './later.ts';

const text = messages.feeds;

export function feedCommand(program: Command): void {
  const feed = program.command('feed').description(text.about);
  feed
    .command('list')
    .description(text.list)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/feed.ts')).list));
  feed
    .command('refresh')
    .description(text.refresh)
    .argument('<id>', text.id)
    .option('--published <date>', text.publishedOption)
    .option('--force', text.forceOption)
    .option('--json', messages.commands.jsonOption)
    .action(later(async () => (await import('./actions/feed.ts')).refresh));
}
