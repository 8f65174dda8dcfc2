import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'csv-parse/sync';
import { graphFileFormats } from '../../domain/api/api.ts';
import type { GraphRelation } from '../../domain/answers.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { ask, servedApp } from './served.ts';

const tested = testDatabase();
const app = servedApp(tested);

const nodes = ['account:a1', 'payment_account:p1'];
const relation: GraphRelation = {
  key: 'PAID_THROUGH|a1|p1|payout',
  type: 'account_payments',
  from: { type: 'account', id: 'a1' },
  to: { type: 'payment_account', id: 'p1' },
  says: 'is paid through',
  at: '2024-01-02T00:00:00.000Z',
  derived: false,
  values: { purpose: 'payout' },
  sources: [],
};

function send(format: string, body: unknown) {
  return ask(app.port, `/api/v1/graph/file?format=${format}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

describe('the file of a canvas', () => {
  beforeAll(async () => {
    const folder = await writeDataset({
      accounts: [{ account_id: 'a1', display_name: '=HYPERLINK("x")', phone: '+1 555 0100' }],
      payment_accounts: [{ payment_account_id: 'p1', holder_name: 'A <b> & "c"' }],
    });
    await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  });

  it.each(graphFileFormats)(
    'as %s holds every column of its nodes, and its relations',
    async (format) => {
      const { status, text, headers } = await send(format, { nodes, relations: [relation] });
      expect(status).toBe(200);
      expect(headers['content-disposition']).toMatch(/^attachment; filename="?skein[-.]/);
      if (format === 'relations') expect(text).toContain('is paid through');
      else expect(text).toMatch(/\+1 555 0100/);
    },
  );

  it('holds no cell that a spreadsheet would run, and names whose row it is', async () => {
    const { text } = await send('nodes', { nodes, relations: [] });
    const rows: Record<string, string>[] = parse(text, { columns: true });
    expect(rows.map((row) => row['id'])).toEqual(['a1', 'p1']);
    expect(rows[0]!['display_name']).toBe('\'=HYPERLINK("x")');
    expect(rows[0]!['sources']).toMatch(/^accounts\.csv:2@[0-9a-f]{64}$/);
  });

  it('leaves out what is not in the graph any more', async () => {
    const { text } = await send('nodes', { nodes: ['account:gone', ...nodes], relations: [] });
    expect(text).not.toContain('gone');
  });

  it('says what is wrong with what was sent', async () => {
    const problemOf = async (sent: Promise<{ status: number; text: string }>) => {
      const { status, text } = await sent;
      return { status, ...(JSON.parse(text) as { detail: string; errors?: object[] }) };
    };
    expect(await problemOf(send('svg', { nodes, relations: [] }))).toMatchObject({
      status: 400,
      errors: [{ where: 'query.format' }],
    });
    expect(await problemOf(send('gexf', { nodes: ['nothing'], relations: [] }))).toMatchObject({
      status: 400,
      errors: [{ where: 'body.nodes.0' }],
    });
    expect(await problemOf(send('gexf', { nodes }))).toMatchObject({
      errors: [{ where: 'body.relations' }],
    });
    expect(await problemOf(send('gexf', '{"nodes":'))).toMatchObject({
      status: 400,
      detail: expect.stringMatching(/cannot be read .* Send JSON/) as string,
    });
    expect(await problemOf(send('gexf', { nodes: [' '.repeat(68_000_000)] }))).toMatchObject({
      status: 413,
      detail: expect.stringMatching(/at most 64 MB .* Send less/) as string,
    });
    const { status, headers } = await ask(app.port, '/api/v1/graph/file?format=gexf');
    expect([status, headers['allow']]).toEqual([405, 'POST']);
  });
});
