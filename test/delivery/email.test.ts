import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { EmailRecipient } from '../../domain/input/delivery.ts';
import { retryDelivery } from '../../server/operations/delivery/delivery-store.ts';
import { readSettings } from '../../server/platform/settings/settings.ts';
import { allow } from '../allow.ts';
import { testDatabase } from '../database.ts';
import { doorTo } from '../http/door.ts';
import { certificate, letterbox, type Letterbox } from './letterbox.ts';
import { dot, reportOf, sender, summary } from './sending.ts';

const tested = testDatabase();
const sending = sender(tested);
let own: Awaited<ReturnType<typeof certificate>>;
/** Encrypts by STARTTLS, from the first byte, and never. */
let [offering, secure, plain] = [] as unknown as [Letterbox, Letterbox, Letterbox];
let reports = 0;

beforeAll(async () => {
  own = await certificate();
  await allow(tested, { reports: { mail_domains: ['team.example'] } });
  const { key, cert } = own;
  offering = await letterbox({ key, cert });
  secure = await letterbox({ key, cert, secure: true });
  plain = await letterbox({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true });
});

afterEach(() => {
  for (const box of [offering, secure, plain]) {
    box.letters = [];
    box.onPiece = () => undefined;
  }
});

afterAll(async () => {
  await Promise.all([offering, secure, plain].map((box) => box.close()));
  await own.remove();
});

const from = 'Skein 조사 <skein@reports.example>';

/** As the variables say it. */
function mailBy(url: string, more: Record<string, string> = {}) {
  return readSettings({ SKEIN_SMTP_URL: url, SKEIN_MAIL_FROM: from, ...more }).delivery;
}

const to = (...addresses: string[]): EmailRecipient => ({
  kind: 'email',
  to: addresses,
  formats: ['html', 'pdf', 'json', 'csv'],
  language: 'fr',
});

async function enqueued(recipient = to('ana@team.example'), pdfBytes?: number) {
  const report = reportOf(`report-${String(reports++)}`, undefined, pdfBytes);
  return (await sending.enqueue(report, recipient))[0]!.id;
}

describe('a mail', () => {
  it('arrives as it was written: subject, text, page, picture within, attachments', async () => {
    const id = await enqueued(to('ana@team.example', 'ben@team.example'));
    await sending.deliver(mailBy(`smtp://localhost:${plain.port}?tls=never`));
    expect(await sending.state(id)).toMatchObject({
      state: 'delivered',
      delivered_at: '2026-01-05T07:00:00.000Z',
      next_at: null,
      attempts: [{ at: '2026-01-05T07:00:00.000Z', error: null }],
      reached: ['ana@team.example', 'ben@team.example'],
    });
    const [letter, ...others] = plain.letters;
    expect(others).toEqual([]);
    const { mail, raw } = letter!;
    expect(letter!.to).toEqual(['ana@team.example', 'ben@team.example']);
    expect(mail.subject).toBe('Rapport fr: 세 무리 — ثلاث مجموعات');
    expect(mail.from?.value).toEqual([{ address: 'skein@reports.example', name: 'Skein 조사' }]);
    expect(mail.text?.trim()).toBe(summary);
    expect(mail.html).toContain('<h1>김민준</h1>');
    expect(mail.messageId).toBe(`<${id}@reports.example>`);
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.date?.toISOString()).toBe('2026-01-05T07:00:00.000Z');
    expect(raw).not.toMatch(/nodemailer/i);
    expect(raw).toMatch(/multipart\/alternative/);
    const attached = mail.attachments.map(({ filename, contentType, related, content }) => ({
      filename,
      contentType,
      related: related === true,
      bytes: content.length,
    }));
    expect(attached).toEqual([
      { filename: 'dot.png', contentType: 'image/png', related: true, bytes: dot.length },
      { filename: 'report.html', contentType: 'text/html', related: false, bytes: 4 },
      { filename: 'report.pdf', contentType: 'application/pdf', related: false, bytes: 2_000 },
      { filename: '계정 محمد.csv', contentType: 'text/csv', related: false, bytes: 4 },
    ]);
    expect(mail.attachments[0]!.content.equals(dot)).toBe(true);
  });

  it('has no header that its subject would put in', async () => {
    const report = reportOf('report-injected');
    const { fr } = report.told;
    const subject = 'All well\r\nBcc: eve@else.example\r\n\r\nNothing found';
    const injected = { ...report, told: { fr: { ...fr!, subject } } };
    const [delivery] = await sending.enqueue(injected, to('ana@team.example'));
    await sending.deliver(mailBy(`smtp://localhost:${plain.port}?tls=never`));
    expect((await sending.state(delivery!.id)).state).toBe('delivered');
    const [{ mail, to: reached }] = plain.letters as [(typeof plain.letters)[0]];
    expect(reached).toEqual(['ana@team.example']);
    expect(mail.headers.has('bcc')).toBe(false);
    expect(mail.subject).toBe('All well Bcc: eve@else.example Nothing found');
  });

  it('leaves out what is beyond the limit, and gives the link instead', async () => {
    const id = await enqueued(undefined, 3_000_000);
    const limited = mailBy(`smtp://localhost:${plain.port}?tls=never`, {
      SKEIN_MAIL_LIMIT: '200000',
    });
    await sending.deliver(limited);
    expect((await sending.state(id)).state).toBe('delivered');
    const [{ mail, raw }] = plain.letters as [(typeof plain.letters)[0]];
    expect(raw.length).toBeLessThan(200_000);
    expect(mail.attachments.map(({ filename }) => filename)).toEqual([
      'dot.png',
      'report.html',
      '계정 محمد.csv',
    ]);
    for (const text of [mail.text, String(mail.html)]) {
      expect(text).toContain('Trop grand pour être joint');
      expect(text).toContain('report.pdf (3,0 Mo)');
      expect(text).toContain('http://127.0.0.1:4680/#/runs/R-1');
    }
  });

  it('is never larger than the limit when everything just fits', async () => {
    await enqueued(undefined, 300_000);
    await sending.deliver(
      mailBy(`smtp://localhost:${plain.port}?tls=never`, { SKEIN_MAIL_LIMIT: '440000' }),
    );
    const [{ mail, raw }] = plain.letters as [(typeof plain.letters)[0]];
    expect(mail.attachments).toHaveLength(4);
    expect(raw.length).toBeLessThan(440_000);
  });
});

