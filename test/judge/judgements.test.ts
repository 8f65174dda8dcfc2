import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Judgement, Judging } from '../../domain/judgement.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import { writeOutputs } from '../../server/detection/detect/outputs.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import { explain } from '../../server/decisions/explain/explain.ts';
import { linkedAccounts } from '../../server/decisions/explain/linked-accounts.ts';
import { judgementsAmong, listJudgements } from '../../server/decisions/judge/judgement-store.ts';
import { recordJudgement, withdrawJudgement } from '../../server/decisions/judge/record.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { ConflictError, NotFoundError, UsageError } from '../../server/platform/problems.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { plainAccounts } from '../detectors/detecting.ts';
import { ofCollected } from '../evidence/collected.ts';
import { oneHand } from '../one-hand.ts';

const tested = testDatabase();

/** Those that find something in this world: the others would only take time. */
const only = [
  'identity-mismatch',
  'shared-device',
  'shared-document',
  'shared-payout',
  'shared-template',
  'watchlist-match',
];

/** The same name, and nothing else in common. */
const namesakes = 'SAME_NAME|account:a12 watchlist_entry:l1|e1';
/** A spelling away. */
const nearNamesakes = 'SAME_NAME|account:a13 watchlist_entry:l1|e1';
const samePaper = 'SAME_PAPER|document:paper-1 document:paper-0';

interface Outputs extends DetectionResult {
  /** The bytes of the contract's three files. */
  bytes: Record<string, string>;
}

async function run(asOf?: string): Promise<Outputs> {
  const options = asOf === undefined ? { only } : { only, asOf };
  const result = await detect(tested.database, options, silentProgress);
  const folder = await mkdtemp(join(tmpdir(), 'skein-judged-'));
  await writeOutputs(tested.database, folder, result);
  const names = ['findings.ndjson', 'clusters.ndjson', 'accounts.csv'];
  const texts = names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')]);
  return { ...result, bytes: Object.fromEntries(await Promise.all(texts)) as Outputs['bytes'] };
}

function judge(judging: Partial<Judging>): Promise<Judgement> {
  const usual: Judging = { kind: 'link', verdict: 'confirmed', subjects: [], why: 'asked them' };
  return recordJudgement(tested.database, tested.settings.home, { ...usual, ...judging });
}

async function relation(key: string) {
  const [name, own] = [key.slice(0, key.indexOf('|')), key.slice(key.indexOf('|') + 1)];
  const [row] = await tested.database.read<{ score: number; judged: string | null }>(
    `MATCH ()-[r:${name} {key: $own}]->() RETURN r.score AS score, r.judged AS judged`,
    { own },
  );
  return row ?? null;
}

const accountsOf = ({ clusters }: Outputs) => clusters.map(({ accounts }) => accounts);
const scoreOf = ({ accounts }: Outputs, id: string) =>
  accounts.find(({ account_id }) => account_id === id)!.score;

let before: Outputs;
const judgements: Judgement[] = [];
let judged: Outputs;

beforeAll(async () => {
  const folder = await writeDataset({
    accounts: plainAccounts(16),
    ...oneHand(['a1', 'a2', 'a3']),
    watchlist: [{ list: 'l1', entry_id: 'e1', kind: 'person', name: 'Person a12' }],
  });
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  before = await run();
  for (const pair of ['a2', 'a3'])
    judgements.push(
      await judge({
        subjects: ['account:a1', `account:${pair}`],
        verdict: 'rejected',
        why: 'flatmates',
      }),
    );
  judgements.push(await judge({ subjects: ['account:a9', 'account:a2'], why: 'one voice' }));
  judgements.push(
    await judge({ kind: 'identity', subjects: ['account:a3', 'account:a10'] }),
    await judge({ kind: 'identity', subjects: ['account:a10', 'account:a11'] }),
    await judge({ kind: 'relation', relation: namesakes, verdict: 'rejected' }),
    await judge({ kind: 'relation', relation: nearNamesakes }),
    await judge({ kind: 'relation', relation: samePaper, verdict: 'rejected' }),
  );
  judged = await run();
}, 600_000);

