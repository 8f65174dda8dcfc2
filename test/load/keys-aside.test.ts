import { afterEach, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { KeysAside, keysOrFault, type Sought } from '../../server/graph/search-keys/keys-aside.ts';
import { searchKeys } from '../../server/graph/search-keys/keys.ts';
import { AskedThread } from '../../server/platform/asked-thread.ts';
import { UnavailableError } from '../../server/platform/problems.ts';

const names = ['Kim Min-jun', '김민준', '王小明', 'Anna Müller', 'Иван Петров'];
const sought = (count: number): Sought[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `a${at}`,
    values: {
      display_name: names[at % names.length],
      handle: `worker ${at}`,
      phone: '+1 555 0100',
    },
    place: `accounts:${at + 2}`,
  }));

describe('search words that are worked out in a thread', () => {
  const ended: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of ended.splice(0)) await end();
  });

  it('are those that are worked out in place, batch by batch, in the order of the nodes', async () => {
    const aside = new KeysAside();
    ended.push(() => aside.close());
    const batches = [sought(600), sought(1_000).reverse()];
    const found = await Promise.all(batches.map((batch) => aside.of('account', batch)));
    expect(found).toEqual(
      batches.map((batch) => batch.map(({ id, values }) => searchKeys('account', id, values))),
    );
  });

  it('are left to who asks where that is as well: of few nodes, and of those without names', async () => {
    const aside = new KeysAside();
    ended.push(() => aside.close());
    expect(await aside.of('account', sought(10))).toBeNull();
    expect(await aside.of('device', sought(600))).toBeNull();
  });

  it('that cannot be worked out are told with the file and line', () => {
    const values = Object.defineProperty({}, 'handle', {
      get: () => {
        throw new Error('no handle');
      },
    });
    const nodes = [...sought(1), { id: 'b', values, place: 'accounts:7' }];
    expect(keysOrFault({ type: 'account', nodes })).toEqual({
      place: 'accounts:7',
      fault: 'no handle',
    });
  });

  it('of a thread that is ended are never waited for: whoever asked is told in words', async () => {
    const thread = new AskedThread<number | string, number>(
      new URL('ending-thread.ts', import.meta.url),
      (cause) => new UnavailableError(messages.load.wordsEnded, [], { cause }),
    );
    ended.push(() => thread.close());
    expect(await Promise.all([thread.ask(1), thread.ask(2)])).toEqual([2, 4]);
    const waiting = [thread.ask('die'), thread.ask(3)];
    for (const asked of await Promise.allSettled(waiting))
      expect(String((asked as PromiseRejectedResult).reason)).toContain('has ended. Load again');
    await expect(thread.ask(4)).rejects.toThrow(/what is stored is not stored twice/);
  });
});
