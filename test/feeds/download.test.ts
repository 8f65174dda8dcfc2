import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { mkdir, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFeed } from '../../server/operations/feeds/feed-store.ts';
import { feedFilePath } from '../../server/operations/feeds/feed-file.ts';
import { refreshFeed, type RefreshOptions } from '../../server/operations/feeds/refresh.ts';
import { UnavailableError, UsageError } from '../../server/platform/problems.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { ofacFiles } from './ofac-list.ts';

const tested = testDatabase();

/** A publisher of a list: what it answers is set by each test. */
let answer: (request: IncomingMessage, response: ServerResponse) => void;
const asked: { path: string; conditional: boolean }[] = [];
const server = createServer((request, response) => {
  const conditional = request.headers['if-none-match'] !== undefined;
  asked.push({ path: request.url ?? '', conditional });
  answer(request, response);
});
let host: string;

let files = ofacFiles([{ number: 1, name: 'NORTHERN LANTERN TRADING CO., LTD.' }]);
const modified = 'Wed, 14 Jul 2021 12:00:00 GMT';

/** As a server of files does: by name, with a mark by which it tells whether a file has changed. */
function publish(request: IncomingMessage, response: ServerResponse): void {
  const content = files[(request.url ?? '').split('/').at(-1)!];
  const etag = `"${content?.length ?? 0}"`;
  if (content === undefined) response.writeHead(404).end();
  else if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
  else response.writeHead(200, { etag, 'last-modified': modified }).end(content);
}

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const file = feedFilePath(tested.settings);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify({ allow: { hosts: [host] } }));
  await createFeed(tested.database, tested.settings, {
    ...{ id: 'web', name: 'Published', list: 'WEB', format: 'ofac', from: `http://${host}/list/` },
  });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  answer = publish;
  asked.length = 0;
});

const refresh = (options: RefreshOptions = {}) =>
  refreshFeed(tested.database, tested.settings, 'web', options, silentProgress);

describe('a feed from an address', () => {
  it('takes the date of the edition from when its files were last changed', async () => {
    const { screening } = await refresh();
    expect(screening).toMatchObject({ published_on: '2021-07-14', counts: { entries: 1 } });
    expect(asked.map(({ path }) => path)).toEqual([
      '/list/sdn.csv',
      '/list/alt.csv',
      '/list/add.csv',
    ]);
  });

  it('asks next time only for what has changed, and fetches only that', async () => {
    expect((await refresh()).outcome).toBe('unchanged');
    expect(asked.every(({ conditional }) => conditional)).toBe(true);
    files = {
      ...files,
      ...pick(
        ofacFiles([
          { number: 1, name: 'NORTHERN LANTERN TRADING CO., LTD.' },
          { number: 2, name: 'BRIGHT HARBOUR SOFTWARE LTD.' },
        ]),
        'sdn.csv',
      ),
    };
    const { outcome, screening } = await refresh();
    expect(outcome).toBe('screened');
    expect(screening.counts.entry_changes).toEqual({ added: 1, changed: 0, removed: 0 });
  });

  it.each([
    ['another host', 'http://localhost.example/list/sdn.csv', /which is another host/],
    ['another port', 'http://127.0.0.1:1/list/sdn.csv', /which is another host/],
    ['a file', 'file:///etc/passwd', /which is another host/],
    ['itself, on and on', '/list/sdn.csv', /it leads on and on/],
  ])('is not led to %s', async (_, location, said) => {
    answer = (_request, response) => response.writeHead(302, { location }).end();
    await expect(refresh()).rejects.toThrow(UnavailableError);
    await expect(refresh()).rejects.toThrow(said);
    expect(asked.every(({ path }) => path === '/list/sdn.csv')).toBe(true);
  });

  it('follows a redirect within the host', async () => {
    answer = (request, response) => {
      if (request.url?.startsWith('/list/')) {
        response.writeHead(301, { location: request.url.replace('/list/', '/moved/') }).end();
      } else publish(request, response);
    };
    expect((await refresh()).outcome).toBe('unchanged');
  });

  it('takes no more than it may, neither in size nor in time, and changes nothing then', async () => {
    answer = (_request, response) => response.writeHead(200).end('x'.repeat(2_000));
    await expect(refresh({ limits: { bytes: 1_000, seconds: 60 } })).rejects.toThrow(
      /it is larger than 1,000 bytes/,
    );
    answer = (_request, response) => void response.writeHead(200).write('x');
    await expect(refresh({ limits: { bytes: 1_000, seconds: 0.2 } })).rejects.toThrow(
      /it takes longer than 0.2 seconds/,
    );
    answer = (_request, response) => response.writeHead(500).end();
    await expect(refresh()).rejects.toThrow(/HTTP 500\. The list stays as it was/);
    answer = publish;
    expect((await refresh()).outcome).toBe('unchanged');
  });
});

describe('what the operator does not allow', () => {
  const draft = { id: 'other', name: 'Other', list: 'OTHER', format: 'ofac' } as const;

  it.each([
    ['http://169.254.169.254/latest', /^The operator does not allow feeds from 169\.254\.169\.254/],
    ['http://127.0.0.1:1/', /^The operator does not allow feeds from 127\.0\.0\.1:1/],
    ['/etc', /^The operator does not allow feeds from \/etc \(allowed: /],
    ['/no/such/folder', /^The operator does not allow feeds from \/no\/such\/folder/],
  ])('is no feed: %s', async (from, said) => {
    const making = createFeed(tested.database, tested.settings, { ...draft, from });
    await expect(making).rejects.toThrow(said);
    await expect(making).rejects.toThrow(UsageError);
  });

  it.each(['list', 'ftp://example.com/', 'http://u:p@example.com/'])(
    'is no address and no folder: %s',
    async (from) => {
      await expect(
        createFeed(tested.database, tested.settings, { ...draft, from }),
      ).rejects.toMatchObject({
        details: [{ where: 'body.from' }],
      });
    },
  );

  it('is no second feed of a list or under an id', async () => {
    const from = `http://${host}/`;
    await expect(
      createFeed(tested.database, tested.settings, { ...draft, list: 'WEB', from }),
    ).rejects.toThrow(/^The list WEB has a feed already \(web\)/);
    await expect(
      createFeed(tested.database, tested.settings, { ...draft, id: 'web', from }),
    ).rejects.toThrow(/^There is a feed web already/);
  });

  it.each([
    ['{', /is not JSON/],
    ['{"feeds": [{"id": "A B"}]}', /feeds\.0\.id: /],
    ['{"feds": []}', /feds/],
    ['{"allow": {"folders": ["here"]}}', /allow\.folders\.0: is no absolute folder/],
    [
      JSON.stringify({ feeds: [1, 2].map(() => ({ ...draft, from: '/lists' })) }),
      /feeds\.1\.id: stands twice: other\n {2}feeds\.1\.list: stands twice: OTHER/,
    ],
  ])('the operator’s file says it in a form that is read: %s', async (content, said) => {
    const file = `${tested.settings.home}/other-feeds.json`;
    await writeFile(file, content);
    const settings = { ...tested.settings, feeds: file };
    await expect(refreshFeed(tested.database, settings, 'web', {}, silentProgress)).rejects.toThrow(
      said,
    );
  });
});

function pick<T>(from: Record<string, T>, name: string): Record<string, T> {
  return { [name]: from[name]! };
}
