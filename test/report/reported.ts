/** A report of a morning on which a cluster is new, one has grown and one is gone; in the language in force. */
import type { Cluster } from '../../domain/finding.ts';
import { compareRuns } from '../../server/compare/compare-runs.ts';
import { readDetectors } from '../../server/report/detector-health.ts';
import type { ClusterReport } from '../../server/report/report-data.ts';
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
  });
  const after = wholeRun('R-2', {
    findings: later,
    clusters: [
      cluster([...three, 'a4'], ['F-1', 'F-3'], 0.85),
      steady,
      cluster(['n1', 'n2'], ['F-4'], 0.77),
    ],
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
    })),
    loose: [found('F-9')],
    detectors: await readDetectors(history),
    trend: history.map(({ run: name, ended }, at) => ({
      ...{ run: name, ended, clusters: 3 + (at % 4), accounts: 9 + at, findings: 20 + at * at },
    })),
  };
}

function named(one: Cluster): Cluster {
  const accounts = one.accounts.length;
  return {
    ...one,
    name: `${accounts} accounts paid into one account`,
    summary: `${accounts} accounts, linked by payouts into one account, 2018-01-02 to 2018-05-31.`,
  };
}