describe('encryption', () => {
  it('is switched to by STARTTLS, with name and password after it', async () => {
    const id = await enqueued();
    const url = `smtp://skein:p%40ss%3Aword@localhost:${offering.port}`;
    await sending.deliver(mailBy(url, { SKEIN_SMTP_CA: own.file }));
    expect(await sending.state(id)).toMatchObject({ state: 'delivered' });
    expect(offering.letters).toMatchObject([{ encrypted: true, user: 'skein' }]);
  });

  it('is there from the first byte with smtps', async () => {
    const id = await enqueued();
    await sending.deliver(mailBy(`smtps://localhost:${secure.port}`, { SKEIN_SMTP_CA: own.file }));
    expect(await sending.state(id)).toMatchObject({ state: 'delivered' });
    expect(secure.letters).toMatchObject([{ encrypted: true, user: undefined }]);
  });

  it.each([
    ['offers none', () => `smtp://localhost:${plain.port}`, /STARTTLS|TLS/],
    ['shows a certificate of its own', () => `smtp://localhost:${offering.port}`, /self-signed/],
    ['shows that from the first byte', () => `smtps://localhost:${secure.port}`, /self-signed/],
  ])('is not given up when the server %s', async (_what, url, why) => {
    const id = await enqueued();
    await sending.deliver(mailBy(url()));
    const { state, attempts } = await sending.state(id);
    expect(state).toBe('failed');
    expect(attempts[0]!.error).toMatch(why);
    for (const box of [plain, offering, secure]) expect(box.letters).toEqual([]);
    // It is out of the way of the other tests.
    await sending.deliverLater(id, mailBy(`smtp://localhost:${plain.port}?tls=never`));
  });
});

