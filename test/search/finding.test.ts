import { beforeAll, describe, expect, it } from 'vitest';
import { formatRef } from '../../domain/schema/graph.ts';
import type { NodeTypeName } from '../../domain/schema/schema.ts';
import { search } from '../../server/explore/search/search.ts';
import { bringUpSearch } from '../../server/operations/store/bring-up.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { loadPlatform } from './platform.ts';

const tested = testDatabase();

beforeAll(() => loadPlatform(tested));

async function answer(text: string, limit = 20, type?: NodeTypeName) {
  return search(tested.database, text, { limit, type });
}

/** References of what was found for sure, and of what is similar. */
async function found(text: string) {
  const { items } = await answer(text);
  const refs = (similar: boolean) =>
    items.filter((hit) => hit.similar === similar).map(({ node }) => formatRef(node));
  return { sure: refs(false), similar: refs(true) };
}

describe('search finds', () => {
  it.each([
    ['a name in Hangul by its romanisation', 'Kim Minjun', 'account:u-1001'],
    ['a name in Hangul by another romanisation', 'Gim Min-joon', 'account:u-1001'],
    ['a romanised name by Hangul', '김민준', 'account:u-1002'],
    ['a given name in Hangul alone', '민준', 'account:u-1001'],
    ['a name whose parts are run together', 'kimminjun', 'account:u-1002'],
    ['a company in characters by Pinyin', 'jin xing', 'company:c-5'],
    ['a company in characters by Pinyin run together', 'Jinxing', 'company:c-5'],
    ['a part of a name in characters', '金星', 'company:c-5'],
    ['a holder in characters by Pinyin', 'Wang Xiaoming', 'payment_account:pay-88'],
    ['a Cyrillic name in Latin letters', 'Ivan Kuznetsov', 'account:u-1005'],
    ['an Arabic name as it is written', 'أحمد', 'person:p-9'],
    ['an alias', 'Kareemi', 'person:p-9'],
    ['an umlaut as two letters', 'Mueller Juergen', 'account:u-1003'],
    ['two letters by an umlaut', 'Gerda Müller', 'account:u-1004'],
    ['a whole e-mail address', 'JUNNY+jobs@river.example', 'account:u-1001'],
    ['an e-mail address without its tag', 'junny@river.example', 'account:u-1001'],
    ['the local part of an e-mail address', 'gerda.m', 'account:u-1004'],
    ['the domain of an e-mail address', '@river.example', 'account:u-1007'],
    [
      'a former e-mail address',
      'robert@formerly.example',
      'account_change:u-1007|email|2024-02-01T00:00:00.000Z',
    ],
    ['a phone number in one run', '+15550100000', 'account:u-1001'],
    ['a phone number in another writing', '1-555-010-0000', 'account:u-1001'],
    ['a phone number without its country', '(555) 010 0000', 'account:u-1001'],
    ['a phone number by 00', '+44 20 79460018', 'account:u-1002'],
    ['a national number by one with a country', '+1 555 010 0099', 'account:u-1007'],
    ['an address', 'harbour road 12', 'account:u-1003'],
    ['an IP address that no file describes', '192.0.2.200', 'ip:192.0.2.200'],
    ['the network of an IP address', 'heron net', 'ip:192.0.2.9'],
    ['the number of a document, run together', 'p12345678', 'document:d-1'],
    ['the number of a document, parted elsewhere', 'P-123 456 78', 'document:d-1'],
    ['a register number', 'hrb55021', 'company:c-5'],
    ['words of a bid', 'café milestone friday', 'document:d-2'],
    ['words of a bid without accents', 'cafe milestone', 'document:d-2'],
    ['a word of a message', 'tortoise', 'document:d-3'],
    ['characters of a message', '团队', 'document:d-3'],
    ['the id of a device', 'dev-7f3a-91', 'device:dev-7f3a-91'],
    ['a part of the id of a device', '7f3a', 'device:dev-7f3a-91'],
    ['a fingerprint', 'fp9c1d22', 'device:dev-7f3a-91'],
    ['the id of a payment account', 'pay-88', 'payment_account:pay-88'],
    ['a provider', 'bank of lorn', 'payment_account:pay-88'],
    ['an entry of a watchlist', 'volasys', 'watchlist_entry:w-77'],
    ['a watchlist', 'OFAC-SDN', 'watchlist_entry:w-77'],
    ['a known shared block', 'café chain', 'known_shared:ip|203.0.113.0/24'],
    ['a website by a part of its address', 'kuznetsov.example', 'account:u-1005'],
  ])('by %s: %s', async (_what, text, expected) => {
    const { sure } = await found(text);
    expect(sure).toContain(expected);
    expect(sure.length).toBeLessThan(4);
  });

  it('every address of a block and none beside it, in their order', async () => {
    const refs = async (text: string) => (await answer(text)).items.map(({ node }) => node.id);
    expect(await refs('192.0.2.0/24')).toEqual(['192.0.2.1', '192.0.2.9', '192.0.2.200']);
    expect(await refs('192.0.2.128/25')).toEqual(['192.0.2.200']);
    expect(await refs('192.0.2.9/32')).toEqual(['192.0.2.9']);
    expect(await refs('192.0.0.0/16')).toHaveLength(5);
    expect(await refs('2001:db8::/32')).toEqual(['2001:db8::1', '2001:db8:0:1::1']);
    expect(await refs('2001:DB8::/64')).toEqual(['2001:db8::1']);
    expect(await refs('::/0')).toHaveLength(3);
  });

  it.each(['192.0.2.0/33', '192.0.2/24', '2001:db8::/129', '/24', '0.0.0.0/'])(
    'nothing by %s, which is no block',
    async (text) => {
      expect((await answer(text)).items).toEqual([]);
    },
  );
});

