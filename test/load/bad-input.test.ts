import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { tried } from '../hostile/tally.ts';
import { testDatabase } from '../database.ts';
import { loadFiles, nodeOf, rejectsOf } from './loading.ts';

const tested = testDatabase();
beforeEach(() => tested.empty());

const accounts = (content: string | Buffer) => loadFiles(tested, { 'accounts.csv': content });
const header = 'account_id,handle,country,created_at\n';

async function counts(): Promise<number> {
  const [found] = await tested.database.read<{ count: number }>(
    'MATCH (n) WHERE NOT n:Skein RETURN count(n) AS count',
  );
  return found!.count;
}

describe('a file that cannot be read at all is refused before anything changes', () => {
  it.each<[string, string | Buffer, RegExp]>([
    ['semicolons', 'account_id;handle\na1;ann\n', /accounts\.csv: the columns are separated by ;/],
    ['tabs', 'account_id\thandle\na1\tann\n', /separated by tab/],
    [
      'no header',
      'a1,ann,KR,\na2,bob,KR,\n',
      /names none of the columns \(a1, ann, KR, \).*header/,
    ],
    ['a column twice', 'account_id,handle,handle\na1,a,b\n', /has the column handle twice/],
    ['UTF-16', Buffer.from(`\ufeff${header}`, 'utf16le'), /is UTF-16/],
    ['UTF-16 without a mark', Buffer.from(header, 'utf16le'), /is UTF-16/],
    ['a Latin-1 header', Buffer.from('account_id,pa\xeds\n', 'latin1'), /header is not UTF-8/],
    ['old Mac line ends', 'account_id\ra1\ra2\r', /carriage return alone/],
    [
      'a quote left open in the header',
      '"account_id,handle\na1,ann\n',
      /header cannot be read.*quote/,
    ],
  ])('%s', async (_, content, message) => {
    tried('table', content);
    await expect(accounts(content)).rejects.toThrow(message);
    expect(await counts()).toBe(0);
  });

  it('gzip data that ends early, although the files before it are whole', async () => {
    const packed = gzipSync(`${header}a1,ann,KR,\n`.repeat(100));
    const files = {
      'accounts.csv': `${header}a1,ann,KR,\n`,
      'ips.csv.gz': packed.subarray(0, packed.length - 12),
    };
    await expect(loadFiles(tested, files)).rejects.toThrow(/ips\.csv\.gz: is not whole gzip data/);
    expect(await counts()).toBe(0);
  });

  it('all of them are named at once', async () => {
    const files = { 'accounts.csv': 'a;b\n', 'ips.csv': 'ip\tkind\n' };
    await expect(loadFiles(tested, files)).rejects.toThrow(/accounts\.csv: [^]*ips\.csv: /);
  });
});

