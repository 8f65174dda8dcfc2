import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Database } from '../../server/graph/neo4j/database.ts';
import { doorTo } from './door.ts';
import { testDatabase } from '../database.ts';
import { ask, servedApp, serveOver } from './served.ts';

const tested = testDatabase();
const app = servedApp(tested);

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

function directives(policy: unknown): Map<string, string> {
  return new Map(
    String(policy)
      .split(';')
      .map((directive) => directive.trim().split(/ (.*)/s))
      .map(([name = '', value = '']) => [name, value]),
  );
}

describe('headers', () => {
  it.each(['/', '/healthz', '/metrics', '/api/v1/overview', '/api/v1/none'])(
    'of %s allow nothing from elsewhere',
    async (path) => {
      const { headers } = await ask(app.port, path);
      const policy = directives(headers['content-security-policy']);
      const style = policy.get('style-src');
      expect(style).toMatch(/^'self' 'nonce-[\w-]{20,}'$/);
      expect(Object.fromEntries(policy)).toEqual({
        'default-src': "'none'",
        'script-src': "'self'",
        'style-src': style,
        'img-src': "'self' data: blob:",
        'font-src': "'self'",
        'connect-src': "'self'",
        'worker-src': "'self' blob:",
        'manifest-src': "'self'",
        'frame-src': "'self'",
        'frame-ancestors': "'none'",
        'base-uri': "'none'",
        'form-action': "'self'",
      });
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('strict-transport-security');
    },
  );

  it('keep a connection for longer than proxies do', async () => {
    const { headers } = await ask(app.port, '/healthz', { headers: { connection: 'keep-alive' } });
    expect(headers['keep-alive']).toBe('timeout=75');
  });

  it('let no other origin read', async () => {
    const { headers } = await ask(app.port, '/api/v1/overview', {
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('the host', () => {
  it.each(['localhost', 'LOCALHOST:1', '127.0.0.1:99', '127.1.2.3', '[::1]:4680'])(
    'may be %s',
    async (host) => {
      expect((await ask(app.port, '/healthz', { headers: { host } })).status).toBe(200);
    },
  );

  it.each([
    'rebound.example',
    'rebound.example:4680',
    '127.0.0.1.rebound.example',
    'localhost.rebound.example',
    '192.168.1.2',
    '[::2]',
  ])('may not be %j while bound to loopback', async (host) => {
    for (const path of ['/', '/api/v1/overview', '/readyz', '/metrics']) {
      const answered = await ask(app.port, path, { headers: { host } });
      expect(answered.status).toBe(421);
      expect(JSON.parse(answered.text)).toMatchObject({ type: 'wrong-host' });
    }
  });
});

describe('the page', () => {
  it('bears the nonce of its answer, another each time', async () => {
    const nonces = new Set<string>();
    for (const path of ['/', '/index.html', '/clusters/C-1', '/nodes/account:a.b']) {
      const { status, headers, text } = await ask(app.port, path, { headers: browser });
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['cache-control']).toBe('no-store');
      const nonce = /'nonce-([\w-]+)'/.exec(String(headers['content-security-policy']))![1]!;
      expect(text).toContain(`<style nonce="${nonce}">`);
      expect(text).not.toContain('__CSP_NONCE__');
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(4);
  });

  it('has files that a browser keeps where their names bear a hash, and asks for again elsewhere', async () => {
    const script = await ask(app.port, '/assets/index-abc123.js');
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(script.headers['content-type']).toContain('javascript');
    const icon = await ask(app.port, '/favicon.svg');
    expect(icon.headers['cache-control']).toBe('no-cache');
  });

  it('has files that come compressed to those who take that', async () => {
    const plain = await ask(app.port, '/assets/index-abc123.js');
    expect(plain.headers['content-encoding']).toBeUndefined();
    const script = await ask(app.port, '/assets/index-abc123.js', {
      headers: { 'accept-encoding': 'gzip, deflate, br' },
    });
    expect(script.headers).toMatchObject({
      'content-encoding': 'gzip',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: expect.stringContaining('Accept-Encoding') as string,
    });
    expect(script.headers['content-type']).toContain('javascript');
  });

  it('does not stand in for a missing file', async () => {
    const answered = await ask(app.port, '/assets/gone.js', { headers: browser });
    expect(answered.status).toBe(404);
    expect(answered.text).not.toContain('<!doctype html>');
  });

  it('says what to do when it is not built', async () => {
    const page = await mkdtemp(join(tmpdir(), 'skein-no-page-'));
    const serving = await serveOver(tested.database, tested, { page });
    try {
      const answered = await ask(serving.port, '/', { headers: browser });
      expect(answered.status).toBe(503);
      expect(answered.text).toContain('npm run build');
    } finally {
      await serving.close();
      await rm(page, { recursive: true });
    }
  });
});

describe('what machines watch', () => {
  it('is alive and ready', async () => {
    expect((await ask(app.port, '/healthz')).status).toBe(200);
    expect((await ask(app.port, '/readyz')).status).toBe(200);
  });

  it('counts requests by pattern, never by id', async () => {
    await ask(app.port, '/api/v1/nodes/account:secret-id');
    const { text, headers } = await ask(app.port, '/metrics');
    expect(headers['content-type']).toContain('text/plain');
    expect(text).toMatch(
      /skein_http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/nodes\/\{ref\}",status="404"\} [1-9]/,
    );
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).not.toContain('secret-id');
  });
});

describe('the log', () => {
  it('holds neither query nor id at info level', async () => {
    await ask(app.port, '/api/v1/search?q=person@private.example');
    await ask(app.port, '/api/v1/nodes/account:private-id');
    const line = app.logged.findLast((each) => each.includes('/api/v1/nodes/{ref}'));
    expect(JSON.parse(line!)).toMatchObject({ method: 'GET', status: 404, msg: 'request' });
    expect(app.logged.join('')).not.toMatch(/private/);
  });
});

describe('without a database', () => {
  it('everything that needs one says so soon, and the rest goes on', async () => {
    const away = new Database({
      uri: 'bolt://127.0.0.1:1',
      user: 'u',
      password: 'p',
      database: null,
    });
    const logged: string[] = [];
    const serving = await serveOver(away, tested, { page: tmpdir(), logged });
    try {
      const answers = await Promise.all(
        ['/readyz', '/api/v1/overview', '/api/v1/search?q=x', '/api/v1/export?cluster=C-1'].map(
          (path) => ask(serving.port, path),
        ),
      );
      for (const { status, text, headers } of answers) {
        expect(status).toBe(503);
        expect(headers['content-type']).toContain('application/problem+json');
        expect(JSON.parse(text)).toMatchObject({ type: 'unavailable' });
        expect(text).not.toContain('127.0.0.1:1');
      }
      expect(logged.some((line) => line.includes('ECONNREFUSED'))).toBe(true);
      expect((await ask(serving.port, '/healthz')).status).toBe(200);
      expect((await ask(serving.port, '/api/v1/detectors')).status).toBe(200);
    } finally {
      await serving.close();
      await away.close();
    }
  });

  it('comes back when the database does', async () => {
    const { neo4j } = tested.settings;
    const door = await doorTo(neo4j!.uri);
    const database = new Database({ ...neo4j!, uri: door.uri });
    const serving = await serveOver(database, tested, { page: tmpdir() });
    const statuses = async () => [
      (await ask(serving.port, '/readyz')).status,
      (await ask(serving.port, '/api/v1/overview')).status,
      (await ask(serving.port, '/api/v1/search?q=x')).status,
    ];
    try {
      expect(await statuses()).toEqual([200, 200, 200]);
      await door.shut();
      expect(await statuses()).toEqual([503, 503, 503]);
      await door.open();
      expect(await statuses()).toEqual([200, 200, 200]);
    } finally {
      await serving.close();
      await database.close();
      await door.shut();
    }
  });
});
