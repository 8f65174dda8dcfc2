import { beforeAll, describe, expect, it } from 'vitest';
import { triageRoutes } from '../../domain/api/triage.ts';
import type { TriageChange, TriageItem } from '../../domain/disposition.ts';
import type { Pattern } from '../../domain/pattern/pattern.ts';
import type { SavedQuery } from '../../domain/query.ts';
import { mostFresh, type PatternTrial } from '../../domain/watched-pattern.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import { changeItems } from '../../server/decisions/triage/change.ts';
import { wholeItem } from '../../server/decisions/triage/items.ts';
import { queueOf } from '../../server/decisions/triage/queue.ts';
import { reconcileDecisions } from '../../server/decisions/triage/reconcile.ts';
import { withAnswers } from '../../server/decisions/watched/queued-answers.ts';
import { tryOnPast } from '../../server/decisions/watched/try-on-past.ts';
import {
  patternStanding,
  refuseWatched,
  unwatchPattern,
  watchedPatterns,
  watchPattern,
} from '../../server/decisions/watched/watch.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { makeReport } from '../../server/evidence/report/report.ts';
import { readReport } from '../../server/evidence/report/report-data.ts';
import { changeQuery, saveQuery } from '../../server/explore/query/saved.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { canonicalJson } from '../../server/platform/canonical.ts';
import { ConflictError } from '../../server/platform/problems.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { shownEntries } from '../../server/trust/custody/shown.ts';
import { testDatabase } from '../database.ts';
import { writeDataset, type Dataset } from '../dataset.ts';
import { stepOf } from '../pattern/every-pattern.ts';

const tested = testDatabase();

const by = () => ({
  ...{ home: tested.settings.home, by: 'ana', now: new Date().toISOString() },
  fourEyes: false,
});

/** Accounts that are paid as so many others are. */
const shares = (n: number): Pattern => ({
  type: 'account',
  on: [],
  branches: [
    {
      steps: [
        stepOf({ relation: 'PAID_THROUGH', direction: 'out', type: 'payment_account' }),
        stepOf(
          { relation: 'PAID_THROUGH', direction: 'in', type: 'account' },
          { count: { test: 'at_least', n: { value: n, name: 'n' } } },
        ),
      ],
    },
  ],
});

/** Whoever `paid` names is paid into that account from that day on. */
function payouts(payment_account_id: string, paid: Readonly<Record<string, string>>): Dataset {
  return {
    accounts: Object.keys(paid).map((account_id) => ({ account_id })),
    payment_accounts: [{ payment_account_id }],
    account_payments: Object.entries(paid).map(([account_id, day]) => ({
      ...{ account_id, payment_account_id, purpose: 'payout' },
      first_used_at: `${day}T00:00:00Z`,
    })),
  };
}

async function load(dataset: Dataset): Promise<void> {
  const folder = await writeDataset(dataset);
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
}

async function run(asOf: string): Promise<DetectionResult> {
  const options = { only: ['shared-payout'], asOf, home: tested.settings.home };
  return detect(tested.database, options, silentProgress);
}

/** What scores are made of, and what is written into `findings.json`. */
const foundBy = ({ findings, clusters, accounts }: DetectionResult) =>
  canonicalJson({ findings, clusters, accounts });

async function queue(query: Record<string, string>): Promise<TriageItem[]> {
  const at = new Date().toISOString();
  const latest = await reconcileDecisions(tested.database, tested.settings.home, at);
  const { limit, ...filter } = triageRoutes.triage.query.parse(query);
  const { found, total } = await queueOf(tested.database, latest!, filter, 'ana', null, limit);
  expect(total).toBe(found.length);
  return withAnswers(tested.database, found);
}

const decide = ({ id, revision }: TriageItem, to: TriageChange) =>
  changeItems(tested.database, by(), [{ id, rests_on: revision }], to);

