/** What is asked within another request waits where it would wait by itself: what is dear takes no turn of clicks. */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes, type RouteName } from '../../domain/api/api.ts';
import type { Route } from '../../domain/api/route.ts';
import type { AdmissionBounds } from '../../server/edge/http/admission.ts';
import type { Serving } from '../../server/edge/http/serve.ts';
import { testDatabase } from '../database.ts';
import { ask, serveOver, smallPage } from './served.ts';

const tested = testDatabase();
/** Nobody is let in, and nobody may wait: whoever comes is told so. */
const shut = { atOnce: 0, waiting: 0 };
const open = { atOnce: 4, waiting: 20 };
const servers = new Map<string, Serving>();
let page: string;

beforeAll(async () => {
  page = await smallPage();
  const bounds: Record<string, AdmissionBounds> = {
    'nothing dear': { usual: open, dear: shut },
    'no clicks': { usual: shut, dear: open },
  };
  for (const [name, each] of Object.entries(bounds))
    servers.set(name, await serveOver(tested.database, tested, { page, bounds: each }));
});

afterAll(async () => {
  for (const server of servers.values()) await server.close();
  await rm(page, { recursive: true });
});

async function asked(where: string, of: string, body?: object): Promise<unknown> {
  const path = body ? '/api/v1/asked' : `/api/v1/asked?of=${encodeURIComponent(of)}`;
  const sent = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ of, body }),
  };
  const { status, text } = await ask(servers.get(where)!.port, path, sent);
  return status === 503 ? (JSON.parse(text) as { type: string }).type : status;
}

const dear = (Object.keys(routes) as RouteName[]).filter((name) => {
  const { method, turn, answer }: Route = routes[name];
  return turn === 'dear' && method === 'get' && answer !== null;
});
const addresses = dear.map((name) => routes[name].path.replaceAll(/\{\w+\}/g, 'none'));

describe('what is asked of an address', () => {
  it('that is dear takes a turn of what is dear', async () => {
    expect(addresses).toContain('/runs/none/diff');
    for (const of of addresses) {
      const alone = await ask(servers.get('nothing dear')!.port, `/api/v1${of}`);
      // What lacks something that it must be asked with is refused before it waits, by itself as well.
      expect(await asked('nothing dear', of), of).toBe(
        alone.status === 503 ? 'busy' : alone.status,
      );
    }
    expect(await asked('nothing dear', '/runs/none/diff')).toBe('busy');
    const narrative = { subject: { kind: 'account', id: 'a1' } };
    expect(await asked('nothing dear', '/narrative', narrative)).not.toBe(200);
  });

  it('that is dear takes no turn of clicks, and that is a click takes one', async () => {
    expect(await asked('no clicks', '/runs/none/diff')).toBe(404);
    expect(await asked('no clicks', '/runs')).toBe('busy');
    expect(await asked('nothing dear', '/runs')).toBe(200);
  });
});