describe('a link that an analyst judged', () => {
  it('was of one cluster before', () => {
    expect(accountsOf(before)).toEqual([['a1', 'a2', 'a3']]);
    expect(before.run.judgements).toEqual([]);
  });

  it('parts a cluster when it is rejected, joins it when it is confirmed, through identities too', () => {
    expect(accountsOf(judged)).toEqual([['a10', 'a11', 'a2', 'a3', 'a9']]);
    expect(judged.clusters[0]!.summary).toContain('what an analyst confirmed');
    expect(judged.run.judgements).toEqual(judgements.map(({ id }) => id).sort());
  });

  it('speaks for neither of the two when it is rejected', () => {
    expect(scoreOf(judged, 'a1')).toBeLessThan(0.1);
    expect(scoreOf(judged, 'a9')).toBeGreaterThan(scoreOf(before, 'a9'));
  });

  it('is explained by who confirmed it, when and why, and the sum adds up', async () => {
    const { weights, prior, total, score } = await explain(tested.database, 'a9', 'a2');
    expect(weights).toHaveLength(1);
    const { by, at } = judgements[2]!;
    expect(weights[0]).toMatchObject({
      finding: null,
      reason: `Confirmed by ${by} on ${at.slice(0, 10)}: one voice`,
    });
    expect(weights.reduce((sum, { weight }) => sum + weight, prior)).toBeCloseTo(total, 9);
    expect(score).toBeGreaterThan(0.99);
    const merged = await explain(tested.database, 'a11', 'a3');
    expect(merged.weights[0]!.what).toContain('one and the same');
    expect(merged.score).toBeGreaterThan(0.99);
  });

  it('shows what two have in common when it is rejected, and that it counts for nothing', async () => {
    const { weights, prior, total, judgement } = await explain(tested.database, 'a1', 'a2');
    expect(weights.length).toBeGreaterThan(2);
    expect(weights.every(({ weight }) => weight === 0)).toBe(true);
    expect(weights[0]!.reason).toContain('flatmates');
    expect(total).toBe(prior);
    expect(judgement).toMatchObject({ verdict: 'rejected', why: 'flatmates' });
  });

  it('stands in the list of linked accounts, or not', async () => {
    const linked = async (id: string) =>
      (await linkedAccounts(tested.database, id, 50)).map(({ account }) => account.id);
    expect(await linked('a1')).toEqual([]);
    expect((await linked('a2')).sort()).toEqual(['a3', 'a9']);
    expect((await linked('a10')).sort()).toEqual(['a11', 'a3']);
  });
});

describe('an inferred relation that an analyst judged', () => {
  it('is not inferred again when it is rejected, and certain when it is confirmed', async () => {
    expect(await relation(namesakes)).toBeNull();
    expect(await relation(samePaper)).toBeNull();
    expect(await relation(nearNamesakes)).toEqual({
      score: 1,
      judged: expect.stringContaining('asked them') as string,
    });
    const matched = judged.findings.filter(({ detector }) => detector === 'watchlist-match');
    expect(matched.map(({ accounts }) => accounts[0])).not.toContain('a12');
    const scoreIn = ({ findings }: Outputs) =>
      findings.find(({ detector, accounts: [a] }) => detector === 'watchlist-match' && a === 'a13')!
        .score;
    expect(scoreIn(judged)).toBeGreaterThan(scoreIn(before));
  });

  it('is kept when its rule no longer says so, where the rule has counted nothing', async () => {
    await tested.database.write("MATCH (a:Account {id: 'a13'}) SET a.display_name = 'Nobody'");
    const again = await run();
    await tested.database.write("MATCH (a:Account {id: 'a13'}) SET a.display_name = 'Person a13'");
    expect(await relation(nearNamesakes)).toMatchObject({ score: 1 });
    expect(accountsOf(again)).toEqual(accountsOf(judged));
  });
});

