import { parse } from 'csv-parse/sync';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { TriageChange } from '../../domain/disposition.ts';
import { messages } from '../../domain/messages/index.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { NotFoundError } from '../../server/platform/problems.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import type { ClusterReport } from '../../server/evidence/report/report-data.ts';
import { headline } from '../../server/evidence/report/report-document.ts';
import { writeReport } from '../../server/evidence/report/report.ts';
import { changeItems } from '../../server/decisions/triage/change.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { plainAccounts } from '../detectors/detecting.ts';
import { hostile } from '../evidence/exhibits.ts';
import { oneHand } from '../one-hand.ts';

const tested = testDatabase();
const members = ['a1', 'a2', 'a3', 'a4'];
let result: DetectionResult;

beforeAll(async () => {
  const folder = await writeDataset({
    ...oneHand(members),
    accounts: [
      ...members.map((account_id, index) => ({
        account_id,
        role: 'developer',
        display_name: index === 0 ? hostile.markup : `Person ${index}`,
        legal_name: `Name ${index}`,
        created_at: '2023-01-01T00:00:00Z',
      })),
      ...plainAccounts(28, 'o'),
    ],
  });
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  result = await detect(tested.database, {}, silentProgress);
  expect(result.clusters).toHaveLength(1);
});

async function written(
  link: string | null = null,
): Promise<{ page: string; json: ClusterReport; csv: string }> {
  const out = await mkdtemp(join(tmpdir(), 'skein-report-'));
  onTestFinished(() => rm(out, { recursive: true, force: true }));
  const run = result.run.run;
  const { files } = await writeReport(tested.database, {
    run,
    language: 'en',
    formats: ['html', 'json', 'csv'],
    out,
    link,
  });
  const [page = '', json = '', csv = ''] = await Promise.all(
    files.map((file) => readFile(file, 'utf8')),
  );
  return { page, json: JSON.parse(json) as ClusterReport, csv };
}

