import { once } from 'node:events';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { connect, type SecureVersion } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { serve, type Serving } from '../../server/edge/http/serve.ts';
import { deferred } from '../deferred.ts';
import { certificate } from '../delivery/letterbox.ts';
import { UnavailableError } from '../../server/platform/problems.ts';
import { usualPort } from '../../server/platform/settings/settings.ts';

const opened: { close(): unknown }[] = [];

afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

async function served(port: number | null): Promise<Serving> {
  const serving = await serve(
    { handle: (_request, response) => response.end('here') },
    '127.0.0.1',
    port,
  );
  opened.push(serving);
  return serving;
}

/** Holds a port, or finds it held already, which serves the test as well. */
async function hold(port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.once('error', () => resolve());
    server.listen(port, '127.0.0.1', () => resolve());
  });
  if (server.listening) opened.push(server);
  return server;
}

describe('serve', () => {
  it('takes the next free port when none is configured', async () => {
    await hold(usualPort);
    const serving = await served(null);
    expect(serving.port).toBeGreaterThan(usualPort);
    expect(serving.url).toBe(`http://127.0.0.1:${serving.port}`);
    expect(await (await fetch(serving.url)).text()).toBe('here');
  });

  it('says in one line that a configured port is in use', async () => {
    const { port } = (await hold(0)).address() as AddressInfo;
    const error = await served(port).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnavailableError);
    expect((error as Error).message).toContain(`Port ${port} on 127.0.0.1 is in use`);
    expect((error as Error).message).not.toContain('\n');
  });

  it('says that this machine has no such address', async () => {
    await expect(serve({ handle: () => undefined }, '192.0.2.1', 0)).rejects.toThrow(
      /no address 192\.0\.2\.1/,
    );
  });

  it('lets a running request end when it closes', async () => {
    const { promise: asked, resolve: arrived } = deferred<ServerResponse>();
    const serving = await serve(
      { handle: (_request, response) => arrived(response) },
      '127.0.0.1',
      0,
    );
    const answer = fetch(serving.url);
    const response = await asked;
    const closed = serving.close();
    response.end('done');
    expect(await (await answer).text()).toBe('done');
    await closed;
    await expect(fetch(serving.url)).rejects.toThrow();
  });
});

describe('serve, encrypted', () => {
  const here = {
    handle: (_request: unknown, response: ServerResponse) => void response.end('here'),
  };

  async function ownCertificate() {
    const made = await certificate();
    opened.push({ close: made.remove });
    return { ...made, files: { cert: made.file, key: made.keyFile } };
  }

  /** The certificate that it shows, in PEM, to whoever connects now. */
  function shown(port: number): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
        const { raw } = socket.getPeerCertificate();
        socket.destroy();
        resolve(raw.toString('base64'));
      });
      socket.on('error', reject);
    });
  }

  const bytesOf = (pem: string) => pem.replaceAll(/-----[^-]+-----|\s/g, '');

  it('is reached by those who trust its certificate, and shows one that was renewed without a start', async () => {
    const [own, next] = [await ownCertificate(), await ownCertificate()];
    const failed: unknown[] = [];
    const tls = { ...own.files, failed: (error: unknown) => failed.push(error), lookMs: 20 };
    const serving = await serve(here, '127.0.0.1', 0, tls);
    opened.unshift(serving);
    expect(serving.url).toBe(`https://127.0.0.1:${serving.port}`);
    const answered = await new Promise<number | undefined>((resolve, reject) => {
      request(serving.url, { ca: own.cert, agent: false }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(answered).toBe(200);
    expect(await shown(serving.port)).toBe(bytesOf(own.cert));
    // Half written, it is not used.
    await writeFile(own.files.cert, 'no certificate');
    await expect.poll(() => failed.length).toBeGreaterThan(0);
    expect(await shown(serving.port)).toBe(bytesOf(own.cert));
    await copyFile(next.files.key, own.files.key);
    await copyFile(next.files.cert, own.files.cert);
    await expect.poll(() => shown(serving.port)).toBe(bytesOf(next.cert));
  });

  /** Which version of TLS whoever speaks that one alone is served by; null: they are not. */
  function spoken(port: number, version: SecureVersion): Promise<string | null> {
    // As an old program would: today's OpenSSL speaks the older versions where it is told to alone.
    const old = { minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' };
    return new Promise((resolve) => {
      const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false, ...old }, () => {
        resolve(socket.getProtocol());
        socket.destroy();
      });
      socket.on('error', () => resolve(null));
    });
  }

  it('speaks TLS 1.2 and 1.3, and nothing older to whoever could', async () => {
    const own = await ownCertificate();
    const lax = createSecureServer({
      ...{ cert: own.cert, key: await readFile(own.keyFile), minVersion: 'TLSv1' as const },
      ciphers: 'DEFAULT@SECLEVEL=0',
    }).listen(0, '127.0.0.1');
    await once(lax, 'listening');
    opened.unshift({ close: () => lax.close() });
    const laxPort = (lax.address() as AddressInfo).port;
    const serving = await serve(here, '127.0.0.1', 0, { ...own.files, failed: () => undefined });
    opened.unshift(serving);
    for (const version of ['TLSv1', 'TLSv1.1'] as const) {
      expect(await spoken(laxPort, version)).toBe(version);
      expect(await spoken(serving.port, version)).toBeNull();
    }
    for (const version of ['TLSv1.2', 'TLSv1.3'] as const)
      expect(await spoken(serving.port, version)).toBe(version);
  });

  it('answers nothing in the clear, and leads nobody from there', async () => {
    const own = await ownCertificate();
    const serving = await serve(here, '127.0.0.1', 0, { ...own.files, failed: () => undefined });
    opened.unshift(serving);
    await expect(fetch(`http://127.0.0.1:${serving.port}`)).rejects.toThrow();
  });

  it('says which file cannot be used', async () => {
    const [own, other] = [await ownCertificate(), await ownCertificate()];
    const failed = () => undefined;
    const missing = { ...own.files, cert: `${own.files.cert}.none`, failed };
    await expect(serve(here, '127.0.0.1', 0, missing)).rejects.toThrow(/cert\.pem\.none.*ENOENT/);
    const foreign = { cert: own.files.cert, key: other.files.key, failed };
    await expect(serve(here, '127.0.0.1', 0, foreign)).rejects.toThrow(/belongs to it/);
  });
});
