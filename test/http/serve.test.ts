import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { serve, type Serving } from '../../server/edge/http/serve.ts';
import { deferred } from '../deferred.ts';
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
