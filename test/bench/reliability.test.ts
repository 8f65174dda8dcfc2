/** docs/RELIABILITY.md leaves out nothing that was measured, whichever program measured it. */
import { expect, it } from 'vitest';
import { reliabilityPage } from '../../bench/reliability/page.ts';
import { measuredIn } from '../../bench/reliability/record.ts';

const of = { by: 'Commit 2c2f5e62; 2 cores', at: '2026-12-01T09:01:37.930Z' };
const spread = { requests: 10, p50: 1, p95: 2, p99: 3 };
const users = { ...of, users: 200, minutes: 10, errors: {}, server: 458.5, neo4j: 1442.9 };

it('shows a part by its figures, with the commit that it is of', () => {
  const whole = { ...users, first: spread, later: spread, kinds: [{ kind: 'GET /x', ...spread }] };
  const page = reliabilityPage(measuredIn({ users: whole }));
  expect(page).toContain('Commit 2c2f5e62; 2 cores; 2026-12-01. 200 users for 10 minutes');
  expect(page).toContain('`GET /x`');
  expect(page).not.toContain('earlier form');
});

it('shows a part of an earlier form as it stands, with the commit that it is of', () => {
  const page = reliabilityPage(measuredIn({ users: { ...users, requests: 12_048, p50: 34.55 } }));
  expect(page).toContain('Commit 2c2f5e62; 2 cores; 2026-12-01. By an earlier form');
  for (const figure of ['12048', '34.6', '458.5', '1442.9']) expect(page).toContain(figure);
});

it('says of each other that it was not measured yet', () => {
  expect(reliabilityPage({}).match(/Not measured yet\./g)).toHaveLength(5);
});
