import { beforeAll, expect, it } from 'vitest';
import { detect } from '../../server/decisions/applied/detect.ts';
import { EventQueue } from '../../server/ingest/events/event-queue.ts';
import { findingsByIds } from '../../server/detection/runs/read-runs.ts';
import { recordJudgement } from '../../server/decisions/judge/record.ts';
import { beginLoad } from '../../server/ingest/load/load-store.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { writeDataset, type Row } from '../dataset.ts';
import { oneHand } from '../one-hand.ts';
import { expectSame, outputsOf } from './comparing.ts';
import { wholeFindings } from '../whole-findings.ts';

const tested = testDatabase();
/** Of sessions, of money, of papers; each has something to say of the two accounts. */
const only = ['shared-device', 'shared-ip', 'shared-payout'];
const hand = oneHand(['a1', 'a2'], 'Ilse Brandt');
const family = { from_type: 'account', from_id: 'a1', to_type: 'account', to_id: 'a2' };
const described = { account_id: 'a1', display_name: 'Ilse', phone: '+15550100' };
let sent = 0;

/** Sends the rows, runs over what changed, and says which detectors were asked; the result is a full run's. */
async function askedAfter(file: string, rows: readonly Row[]): Promise<string[]> {
  const queue = new EventQueue(tested.database, tested.settings);
  const batch = rows.map((row) => ({ file, row }));
  if (batch.length > 0)
    expect(await queue.take(`k${++sent}`, batch)).toMatchObject({ accepted: batch.length });
  const changed = await detect(tested.database, { only, changedOnly: true }, silentProgress);
  const full = await detect(tested.database, { only }, silentProgress);
  expectSame(await outputsOf(tested, changed), await outputsOf(tested, full), file);
  expect(full.findings.length).toBeGreaterThan(0);
  return changed.run.detectors.filter(({ kept_from }) => !kept_from).map(({ id }) => id);
}

beforeAll(async () => {
  const folder = await writeDataset({
    ...hand,
    accounts: [described, { account_id: 'a2', display_name: 'Another' }],
  });
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
});

it('the first run asks all, the next none', async () => {
  expect(await askedAfter('accounts', [])).toEqual(only);
  expect(await askedAfter('accounts', [])).toEqual([]);
});

it('new rows ask those that read them', async () => {
  const at = '2024-04-01T08:00:00Z';
  const login = { account_id: 'a1', ip: '192.0.2.99', started_at: at };
  expect(await askedAfter('logins', [login])).toContain('shared-ip');
  expect(
    await askedAfter('ratings', [
      { rating_id: 'r1', from_account_id: 'a1', to_account_id: 'a2', score: 5 },
    ]),
  ).toEqual([]);
});

it('a row said again asks none, and is cited', async () => {
  expect(await askedAfter('accounts', [described])).toEqual([]);
  const result = await detect(tested.database, { only, changedOnly: true }, silentProgress);
  const findings = await wholeFindings(tested.database, result);
  const own = findings
    .flatMap(({ evidence }) => evidence)
    .find(({ type, from }) => type === 'accounts' && from.id === 'a1')!;
  expect(own.sources.map(({ file }) => file)).toEqual([
    'accounts.csv',
    expect.stringMatching(/^accounts\.e-.*\.ndjson$/),
  ]);
});

it('a column that none reads asks none', async () => {
  expect(await askedAfter('accounts', [{ account_id: 'a1', phone: '+15550199' }])).toEqual([]);
});

it('what is inferred otherwise, or judged, asks those that read it', async () => {
  const related = await askedAfter('links', [{ ...family, kind: 'family_of' }]);
  expect(related).toEqual(only);
  const [declared] = await tested.database.read<{ key: string }>(
    'MATCH ()-[r:DECLARED_WITH]->() RETURN r.key AS key',
  );
  await recordJudgement(tested.database, tested.settings.home, {
    kind: 'relation',
    verdict: 'rejected',
    subjects: [],
    relation: `DECLARED_WITH|${declared!.key}`,
    why: 'not related',
  });
  expect(await askedAfter('links', [])).toEqual(only);
});

it('a finding that is taken over was first found when it was', async () => {
  const firstFound = async ({ run }: { run: string }) =>
    tested.database.read(
      'MATCH (f:SkeinFinding {run: $run}) RETURN f.id AS id, f.first_found AS at ORDER BY id',
      { run },
    );
  const before = await detect(tested.database, { only }, silentProgress);
  const changed = await detect(tested.database, { only, changedOnly: true }, silentProgress);
  expect(changed.run.detectors.every(({ kept_from: from }) => from === before.run.run)).toBe(true);
  const found = await firstFound(changed.run);
  expect(found.length).toBeGreaterThan(0);
  expect(found).toEqual(await firstFound(before.run));
});

it('evidence that stays the same lies once, however many runs have it', async () => {
  const before = await detect(tested.database, { only }, silentProgress);
  const evidence = (await wholeFindings(tested.database, before)).map((one) => one.evidence);
  expect(evidence.length).toBeGreaterThan(0);
  for (let night = 0; night < 2; night += 1) {
    const changed = await detect(tested.database, { only, changedOnly: true }, silentProgress);
    const whole = await wholeFindings(tested.database, changed);
    expect(whole.map((one) => one.evidence)).toEqual(evidence);
    const read = await findingsByIds(
      tested.database,
      changed.run.run,
      whole.map(({ id }) => id),
    );
    expect(read.map((one) => one.evidence)).toEqual(evidence);
    const lies = await tested.database.read(
      `MATCH (f:SkeinFinding {run: $run})
       RETURN DISTINCT f.evidence IS NULL AS elsewhere, f.evidence_run AS run`,
      { run: changed.run.run },
    );
    expect(lies).toEqual([{ elsewhere: true, run: before.run.run }]);
  }
});

it('what a load may have written that never ended is asked in every run', async () => {
  const died = { started: '2024', by: 'x', folders: [] };
  await beginLoad(tested.database, { load: 'died', ...died, files: ['websites'] });
  expect(await askedAfter('ratings', [])).toEqual([]);
  await beginLoad(tested.database, { load: 'died too', ...died, files: ['ips'] });
  for (let run = 0; run < 2; run += 1)
    expect(await askedAfter('ratings', [])).toContain('shared-ip');
});
