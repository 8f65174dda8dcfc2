/** The disk of the home is full, or takes nothing any more: what has to be recorded is refused and says so, nothing is half-done, and it goes on by itself. */
import { describe, expect } from 'vitest';
import { routes, type Answer, type RouteName } from '../../domain/api/api.ts';
import type { Condition, ConditionName } from '../../domain/condition.ts';
import { messages } from '../../domain/messages/index.ts';
import { testDatabase } from '../database.ts';
import { itOnOwnDisk, serverOnOwnDisk } from './own-disk.ts';

const { asked, tell } = serverOnOwnDisk(testDatabase(), 3);

async function get<N extends RouteName>(name: N): Promise<Answer<N>> {
  const { status, text } = await asked('GET', routes[name].path);
  expect(status, text).toBe(200);
  return JSON.parse(text) as Answer<N>;
}

const newCase = (title: string) => asked('POST', '/cases', { title });
const titles = async () => (await get('cases')).items.map(({ title }) => title);
const of = ({ checks }: Condition, name: ConditionName) =>
  checks.find((check) => check.name === name)!;

describe('the disk of the home', () => {
  for (const [how, begin, end] of [
    ['is full', 'fill', 'free'],
    ['takes nothing any more', 'lock', 'unlock'],
  ] as const)
    itOnOwnDisk(how, async () => {
      expect((await newCase(`Before it ${how}`)).status).toBe(200);
      await tell(begin);
      const refused = await newCase(`While it ${how}`);
      expect(refused.status, refused.text).toBe(503);
      expect(JSON.parse(refused.text)).toMatchObject({ type: 'unavailable' });
      // What is looked at is there all the same, and nothing of what was refused.
      expect(await titles()).not.toContain(`While it ${how}`);
      const amid = of(await get('condition'), 'home');
      expect(amid).toMatchObject({ state: 'bad', todo: messages.condition.homeTodo });
      await tell(end);
      expect(of(await get('condition'), 'home').state).toBe('well');
      expect((await newCase(`After it ${how}`)).status).toBe(200);
      expect(await titles()).toEqual(
        expect.arrayContaining([`Before it ${how}`, `After it ${how}`]),
      );
      expect(await tell('audit')).toBe(true);
    });
});
