import { describe, expect, it } from 'vitest';
import { hasChanges, runDiffSchema } from '../../domain/run-diff.ts';
import { compareRuns, type WholeRun } from '../../server/decisions/compare/compare-runs.ts';
import { withLocale } from '../../server/platform/locale.ts';
import { looseSpace } from '../domain/texts.ts';
import { cluster, found, ran, wholeRun } from './runs.ts';

function compared(before: Partial<WholeRun>, after: Partial<WholeRun>) {
  const diff = compareRuns(wholeRun('R-1', before), wholeRun('R-2', after));
  expect(runDiffSchema.parse(diff)).toEqual(diff);
  return diff;
}

describe('findings', () => {
  it('are new, changed with the names of what changed, gone, or what they were', () => {
    const { findings } = compared(
      { findings: [found('F-1'), found('F-2'), found('F-3'), found('F-5')] },
      {
        findings: [
          found('F-1'),
          found('F-2', { facts: { accounts: 3, days: 1 } }),
          found('F-4'),
          found('F-5', { accounts: ['a1', 'a2', 'a3'] }),
        ],
      },
    );
    expect(findings).toEqual({
      new: ['F-4'],
      changed: [
        { id: 'F-2', facts: ['accounts', 'days'] },
        { id: 'F-5', facts: ['accounts'] },
      ],
      gone: ['F-3'],
      superseded: [],
      named: ['F-2', 'F-3', 'F-4', 'F-5'].map((id) => ({
        ...{ id, detector: 'shared-payout', title: `Title of ${id}`, score: 0.8 },
      })),
    });
  });

  it('of another version of their detector are superseded, whatever their facts say', () => {
    const after = found('F-1', { version: 2, facts: { otherwise: true } });
    const { findings } = compared({ findings: [found('F-1')] }, { findings: [after] });
    expect(findings).toMatchObject({ new: [], changed: [], gone: [], superseded: ['F-1'] });
  });

  it('of a detector that did not run again are not gone; it is named', () => {
    const ring = found('F-1', { detector: 'rating-ring' });
    const before = wholeRun('R-1', { findings: [ring] }, [
      ran('rating-ring'),
      ran('shared-payout'),
    ]);
    const after = wholeRun('R-2', {}, [ran('shared-payout', 2)]);
    const diff = compareRuns(before, after);
    expect(diff.findings.gone).toEqual([]);
    expect(diff.detectors).toEqual([
      { id: 'rating-ring', from: 1, to: null },
      { id: 'shared-payout', from: 1, to: 2 },
    ]);
  });
});

