import { Command } from 'commander';

/**
 * What a command does, brought only when it is done: help and mistakes in the command line are told without it. In the name of whose
 * token is set, if one is, and where they may (`rights.ts`): the one place where that is held.
 */
export function later<Given extends unknown[]>(
  bring: () => Promise<(...given: Given) => void | Promise<void>>,
): (...given: Given) => Promise<void> {
  return async (...given) => {
    // Commander hands the command over last, behind what an action takes.
    const command: unknown = given.at(-1);
    if (!(command instanceof Command)) throw new TypeError('not called by a command');
    const name = commandName(command);
    const { rightOf } = await import('./rights.ts');
    const right = rightOf(name, command.opts());
    const act = await bring();
    if (right === 'nobody') await act(...given);
    else {
      const { byToken } = await import('./actions/by-token.ts');
      await byToken(name, right, async () => act(...given));
    }
  };
}

/** As it is typed behind `skein`. */
export function commandName(command: Command): string {
  const above = command.parent?.parent ? `${commandName(command.parent)} ` : '';
  return above + command.name();
}
