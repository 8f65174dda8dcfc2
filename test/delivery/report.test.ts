import { beforeEach, describe, expect, it } from 'vitest';
import { recipientSchema, type Recipient } from '../../domain/input/delivery.ts';
import { readContent } from '../../server/operations/delivery/content-store.ts';
import { TooLargeError, UsageError } from '../../server/platform/problems.ts';
import { testDatabase } from '../database.ts';
import { reportOf, sender, summary } from './sending.ts';

const tested = testDatabase();
const sending = sender(tested);

beforeEach(() => tested.empty(), 240_000);

const webhook: Recipient = {
  ...{ kind: 'webhook', url: 'https://x.example/hook', formats: ['json'], language: 'en' },
};
const inFolder: Recipient = {
  ...{ kind: 'folder', path: '/nowhere', formats: ['html', 'csv'], language: 'en' },
};

describe('a report to be delivered', () => {
  it('waits for each recipient once, however often it is asked for', async () => {
    const [report, later] = [reportOf('twice'), reportOf('twice', undefined, 4_000)];
    const first = await sending.enqueue(report, webhook, inFolder);
    expect(first.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    const mail: Recipient = {
      ...{ kind: 'email', to: ['b@x.example', 'a@x.example'], formats: ['pdf', 'csv'] },
      language: 'fr',
    };
    const again: Recipient = { ...mail, to: mail.to.toReversed(), formats: ['csv', 'pdf'] };
    await sending.enqueue(report, mail);
    const known = await sending.enqueue(later, webhook, inFolder, again);
    expect(known.slice(0, 2)).toEqual(first);
    expect(new Set(known.map(({ id }) => id)).size).toBe(3);
    const [count] = await tested.database.read<{ n: number }>(
      'MATCH (d:SkeinDelivery) RETURN count(d) AS n',
    );
    expect(count!.n).toBe(3);
  });

  it('is kept in parts that are whole, or are not sent', async () => {
    // What cannot be compressed, so that it is as large as it looks.
    const bytes = Buffer.alloc(3_500_000);
    for (let at = 0; at < bytes.length; at += 4) bytes.writeInt32LE((at * 2_654_435_761) | 0, at);
    const report = reportOf('large');
    const file = { name: 'large.pdf', format: 'pdf', mediaType: 'application/pdf', bytes } as const;
    const told = { ...report.told.en!, files: [file] };
    const { id } = (await sending.enqueue({ ...report, told: { en: told } }, inFolder))[0]!;
    const parts = await tested.database.read<{ content: string }>(
      'MATCH (c:SkeinDeliveryContent) RETURN c.content AS content',
    );
    expect(parts.length).toBeGreaterThan(2);
    const kept = await readContent(tested.database, parts[0]!.content);
    expect(kept.summary).toBe(summary);
    expect(bytes.equals(kept.files[0]!.bytes)).toBe(true);
    await tested.database.write('MATCH (c:SkeinDeliveryContent {part: 1}) DELETE c');
    await sending.deliver();
    expect((await sending.state(id)).attempts).toMatchObject([
      { error: expect.stringContaining('not whole') as string, refused: true },
    ]);
  });

  it.each([
    ['../up', 'x.html', UsageError],
    ['fine', '../x.html', UsageError],
    ['fine', '.hidden', UsageError],
    ['fine', 'a\nb.html', UsageError],
    ['fine', 'delivery.json', UsageError],
  ])('is refused as %j with a file %j', async (id, name, problem) => {
    const report = reportOf('named');
    const file = { ...report.told.en!.files[0]!, name };
    const told = { en: { ...report.told.en!, files: [file] } };
    await expect(sending.enqueue({ ...report, id, told }, inFolder)).rejects.toThrow(problem);
  });

  it('is refused when it is too large, or not told in the language that is asked for', async () => {
    const { told, ...report } = reportOf('refused', undefined, 100_000_001);
    await expect(sending.enqueue({ ...report, told }, inFolder)).rejects.toThrow(TooLargeError);
    const inFrench = { ...report, told: { fr: told.fr! } };
    await expect(sending.enqueue(inFrench, inFolder)).rejects.toThrow(/"en"/);
  });

  it.each([
    [{ kind: 'folder', path: 'reports' }, 'path'],
    [{ kind: 'folder', path: '/a\0b' }, 'path'],
    [{ kind: 'email', to: [] }, 'to'],
    [{ kind: 'email', to: ['a@x.example\r\nBcc: b@x.example'] }, 'to'],
    [{ kind: 'email', to: ['Ana <a@x.example>'] }, 'to'],
    [{ kind: 'webhook', url: 'file:///etc/passwd' }, 'url'],
    [{ kind: 'webhook', url: 'https://u:p@x.example/' }, 'url'],
    [{ kind: 'webhook', url: 'https://x.example/a b' }, 'url'],
    [{ kind: 'folder', path: '/a', formats: [] }, 'formats'],
    [{ kind: 'folder', path: '/a', formats: ['csv', 'csv'] }, 'formats'],
  ])('does not go to %j', (given, where) => {
    const read = recipientSchema.safeParse({ formats: ['pdf'], language: 'en', ...given });
    expect(read.error?.issues.map(({ path }) => path[0])).toEqual([where]);
  });
});
