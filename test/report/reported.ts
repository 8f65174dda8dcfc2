/**
 * A report of a morning on which a cluster is new, one has grown, one moved its payouts and one is gone; some of it was
 * decided before. In the language in force.
 */
import type { Decision, TriageItem } from '../../domain/disposition.ts';
import type { Cluster } from '../../domain/finding.ts';
import { compareRuns } from '../../server/decisions/compare/compare-runs.ts';
import { readDetectors } from '../../server/evidence/report/detector-health.ts';
import type { ClusterReport } from '../../server/evidence/report/report-data.ts';
import { cluster, found, ran, wholeRun } from '../compare/runs.ts';
import { hostile } from '../evidence/exhibits.ts';

const three = ['a1', 'a2', 'a3'];
const earlier = [
  found('F-1', { accounts: three, title: 'Three accounts are paid into the payment account p1' }),
  found('F-2', { accounts: ['b1', 'b2'], title: 'Two accounts log in on one device' }),
];
const later = [
  ...earlier,
  found('F-3', {
    accounts: ['a3', 'a4'],
    title: 'Two accounts are paid into p9',
    nodes: [{ type: 'payment_account', id: 'p9' }],
  }),
  found('F-4', { accounts: ['n1', 'n2'], title: `Two accounts show one name, ${hostile.markup}` }),
];

export async function reported(): Promise<ClusterReport> {
  const steady = cluster(['b1', 'b2'], ['F-2'], 0.6);
  const before = wholeRun('R-1', {
    findings: earlier,
    clusters: [cluster(three, ['F-1'], 0.71), steady, cluster(['z1', 'z2'], [], 0.5)],
    payouts: ['b1', 'b2'].map((account) => paid(account, 'p3', '2018-01-02', '2018-05-01')),
  });
  const after = wholeRun('R-2', {
    findings: later,
    clusters: [
      cluster([...three, 'a4'], ['F-1', 'F-3'], 0.85),
      steady,
      cluster(['n1', 'n2'], ['F-4'], 0.77),
    ],
    payouts: ['b1', 'b2'].flatMap((account) => [
      paid(account, 'p3', '2018-01-02', '2018-05-01'),
      paid(account, 'p7', '2018-05-02', null),
    ]),
  });
  const changes = compareRuns(before, after);
  const run = { ...after.run, detectors: [ran('shared-payout'), ran('shared-device', 2)] };
  const history = Array.from({ length: 9 }, (_, at) => ({
    ...run,
    run: `R-${at}`,
    ended: `2026-11-${10 + at}T07:00:00.000Z`,
    detectors: run.detectors.map((detector) => ({ ...detector, findings: 2 * at })),
  }));
  return {
    run: { ...run, counts: { accounts: 40, findings: later.length, clusters: 3 } },
    changes,
    queue: {
      new: { cluster: 2, finding: 31 },
      reopened: { cluster: 0, finding: 1 },
      overdue: { cluster: 1, finding: 0 },
      proposed: { cluster: 0, finding: 0 },
    },
    patterns: [],
    clusters: after.clusters.map((one) => ({
      cluster: named(one),
      change: changes.clusters.find(({ id }) => id === one.id) ?? null,
      findings: later.filter(({ id }) => one.findings.includes(id)),
      members: one.accounts.map((account_id) => ({
        ...{ account_id, score: 0.8, cluster_id: one.id, detectors: ['shared-payout'] },
        ...{ prior: -4, reasons: [], caption: account_id === 'a4' ? '김철수' : 'A Person' },
      })),
      received: [{ currency: 'USD', amount: '12345.6', transfers: 12 }],
      judgements: [],
      checks: [],
      decisions: one.findings.includes('F-1') ? decided(one.id) : [],
    })),
    loose: [found('F-9')],
    detectors: await readDetectors(
      history,
      new Map([['shared-payout', { decided: 12, dismissed: 4, confirmed: 7 }]]),
    ),
    trend: history.map(({ run: name, ended }, at) => ({
      ...{ run: name, ended, clusters: 3 + (at % 4), accounts: 9 + at, findings: 20 + at * at },
    })),
  };
}

function paid(account: string, payment_account: string, since: string, last: string | null) {
  return { account, payment_account, since, last };
}

/** The cluster was dismissed and new evidence has come beside; what was decided of a finding of it was reopened. */
function decided(cluster_id: string): TriageItem[] {
  const decision: Decision = {
    ...{ state: 'referred', reason: null, until: null, why: 'Handed over, letter 12.' },
    ...{ by: 'ana', at: '2026-11-16T09:30:00.000Z' },
  };
  const untold: TriageItem = {
    ...{ id: cluster_id, of: cluster_id, kind: 'cluster', title: '', score: 0.85, accounts: 4 },
    ...{ detectors: ['shared-payout'], cluster_id: null, gone: false, state: 'referred' },
    ...{ reason: null, until: null, assignee: null, due: null, revision: 2 },
    ...{ changed: '2026-11-18T07:00:00.000Z', changed_by: 'Skein', decision, earlier: null },
    ...{ news: [{ kind: 'detectors', detectors: ['shared-device'] }], proposed: null },
  };
  return [
    untold,
    {
      ...untold,
      ...{ id: 'F-1', of: 'F-1', kind: 'finding', title: earlier[0]!.title, cluster_id },
      ...{ state: 'new', decision: null, due: '2026-11-17', assignee: 'ben' },
      earlier: {
        ...decision,
        state: 'dismissed',
        reason: 'family',
        why: `Sisters, ${hostile.markup}`,
      },
      news: [{ kind: 'accounts', accounts: ['a3'] }],
    },
  ];
}

function named(one: Cluster): Cluster {
  const accounts = one.accounts.length;
  return {
    ...one,
    name: `${accounts} accounts paid into one account`,
    summary: `${accounts} accounts, linked by payouts into one account, 2018-01-02 to 2018-05-31.`,
  };
}