const saved = (pattern: Pattern, title: string): Promise<SavedQuery> =>
  saveQuery(tested.database, {
    ...{ title, about: '', text: 'RETURN 1', parameters: [], tags: [], pattern },
  });

const abouts = (items: readonly TriageItem[]) => items.map(({ answer }) => answer?.ref).sort();

let query: SavedQuery;
let trial: PatternTrial;
let before: DetectionResult;

beforeAll(async () => {
  const march = { a1: '2026-03-01', a2: '2026-03-02', a3: '2026-03-03' };
  await load(payouts('p1', { ...march, a4: '2026-04-05' }));
  await run('2026-03-10T00:00:00Z');
  before = await run('2026-05-01T00:00:00Z');
  query = await saved(shares(2), 'paid as {n} others');
});

describe('a watched pattern', () => {
  it('is tried on past runs, as of their times, by what was decided afterwards', async () => {
    const [finding] = await queue({ kind: 'finding' });
    await decide(finding!, { state: 'confirmed', why: 'one hand' });
    trial = await tryOnPast(tested.database, query.id, by());
    expect(trial).toMatchObject({ version: 1, by: 'ana', untried: 0, answers: 4 });
    expect(trial.runs.map(({ as_of, answers, fresh }) => [as_of, answers, fresh])).toEqual([
      ['2026-05-01T00:00:00.000Z', 4, 1],
      ['2026-03-10T00:00:00.000Z', 3, 3],
    ]);
    expect(trial.runs[0]).toMatchObject({ confirmed: 4, dismissed: 0, cut: false });
    // All four by one decision.
    expect(trial).toMatchObject({ confirmed: 4, decisions: 1, precision: 1, low: 0.206549 });
  });

  it('is set only by a trial of the version as it is saved, and says by whom', async () => {
    const set = (of: string) =>
      watchPattern(tested.database, by(), query.id, { trial: of, why: null, earlier: false });
    await expect(set('none')).rejects.toThrow(ConflictError);
    const other = await saved(shares(2), 'another');
    const otherTrial = await tryOnPast(tested.database, other.id, by());
    await expect(set(otherTrial.id)).rejects.toThrow(ConflictError);
    const { active } = await set(trial.id);
    expect(active).toMatchObject({
      version: 1,
      set_by: 'ana',
      known: 4,
      title: 'paid as 2 others',
    });
    await expect(set(trial.id)).rejects.toThrow(ConflictError);
    await expect(refuseWatched(tested.database, query.id)).rejects.toThrow(ConflictError);
  });

  it('brings a new answer to the queue and the report once, and changes no finding and no score', async () => {
    const same = await run('2026-05-01T00:00:00Z');
    expect(await queue({ kind: 'answer' })).toEqual([]);
    expect(foundBy(same)).toBe(foundBy(before));

    await load(payouts('p1', { a5: '2026-05-10' }));
    const later = await run('2026-06-01T00:00:00Z');
    const items = await queue({ kind: 'answer', state: 'open' });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      ...{ title: 'pattern paid as 2 others: a5', score: 0, accounts: 1, gone: false, revision: 0 },
      answer: { ref: 'account:a5', version: 1, accounts: ['a5'], run: later.run.run },
    });
    expect(await queue({ pattern: query.id })).toEqual(items);
    expect(await queue({ pattern: 'other' })).toEqual([]);
    expect((await queue({ text: 'paid as' })).map(({ id }) => id)).toEqual([items[0]!.id]);

    const report = await makeReport(tested.database, { run: null, language: 'en', link: null });
    expect(report.headline).toContain('Watched patterns: 1 new answer of 1 pattern.');
    const html = String(await report.file('html'));
    expect(html).toContain('Pattern: paid as 2 others');
    expect(html).toContain('counted in no score');
    expect(String(await report.file('csv'))).toContain(items[0]!.id);

    const again = await run('2026-06-01T00:00:00Z');
    expect((await queue({ kind: 'answer' })).map(({ id }) => id)).toEqual([items[0]!.id]);
    const [asked] = (await readReport(tested.database, null)).patterns;
    expect(asked).toMatchObject({ answers: 5, fresh: 0, left: 0, new: [] });
    expect((await readReport(tested.database, later.run.run)).patterns[0]!.new).toMatchObject([
      { id: items[0]!.id, state: 'new' },
    ]);

    await decide(items[0]!, { state: 'dismissed', reason: 'agency', why: 'they work for it' });
    expect(await queue({ kind: 'answer', state: 'open' })).toEqual([]);
    await unwatchPattern(tested.database, by(), query.id);
    expect(foundBy(await run('2026-06-01T00:00:00Z'))).toBe(foundBy(again));
  });

  it('is measured by what was decided of its answers, for each version', async () => {
    const rewatch = async (version: number) => {
      const { id } = await tryOnPast(tested.database, query.id, by());
      const body = { trial: id, why: 'asked by the bank', earlier: true };
      const { active } = await watchPattern(tested.database, by(), query.id, body);
      expect(active!.version).toBe(version);
    };
    // What the version answered when it was first set is known, and stays so.
    await rewatch(1);
    await run('2026-06-01T00:00:00Z');
    expect(await queue({ kind: 'answer', state: 'open' })).toEqual([]);
    const [first] = await watchedPatterns(tested.database);
    expect(first!.measured).toMatchObject({ confirmed: 0, dismissed: 1, precision: 0 });

    await changeQuery(
      tested.database,
      query.id,
      { ...query, about: 'anew', pattern: shares(3) },
      query.changed!,
    );
    expect(await patternStanding(tested.database, query.id)).toMatchObject({
      ...{ version: 2, trial: null },
      active: { version: 1 },
    });
    await rewatch(2);
    await run('2026-06-01T00:00:00Z');
    const items = await queue({ kind: 'answer', state: 'open' });
    expect(abouts(items)).toEqual(['a1', 'a2', 'a3', 'a4', 'a5'].map((id) => `account:${id}`));
    await decide(items[0]!, { state: 'confirmed', why: 'one hand' });
    const [active] = await watchedPatterns(tested.database);
    expect(active!.measured).toMatchObject({
      ...{ confirmed: 1, dismissed: 0, undecided: 4, precision: 1, low: 0.206549 },
    });
    const item = await wholeItem(tested.database, active!.last!.run, items[0]!.id);
    const [shown] = await withAnswers(tested.database, [item]);
    expect(shown!.answer).toMatchObject({ version: 2, measured: { confirmed: 1 } });
    const { watches, askings } = await patternStanding(tested.database, query.id);
    expect(watches.map(({ version, ended_by }) => [version, ended_by])).toEqual([
      ...[
        [2, null],
        [1, 'ana'],
        [1, 'ana'],
      ],
    ]);
    expect(askings[0]).toMatchObject({ version: 2, answers: 5, fresh: 5, failed: null });
  });

  it('brings so many a run, and the others with the next', async () => {
    const crowd = Array.from({ length: mostFresh + 5 }, (_, at) => `c${100 + at}`);
    await load(payouts('p9', Object.fromEntries(crowd.map((id) => [id, '2026-05-20']))));
    await run('2026-06-02T00:00:00Z');
    const [asked] = (await readReport(tested.database, null)).patterns;
    expect(asked).toMatchObject({ fresh: mostFresh, left: 5 });
    await run('2026-06-02T00:00:00Z');
    const [next] = (await readReport(tested.database, null)).patterns;
    expect(next).toMatchObject({ fresh: 5, left: 0 });
  });

  it('is in the custody log: set, ended, what came of it', async () => {
    const states: unknown[] = [];
    for await (const { subject, after } of shownEntries(tested.settings.home, { act: 'judge' }))
      if ('pattern' in subject) states.push(after?.['state']);
    expect(states).toEqual(
      expect.arrayContaining(['watched', 'new', 'not watched', 'watched', 'watched', 'new']),
    );
  });
});
