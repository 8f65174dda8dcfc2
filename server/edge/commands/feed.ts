import type { Command } from 'commander';
import { words } from '../../../domain/words/index.ts';
import { later } from './later.ts';

const text = words.feeds;

export function feedCommand(program: Command): void {
  const feed = program.command('feed').description(text.about);
  feed
    .command('list')
    .description(text.list)
    .option('--json', words.commands.jsonOption)
    .action(later(async () => (await import('./actions/feed.ts')).list));
  feed
    .command('refresh')
    .description(text.refresh)
    .argument('<id>', text.id)
    .option('--published <date>', text.publishedOption)
    .option('--force', text.forceOption)
    .option('--json', words.commands.jsonOption)
    .action(later(async () => (await import('./actions/feed.ts')).refresh));
}
