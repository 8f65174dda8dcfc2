/** Findings, clusters and scores, for whoever does not see personal data. */
import type { FindingSummary, NodeDetail, OwnClients } from '../../../../domain/answers.ts';
import type { ClusterTie, OverviewCluster } from '../../../../domain/cluster-overview.ts';
import type { DecidedMark } from '../../../../domain/disposition.ts';
import type {
  AccountScore,
  BareFinding,
  Cluster,
  CountedRows,
  Evidence,
  Finding,
  GroupSum,
  GroupTerm,
  Reason,
  Tie,
} from '../../../../domain/finding.ts';
import { valuesOfNode } from './masked-values.ts';
import { named, nodeFields, ref } from './graph-plans.ts';
import {
  account,
  asIs,
  blank,
  cluster,
  figures,
  finding,
  leftOut,
  list,
  maybe,
  none,
  nothing,
  shape,
  time,
  withheld,
  word,
  type Fields,
  type Plan,
} from './plan.ts';
import { ranking } from './ranking-plans.ts';

/** What people wrote of it is not shown. */
export const decided = maybe(
  shape<DecidedMark>({
    state: asIs,
    reason: asIs,
    until: maybe(time),
    news: none,
    proposed: nothing,
  }),
);

const nameOfCluster: Plan<string, { id: string }> = (_name, masker, { id }) => masker.cluster(id);
const titleOfFinding: Plan<string, { detector: string }> = (_title, masker, { detector }) =>
  masker.findingTitle(detector);

const ofAnyFinding = {
  id: finding,
  detector: word,
  version: asIs,
  score: asIs,
  title: titleOfFinding,
  accounts: list(account),
  nodes: list(ref),
  facts: figures,
  indicators: list(word),
  possible_role: asIs,
  ties: list(shape<Tie>({ a: account, b: account, share: asIs })),
  rests_on: leftOut,
  first_seen: maybe(time),
  last_seen: maybe(time),
  counted: list(shape<CountedRows>({ type: word, rows: asIs, cited: asIs })),
} satisfies Fields<BareFinding>;

export const findingSummaryFields: Fields<FindingSummary> = {
  ...ofAnyFinding,
  cluster_id: maybe(cluster),
  evidence_count: asIs,
};
export const findingSummary = shape<FindingSummary>(findingSummaryFields);

export const wholeFindingFields: Fields<Finding> = {
  ...ofAnyFinding,
  evidence: list(
    shape<Evidence>({ type: word, from: ref, to: maybe(ref), at: maybe(time), sources: none }),
  ),
};

const groupTerm = shape<GroupTerm>({
  name: word,
  full: asIs,
  weight: asIs,
  accounts: asIs,
  findings: list(finding),
  exits: list(
    shape<NonNullable<GroupTerm['exits']>[number]>({
      network: withheld,
      members: asIs,
      users: asIs,
    }),
  ),
  clients: list(
    shape<NonNullable<GroupTerm['clients']>[number]>({
      client: account,
      members: asIs,
      hired: asIs,
    }),
  ),
});

export const clusterFields: Fields<Cluster> = {
  id: cluster,
  score: asIs,
  accounts: list(account),
  findings: list(finding),
  detectors: list(word),
  name: nameOfCluster,
  summary: blank,
  held_by: list(finding),
  splits_without: maybe(finding),
  first_seen: maybe(time),
  last_seen: maybe(time),
  group: shape<GroupSum>({ prior: asIs, terms: list(groupTerm), total: asIs, rivals: asIs }),
  ranking,
};

export const titledFields = {
  own_clients: shape<OwnClients>({ count: asIs, named: list(named) }),
  held_at: list(named),
};

const reason = shape<Reason>({
  name: word,
  amount: asIs,
  weight: asIs,
  findings: list(finding),
  same_rows_as: finding,
  excepted: leftOut,
});

export const accountScoreFields: Fields<AccountScore> = {
  account_id: account,
  score: asIs,
  cluster_id: maybe(cluster),
  detectors: list(word),
  prior: asIs,
  reasons: list(reason),
};

export const nodeDetail = shape<NodeDetail>({
  ...nodeFields,
  values: (values, _masker, { type }) => valuesOfNode(type, values),
  extra: () => ({}),
  sources: none,
  history: none,
  findings: list(findingSummary),
  sum: maybe(shape<NonNullable<NodeDetail['sum']>>({ prior: asIs, reasons: list(reason) })),
  clusters: list(
    shape<NodeDetail['clusters'][number]>({ id: cluster, name: nameOfCluster, score: asIs }),
  ),
});

export const overviewCluster = shape<OverviewCluster>({
  id: cluster,
  score: asIs,
  name: nameOfCluster,
  first_seen: maybe(time),
  last_seen: maybe(time),
  accounts: asIs,
  decided,
});

export const clusterTie = shape<ClusterTie>({
  between: ([one, other], masker) => [masker.found('cluster', one), masker.found('cluster', other)],
  things: list(
    shape<ClusterTie['things'][number]>({
      node: named,
      users: asIs,
      accounts: asIs,
      uses: asIs,
    }),
  ),
  shared: asIs,
  uses: asIs,
  money: list(
    shape<ClusterTie['money'][number]>({
      from: cluster,
      to: cluster,
      currency: word,
      amount: asIs,
      count: asIs,
      first: maybe(time),
      last: maybe(time),
    }),
  ),
});
