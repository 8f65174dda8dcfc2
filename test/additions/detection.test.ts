/** What is added by hand never reaches the data: a detection with it and without it gives the same bytes. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { additionSchema } from '../../domain/addition.ts';
import { boardContentSchema } from '../../domain/case.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import { createBoard, keptBoard, saveBoard } from '../../server/decisions/cases/board-store.ts';
import { createCase } from '../../server/decisions/cases/case-store.ts';
import { collectExhibit } from '../../server/evidence/exhibit/collect.ts';
import { enrich } from '../../server/explore/enrichment/enrich.ts';
import { shownEntries } from '../../server/trust/custody/shown.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { canonicalJson } from '../../server/platform/canonical.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { withScratch } from '../../server/platform/scratch.ts';
import { writeDataset } from '../dataset.ts';
import { testDatabase } from '../database.ts';
import { plainAccounts, time } from '../detectors/detecting.ts';
import { dumpGraph } from '../load/graph-dump.ts';

const tested = testDatabase();

it('a detection with what is added by hand and without it gives the same bytes', async () => {
  const { database, settings } = tested;
  const ids = ['a1', 'a2', 'a3', 'a4'];
  const folder = await writeDataset({
    accounts: plainAccounts(4),
    account_payments: ids.map((account_id, day) => ({
      ...{ account_id, payment_account_id: 'p1', purpose: 'payout', first_used_at: time(day) },
    })),
  });
  await loadFolders(database, settings, [folder], {}, silentProgress);
  const found = async () => {
    const { findings } = await detect(database, { only: ['shared-payout'] }, silentProgress);
    return canonicalJson(findings);
  };
  const before = await found();
  expect(before).toContain('shared-payout');
  // Boards and runs are the program's own.
  const data = async () => (await dumpGraph(database)).filter((line) => !line.includes('"Skein'));
  const graph = await data();

  const made = await createCase(database, { title: 'Ring', description: '', tags: [] });
  const account = { type: 'account', caption: '', stub: false, score: null, cluster_id: null };
  const content = boardContentSchema.parse({
    version: 1,
    nodes: ids.map((id) => ({ ...account, id, degree: 1 })),
    relations: [],
  });
  const { id: board } = await createBoard(database, made.id, { title: 'First', content });
  const place = { case: made.id, board };
  const known = {
    ...{ source: 'Police report', reliability: 'A', credibility: '1', known: '2026-11-30' },
    ...{ by: null, at: null },
  };
  const additions = {
    'shared-one': additionSchema.parse({
      ...{ kind: 'thing', type: 'payment_account', name: 'Another purse', ...known },
    }),
    ...Object.fromEntries(
      ids.map((id) => [
        `link-of-${id}`,
        additionSchema.parse({
          ...{
            kind: 'link',
            from: `account:${id}`,
            to: 'added:shared-one',
            says: 'is paid through',
          },
          ...known,
        }),
      ]),
    ),
  };
  const saved = await saveBoard(database, place, { ...content, additions }, 1, null);
  expect(saved.additions['shared-one']?.by).toBeTruthy();

  expect(await data()).toEqual(graph);
  expect(await found()).toBe(before);

  const kept = await keptBoard(database, place);
  expect(Object.keys(kept.content.additions)).toHaveLength(5);
  expect(kept.gone).toEqual({ nodes: [], relations: [] });
  const exhibit = await withScratch(settings.home, async (scratch) => {
    const scope = { kind: 'board', case: made.id, id: board } as const;
    const asked = { scope, language: 'en' };
    return (await collectExhibit(database, settings, asked, scratch)).exhibit;
  });
  expect(exhibit.additions?.map(({ id }) => id)).toEqual([
    ...ids.map((id) => `link-of-${id}`),
    'shared-one',
  ]);
});

it('whoever is asked about a node is in the custody log, with the digest of the answer or that it failed', async () => {
  const { database, settings } = tested;
  const answer = JSON.stringify({ facts: [{ name: 'bank', value: 'A bank', source: 'a list' }] });
  const declared = (id: string, script: string) => ({
    ...{ id, title: id, types: ['payment_account'], command: [process.execPath, '-e', script] },
  });
  const enrichers = [
    declared('good', `process.stdout.write(${JSON.stringify(answer)})`),
    declared('bad', 'process.stdout.write("<html>")'),
  ];
  await mkdir(settings.home, { recursive: true });
  await writeFile(join(settings.home, 'enrichers.json'), JSON.stringify({ enrichers }));
  const purse = { type: 'payment_account', id: 'p1' } as const;
  const before = await dumpGraph(database);
  const { digest, facts, asked_by: by } = await enrich(database, settings, purse, 'good');
  expect(facts).toMatchObject([{ name: 'bank', value: 'A bank', thing: null }]);
  expect(by).toBeTruthy();
  await expect(enrich(database, settings, purse, 'bad')).rejects.toThrow('is not JSON');
  await expect(enrich(database, settings, purse, 'none')).rejects.toThrow('no enricher');
  const other = { type: 'account', id: 'a1' } as const;
  await expect(enrich(database, settings, other, 'good')).rejects.toThrow('does not answer for');
  const entries = [];
  for await (const entry of shownEntries(settings.home, { act: 'enrich' })) entries.push(entry);
  expect(entries.map(({ subject, after }) => [subject['enricher'], after])).toEqual([
    ['good', { state: 'asked' }],
    ['good', { state: 'answered', answer: digest, facts: 1 }],
    ['bad', { state: 'asked' }],
    [undefined, { failed: true }],
  ]);
  expect(entries[0]!.subject['nodes']).toBe('payment_account:p1');
  expect(await dumpGraph(database)).toEqual(before);
});
