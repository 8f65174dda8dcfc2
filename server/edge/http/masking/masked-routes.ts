/** Of every route that is answered masked: how its answer is, and what the names are that it is asked by. */
import { routes, type Answer, type RouteName } from '../../../../domain/api/api.ts';
import type { LinkedAccount } from '../../../../domain/answers.ts';
import type { z } from 'zod';
import { auditEntries, auditEntry } from './audit-plans.ts';
import {
  accountScoreFields,
  clusterFields,
  clusterTie,
  decided,
  findingSummary,
  findingSummaryFields,
  nodeDetail,
  overviewCluster,
  titledFields,
  wholeFindingFields,
} from './finding-plans.ts';
import { graph, neighbourCount, node } from './graph-plans.ts';
import {
  asIs,
  cluster,
  cursor,
  list,
  maybe,
  none,
  nothing,
  shape,
  word,
  type Plan,
} from './plan.ts';
import { detection, overview, run } from './run-plans.ts';

type Routes = typeof routes;

/** The routes that say that they are. */
export type MaskedRoute = {
  [N in RouteName]: Routes[N]['unseen'] extends 'masked' ? N : never;
}[RouteName];

/** A parameter: of which kind of thing it is the name, or that it names none; `text` could be anybody's. */
export type Asked = 'account' | 'ref' | 'finding' | 'cluster' | 'cursor' | 'plain' | 'text';

type Parameters<N extends MaskedRoute> =
  keyof z.output<Routes[N]['params']> | keyof z.output<Routes[N]['query']>;

export const plans: { readonly [N in MaskedRoute]: Plan<Answer<N>> } = {
  overview,
  findings: shape<Answer<'findings'>>({
    items: list(
      shape<Answer<'findings'>['items'][number]>({ ...findingSummaryFields, decided, named: none }),
    ),
    next: cursor,
    total: asIs,
  }),
  finding: shape<Answer<'finding'>>({ ...wholeFindingFields, cluster_id: maybe(cluster) }),
  findingGraph: graph,
  clusters: shape<Answer<'clusters'>>({
    items: list(
      shape<Answer<'clusters'>['items'][number]>({ ...clusterFields, decided, ...titledFields }),
    ),
    next: cursor,
  }),
  cluster: shape<Answer<'cluster'>>({
    ...clusterFields,
    ...titledFields,
    finding_list: list(findingSummary),
  }),
  clusterGraph: graph,
  clusterOverview: shape<Answer<'clusterOverview'>>({
    run: maybe(word),
    clusters: list(overviewCluster),
    ties: list(clusterTie),
    omitted: asIs,
  }),
  accounts: shape<Answer<'accounts'>>({
    items: list(
      shape<Answer<'accounts'>['items'][number]>({
        ...accountScoreFields,
        caption: (_caption, masker, { account_id: id }) => masker.caption({ type: 'account', id }),
      }),
    ),
    next: cursor,
  }),
  node: nodeDetail,
  neighbours: shape<Answer<'neighbours'>>({ items: list(neighbourCount) }),
  expand: graph,
  explainGraph: graph,
  pairGraph: graph,
  accountGraph: graph,
  linkedAccounts: shape<Answer<'linkedAccounts'>>({
    items: list(shape<LinkedAccount>({ account: node, score: asIs, bonds: none })),
    next: nothing,
  }),
  path: graph,
  runs: shape<Answer<'runs'>>({ items: list(run), next: cursor }),
  beginDetection: detection,
  detections: shape<Answer<'detections'>>({ items: list(detection), next: cursor }),
  detection,
  cancelDetection: detection,
  auditEntries,
  auditEntry,
};

const paged = { cursor: 'cursor', limit: 'plain' } as const;
const pair = { a: 'account', b: 'account' } as const;
const id = { detection: 'plain' } as const;

export const asked: {
  readonly [N in MaskedRoute]: { readonly [P in Parameters<N>]: Asked };
} = {
  overview: {},
  findings: {
    ...paged,
    detector: 'plain',
    account: 'account',
    cluster: 'cluster',
    min_score: 'plain',
    max_score: 'plain',
    indicator: 'plain',
    state: 'plain',
    text: 'text',
  },
  finding: { id: 'finding' },
  findingGraph: { id: 'finding' },
  clusters: paged,
  cluster: { id: 'cluster' },
  clusterGraph: { id: 'cluster' },
  clusterOverview: {},
  accounts: paged,
  node: { ref: 'ref' },
  neighbours: { ref: 'ref' },
  expand: { ref: 'ref', type: 'plain', direction: 'plain', limit: 'plain' },
  explainGraph: pair,
  pairGraph: pair,
  accountGraph: { account: 'account', limit: 'plain' },
  linkedAccounts: { account: 'account', limit: 'plain' },
  path: { from: 'ref', to: 'ref' },
  runs: paged,
  beginDetection: {},
  detections: { limit: 'plain' },
  detection: id,
  cancelDetection: id,
  auditEntries: {
    ...paged,
    ...{ act: 'plain', by: 'plain', since: 'plain', until: 'plain', log: 'plain' },
    ...{ thing: 'text', text: 'text' },
  },
  auditEntry: { number: 'plain' },
};