describe('clusters', () => {
  const three = ['a1', 'a2', 'a3'];
  const held = found('F-1', { accounts: three });

  it('say through what those who joined came, and where the money goes that did not before', () => {
    const before = { findings: [held], clusters: [cluster(three, ['F-1'], 0.7)] };
    const payout = found('F-2', {
      accounts: ['a3', 'a4'],
      nodes: [{ type: 'payment_account', id: 'p9' }],
    });
    const after = {
      findings: [held, payout],
      clusters: [cluster([...three, 'a4'], ['F-1', 'F-2'], 0.9)],
    };
    expect(compared(before, after).clusters).toMatchObject([
      {
        change: 'grown',
        joined: ['a4'],
        left: [],
        reasons: [
          '1 account joined',
          'Joined through: Title of F-2',
          'Payment accounts that its findings did not show before: p9',
          '1 finding of shared-payout new',
          'Score 0.70 before, 0.90 now',
        ],
      },
    ]);
  });

  it('say who is paid elsewhere than before, since when, and where no longer', () => {
    const paid = (
      account: string,
      payment_account: string,
      since: string,
      last: string | null,
    ) => ({
      ...{ account, payment_account, since, last },
    });
    const same = { findings: [held], clusters: [cluster(three, ['F-1'])] };
    const before = [
      paid('a1', 'p1', '2024-01-01', '2024-05-31'),
      paid('a2', 'p1', '2024-01-01', null),
      paid('a3', 'p2', '2024-01-01', '2024-05-31'),
    ];
    const after = [
      ...before,
      paid('a1', 'p9', '2024-06-01', '2024-06-02'),
      paid('a2', 'p9', '2024-06-03', null),
      // Somebody who joins moves nothing.
      paid('a4', 'p9', '2024-06-03', null),
    ];
    const grown = { findings: [held], clusters: [cluster([...three, 'a4'], ['F-1'])] };
    const diff = compared({ ...same, payouts: before }, { ...grown, payouts: after });
    expect(diff.clusters[0]).toMatchObject({
      change: 'grown',
      reasons: [
        '2 accounts are paid into p9 now, since 2024-06-01; besides p1',
        '1 account joined',
      ],
      payouts: [
        {
          payment_account: 'p9',
          accounts: [
            { account_id: 'a1', since: '2024-06-01', ceased: ['p1'], kept: [] },
            { account_id: 'a2', since: '2024-06-03', ceased: [], kept: ['p1'] },
          ],
        },
      ],
    });
    const moved = compared({ ...same, payouts: before }, { ...same, payouts: after });
    expect(moved.clusters[0]).toMatchObject({
      change: 'unchanged',
      payouts: [{ accounts: [{}, {}] }],
    });
    expect(hasChanges(moved)).toBe(true);
    // A run that kept no payouts says nothing of them.
    expect(hasChanges(compared(same, { ...same, payouts: after }))).toBe(false);
  });

  it('that are new say what holds them together, those that are gone what is missing', () => {
    const one = { findings: [held], clusters: [cluster(three, ['F-1'])] };
    expect(compared({}, one).clusters).toMatchObject([
      { change: 'new', was: [], joined: three, reasons: ['Held together by: Title of F-1'] },
    ]);
    expect(compared(one, {}).clusters).toMatchObject([
      {
        change: 'gone',
        id: one.clusters[0]!.id,
        left: three,
        accounts: 0,
        reasons: ['1 finding of shared-payout gone'],
      },
    ]);
    expect(compared(one, { findings: [held] }).clusters[0]?.reasons).toEqual([
      'Its accounts score too low now to be in a cluster',
    ]);
  });

  it('that merged say through what, and those that were parted where the others are', () => {
    const others = ['b1', 'b2', 'b3'];
    const two = {
      findings: [held, found('F-2', { accounts: others })],
      clusters: [cluster(three, ['F-1']), cluster(others, ['F-2'])],
    };
    const bridge = found('F-3', { accounts: ['a1', 'b1'] });
    const one = {
      findings: [...two.findings, bridge],
      clusters: [cluster([...three, ...others], ['F-1', 'F-2', 'F-3'])],
    };
    const [merged] = compared(two, one).clusters;
    expect(merged).toMatchObject({ change: 'merged', joined: [], left: [] });
    expect(merged?.was).toHaveLength(2);
    expect(merged?.reasons).toContain('Now one through: Title of F-3');
    const parts = compared(one, two).clusters;
    expect(parts.map(({ change }) => change)).toEqual(['split', 'split']);
    expect(parts[0]?.reasons).toContain(`3 accounts went to ${parts[1]!.id}`);
    expect(parts[0]?.reasons).toContain('No longer found: Title of F-3');
  });

  it('that nothing moved in are unchanged and need nobody', () => {
    const same = { findings: [held], clusters: [cluster(three, ['F-1'])] };
    const diff = compared(same, same);
    expect(diff.clusters).toMatchObject([{ change: 'unchanged', reasons: [] }]);
    expect(hasChanges(diff)).toBe(false);
  });

  it('say it in French', () => {
    const before = { findings: [held], clusters: [cluster(three, ['F-1'], 0.7)] };
    const after = { findings: [held], clusters: [cluster(['a1', 'a2'], ['F-1'], 0.6)] };
    const [shrunk] = withLocale('fr', () => compared(before, after).clusters);
    expect(shrunk?.reasons).toEqual([
      '1 compte en est sorti et n’est dans aucun groupe',
      'Score 0,70 avant, 0,60 maintenant',
    ]);
    for (const reason of shrunk!.reasons) expect(reason).not.toMatch(looseSpace);
  });
});

it('lists every account whose score is another, those without evidence with 0', () => {
  const { accounts } = compared(
    { accounts: [score('a2', 0.5), score('a1', 0.4), score('a3', 0.2)] },
    { accounts: [score('a2', 0.5), score('a1', 0.6), score('a4', 0.1)] },
  );
  expect(accounts).toEqual([
    { account_id: 'a1', from: 0.4, to: 0.6 },
    { account_id: 'a3', from: 0.2, to: 0 },
    { account_id: 'a4', from: 0, to: 0.1 },
  ]);
});

function score(account_id: string, of: number) {
  return { account_id, score: of };
}
