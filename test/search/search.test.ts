import { beforeAll, describe, expect, it } from 'vitest';
import { search } from '../../server/explore/search/search.ts';
import { formatRef } from '../../domain/schema/graph.ts';
import { testDatabase } from '../database.ts';
import { hostileIds, loadRing } from '../explore/ring.ts';

const tested = testDatabase();

beforeAll(() => loadRing(tested));

async function found(text: string, limit = 20): Promise<string[]> {
  const { items } = await search(tested.database, text, { limit });
  return items.map(({ node }) => formatRef(node));
}

describe('search', () => {
  it.each([
    ['an id', 'a1', 'account:a1'],
    ['a reference', 'company:c1', 'company:c1'],
    ['an e-mail address', 'minjun@harlow.example', 'account:a1'],
    ['the beginning of a name', 'minj', 'account:a1'],
    ['a name in capitals', 'MINJUN HARLOW', 'account:a1'],
    ['a name in another order', 'harlow minjun', 'account:a1'],
    ['a misspelt name', 'minjum harlow', 'account:a1'],
    ['a name without its accents', 'Zoe Muller', 'account:a3'],
    ['a handle', 'dquill', 'account:a2'],
    ['a website', 'https://quill.example', 'account:a2'],
    ['the holder of a payment account', 'Brandt', 'payment_account:p1'],
    ['an IPv4 address', '198.51.100.9', 'ip:198.51.100.9'],
    ['the beginning of an address', '198.51.100', 'ip:198.51.100.9'],
    ['an IPv6 address, however written', '2001:0DB8:0:0::0007', 'ip:2001:db8::7'],
    ['an alias', 'Silver Heron', 'watchlist_entry:w1'],
    ['an alias in Chinese', '金星公司', 'watchlist_entry:w1'],
  ])('finds by %s', async (_what, text, expected) => {
    expect((await found(text))[0]).toBe(expected);
  });

  it.each(hostileIds)('finds the exact id %j first', async (id) => {
    expect((await found(id.slice(0, 512)))[0]).toBe(`account:${id}`);
  });

  it('says in which column and value', async () => {
    const [hit] = (await search(tested.database, 'silver heron', { limit: 5 })).items;
    expect(hit!.matched).toEqual({ column: 'aliases', value: 'Silver Heron' });
    const [byMail] = (await search(tested.database, 'harlow.example', { limit: 5 })).items;
    expect(byMail!.matched).toEqual({ column: 'email', value: 'minjun@harlow.example' });
  });

  it('asks for all of the words', async () => {
    expect(await found('minjun quill')).toEqual([]);
  });

  it.each([
    '*',
    '*:*',
    'a* OR *:*',
    '[* TO *]',
    'id:a1',
    '"" OR ""',
    '/.*/',
    '~',
    'AND',
    '\\',
    '" OR *:* OR "',
    '{"$gt":""}',
  ])('takes %j for plain words, which nothing here holds', async (text) => {
    const { items } = await search(tested.database, text, { limit: 100 });
    expect(items.length).toBeLessThan(5);
  });

  it('never finds ground truth', async () => {
    for (const text of ['groundtruth-cluster', 'zzlabel', 'label:a1', 'operator'])
      expect((await found(text)).filter((ref) => ref.startsWith('label:'))).toEqual([]);
  });

  it('keeps to its limit and its order', async () => {
    const first = await found('guest', 7);
    expect(first).toHaveLength(7);
    expect(await found('guest', 7)).toEqual(first);
  });
});
