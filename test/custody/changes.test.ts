/** What is changed by the API and recorded nowhere else, and what is searched for. */
import { describe, expect, it, vi } from 'vitest';
import { shownEntries } from '../../server/trust/custody/shown.ts';
import { SearchLog } from '../../server/trust/custody/searches.ts';
import { ViewLog } from '../../server/trust/custody/views.ts';
import { actingAs } from '../../server/platform/access/actor.ts';
import type { Act } from '../../domain/custody-acts.ts';
import type { Entry } from '../../verifier/custody-entry.ts';
import { testDatabase } from '../database.ts';
import { ask, servedApp } from '../http/served.ts';
import { newHome } from './homes.ts';

const tested = testDatabase();
const app = servedApp(tested);
const json = { 'content-type': 'application/json' };

function asked(method: string, path: string, body?: object) {
  const sent = body ? { headers: json, body: JSON.stringify(body) } : {};
  return ask(app.port, `/api/v1${path}`, { method, ...sent });
}

async function entriesOf(act: Act, home = tested.settings.home): Promise<Entry[]> {
  const found: Entry[] = [];
  for await (const each of shownEntries(home, { act })) found.push(each);
  return found;
}

describe('a change by the API', { timeout: 120_000 }, () => {
  it('is recorded before it is done, with what was sent, and says when it failed', async () => {
    const given = { title: 'Jane Doe', description: '', tags: [], id: 'c'.repeat(24) };
    const made = await asked('POST', '/cases', given);
    // As it was understood.
    const sent = { ...given, members: null };
    expect(made.status, made.text).toBe(200);
    const { status } = await asked('DELETE', '/mappings/none');
    expect(status).toBe(404);
    const changes = await entriesOf('change');
    expect(changes).toMatchObject([
      {
        subject: { change: 'createCase' },
        after: { sent: JSON.stringify(sent), characters: JSON.stringify(sent).length },
      },
      { subject: { change: 'dropMapping', mapping: 'none' }, after: null },
      { subject: { entry: expect.any(Number) as number }, after: { failed: true } },
    ]);
  });

  it('that was sent wrongly leaves no entry, and one that another entry tells of leaves none of these', async () => {
    const before = (await entriesOf('change')).length;
    expect((await asked('POST', '/cases', { title: 7 })).status).toBe(400);
    await asked('POST', '/query/check', { text: 'RETURN 1' });
    expect(await entriesOf('change')).toHaveLength(before);
  });
});

describe('the audit log over HTTP', { timeout: 120_000 }, () => {
  it('lists, pages, tells one entry, checks, and records that it was looked through', async () => {
    const first = await asked('GET', '/audit/entries?limit=2');
    expect(first.status, first.text).toBe(200);
    const { items, next } = JSON.parse(first.text) as {
      items: { number: number }[];
      next: string;
    };
    expect(items).toHaveLength(2);
    const rest = await asked('GET', `/audit/entries?limit=2&cursor=${next}`);
    const [third] = (JSON.parse(rest.text) as typeof JSON.parse & { items: { number: number }[] })
      .items;
    expect(third?.number).toBe(items[1]!.number - 1);
    const one = await asked('GET', `/audit/entries/${third!.number}`);
    expect(JSON.parse(one.text)).toMatchObject(third!);
    expect((await asked('GET', '/audit/entries/999999')).status).toBe(404);
    expect((await asked('GET', '/audit/entries?cursor=x')).status).toBe(400);
    const check = await asked('GET', '/audit/check');
    expect(JSON.parse(check.text)).toMatchObject({ whole: true, faults: [], anchors: [] });
    await vi.waitFor(async () =>
      expect((await entriesOf('view')).map(({ subject }) => subject)).toEqual([
        { audit: 'entries', asked: null },
        { audit: 'entry', number: third!.number },
      ]),
    );
  });

  it('goes out as a file, which is recorded first', async () => {
    const file = await asked('POST', '/audit/file?format=csv', { act: 'change', text: 'jane' });
    expect(file.headers['content-disposition']).toContain('skein-audit.csv');
    expect(file.text.split('\r\n')).toHaveLength(3);
    expect(file.text).toContain('createCase');
    const lines = await asked('POST', '/audit/file?format=ndjson', {});
    const numbers = lines.text
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { number: number }).number);
    expect(numbers.at(-1)).toBe(1);
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    expect((await entriesOf('export')).map(({ subject, after }) => ({ subject, after }))).toEqual([
      {
        subject: { audit: 'entries', asked: '{"act":"change","text":"jane"}' },
        after: { form: 'audit-csv' },
      },
      { subject: { audit: 'entries', asked: null }, after: { form: 'audit-ndjson' } },
    ]);
  });

  it('cannot be read by a query', async () => {
    const text = 'MATCH (e:SkeinAuditEntry) RETURN e';
    const { text: said } = await asked('POST', '/query/check', { text });
    expect(said).toContain('not for queries to read');
  });
});

describe('a search', () => {
  /** What is recorded of what each types, one after another and without a rest. */
  async function recorded(...typed: [string, ...string[]][]): Promise<[string, unknown][]> {
    const home = await newHome();
    const log = new SearchLog(new ViewLog(home, () => undefined));
    for (const [who, ...texts] of typed)
      for (const text of texts) actingAs(who, () => log.searched(text));
    await log.settled();
    return (await entriesOf('view', home)).map(({ by, subject }) => [by, subject['search']]);
  }

  it('is recorded once it is typed to its end, in the name of whoever typed it', async () => {
    const found = await recorded(
      ['ana', 'j', 'ja', 'jan', 'jane', 'jane d'],
      ['ben', 'rivers'],
      ['ana', '192.0.2.7'],
    );
    expect(found).toHaveLength(3);
    expect(found).toEqual(
      expect.arrayContaining([
        ['ana', 'jane d'],
        ['ben', 'rivers'],
        ['ana', '192.0.2.7'],
      ]),
    );
  });

  const sequences: [string, string[], string[]][] = [
    [
      'deleted and typed otherwise',
      ['jo', 'john roe', 'jo', 'joan doe', 'jo'],
      ['john roe', 'joan doe', 'jo'],
    ],
    ['deleted by one letter', ['j', 'ja', 'jane', 'jan', 'jane d'], ['jane', 'jane d']],
    ['deleted letter by letter', ['john', 'joh', 'jo', 'j'], ['john', 'j']],
    ['deleted in part, and gone on with', ['john', 'jo', 'joan', 'joan d'], ['john', 'joan d']],
    ['deleted and typed again', ['john roe', 'john', 'john r', 'john roe'], ['john roe']],
    ['another each time', ['john roe', 'jane doe', 'acme'], ['john roe', 'jane doe', 'acme']],
    ['the end of one, pasted', ['roe', 'john roe'], ['roe', 'john roe']],
    ['deleted, and then another', ['john roe', 'john', 'mary'], ['john roe', 'mary']],
    ['the same again', ['john', 'john'], ['john']],
  ];
  it.each(sequences)('%s is recorded at its longest', async (_how, typed, told) => {
    const found = await recorded(['ana', ...typed]);
    expect(found.sort()).toEqual(told.map((text) => ['ana', text]).sort());
  });
});
