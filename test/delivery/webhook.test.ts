import { createHmac } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { WebhookRecipient } from '../../domain/input/delivery.ts';
import { retryDelivery } from '../../server/operations/delivery/delivery-store.ts';
import { ConflictError } from '../../server/platform/problems.ts';
import { readSettings } from '../../server/platform/settings/settings.ts';
import { allow } from '../allow.ts';
import { testDatabase } from '../database.ts';
import { accepts, receiver, type Received, type Receiver } from './receiver.ts';
import { reportOf, sender, summary } from './sending.ts';

const tested = testDatabase();
const sending = sender(tested);
const webhookSecret = 'a secret of enough letters';
const settings = { webhookSecret: { value: webhookSecret } };
let hook: Receiver;
let reports = 0;

beforeAll(async () => {
  hook = await receiver();
  await allow(tested, { reports: { hosts: [new URL(hook.url).host] } });
});

beforeEach(async () => {
  await tested.empty();
  hook.requests = [];
  hook.answer = accepts;
});

afterAll(() => hook.close());

async function enqueued(pdfBytes?: number) {
  const recipient: WebhookRecipient = {
    ...{ kind: 'webhook', url: hook.url, formats: ['pdf', 'json'], language: 'en' },
  };
  const report = reportOf(`report-${String(reports++)}`, undefined, pdfBytes);
  return (await sending.enqueue(report, recipient))[0]!.id;
}

/** Answers with each of these in turn, and with the last from then on. */
function answers(...each: ((response: ServerResponse) => void)[]): void {
  hook.answer = (response) => (each.length > 1 ? each.shift()! : each[0]!)(response);
}

const says =
  (status: number, headers = {}) =>
  (response: ServerResponse) =>
    response.writeHead(status, headers).end('why not');

/** As docs/DELIVERY.md tells a receiver to check it. */
function isGenuine({ headers, body }: Received, secret = webhookSecret): boolean {
  const signed = `${String(headers['skein-timestamp'])}.${body}`;
  const expected = createHmac('sha256', secret).update(signed).digest('hex');
  return headers['skein-signature'] === `v1=${expected}`;
}

const inSeconds = (seconds: number) =>
  new Date(sending.now.getTime() + seconds * 1_000).toISOString();

