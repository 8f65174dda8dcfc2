/** What is added by hand never reaches the data: a detection with it and without it gives the same bytes. */
import { expect, it } from 'vitest';
import { additionSchema } from '../../domain/addition.ts';
import { boardContentSchema } from '../../domain/case.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import { createBoard, keptBoard, saveBoard } from '../../server/decisions/cases/board-store.ts';
import { createCase } from '../../server/decisions/cases/case-store.ts';
import { collectExhibit } from '../../server/evidence/exhibit/collect.ts';
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
  const graph = await dumpGraph(database);

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

  expect(await dumpGraph(database)).toEqual(graph);
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