describe('the report', () => {
  test('holds what the run holds', async () => {
    const { page, json } = await written();
    const [cluster] = result.clusters;
    // Days stand in markup of their own.
    const text = page.replaceAll(/<[^>]+>/g, '');
    expect(text).toContain(cluster!.id);
    expect(text).toContain(cluster!.summary);
    expect(text).toContain(result.run.run);
    for (const id of members) expect(text).toContain(id);
    // A hostile name in a title is escaped, which another test looks at.
    for (const { title } of result.findings.filter((finding) => !finding.title.includes('<')))
      expect(text).toContain(title);
    for (const { possible_role } of result.findings)
      expect(text).toContain(messages.page.details.possibleRole[possible_role]);
    for (const detector of result.run.detectors) expect(text).toContain(detector.id);
    expect(text).toContain('What was not looked at');
    expect(json.run).toEqual(result.run);
    expect(json.clusters[0]!.members.map((member) => member.account_id).sort()).toEqual(members);
  });

  test('has the same bytes for the same run', async () => {
    expect((await written()).page).toBe((await written()).page);
  });

  test('links to its clusters when it knows where', async () => {
    expect((await written()).page).not.toMatch(/href="(?!#)/);
    const { page } = await written('http://127.0.0.1:4680');
    expect(page).toContain(`href="http://127.0.0.1:4680/cluster/${result.clusters[0]!.id}"`);
  });

  test('escapes what the data hold, runs nothing and fetches nothing', async () => {
    const { page } = await written();
    expect(page).not.toContain('<img src=x');
    expect(page).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
    const tags = page.match(/<[^>]+>/g)!.join('\n');
    expect(tags).not.toMatch(/<(?:script|link|iframe|object)|\son\w+=/i);
    for (const [, source = ''] of tags.matchAll(/\ssrc="([^"]*)"/g))
      expect(source).toMatch(/^data:image\/png;base64,/);
    expect(page).not.toMatch(/url\(|@import/i);
  });

  test('tells what was decided, what is open, and how often a rule was right, in every form', async () => {
    const [cluster] = result.clusters;
    const [one, other, third] = cluster!.findings;
    let minute = 10;
    const change = (id: string, to: TriageChange, fourEyes = false) => {
      const acting = { home: tested.settings.home, by: 'ana', fourEyes };
      const now = `2026-11-27T08:${minute++}:00.000Z`;
      return changeItems(tested.database, { ...acting, now }, [{ id, rests_on: 0 }], to);
    };
    await change(one!, { state: 'dismissed', reason: 'family', why: 'Sisters, both seen.' });
    await change(other!, { state: 'in_review', assignee: 'ben', due: '2020-01-31' });
    await change(third!, { state: 'accepted', until: '2030-01-31', why: 'A contract.' });
    await change(cluster!.id, { state: 'confirmed', why: 'One desk.' }, true);
    const { page, json, csv } = await written();
    const total = result.findings.length;
    expect(json.queue).toEqual({
      new: { cluster: 0, finding: total - 3 },
      reopened: { cluster: 0, finding: 0 },
      overdue: { cluster: 0, finding: 1 },
      proposed: { cluster: 1, finding: 0 },
    });
    expect(json.clusters[0]!.decisions.map(({ id, state }) => [id, state])).toEqual([
      [cluster!.id, 'in_review'],
      [one, 'dismissed'],
      [other, 'in_review'],
      [third, 'accepted'],
    ]);
    const text = page.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ');
    expect(text).toContain('1 finding overdue; 1 cluster to be confirmed by a second person');
    expect(text).toContain('Confirmation proposed by ana; another person has to agree.');
    expect(text).toContain(
      'dismissed (family or household) – ana, 2026-11-27 08:10 UTC: Sisters, both seen.',
    );
    expect(text).toContain('accepted until 2030-01-31 – ana, 2026-11-27 08:12 UTC: A contract.');
    expect(text).toContain('assigned to ben · due 2020-01-31');
    expect(csv).toContain(`${one!} dismissed family 2026-11-27T08:10:00.000Z ana: Sisters`);
    const ruleOf = (id: string) => result.findings.find((finding) => finding.id === id)!.detector;
    const dismissed = json.detectors.find(({ id }) => id === ruleOf(one!))!;
    expect(dismissed.decisions.dismissed).toBe(1);
    expect(text).toMatch(/of [12] decided: (100|50) % dismissed, 0 % confirmed/);
    expect(text).toContain('none decided');
    const table = parse<Record<string, string>>(csv, { columns: true });
    const lines = (row: string) => table.filter((line) => line['row'] === row);
    expect(lines('finding')).toHaveLength(total);
    expect(lines('rule').find(({ id }) => id!.startsWith(ruleOf(one!)))).toMatchObject({
      dismissed: '1',
    });
    expect(lines('queue').find(({ name }) => name === 'overdue finding')).toMatchObject({
      items: '1',
    });
    expect(lines('run').map(({ id }) => id)).toEqual(json.trend.map(({ run }) => run));
  });

  test('says in one line when nothing was found', () => {
    const run = { ...result.run, counts: { accounts: 4, findings: 0, clusters: 0 } };
    const none = { cluster: 0, finding: 0 };
    const queue = { new: none, reopened: none, overdue: none, proposed: none };
    const nothing = {
      run,
      changes: null,
      queue,
      clusters: [],
      loose: [],
      patterns: [],
      detectors: [],
      trend: [],
    };
    expect(headline(nothing)).toBe(
      'Nothing found: no rule found a pattern among the 4 accounts looked at.',
    );
  });

  test('of a run that is not there is refused', async () => {
    const options = {
      run: 'R-none',
      language: 'en' as const,
      formats: ['html'] as const,
      out: tmpdir(),
      link: null,
    };
    await expect(writeReport(tested.database, options)).rejects.toBeInstanceOf(NotFoundError);
  });
});
