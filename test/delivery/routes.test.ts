import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { deliverySchema, type Delivery } from '../../domain/input/delivery.ts';
import { makeOwnFolders } from '../../server/platform/reach/allow-list.ts';
import { testDatabase } from '../database.ts';
import { ask, servedApp } from '../http/served.ts';
import { failedDeliveries, folderRecipient } from './failing.ts';

const tested = testDatabase();
const app = servedApp(tested);
let ids: string[];

beforeAll(async () => {
  await makeOwnFolders(tested.settings);
  ids = (await failedDeliveries(tested)).sort().reverse();
});

async function get(path: string) {
  const { status, text } = await ask(app.port, `/api/v1${path}`);
  return { status, body: JSON.parse(text) as { items: Delivery[]; next: string | null } };
}

async function post(path: string, body?: unknown, language = 'en') {
  const headers = { 'content-type': 'application/json', 'accept-language': language };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const { status, text } = await ask(app.port, `/api/v1${path}`, {
    method: 'POST',
    headers,
    ...sent,
  });
  return { status, body: JSON.parse(text) as Record<string, unknown> };
}

describe('deliveries', () => {
  it('are listed newest first, page by page, of a state and of a run', async () => {
    const { body } = await get('/deliveries?state=failed&run=R-20260105T070000-0001');
    expect(body.items.map(({ id }) => id)).toEqual(ids);
    expect(body.items.map((item) => deliverySchema.strict().safeParse(item).success)).toEqual(
      ids.map(() => true),
    );
    expect((await get('/deliveries?state=delivered')).body.items).toEqual([]);
    expect((await get('/deliveries?run=R-none')).body.items).toEqual([]);
    const first = (await get('/deliveries?limit=1')).body;
    const second = (await get(`/deliveries?limit=2&cursor=${first.next!}`)).body;
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.next).toBeNull();
    expect((await get('/deliveries?state=lost')).status).toBe(400);
  });

  it('are read one by one, and tried again when a person asks, once', async () => {
    const [id] = ids;
    expect((await get(`/deliveries/${id!}`)).body).toMatchObject({ id, state: 'failed' });
    expect((await get('/deliveries/D-none')).status).toBe(404);
    const { status, body } = await post(`/deliveries/${id!}/retry`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'waiting', retries: [{}] });
    expect((await post(`/deliveries/${id!}/retry`)).status).toBe(409);
    expect((await post('/deliveries/D-none/retry')).status).toBe(404);
  });
});

describe('a trial', () => {
  it('says whether a recipient is reached, in the language of whoever asks', async () => {
    const there = { recipient: folderRecipient(join(tested.settings.home, 'reports')) };
    expect(await post('/delivery-trials', there)).toEqual({ status: 200, body: { error: null } });
    const path = join(tested.settings.home, 'reports', 'not-there');
    const { body } = await post('/delivery-trials', { recipient: folderRecipient(path) }, 'fr');
    expect(body['error']).toContain(`Il n’y a pas de dossier ${path}`);
    expect((await get('/deliveries')).body.items).toHaveLength(ids.length);
  });

  it('is not made of what is no recipient', async () => {
    const { status, body } = await post('/delivery-trials', { recipient: folderRecipient('here') });
    expect(status).toBe(400);
    expect(body['errors']).toMatchObject([{ where: 'body.recipient.path' }]);
  });
});