describe('a webhook', () => {
  it('is posted signed, with all that was asked for', async () => {
    const id = await enqueued();
    await sending.deliver(settings);
    expect(await sending.state(id)).toMatchObject({ state: 'delivered', attempts: [{}] });
    const [request, ...others] = hook.requests;
    expect(others).toEqual([]);
    expect(isGenuine(request!)).toBe(true);
    expect(isGenuine(request!, 'another secret of theirs')).toBe(false);
    expect(isGenuine({ ...request!, body: `${request!.body} ` })).toBe(false);
    expect(request!.headers).toMatchObject({
      'skein-delivery': id,
      'skein-timestamp': '2026-01-05T07:00:00.000Z',
      'content-type': 'application/json',
    });
    expect(JSON.parse(request!.body)).toEqual({
      delivery: id,
      report: 'report-0',
      run: 'R-20260105T070000-0001',
      language: 'en',
      subject: 'Rapport en: 세 무리 — ثلاث مجموعات',
      summary,
      link: 'http://127.0.0.1:4680/#/runs/R-1',
      files: [
        {
          ...{ name: 'report.pdf', format: 'pdf', media_type: 'application/pdf', bytes: 2_000 },
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
          base64: Buffer.alloc(2_000, 'pdf of every byte ').toString('base64'),
        },
      ],
    });
  });

  it('is signed with what the file of the secret says by then, without a start', async () => {
    const file = join(tested.settings.home, 'webhook-secret');
    const secrets = ['the first of the secrets', 'the second of the secrets'] as const;
    const { delivery } = readSettings({ SKEIN_WEBHOOK_SECRET_FILE: file });
    for (const secret of secrets) {
      await writeFile(file, `${secret}\n`);
      await enqueued();
      await sending.deliver(delivery);
    }
    const genuine = hook.requests.map((request) => secrets.map((one) => isGenuine(request, one)));
    expect(genuine).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('names a file that is too large without its bytes', async () => {
    await enqueued(9_000_000);
    await sending.deliver(settings);
    const { files } = JSON.parse(hook.requests[0]!.body) as { files: unknown[] };
    expect(files).toMatchObject([{ name: 'report.pdf', bytes: 9_000_000, base64: null }]);
  });

  it('is called again after 500, with the same id and body', async () => {
    const id = await enqueued();
    answers(says(500), says(200));
    await sending.deliver(settings);
    expect(await sending.state(id)).toMatchObject({
      state: 'failed',
      next_at: inSeconds(60),
      attempts: [{ error: expect.stringContaining('answered 500') as string, refused: false }],
    });
    expect(sending.lastLogged(id)).toContain('delivery failed');
    // The key in the address is the receiver's own.
    expect(sending.logged.join('')).not.toContain('of-the-receiver');
    await sending.deliver(settings);
    expect(hook.requests).toHaveLength(1);
    expect(await sending.deliverLater(id, settings)).toMatchObject({ state: 'delivered' });
    await sending.deliver(settings);
    const [first, second, ...more] = hook.requests;
    expect(more).toEqual([]);
    expect(second!.body).toBe(first!.body);
    expect(second!.headers['skein-timestamp']).not.toBe(first!.headers['skein-timestamp']);
    expect(isGenuine(second!)).toBe(true);
  });

  it.each([
    [429, '900', 900],
    [503, '900', 900],
    [503, '5', 60],
    [503, 'never', 60],
    [503, '999999999', 24 * 3_600],
  ])('that answers %i waits when told to (Retry-After %s)', async (status, after, seconds) => {
    const id = await enqueued();
    answers(says(status, { 'retry-after': after }));
    await sending.deliver(settings);
    expect(await sending.state(id)).toMatchObject({ state: 'failed', next_at: inSeconds(seconds) });
  });

  it('waits until a date that it is told', async () => {
    const id = await enqueued();
    const date = new Date(sending.now.getTime() + 3_600_000);
    answers(says(503, { 'retry-after': date.toUTCString() }));
    await sending.deliver(settings);
    expect((await sending.state(id)).next_at).toBe(inSeconds(3_600));
  });

  it('that does not answer is given up for this time', async () => {
    const id = await enqueued();
    answers(() => undefined);
    await sending.deliver(settings, { patience: 300 });
    expect((await sending.state(id)).attempts).toMatchObject([
      { error: expect.stringContaining('did not answer within 0.3 s') as string, refused: false },
    ]);
    answers(accepts);
    expect((await sending.deliverLater(id, settings)).state).toBe('delivered');
  });

  it('is not followed elsewhere', async () => {
    const elsewhere = await receiver();
    const id = await enqueued();
    answers(says(307, { location: elsewhere.url }));
    await sending.deliver(settings);
    expect((await sending.state(id)).attempts).toMatchObject([
      { error: expect.stringContaining('redirection') as string, refused: true },
    ]);
    expect(elsewhere.requests).toEqual([]);
    await elsewhere.close();
  });

  it('that refuses is given up after three times, kept, and sent when a person asks', async () => {
    const id = await enqueued();
    answers(says(410));
    await sending.deliver(settings);
    await sending.deliverLater(id, settings);
    expect(await sending.deliverLater(id, settings)).toMatchObject({
      state: 'dead',
      next_at: null,
    });
    sending.now = new Date(sending.now.getTime() + 7 * 24 * 3_600_000);
    expect(await sending.deliver(settings)).toEqual([]);
    answers(accepts);
    expect(await retryDelivery(tested.database, id, sending.clock)).toMatchObject({
      state: 'waiting',
      retries: [{ at: inSeconds(0) }],
    });
    await sending.deliver(settings);
    const done = await sending.state(id);
    expect(done.state).toBe('delivered');
    expect(done.attempts.map(({ error }) => error !== null)).toEqual([true, true, true, false]);
    expect(hook.requests).toHaveLength(4);
    await expect(retryDelivery(tested.database, id, sending.clock)).rejects.toThrow(ConflictError);
  });

  it('that is down is tried longer and longer, and dead after three days', async () => {
    const id = await enqueued();
    answers(says(502));
    await sending.deliver(settings);
    const waits: number[] = [];
    for (let state = await sending.state(id); state.state === 'failed';) {
      waits.push((Date.parse(state.next_at!) - sending.now.getTime()) / 60_000);
      state = await sending.deliverLater(id, settings);
    }
    expect(waits.slice(0, 11)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360]);
    expect(waits).toHaveLength(19);
    expect(waits.reduce((sum, one) => sum + one, 0) / 60).toBeGreaterThan(60);
    expect((await sending.state(id)).state).toBe('dead');
  });

  it('is not called without a secret', async () => {
    const id = await enqueued();
    await sending.deliver();
    expect((await sending.state(id)).attempts[0]!.error).toContain('SKEIN_WEBHOOK_SECRET');
    expect(hook.requests).toEqual([]);
  });
});
