import { beforeAll, describe, expect, it } from 'vitest';
import { openColumns } from '../../server/detection/columns/open-columns.ts';
import { storeInferred } from '../../server/detection/derive/derivation.ts';
import knownShared from '../../server/detection/derive/known-shared.ts';
import { newcomersSql } from '../../server/detection/derive/newcomer-traits.ts';
import statedThen from '../../server/detection/derive/stated-then.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { writeDataset } from '../dataset.ts';
import { infer } from './infer.ts';

const tested = testDatabase();
const endOfTime = '9999';

/** What is asked of newcomers as of that time, by account. */
async function newcomersAt(asOf: string): Promise<Map<unknown, Readonly<Record<string, unknown>>>> {
  const { database } = tested;
  const columns = openColumns(database, [newcomersSql]);
  try {
    await storeInferred(database, statedThen, await statedThen.infer(database, asOf, columns));
    const rows = await columns.all(newcomersSql, { as_of: asOf, hours: 72 });
    return new Map(rows.map((row) => [row['id'], row]));
  } finally {
    await columns.close();
  }
}

const created_at = '2024-03-01T10:00:00Z';
const [lastSecond, oneLater] = ['2024-03-04T10:00:00Z', '2024-03-04T10:00:01Z'];
const login = (account_id: string, ip: string, started_at: string, user_agent = 'Firefox 95') => ({
  ...{ account_id, ip, started_at, user_agent, device_id: `of ${ip}` },
});

beforeAll(async () => {
  const folder = await writeDataset({
    accounts: [
      { account_id: 'edge', created_at, email: 'edge@mail.example' },
      { account_id: 'late', created_at, email: 'late@mail.example' },
      { account_id: 'said', created_at, email: 'now@mail.example', employer: 'Now Ltd' },
      { account_id: 'everywhere', created_at, email: 'e@mail.example' },
    ],
    account_changes: [
      {
        account_id: 'said',
        field: 'employer',
        new_value: 'Now Ltd',
        changed_at: '2024-06-01T00:00:00Z',
      },
      {
        ...{ account_id: 'said', field: 'email', changed_at: '2024-06-01T00:00:00Z' },
        ...{ old_value: 'then@mail.example', new_value: 'now@mail.example' },
      },
    ],
    logins: [
      login('edge', '203.0.113.1', lastSecond),
      login('late', '203.0.113.2', oneLater),
      login('everywhere', '198.51.100.1', '2024-03-01T11:00:00Z', 'Chrome 96'),
      login('everywhere', '203.0.113.3', '2024-03-01T12:00:00Z'),
      login('everywhere', '203.0.113.4', '2024-03-01T13:00:00Z'),
    ],
    profiles: [
      { profile_id: 'p1', account_id: 'edge', site: 'x.example', observed_at: lastSecond },
      { profile_id: 'p2', account_id: 'late', site: 'x.example', observed_at: oneLater },
    ],
    known_shared: [{ type: 'ip', value: '198.51.100.0/24', reason: 'a library' }],
  });
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  await infer(tested.database, knownShared);
});

describe('what is counted of newcomers', () => {
  it('is of the hours after an account was made, their last second among them', async () => {
    const found = await newcomersAt(endOfTime);
    expect(found.get('edge')).toMatchObject({
      ...{ agent: 'Firefox 95', home: '203.0.113.1' },
      steps: [expect.stringMatching(/ profile$/)],
    });
    expect(found.get('late')).toMatchObject({ agent: null, home: null, steps: null });
  });

  it('is of no time after the one that is asked for', async () => {
    const found = await newcomersAt('2024-03-04T09:59:59.000Z');
    expect(found.get('edge')).toMatchObject({ agent: null, home: null, steps: null });
    expect((await newcomersAt('2024-03-01T09:00:00.000Z')).size).toBe(0);
  });

  it('is what they said then, also where they said nothing', async () => {
    const then = (await newcomersAt('2024-05-01T00:00:00.000Z')).get('said');
    expect(then).toMatchObject({ email: 'then@mail.example', employer: null });
    const now = (await newcomersAt(endOfTime)).get('said');
    expect(now).toMatchObject({ email: 'now@mail.example', employer: 'Now Ltd' });
  });

  it('passes over addresses that are everybody’s, but not over what was used there', async () => {
    expect((await newcomersAt(endOfTime)).get('everywhere')).toMatchObject({
      ...{ agent: 'Chrome 96', home: '203.0.113.3' },
    });
  });
});
