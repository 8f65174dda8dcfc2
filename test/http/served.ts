import { gzipSync } from 'node:zlib';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { RequestHandler } from 'express';
import pino from 'pino';
import { afterAll, beforeAll } from 'vitest';
import type { AdmissionBounds } from '../../server/edge/http/admission.ts';
import { createApp } from '../../server/edge/http/app.ts';
import { errorSerializers } from '../../server/edge/http/logged-error.ts';
import { serve, type Serving } from '../../server/edge/http/serve.ts';
import type { Database } from '../../server/graph/neo4j/database.ts';
import type { TestDatabase } from '../database.ts';
import { clickLimitMs } from '../patience.ts';

export interface ServedApp {
  /** `http://127.0.0.1:<port>` */
  url: string;
  port: number;
  /** What the log said so far, a line a record. */
  logged: string[];
}

export interface Answered {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** Serves the app with a small page over the test's database; to be called after `testDatabase`. */
export function servedApp(tested: TestDatabase, level = 'info'): ServedApp {
  const app = { logged: [] as string[] } as ServedApp;
  let serving: Serving;
  let page: string;

  beforeAll(async () => {
    page = await smallPage();
    serving = await serveOver(tested.database, tested, { page, level, logged: app.logged });
    app.url = serving.url;
    app.port = serving.port;
  });

  afterAll(async () => {
    await serving.close();
    await rm(page, { recursive: true });
  });

  return app;
}

/** Serves over any database, at a port that the system chooses. */
export function serveOver(
  database: Database,
  { settings }: Pick<TestDatabase, 'settings'>,
  {
    page,
    level = 'info',
    logged = [],
    bounds,
    follow,
    clickMs = clickLimitMs,
  }: {
    page: string;
    level?: string;
    logged?: string[];
    bounds?: AdmissionBounds;
    follow?: RequestHandler;
    clickMs?: number;
  },
): Promise<Serving> {
  const lines = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logged.push(chunk.toString());
      done();
    },
  });
  const log = pino({ level, base: null, serializers: errorSerializers(level) }, lines);
  const app = createApp({
    ...{ database, settings, page, log, clickLimitMs: clickMs },
    ...(bounds ? { bounds } : {}),
    ...(follow ? { follow } : {}),
  });
  return serve(app, settings.host, 0);
}

export async function smallPage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'skein-page-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'assets', 'index-abc123.js'), 'export {};\n');
  await writeFile(join(folder, 'assets', 'index-abc123.js.gz'), gzipSync('export {};\n'));
  await writeFile(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>\n');
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><meta name="nonce" content="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>\n',
  );
  return folder;
}

/** Asks byte for byte: `fetch` would tidy the path up and refuse to set the host. */
export function ask(
  port: number,
  path: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    // On a connection of its own: one that is kept may be closed just when it is used again.
    const to = { host: '127.0.0.1', port, path, method, headers, agent: false };
    const asked = request(to, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
