import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { exceptingSchema, type Exception } from '../../domain/exception.ts';
import { shownEntries } from '../../server/trust/custody/shown.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import { writeOutputs } from '../../server/detection/detect/outputs.ts';
import type { DetectionResult } from '../../server/detection/runs/store-run.ts';
import {
  activeExceptions,
  listExceptions,
} from '../../server/decisions/exceptions/exception-store.ts';
import { makeException, revokeException } from '../../server/decisions/exceptions/record.ts';
import { explain } from '../../server/decisions/explain/explain.ts';
import { linkedAccounts } from '../../server/decisions/explain/linked-accounts.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { ConflictError, NotFoundError, UsageError } from '../../server/platform/problems.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { plainAccounts } from '../detectors/detecting.ts';
import { oneHand } from '../one-hand.ts';

const tested = testDatabase();
const only = ['shared-device', 'shared-document', 'shared-payout', 'shared-template'];

interface Outputs extends DetectionResult {
  bytes: string;
}

async function run(): Promise<Outputs> {
  const result = await detect(tested.database, { only }, silentProgress);
  const folder = await mkdtemp(join(tmpdir(), 'skein-excepted-'));
  await writeOutputs(tested.database, folder, result);
  const names = ['findings.ndjson', 'clusters.ndjson', 'accounts.csv'];
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return { ...result, bytes: texts.join('\n') };
}

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const acting = () => ({ home: tested.settings.home, by: 'ana', now: new Date().toISOString() });

function make(more: Record<string, unknown>): Promise<Exception> {
  const usual = { reason: 'family', why: 'siblings', until: day(30) };
  return makeException(tested.database, acting(), exceptingSchema.parse({ ...usual, ...more }));
}

const scoreOf = ({ accounts }: Outputs, id: string) =>
  accounts.find(({ account_id }) => account_id === id)!.score;

let before: Outputs;

beforeAll(async () => {
  const folder = await writeDataset({
    accounts: plainAccounts(16),
    ...oneHand(['a1', 'a2', 'a3']),
  });
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  before = await run();
});

describe('an exception', () => {
  it('of a thing lowers what is shared through it, says so, and leaves no trace once revoked', async () => {
    const made = await make({ nodes: ['document:paper-0'], reason: 'agency' });
    const excepted = await run();
    expect(excepted.run.exceptions).toEqual([made.id]);
    expect(excepted.findings).toEqual(before.findings);
    expect(scoreOf(excepted, 'a1')).toBeLessThan(scoreOf(before, 'a1'));
    const { reasons } = excepted.accounts.find(({ account_id }) => account_id === 'a1')!;
    const own = reasons.find(({ name }) => name === 'own:shared-document')!;
    expect(own.excepted).toEqual([made.id]);
    expect(reasons.find(({ name }) => name === 'own:shared-template')!.excepted).toBeUndefined();
    const { weights, prior, total } = await explain(tested.database, 'a1', 'a2');
    const paper = weights.find(({ detector }) => detector === 'shared-document')!;
    expect(paper.reason).toContain(`20 % by the exception ${made.id}`);
    expect(weights.reduce((sum, { weight }) => sum + weight, prior)).toBeCloseTo(total, 9);
    expect((await run()).bytes).toBe(excepted.bytes);
    await revokeException(tested.database, acting(), made.id, 'no agency after all');
    const after = await run();
    expect(after.run.exceptions).toEqual([]);
    expect(after.bytes).toBe(before.bytes);
    const [kept] = await listExceptions(tested.database, 10);
    expect(kept).toMatchObject({ id: made.id, revoked: { by: 'ana', why: 'no agency after all' } });
    await expect(revokeException(tested.database, acting(), made.id, 'again')).rejects.toThrow(
      ConflictError,
    );
    await expect(revokeException(tested.database, acting(), 'X-none', 'x')).rejects.toThrow(
      NotFoundError,
    );
    const log: unknown[] = [];
    for await (const entry of shownEntries(tested.settings.home, { act: 'judge' })) log.push(entry);
    expect(log).toMatchObject([
      {
        subject: { exception: made.id, nodes: 'document:paper-0' },
        after: { state: 'in force', reason: 'agency', why: 'siblings' },
      },
      { before: { state: 'in force' }, after: { state: 'revoked', why: 'no agency after all' } },
    ]);
  });

  it('of a pair lowers what binds the two, and not what binds either to others', async () => {
    const made = await make({ accounts: ['a2', 'a1'], detectors: only });
    const totals = async () => {
      const of = async (a: string, b: string) => (await explain(tested.database, a, b)).total;
      return { pair: await of('a1', 'a2'), other: await of('a1', 'a3') };
    };
    const unexcepted = await totals();
    const excepted = await run();
    const now = await totals();
    expect(now.pair).toBeLessThan(unexcepted.pair);
    expect(now.other).toBeCloseTo(unexcepted.other, 9);
    const [likeliest] = await linkedAccounts(tested.database, 'a1', 5);
    expect(likeliest!.account.id).toBe('a3');
    expect(excepted.findings).toEqual(before.findings);
    await revokeException(tested.database, acting(), made.id, 'a test');
  });

  it('ends by itself on its day', async () => {
    const made = await make({ accounts: ['a1', 'a2'], until: day(2) });
    const ids = async (at: string) =>
      (await activeExceptions(tested.database, at)).map(({ id }) => id);
    expect(await ids(`${day(1)}T23:59:59.999Z`)).toEqual([made.id]);
    expect(await ids(`${day(2)}T00:00:00.000Z`)).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['of nothing', {}, 'body.nodes'],
    ['of things and accounts', { nodes: ['device:d1'], accounts: ['a1', 'a2'] }, 'body.nodes'],
    ['of one account', { accounts: ['a1', 'a1'] }, 'body.accounts'],
    ['of an account as a thing', { nodes: ['account:a1'] }, 'body.nodes.0'],
    ['of what is no reference', { nodes: ['d1'] }, 'body.nodes.0'],
    ['of an unknown detector', { nodes: ['device:d1'], detectors: ['hunch'] }, 'body.detectors.0'],
    ['that has ended', { nodes: ['device:d1'], until: day(0) }, 'body.until'],
    ['for longer than a year', { nodes: ['device:d1'], until: day(400) }, 'body.until'],
  ])('is not made %s', async (_what, more, where) => {
    const refused = await make(more).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UsageError);
    expect((refused as UsageError).details[0]!.where).toBe(where);
  });

  it('is not made of what is not there', async () => {
    await expect(make({ nodes: ['device:none'] })).rejects.toThrow(NotFoundError);
    await expect(make({ accounts: ['a1', 'none'] })).rejects.toThrow(NotFoundError);
  });
});