describe('judgements', () => {
  it('give the same bytes with the same data, and at any as-of time', async () => {
    expect((await run()).bytes).toEqual(judged.bytes);
    const then = await run('2024-03-01T00:00:00Z');
    expect(accountsOf(then)).toEqual(accountsOf(judged));
    expect(await relation(namesakes)).toBeNull();
  });

  it('are found by what they are about, latest first', async () => {
    const { database } = tested;
    const all = await listJudgements(database, {}, 100);
    expect(all.map(({ id }) => id)).toEqual(
      judgements
        .map(({ id }) => id)
        .sort()
        .reverse(),
    );
    const about = await listJudgements(database, { node: { type: 'account', id: 'a3' } }, 100);
    expect(about.map(({ kind }) => kind)).toEqual(['identity', 'link']);
    const of = await listJudgements(database, { relation: namesakes }, 100);
    expect(of).toHaveLength(1);
    expect(of[0]).toMatchObject({
      verdict: 'rejected',
      subjects: [
        { type: 'account', id: 'a12' },
        { type: 'watchlist_entry', id: 'e1' },
      ],
    });
    const among = await judgementsAmong(database, ['account:a1', 'account:a2', 'account:a11']);
    expect(among.map(({ kind, verdict }) => `${kind} ${verdict}`)).toEqual([
      'link rejected',
      'identity confirmed',
    ]);
  });

  it.each<[string, Partial<Judging>, RegExp]>([
    ['one account', { subjects: ['account:a4'] }, /subjects/],
    ['an account and itself', { subjects: ['account:a4', 'account:a4'] }, /subjects/],
    ['an account and a device', { subjects: ['account:a4', 'device:d1'] }, /subjects/],
    ['what is no reference', { subjects: ['account:a4', 'a5'] }, /subjects\.1/],
    [
      'an identity of two types',
      { kind: 'identity', subjects: ['account:a4', 'device:d1'] },
      /subjects/,
    ],
    [
      'an identity, rejected',
      { kind: 'identity', verdict: 'rejected', subjects: ['account:a4', 'account:a5'] },
      /verdict/,
    ],
    ['a relation without its key', { kind: 'relation' }, /relation/],
    ['a stated relation', { kind: 'relation', relation: 'PAID_THROUGH|x' }, /relation/],
    ['a key that is none', { kind: 'relation', relation: "X`]-() DELETE r //|'" }, /relation/],
    ['what an account said', { kind: 'relation', relation: 'STATED_THEN|x' }, /relation/],
    [
      'a link with a relation',
      { subjects: ['account:a4', 'account:a5'], relation: namesakes },
      /relation/,
    ],
  ])('are not of %s', async (_what, judging, where) => {
    const refused = await judge(judging).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UsageError);
    expect((refused as UsageError).details[0]!.where).toMatch(where);
  });

  it('are not of what is not there, of what is judged already, nor against one another', async () => {
    await expect(judge({ subjects: ['account:a4', 'account:none'] })).rejects.toThrow(
      NotFoundError,
    );
    await expect(
      judge({ kind: 'relation', relation: 'SAME_NAME|account:a4 account:a5' }),
    ).rejects.toThrow(NotFoundError);
    await expect(judge({ kind: 'relation', relation: namesakes })).rejects.toThrow(ConflictError);
    await expect(judge({ subjects: ['account:a2', 'account:a1'] })).rejects.toThrow(ConflictError);
    await expect(
      judge({ kind: 'identity', subjects: ['account:a1', 'account:a11'] }),
    ).rejects.toThrow(/a1 and a3/);
    await expect(
      judge({ subjects: ['account:a3', 'account:a11'], verdict: 'rejected' }),
    ).rejects.toThrow(ConflictError);
    const twice = await Promise.allSettled(
      [1, 2].map(() => judge({ subjects: ['account:a4', 'account:a5'] })),
    );
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [own] = await listJudgements(tested.database, {}, 1);
    await withdrawJudgement(tested.database, tested.settings.home, own!.id, 'a test');
    expect(await listJudgements(tested.database, {}, 100)).toHaveLength(judgements.length + 1);
  });

  it('when all are withdrawn, leave the very bytes of before; none is deleted', async () => {
    for (const { id } of judgements)
      await withdrawJudgement(tested.database, tested.settings.home, id, 'was wrong');
    const [first] = judgements;
    await expect(
      withdrawJudgement(tested.database, tested.settings.home, first!.id, 'again'),
    ).rejects.toThrow(ConflictError);
    await expect(
      withdrawJudgement(tested.database, tested.settings.home, 'J-none', 'x'),
    ).rejects.toThrow(NotFoundError);
    // Until the next run the latest one stands, as it used them.
    expect(await explain(tested.database, 'a1', 'a2')).toMatchObject({
      outdated: true,
      judgement: { verdict: 'rejected', withdrawn: { why: 'was wrong' } },
    });
    const after = await run();
    expect(after.bytes).toEqual(before.bytes);
    expect(after.run.judgements).toEqual([]);
    expect(await relation(namesakes)).not.toBeNull();
    const shown = await ofCollected(
      tested,
      { scope: { kind: 'account', id: 'a1', hops: 1 }, language: 'en' },
      (exhibit) => exhibit.judgements.map(({ id }) => id),
    );
    expect(shown).toEqual(expect.arrayContaining(judgements.slice(0, 2).map(({ id }) => id)));
    expect(shown).not.toContain(judgements[6]!.id);
    const kept = await listJudgements(tested.database, { relation: namesakes }, 10);
    expect(kept[0]!.withdrawn).toMatchObject({ why: 'was wrong' });
    expect(await explain(tested.database, 'a1', 'a2')).toMatchObject({
      outdated: false,
      judgement: null,
    });
  });
});