describe('a mail that fails', () => {
  it('is tried again after a wrong password, without saying it', async () => {
    const id = await enqueued();
    const url = `smtp://skein:wrong-secret@localhost:${offering.port}`;
    await sending.deliver(mailBy(url, { SKEIN_SMTP_CA: own.file }));
    const failed = await sending.state(id);
    expect(failed).toMatchObject({
      state: 'failed',
      next_at: new Date(sending.now.getTime() + 60_000).toISOString(),
      attempts: [{ error: expect.stringContaining('No such user') as string, refused: false }],
    });
    expect(JSON.stringify(failed) + sending.logged.join('')).not.toContain('wrong-secret');
    const good = `smtp://skein:p%40ss%3Aword@localhost:${offering.port}`;
    const done = await sending.deliverLater(id, mailBy(good, { SKEIN_SMTP_CA: own.file }));
    expect(done.state).toBe('delivered');
  });

  it('is taken once the file of the password says another, without a start', async () => {
    const file = join(tested.settings.home, 'smtp-password');
    await writeFile(file, 'the-one-of-yesterday\n');
    const url = `smtp://skein@localhost:${offering.port}`;
    const settings = mailBy(url, { SKEIN_SMTP_CA: own.file, SKEIN_SMTP_PASSWORD_FILE: file });
    const id = await enqueued();
    await sending.deliver(settings);
    expect(await sending.state(id)).toMatchObject({ state: 'failed' });
    await writeFile(file, 'p@ss:word\n');
    expect(await sending.deliverLater(id, settings)).toMatchObject({ state: 'delivered' });
    expect(offering.letters).toMatchObject([{ encrypted: true, user: 'skein' }]);
  });

  it('goes to those that take it, and is sent again to the others alone', async () => {
    const settings = mailBy(`smtp://localhost:${plain.port}?tls=never`);
    const id = await enqueued(to('ana@team.example', 'later@team.example', 'nobody@team.example'));
    await sending.deliver(settings);
    const first = await sending.state(id);
    expect(first).toMatchObject({ state: 'failed', reached: ['ana@team.example'] });
    expect(first.attempts[0]!.error).toMatch(/later@team\.example.*451.*nobody@team\.example.*550/);
    const second = await sending.deliverLater(id, settings);
    expect(second).toMatchObject({ state: 'failed', reached: ['ana@team.example'] });
    expect(plain.letters.map((letter) => letter.to)).toEqual([['ana@team.example']]);
  });

  it('is given up after three refusals for good, and stays', async () => {
    const settings = mailBy(`smtp://localhost:${plain.port}?tls=never`);
    const id = await enqueued(to('nobody@team.example'));
    await sending.deliver(settings);
    expect(await sending.deliverLater(id, settings)).toMatchObject({ state: 'failed' });
    const dead = await sending.deliverLater(id, settings);
    expect(dead).toMatchObject({ state: 'dead', next_at: null });
    expect(dead.attempts.map(({ refused }) => refused)).toEqual([true, true, true]);
    expect(sending.lastLogged(id)).toContain('delivery given up');
    // A person may ask for it all the same.
    await retryDelivery(tested.database, id, sending.clock);
    await sending.deliver(settings);
    expect(await sending.state(id)).toMatchObject({ state: 'failed' });
  });

  it('comes exactly once when the connection drops in the middle', async () => {
    const door = await doorTo(`smtp://127.0.0.1:${offering.port}`);
    const settings = mailBy(`smtp://localhost:${new URL(door.uri).port}`, {
      SKEIN_SMTP_CA: own.file,
    });
    const id = await enqueued(undefined, 5_000_000);
    let shut: Promise<void> | null = null as Promise<void> | null;
    offering.onPiece = () => {
      shut ??= door.shut();
    };
    await sending.deliver(settings);
    await shut;
    expect(shut).not.toBeNull();
    expect((await sending.state(id)).state).toBe('failed');
    expect(offering.letters).toEqual([]);
    offering.onPiece = () => undefined;
    await door.open();
    const done = await sending.deliverLater(id, settings);
    await sending.deliver(settings);
    await door.shut();
    expect(done).toMatchObject({ state: 'delivered', attempts: [{ refused: false }, {}] });
    expect(offering.letters).toHaveLength(1);
    expect(offering.letters[0]!.mail.messageId).toBe(`<${id}@reports.example>`);
    expect(offering.letters[0]!.mail.attachments[2]!.content).toHaveLength(5_000_000);
  });

  it('says what is missing when no mail server is set', async () => {
    const id = await enqueued();
    await sending.deliver();
    expect((await sending.state(id)).attempts[0]!.error).toContain('SKEIN_SMTP_URL');
  });
});
