import type { Command } from 'commander';
import { mostHops } from '../../../domain/hops.ts';
import { messages } from '../../../domain/messages/index.ts';

const text = messages.evidence.command;

/** The options that say what is to be exported. */
export function withScopeOptions(command: Command): Command {
  return command
    .option('--cluster <id>', text.cluster)
    .option('--finding <id>', text.finding)
    .option('--account <id>', text.account)
    .option('--hops <n>', text.hops(mostHops))
    .option('--board <case/id>', text.board)
    .option('--nodes <type:id...>', text.nodes)
    .option('--language <code>', text.language, 'en')
    .option('--decided <date>', messages.narrative.command.decided);
}