describe('a bad row is rejected with its reason, and the rest is loaded', () => {
  const rejected = async (content: string | Buffer) => {
    const { files } = await accounts(content);
    expect(files[0]!.read).toBe(files[0]!.added + files[0]!.rejected);
    return { added: files[0]!.added, rejects: await rejectsOf(files[0]) };
  };

  it('Latin-1', async () => {
    const content = Buffer.from(`${header}a1,Jos\xe9,KR,\na2,bob,KR,\n`, 'latin1');
    const { added, rejects } = await rejected(content);
    expect(added).toBe(1);
    expect(rejects[0]).toMatch(/^2,handle,.*is not UTF-8 \(Latin-1/);
  });

  it('NUL bytes', async () => {
    const { added, rejects } = await rejected(`${header}a1,a\0b,KR,\na2,bob,KR,\n`);
    expect(added).toBe(1);
    expect(rejects).toEqual(['2,handle,a\0b,holds a NUL byte']);
  });

  it('a cell of 10 MB', async () => {
    const { added, rejects } = await rejected(
      `${header}a1,${'x'.repeat(10_000_000)},KR,\na2,bob,KR,\n`,
    );
    expect(added).toBe(1);
    expect(rejects[0]).toMatch(
      /^2,handle,x{200}…,"is 10,000,000 characters long; at most 8,000 are kept"$/,
    );
  });

  it('quotes left open', async () => {
    const { added, rejects } = await rejected(`${header}a1,"ann,KR,\na2,bob,KR,\na3,"c""d",US,\n`);
    expect(added).toBe(2);
    expect(rejects[0]).toMatch(/^2,,"a1,""ann,KR,",a quote is opened and not closed/);
  });

  it('a quote that happens to be closed lines later, naming the lines', async () => {
    const { added, rejects } = await rejected(`${header}a1,"ann,KR,\na2,bob",KR\na3,cid,US,\n`);
    expect(added).toBe(1);
    expect(rejects).toHaveLength(1);
    expect(rejects.join()).toMatch(/has 3 cells .* it runs to line 3: is a quote left open\?/);
  });

  it('more or fewer cells than the header', async () => {
    const { rejects } = await rejected(`${header}a1,ann,KR\na2,bob,KR,,\n`);
    expect(rejects).toEqual([
      '2,,"a1,ann,KR",has 3 cells where the header has 4',
      '3,,"a2,bob,KR,,",has 5 cells where the header has 4',
    ]);
  });

  it('times without a zone, times and countries that do not exist', async () => {
    const { rejects } = await rejected(
      `${header}a1,ann,KR,2024-05-31T14:00:00\na2,b,KR,2024-02-30T00:00:00Z\na3,c,ZZ,yesterday\n`,
    );
    expect(rejects[0]).toMatch(/^2,created_at,2024-05-31T14:00:00,has no time zone/);
    expect(rejects[1]).toMatch(/^3,created_at,.*is not a time that exists/);
    expect(rejects[2]).toMatch(/^4,country,ZZ,.*also created_at is not a time/);
  });

  it('a required column that the header lacks', async () => {
    const { files } = await loadFiles(tested, { 'companies.csv': 'company_id,country\nc1,KR\n' });
    expect(await rejectsOf(files[0])).toEqual(['2,name,,"is required, and empty"']);
  });

  it('a key too long for an index', async () => {
    const field = '가'.repeat(3_000);
    const { files } = await loadFiles(tested, {
      'account_changes.csv': `account_id,field,changed_at\na1,${field},2024-01-01T00:00:00Z\n`,
      'accounts.csv': `account_id,email\na1,${'가'.repeat(3_000)}\n`,
    });
    expect(files.map(({ rejected: count }) => count)).toEqual([1, 1]);
  });

  it('formulas in the rejects file are only text', async () => {
    const { rejects } = await rejected(`${header}a1,ann,=1+1,\n`);
    expect(rejects[0]).toMatch(/^2,country,'=1\+1,/);
  });
});

describe('what looks dangerous and is only data', () => {
  it('__proto__ and constructor, as columns and as values', async () => {
    const { files, unknown_columns } = await accounts(
      'account_id,__proto__,constructor,handle\n__proto__,x,y,constructor\n',
    );
    expect(files[0]).toMatchObject({ read: 1, added: 1 });
    const found = await nodeOf(tested, 'Account', '__proto__');
    expect(Object.entries(found!)).toEqual(
      expect.arrayContaining([
        ['extra.__proto__', 'x'],
        ['extra.constructor', 'y'],
        ['handle', 'constructor'],
      ]),
    );
    expect(unknown_columns.map(({ column }) => column)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('__proto__ in NDJSON', async () => {
    const { files } = await loadFiles(tested, {
      'accounts.ndjson': '{"account_id":"a1","__proto__":{"handle":"evil"}}\n',
    });
    expect(files[0]).toMatchObject({ read: 1, added: 1 });
    const found = await nodeOf(tested, 'Account', 'a1');
    expect(found).not.toHaveProperty('handle');
    expect(Object.entries(found!)).toContainEqual(['extra.__proto__', '{"handle":"evil"}']);
  });

  it('Cypher in values and in names of columns', async () => {
    const evil = "x'}) DETACH DELETE n //";
    await accounts(`account_id,handle,"a\` = 1 DETACH DELETE n //"\n${evil},$id,1\n`);
    expect(await nodeOf(tested, 'Account', evil)).toMatchObject({
      handle: '$id',
      'extra.a` = 1 DETACH DELETE n //': '1',
    });
  });
});

describe('what is odd and no fault', () => {
  it('a BOM, mixed CRLF and LF, no line end at the end, blank lines, a nameless column', async () => {
    const { files, unknown_columns } = await accounts(
      '\ufeff"account_id",handle,\r\na1,ann,\n\n\r\na2,bob,x\r\na3,cid,',
    );
    expect(files[0]).toMatchObject({ read: 3, added: 3, rejected: 0 });
    expect(unknown_columns.map(({ column }) => column)).toEqual(['column 3']);
    const found = await nodeOf(tested, 'Account', 'a2');
    expect(found).toMatchObject({ handle: 'bob', 'extra.column 3': 'x' });
    expect((found!['_sources'] as string[])[0]).toMatch(/:5$/);
  });

  it('an empty file beside others is noted', async () => {
    const { files, notes } = await loadFiles(tested, {
      'accounts.csv': `${header}a1,ann,KR,\n`,
      'ips.csv': '',
      'devices.csv': 'device_id\n',
    });
    expect(files.map(({ read }) => read)).toEqual([1, 0, 0]);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(/ips\.csv is empty/);
  });

  it('a full time where a day is asked for: the day is kept as it is written', async () => {
    await accounts(
      'account_id,birth_date\na1,1990-05-31T22:00:00-05:00\na2,1990-05-31 00:00:00\na3,1990-05-31\n',
    );
    for (const id of ['a1', 'a2', 'a3'])
      expect(await nodeOf(tested, 'Account', id)).toMatchObject({ birth_date: '1990-05-31' });
    const { files } = await accounts('account_id,birth_date\na4,1990-05-31T22:00 or so\n');
    expect(files[0]).toMatchObject({ rejected: 1 });
  });

  it('a cell of blanks is empty', async () => {
    await accounts(`${header}a1,  , KR ,\n`);
    expect(await nodeOf(tested, 'Account', 'a1')).toMatchObject({ country: 'KR' });
    expect(await nodeOf(tested, 'Account', 'a1')).not.toHaveProperty('handle');
  });
});