describe('search forgives', () => {
  it.each([
    ['one slip in a word of four letters', 'Tolivver', 'account:u-1007'],
    ['two slips in a word of eight', 'Silbersttar', 'account:u-1006'],
    ['a slip in an e-mail address', 'bob@rivar.example', 'account:u-1007'],
  ])('%s, and says so: %s', async (_what, text, expected) => {
    const { sure, similar } = await found(text);
    expect(sure).toEqual([]);
    expect(similar).toContain(expected);
  });

  it('no slip in short words, nor in numbers', async () => {
    expect(await found('Bov')).toEqual({ sure: [], similar: [] });
    expect(await found('u-1008')).toEqual({ sure: [], similar: [] });
    expect(await found('192.0.2.8')).toEqual({ sure: [], similar: [] });
  });

  it('after what holds the words themselves', async () => {
    const { items } = await answer('Mueller');
    const flags = items.map(({ similar }) => similar);
    expect(flags[0]).toBe(false);
    expect(flags).toEqual([...flags].sort());
  });
});

describe('search answers', () => {
  it('with what is called so before what only holds the words', async () => {
    const { sure } = await found('VOLASYS silver-star');
    expect(sure).toEqual(['watchlist_entry:w-77', 'person:p-star-silver-volasys']);
  });

  it.each([
    ['silver star', 'aliases', 'Silver Star'],
    ['river.example', 'email', 'junny+jobs@river.example'],
    ['5550100000', 'phone', '+1 (555) 010-0000'],
    ['p12345678', 'number', 'P 1234-5678'],
    ['mjk dev', 'handle', 'mjk_dev'],
    ['wang xiaoming', 'holder_name', '王小明'],
  ])('%s with the column and value', async (text, column, value) => {
    expect((await answer(text)).items.map(({ matched }) => matched)).toContainEqual({
      column,
      value,
    });
  });

  it('a long text with the part of it that holds the words', async () => {
    const [hit] = (await answer('milestone')).items;
    expect(hit!.matched.column).toBe('text');
    expect(hit!.matched.value).toContain('release the café milestone');
    expect(hit!.matched.value.length).toBeLessThan(200);
  });

  it('with nodes that hold all of the words, wherever each of them stands', async () => {
    expect((await found('tolliver 555.010.0099')).sure).toEqual(['account:u-1007']);
    expect((await found('tolliver kuznetsov')).sure).toEqual([]);
  });

  it('with one kind alone where one is asked for', async () => {
    const { items } = await answer('silver', 20, 'watchlist_entry');
    expect(items.map(({ node }) => node.type)).toEqual(['watchlist_entry']);
    expect((await answer('192.0.2.0/24', 20, 'account')).items).toEqual([]);
  });

  it('that there is more than it lists', async () => {
    expect(await answer('192.0.2.0/24', 2)).toMatchObject({ more: true });
    expect(await answer('192.0.2.0/24', 3)).toMatchObject({ more: false });
  });

  it('never with ground truth', async () => {
    for (const text of ['groundtruth-cluster', 'zzlabel', 'label:u-1001', 'operator'])
      expect((await answer(text)).items.filter(({ node }) => node.type === 'label')).toEqual([]);
  });

  it('alike once a database of an earlier version was brought up', async () => {
    const before = await Promise.all(
      ['Kim Minjun', '192.0.2.0/24', '김민준', 'volasys'].map(found),
    );
    await tested.database.write('MATCH (n) REMOVE n._search, n._order REMOVE n.search_keys');
    expect((await answer('Tolliver')).items).toEqual([]);
    await bringUpSearch(tested.database, silentProgress);
    const after = await Promise.all(['Kim Minjun', '192.0.2.0/24', '김민준', 'volasys'].map(found));
    expect(after).toEqual(before);
  });
});
