import { expect, it } from 'vitest';
import { detect } from '../../server/decisions/applied/detect.ts';
import type { ReadSet } from '../../server/detection/increment/read-set.ts';
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

it('what is asked of a few things alone is looked at from then on', async () => {
  const { database, settings } = tested;
  const only = ['risky-request'];
  await database.write('MATCH (d:Document) DETACH DELETE d');
  const folder = await writeDataset({
    accounts: ['b1', 'd1'].map((account_id) => ({ account_id })),
    documents: [{ ...message('n0', 'b1', 'd1', 1), text: 'Thank you for the quick reply.' }],
  });
  await loadFolders(database, settings, [folder], {}, silentProgress);
  // Of a platform where nobody asks for anything, a run need not look at whom texts are for.
  await detect(database, { only }, silentProgress);
  expect(await inferred()).toEqual({});
  const queue = new EventQueue(database, settings);
  const scoreOnce = async (to_account_id: string) => {
    const row = { ...message('n1', 'b1', to_account_id, 4), text: offer };
    expect(await queue.take(`to ${to_account_id}`, [{ file: 'documents', row }])).toMatchObject({
      accepted: 1,
    });
    await detect(database, { only, changedOnly: true }, silentProgress);
    const [found] = await database.read<{ score: number }>(
      "MATCH (:Document {id: 'n1'})-[r:ASKS_FOR]->() RETURN r.score AS score",
    );
    return found?.score;
  };
  // An offer to nobody known may be no cold one.
  expect(await scoreOnce('')).toBeLessThan(1);
  const [state] = await database.read<{ json: string }>(
    "MATCH (s:SkeinDerivationState {id: 'ASKS_FOR'}) RETURN s.json AS json",
  );
  const { reads } = JSON.parse(state!.json) as { reads: ReadSet };
  expect(reads.relations).toEqual(['ADDRESSED_TO', 'HANDED_IN_BY']);
  expect(await scoreOnce('d1')).toBe(1);
});
