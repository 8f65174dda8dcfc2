import { expect, it } from 'vitest';
import { detect } from '../../server/decisions/applied/detect.ts';
import { EventQueue } from '../../server/ingest/events/event-queue.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';

const tested = testDatabase();
const text = 'Could you pay me in USDT? My bank is slow.';
const offer =
  'I am the CEO of a software company and we have forty developers ready for you. Shall we cooperate?';
const message = (document_id: string, account_id: string, to_account_id: string, day: number) => ({
  ...{ document_id, account_id, to_account_id, kind: 'message', text },
  submitted_at: `2024-01-0${day}T00:00:00Z`,
});

async function inferred(): Promise<Record<string, string>> {
  const rows = await tested.database.read<{ from: string; to: string; reason: string }>(
    'MATCH (d:Document)-[r:ASKS_FOR]->(a:Account) RETURN d.id AS from, a.id AS to, r.reason AS reason ORDER BY from',
  );
  return Object.fromEntries(rows.map(({ from, to, reason }) => [from, `${to}: ${reason}`]));
}

it('what is inferred of one thing is inferred anew of those alone near which something was written', async () => {
  const { database, settings } = tested;
  const only = ['risky-request'];
  const folder = await writeDataset({
    accounts: ['a1', 'a2', 'a3', 'a4', 'c1', 'c2'].map((account_id) => ({ account_id })),
    documents: [
      ...[message('m1', 'a1', 'c1', 2), message('m2', 'a4', 'c2', 2)],
      { ...message('m0', 'a2', 'c1', 2), text: offer },
    ],
  });
  await loadFolders(database, settings, [folder], {}, silentProgress);
  await detect(database, { only }, silentProgress);
  const before = await inferred();
  expect(Object.keys(before)).toEqual(['m0', 'm1', 'm2']);
  await database.write(
    "MATCH (:Document)-[r:ASKS_FOR]->() SET r.reason = 'virtual-currency: “left alone”'",
  );
  const rows = [
    message('m3', 'a3', 'c1', 3),
    // Handed in by another, as is said now; and what it says has changed.
    { ...message('m1', 'a3', 'c1', 2), text: 'Could you pay me in USDT this week?' },
    // The offer answers it, and is a cold one no more.
    { ...message('m4', 'c1', 'a2', 1), text: 'We look for a partner agency.' },
  ].map((row) => ({ file: 'documents', row }));
  expect(await new EventQueue(database, settings).take('k1', rows)).toMatchObject({ accepted: 3 });
  await detect(database, { only, changedOnly: true }, silentProgress);
  const { m2, ...others } = await inferred();
  expect(m2).toBe('a4: virtual-currency: “left alone”');
  await detect(database, { only }, silentProgress);
  expect(await inferred()).toEqual({ ...others, m2: before['m2'] });
  expect(others['m1']).toMatch(/^a3: .*this week/);
  expect(others['m3']).toMatch(/usdt/i);
  expect(others['m0']).toBeUndefined();
});
