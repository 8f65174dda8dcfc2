import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { messagesIn } from '../../domain/messages/index.ts';
import { deliverDue } from '../../server/operations/delivery/deliver.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { createFeed } from '../../server/operations/feeds/feed-store.ts';
import { recordJudgement } from '../../server/decisions/judge/record.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { listSchedules } from '../../server/operations/watch/schedule-store.ts';
import { allow } from '../allow.ts';
import { testDatabase } from '../database.ts';
import { writeDataset, type Dataset } from '../dataset.ts';
import { plainAccounts } from '../detectors/detecting.ts';
import { writeOfacList } from '../feeds/ofac-list.ts';
import { oneHand } from '../one-hand.ts';
import { FakeClock } from '../watch/fake-clock.ts';
import { rounds, watchOf } from '../watch/plans.ts';
import { long } from '../long.ts';
import { graveViolations } from './accessibility.ts';
import { browsing, desk } from './browsing.ts';
import { settled } from './canvas.ts';
import { keepScreenshot } from './screenshots.ts';

const fr = messagesIn('fr');

const text = messages.watch;
const tested = testDatabase();
const { open } = browsing(tested);
const phone = { ...desk, width: 390, height: 800 };
const only = ['shared-payout', 'shared-device', 'shared-document', 'shared-template'];
let first: DetectionResult;
let second: DetectionResult;

async function load(dataset: Dataset): Promise<void> {
  const folder = await writeDataset(dataset);
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
}

/** Between the runs `a4` comes in by its rows, and `a3` goes by a person's judgement. */
beforeAll(async () => {
  await load({ ...oneHand(['a1', 'a2', 'a3']), accounts: plainAccounts(20) });
  first = await detect(tested.database, { only }, silentProgress);
  await load(oneHand(['a1', 'a2', 'a3', 'a4']));
  for (const other of ['a1', 'a2', 'a4'])
    await recordJudgement(tested.database, tested.settings.home, {
      ...{ kind: 'link', verdict: 'rejected', why: 'met them: two people' },
      subjects: [`account:${other}`, 'account:a3'],
    });
  second = await detect(tested.database, { only }, silentProgress);
});

