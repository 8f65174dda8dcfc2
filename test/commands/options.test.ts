import type { Command } from 'commander';
import { expect, it } from 'vitest';
import { skeinProgram } from '../../server/edge/commands/program.ts';

/** By which words each command is called that has an option of the same name as the group it stands in. */
function ambiguous(group: Command, before: readonly string[] = []): string[][] {
  return group.commands.flatMap((command) => {
    const words = [...before, command.name()];
    const shared = command.options.filter(({ long }) =>
      group.options.some((option) => option.long === long),
    );
    const needed = [
      ...command.registeredArguments.map(() => '1'),
      ...command.options.flatMap(({ mandatory, long }) => (mandatory ? [long!, '1'] : [])),
    ];
    return [
      ...shared.map(({ long }) => [...words, ...needed, long!]),
      ...ambiguous(command, words),
    ];
  });
}

const calls = ambiguous(skeinProgram());

it('stands in some group that has options itself', () => {
  expect(calls.length).toBeGreaterThan(2);
});

it.each(calls.map((words) => [words.join(' '), words] as const))(
  '%s is an option of the command, not of its group',
  (_name, words) => {
    const program = skeinProgram();
    const path = words.slice(0, -1);
    let command = program;
    for (const word of path)
      command = command.commands.find((one) => one.name() === word) ?? command;
    let given: Record<string, unknown> = {};
    command.action(() => {
      given = command.opts();
    });
    program.parse(words, { from: 'user' });
    expect(given).toHaveProperty(words.at(-1)!.slice(2), true);
  },
);
