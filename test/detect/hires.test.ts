import { expect, it, onTestFinished } from 'vitest';
import { openColumns } from '../../server/detection/columns/open-columns.ts';
import { endOfTime } from '../../server/detection/detect/run-detector.ts';
import { hiresSql, readHires } from '../../server/detection/derive/hires.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { writeDataset, type Row } from '../dataset.ts';

const tested = testDatabase();

const account = (account_id: string, role: string): Row => ({
  ...{ account_id, platform: 'p', created_at: '2024-01-01T00:00:00Z', role },
});
const bid = (bid_id: string, account_id: string, job_id: string, status: string): Row => ({
  ...{ bid_id, account_id, job_id, status, submitted_at: '2024-02-01T00:00:00Z' },
});
const rating = (id: string, from: string, to: string, at: string, job_id = ''): Row => ({
  ...{ rating_id: id, from_account_id: from, to_account_id: to, score: 5, rated_at: at, job_id },
});

it('are whom clients hired or rated, each pair once; not whom the hired rated, nor one another', async () => {
  const folder = await writeDataset({
    accounts: [
      ...['hirer', 'rater', 'payer'].map((id) => account(id, 'client')),
      ...['hired', 'bidder', 'rated', 'twice'].map((id) => account(id, 'developer')),
      account('nobody knows', ''),
    ],
    jobs: ['j1', 'j2', 'j3'].map((job_id) => ({
      ...{ job_id, client_account_id: 'hirer', posted_at: '2024-01-20T00:00:00Z' },
    })),
    bids: [
      bid('b1', 'hired', 'j1', 'accepted'),
      bid('b2', 'bidder', 'j1', 'rejected'),
      bid('b3', 'twice', 'j2', 'accepted'),
      bid('b4', 'twice', 'j3', 'accepted'),
    ],
    ratings: [
      rating('r1', 'rater', 'rated', '2024-03-01T00:00:00Z'),
      rating('r2', 'hirer', 'hired', '2024-03-01T00:00:00Z', 'j1'),
      rating('r3', 'hired', 'hirer', '2024-03-01T00:00:00Z', 'j1'),
      rating('r4', 'rated', 'twice', '2024-03-01T00:00:00Z'),
      rating('r5', 'nobody knows', 'rated', '2024-03-01T00:00:00Z'),
      rating('r6', 'rater', 'payer', '2024-03-01T00:00:00Z'),
      rating('r7', 'rater', 'bidder', '2025-03-01T00:00:00Z'),
    ],
  });
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  const columns = openColumns(tested.database, [hiresSql]);
  onTestFinished(() => columns.close());
  const read = async (asOf: string) =>
    (await readHires(columns, asOf)).map(({ client, hired }) => `${client} ${hired}`).sort();
  const until = ['hirer hired', 'hirer twice', 'nobody knows rated', 'rater rated'];
  expect(await read('2024-12-31T00:00:00.000Z')).toEqual(until);
  expect(await read(endOfTime)).toEqual([...until, 'rater bidder'].sort());
});