describe('the watch', { timeout: 240_000 }, () => {
  it('tells what changed between two runs, and shows it on the canvas by colour and shape', async () => {
    const { page, faults } = await open('/');
    await page.getByRole('link', { name: messages.page.header.watch, exact: true }).click();
    const clusters = page.getByRole('region', { name: text.changes.clusters });
    await clusters.locator('[data-change="changed"]').waitFor();
    await clusters.locator('summary', { hasText: text.changes.joined(1) }).click();
    await clusters.getByRole('link', { name: 'a4' }).waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'watch-changes');

    await clusters.getByRole('link', { name: text.changes.open }).click();
    await settled(page);
    const legend = page.getByRole('list', { name: messages.page.canvas.legend });
    await legend.getByText(messages.looks.change.joined).waitFor();
    await legend.getByText(messages.looks.change.left).waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'watch-canvas');
    expect(faults).toEqual([]);
  });

  it('marks in its graph who joined and who left', async () => {
    const { page } = await open('/');
    const cluster = encodeURIComponent(second.clusters[0]!.id);
    const answer = await page.request.get(
      `/api/v1/runs/${second.run.run}/diff/${cluster}/graph?from=${first.run.run}`,
    );
    const { nodes } = (await answer.json()) as { nodes: { id: string; change?: string }[] };
    const changed = (change: string | undefined) =>
      nodes.filter((node) => /^a\d$/.test(node.id) && node.change === change).map(({ id }) => id);
    expect(changed('joined')).toEqual(['a4']);
    expect(changed('left')).toEqual(['a3']);
    expect(changed(undefined).sort()).toEqual(['a1', 'a2']);
  });

  it('makes a schedule, tries its recipient, runs it, and shows the log of the job', async () => {
    const out = await mkdtemp(join(tmpdir(), 'skein-reports-'));
    await allow(tested, { reports: { folders: [out] } });
    const { page, faults } = await open('/watch/schedules');
    await page.getByText(text.schedules.none).waitFor();
    await page.getByRole('button', { name: text.schedules.make }).click();
    await page.getByRole('button', { name: text.form.save }).click();
    await page.getByText(text.form.nameMissing).waitFor();
    await page.getByRole('textbox', { name: text.form.name }).fill('Seven o’clock');
    await page.getByRole('textbox', { name: text.form.cron }).fill('0 25 * * *');
    await page.getByText(/"0 25 \* \* \*" is not a cron expression/).waitFor();
    await page
      .getByRole('combobox', { name: text.form.often })
      .selectOption({ label: text.form.presets.weekdays });
    await page.getByRole('combobox', { name: text.form.detectors }).fill('rates');
    await page.getByRole('option', { name: 'A client that pays and rates itself' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: text.form.parameters }).fill('self-rating');
    await page.getByRole('button', { name: text.form.save }).click();
    await page.getByText(text.form.parametersForm('self-rating')).waitFor();
    await page
      .getByRole('textbox', { name: text.form.parameters })
      .fill('self-rating.usual_holders = 5');
    await page.getByRole('button', { name: text.form.addRecipient }).click();
    const recipient = page.getByRole('group', { name: text.form.recipient(1) });
    await recipient
      .getByRole('combobox', { name: text.form.kind })
      .selectOption({ label: text.form.kinds.folder });
    const path = recipient.getByRole('textbox', { name: text.form.path });
    await path.fill('/etc');
    await recipient.getByRole('button', { name: text.form.tryIt }).click();
    await recipient.getByText(/The operator does not allow reports in \/etc/).waitFor();
    // What is allowed stands beside it, to be taken by a click.
    await recipient.getByRole('button', { name: out }).click();
    expect(await path.inputValue()).toBe(out);
    await path.fill(join(out, 'not-there'));
    await recipient.getByRole('button', { name: text.form.tryIt }).click();
    await recipient.getByText(/There is no folder/).waitFor();
    await path.fill(out);
    await recipient.getByRole('button', { name: text.form.tryIt }).click();
    await recipient.getByText(text.form.tried).waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'watch-schedule-form');
    await page.getByRole('button', { name: text.form.save }).click();

    const row = page
      .getByRole('table', { name: text.schedules.list })
      .getByRole('row', { name: /Seven o’clock/ });
    await row.getByRole('button', { name: text.schedules.runNow }).click();
    await row.getByText(text.schedules.states.waiting).waitFor();
    const [schedule] = await listSchedules(tested.database, new Date());
    expect(schedule).toMatchObject({ cron: '0 7 * * 1-5', recipients: [{ kind: 'folder' }] });
    expect(schedule!.parameters).toEqual({ 'self-rating': { usual_holders: 5 } });
    await rounds(watchOf(tested, new FakeClock(new Date().toISOString())));
    await row.getByText(text.schedules.states.done).waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: text.schedules.log }).click();
    await page
      .getByRole('dialog')
      .getByText(/Done in/)
      .waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'watch-job');
    await page.keyboard.press('Escape');

    await page.getByRole('link', { name: text.tabs.deliveries }).click();
    const sent = page.getByRole('row').filter({ hasText: out });
    await sent.waitFor();
    await deliverDue(tested.database, tested.settings, () => new Date(), {
      log: pino({ level: 'silent' }),
    });
    await sent.getByText(text.deliveries.states.delivered).waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'watch-deliveries');
    // The browser itself remarks on the cron expression that was refused.
    expect(faults).toEqual([expect.stringContaining('422')]);
  });

  it('brings a watchlist up to date, and shows what the edition changed', async () => {
    const lists = join(tested.settings.home, 'feeds');
    await mkdir(lists, { recursive: true });
    await writeOfacList(join(lists, 'made-2020-01'), [{ number: 7, name: 'NORTHERN LANTERN CO.' }]);
    await createFeed(tested.database, tested.settings, {
      ...{ id: 'made', name: 'Made for a test', list: 'MADE', format: 'ofac', from: lists },
    });
    const { page, faults } = await open('/watch/lists');
    await page.getByRole('button', { name: text.lists.refresh }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: text.lists.refresh }).click();
    await page.getByText(text.lists.detail('MADE', '2020-01')).waitFor({ timeout: 60_000 });
    await page.getByText(text.lists.noMatches).waitFor();
    await page.getByText(`${text.lists.entryKinds.added} (1)`).click();
    await page.getByText('NORTHERN LANTERN CO.').waitFor();
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'watch-lists');
    expect(faults).toEqual([]);
  });

  it('reads on a phone, in French', long, async () => {
    const { page, faults } = await open('/watch', { ...phone, locale: 'fr-FR', scheme: 'dark' });
    await page.getByText(fr.watch.about).waitFor();
    await page.getByRole('region', { name: fr.watch.changes.clusters }).waitFor();
    const wide = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(wide).toBe(0);
    expect(await graveViolations(page)).toEqual([]);
    await keepScreenshot(page, 'watch-phone');
    expect(faults).toEqual([]);
  });
});
