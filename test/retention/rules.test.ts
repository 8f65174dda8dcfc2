/** Rules of retention remove what is older by its own time, and nothing that is held or that an open case rests on. */
import { rm, writeFile } from 'node:fs/promises';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeCase } from '../../server/decisions/cases/case-store.ts';
import { applyRules, wouldAge } from '../../server/operations/retention/apply-rules.ts';
import { setHold } from '../../server/operations/retention/holds.ts';
import { readRules, retentionFilePath } from '../../server/operations/retention/rules.ts';
import { InvalidDataError } from '../../server/platform/problems.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { audit } from '../../server/trust/custody/audit.ts';
import { shownEntries } from '../../server/trust/custody/shown.ts';
import { testDatabase } from '../database.ts';
import { copyOfGraph, pasteGraph, type GraphCopy } from '../graph-copy.ts';
import { detectWorld, loadWorld, others, person, workOn } from './world.ts';

const tested = testDatabase();
const holding = () => ({
  ...{ database: tested.database, home: tested.settings.home },
  progress: silentProgress,
});
const patience = 5 * 60_000;
/** Of the world's logins some are of before February 2024, and some of after. */
const now = new Date('2024-05-01T00:00:00Z');
const rules = { logins: 90, account_changes: 30, ratings: 365 } as const;
const limit = '2024-02-01T00:00:00.000Z';

const logins = `MATCH (a:Account)-[r:LOGGED_IN_FROM]->() RETURN a.id AS account, r._at AS at, r.key AS key ORDER BY key`;
interface Login {
  account: string;
  at: string;
  key: string;
}
const loginsNow = () => tested.database.read<Login>(logins);
const byKey = (rows: readonly Login[]) => rows.map(({ key }) => key);

let graph: GraphCopy;
let all: Login[];

function apply() {
  const { database, settings } = tested;
  return applyRules({ database, home: settings.home, progress: silentProgress, rules, now });
}

beforeAll(async () => {
  await loadWorld(tested);
  await detectWorld(tested);
  graph = await copyOfGraph(tested.settings.neo4j!);
  all = await loginsNow();
}, patience);

beforeEach(async () => {
  await tested.empty();
  await pasteGraph(tested.settings.neo4j!, graph);
});

describe('rules of retention', () => {
  it('remove just the rows that are older by their own time, with all relations of each', async () => {
    const old = all.filter(({ at }) => at < limit);
    expect(old.length).toBeGreaterThan(0);
    expect(old.length).toBeLessThan(all.length);
    const would = await wouldAge({ database: tested.database, rules, now });
    expect(would.find(({ file }) => file === 'logins')).toMatchObject({
      removed: old.length,
      kept: 0,
    });
    expect(await loginsNow()).toEqual(all);
    const aged = await apply();
    expect(aged).toEqual(would);
    expect(byKey(await loginsNow())).toEqual(byKey(all.filter(({ at }) => at >= limit)));
    const [left] = await tested.database.read(
      `RETURN COUNT { ()-[r:LOGGED_IN_ON WHERE r._at < $limit]->() } AS devices,
              COUNT { ()-[:RATED]->() } AS ratings, COUNT { (:AccountChange) } AS changes,
              COUNT { (:Account) } AS accounts`,
      { limit },
    );
    expect(left).toEqual({ devices: 0, ratings: 2, changes: 0, accounts: 15 });
    expect(await apply()).toMatchObject(aged.map(({ file }) => ({ file, removed: 0 })));
  });

  it('are recorded, and leave the log whole', async () => {
    await apply();
    const states: unknown[] = [];
    for await (const { subject, after } of shownEntries(tested.settings.home, { act: 'change' }))
      if (subject['change'] === 'retention') states.push(after?.['state']);
    expect(states.slice(-2)).toEqual(['begun', 'ended']);
    expect(await audit(tested.settings.home)).toMatchObject({ whole: true });
  });

  it('leave what is under hold', async () => {
    const [held] = others;
    await setHold(holding(), { kind: 'account', of: held, reason: 'a court asked' });
    const aged = await apply();
    const left = await loginsNow();
    expect(left.filter(({ account }) => account === held)).toEqual(
      all.filter(({ account }) => account === held),
    );
    expect(aged.find(({ file }) => file === 'logins')!.kept).toBeGreaterThan(0);
  });

  it('leave what findings rest on that name somebody of an open case, until it is closed', async () => {
    await workOn(tested, 'case-open');
    await apply();
    const ring = [person, ...others];
    const ofRing = (rows: readonly Login[]) =>
      byKey(rows.filter(({ account }) => ring.includes(account)));
    expect(ofRing(await loginsNow())).toEqual(ofRing(all));
    await changeCase(tested.database, 'case-open', { state: 'closed' });
    await apply();
    expect(ofRing(await loginsNow())).toEqual(ofRing(all.filter(({ at }) => at >= limit)));
  });

  it(
    'are asked for again where they were ended amid, and the next run asks everything',
    async () => {
      await apply();
      const changed = await detectWorld(tested, true);
      const whole = await detectWorld(tested);
      expect(changed.findings).toEqual(whole.findings);
    },
    patience,
  );
});

describe('the file of rules', () => {
  const path = () => retentionFilePath(tested.settings);
  const written = async (text: string) => {
    await writeFile(path(), text);
    return readRules(tested.settings);
  };

  it('need not be there, and then nothing goes', async () => {
    await rm(path(), { force: true });
    expect(await readRules(tested.settings)).toEqual({});
  });

  it('is read', async () => {
    expect(await written('{"rules": {"logins": 400, "bids": 700}}')).toEqual({
      logins: 400,
      bids: 700,
    });
  });

  it('is refused with what is wrong, where, and what there is', async () => {
    await expect(written('{"rules": {"login": 400}}')).rejects.toThrow(
      /rules\.login: is no type whose rows can be removed by age; did you mean logins\? There are /,
    );
    await expect(written('{"rules": {"logins": "a year"}}')).rejects.toThrow(
      'rules.logins: takes whole days, from 30 to 36500',
    );
    await expect(written('{"rules": {"accounts": 400}}')).rejects.toThrow('skein person erase');
    await expect(written('{"rule": {}}')).rejects.toThrow(InvalidDataError);
    await expect(written('{')).rejects.toThrow('is not JSON');
    await rm(path());
  });
});
