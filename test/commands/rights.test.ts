/** Every command says what it asks of whoever it acts for by a token, and none goes round that. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { routes } from '../../domain/api/api.ts';
import { permissions, type Permission } from '../../domain/people.ts';
import { commandName } from '../../server/edge/commands/later.ts';
import { skeinProgram } from '../../server/edge/commands/program.ts';
import { declaredCommands, rightOf } from '../../server/edge/commands/rights.ts';
import { checkout } from '../../server/platform/settings/settings.ts';

/** All that may be typed: commands that hold others and do nothing themselves are none. */
function commandsOf(command: Command): Command[] {
  const within = command.commands.flatMap(commandsOf);
  const doesSomething = 'calibrate' === command.name() || within.length === 0;
  return command.parent && doesSomething ? [command, ...within] : within;
}

const names = commandsOf(skeinProgram()).map(commandName);
const folder = join(checkout, 'server', 'edge', 'commands');

describe('a command', () => {
  it('is declared, and nothing is that is none', () => {
    expect(names.length).toBeGreaterThan(50);
    expect(declaredCommands.toSorted()).toEqual(names.toSorted());
  });

  it('does what it does in the one place where that is held', () => {
    const texts = readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
    const actions = texts.match(/\.action\(\s*/g)!;
    expect(actions.length).toBeGreaterThan(50);
    expect(texts.match(/\.action\(\s*later\(/g)!.length).toBe(actions.length);
  });

  it('asks what the route asks that does the same, also with the option that makes it another', () => {
    expect(rightOf('load', {})).toEqual({ may: 'lead', unseen: routes.loadIntake.unseen });
    expect(rightOf('numbers', {})).toMatchObject({ may: 'look' });
    expect(rightOf('numbers', { table: 'open' })).toMatchObject({ may: 'work' });
    expect(rightOf('case members', { only: ['ana'] })).toMatchObject({ may: 'work' });
    expect(rightOf('case members', { only: [] })).toMatchObject({ may: 'look' });
    for (const name of ['add', 'link', 'role', 'off', 'on', 'sign-on', 'second-factor'])
      expect(rightOf(`people ${name}`, {}), name).toMatchObject({ letsIn: true });
    expect(rightOf('token add', {})).toMatchObject({ may: 'self' });
    expect(() => rightOf('nothing of the kind', {})).toThrow(TypeError);
  });

  it('that brings the actions in which a database is opened asks for somebody, or says why not', () => {
    const asking = names.filter((name) => typeof rightOf(name, {}) === 'object');
    const opening = names.filter((name) => !asking.includes(name));
    expect(opening.toSorted()).toEqual([
      ...['config', 'db check', 'db reset', 'db restore', 'db start', 'db status', 'db stop'],
      ...['detector new', 'generate'],
      ...['amlsim', 'bitcoin-otc', 'followthemoney', 'misp-warninglist', 'ofac', 'stix'].map(
        (name) => `import ${name}`,
      ),
      ...['key show', 'names', 'person verify', 'up', 'verify'],
    ]);
    for (const name of asking) {
      const right = rightOf(name, {}) as { may: string };
      expect([...permissions, 'self'] as string[], name).toContain(right.may);
    }
  });

  it('of those that decide for all, or say who comes in, is never for whoever may only look', () => {
    const look: readonly Permission[] = ['look', 'see'];
    const looking = names.filter((name) => {
      const right = rightOf(name, {});
      return typeof right === 'object' && look.some((may) => may === right.may);
    });
    expect(looking.toSorted()).toEqual([
      ...['calibrate history', 'case list', 'case members', 'detector list', 'detector show'],
      ...['detector trial', 'diff', 'explain', 'feed list', 'list list', 'list members'],
      ...['numbers', 'screen'],
    ]);
  });
});
