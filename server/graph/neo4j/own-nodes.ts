/**
 * The nodes that are the program's own, none of which is data: loads, runs, decisions, schedules, what people keep. Each
 * has the label that `ownLabel` makes of its kind, and no type of the data has a label that begins so
 * (`test/neo4j/own-nodes.test.ts`). Queries write that label out: `MATCH (r:SkeinRun)`.
 */
interface OwnNode {
  kind: string;
  unique: readonly string[];
  indexed?: readonly (string | readonly string[])[];
}

/** What is unique in each, and looked up. */
export const ownNodes: readonly OwnNode[] = [
  { kind: 'SourceFile', unique: ['ref'], indexed: ['sha256'] },
  { kind: 'SavedMapping', unique: ['id'] },
  { kind: 'LabelStore', unique: ['id'] },
  { kind: 'Load', unique: ['id'], indexed: ['started', 'alive_until'] },
  { kind: 'EventBatch', unique: ['key'] },
  { kind: 'DerivationState', unique: ['id'] },
  { kind: 'InferredEdition', unique: ['id'] },
  { kind: 'Run', unique: ['id'], indexed: ['started'] },
  { kind: 'AskedGroups', unique: ['run', 'detector'] },
  {
    kind: 'Finding',
    unique: ['run', 'id'],
    // What lists of a run are narrowed and ordered by, so that a page reads no more than itself.
    indexed: [
      ...['run', 'id'],
      ...[
        ['run', 'score'],
        ['run', 'detector', 'score'],
        ['run', 'doubt'],
        ['run', 'first_found'],
        ['run', 'cluster_id'],
        // Of those in no cluster alone.
        ['run', 'alone_score'],
        ['run', 'alone_doubt'],
      ],
    ],
  },
  { kind: 'Cluster', unique: ['run', 'id'], indexed: ['run'] },
  { kind: 'ClusterThing', unique: ['run', 'thing'], indexed: ['run'] },
  // Withdrawn ones have no `in_force`: of one thing there is one judgement in force.
  { kind: 'Judgement', unique: ['id'], indexed: ['subject'] },
  { kind: 'Judgement', unique: ['in_force'] },
  { kind: 'SavedQuery', unique: ['id'] },
  // One of a query is `active` at a time, which holds that query's id.
  { kind: 'PatternWatch', unique: ['id'], indexed: ['query'] },
  { kind: 'PatternWatch', unique: ['active'] },
  { kind: 'PatternTrial', unique: ['id'], indexed: [['query', 'version']] },
  { kind: 'PatternAsking', unique: ['watch', 'run'], indexed: ['run', 'query'] },
  { kind: 'PatternAnswer', unique: ['id'], indexed: [['query', 'version'], 'run'] },
  { kind: 'Feed', unique: ['id'] },
  // Who alone may know of a list (docs/PEOPLE.md); none of one that all may.
  { kind: 'ListMarking', unique: ['list'] },
  { kind: 'Screening', unique: ['id'], indexed: ['feed'] },
  // A cluster's has no `subject` while no cluster of the latest run continues it.
  { kind: 'Disposition', unique: ['id'], indexed: ['decided_at'] },
  { kind: 'Disposition', unique: ['subject'] },
  { kind: 'WeightException', unique: ['id'] },
  { kind: 'DispositionEntry', unique: ['id'], indexed: ['disposition', 'became_at'] },
  { kind: 'ExplanationCheck', unique: ['id'], indexed: ['disposition'] },
  { kind: 'ParameterRevision', unique: ['detector', 'revision'], indexed: ['detector'] },
  { kind: 'WeightRevision', unique: ['revision'] },
  { kind: 'Trial', unique: ['id'] },
  { kind: 'Detection', unique: ['id'] },
  { kind: 'AccountScore', unique: ['run', 'account_id'], indexed: ['run', ['run', 'score']] },
  { kind: 'Case', unique: ['id'], indexed: ['changed', 'joined_into'] },
  { kind: 'CaseBoard', unique: ['id'], indexed: ['case'] },
  { kind: 'CaseComment', unique: ['id'], indexed: ['case'] },
  { kind: 'CaseMention', unique: ['comment', 'who'], indexed: ['who'] },
  { kind: 'CaseTask', unique: ['id'], indexed: ['case'] },
  { kind: 'CaseEvent', unique: ['id'], indexed: ['case'] },
  { kind: 'Schedule', unique: ['id'] },
  { kind: 'ScheduleRevision', unique: ['schedule', 'revision'] },
  { kind: 'Job', unique: ['id'], indexed: ['schedule', 'state', 'made'] },
  // Of a moment, or of a request, one job is made.
  { kind: 'Job', unique: ['schedule', 'key'] },
  { kind: 'JobLine', unique: ['job', 'number'], indexed: ['job'] },
  { kind: 'BoardRevision', unique: ['board', 'revision'], indexed: ['board'] },
  { kind: 'Delivery', unique: ['id'], indexed: ['next_at', 'run'] },
  { kind: 'Delivery', unique: ['report', 'recipient_key'] },
  // Of a name, whatever its letters' case, there is one person. Secrets are kept as their digests alone.
  { kind: 'Person', unique: ['id'] },
  { kind: 'Person', unique: ['key'] },
  // Of those who come in by single sign-on.
  { kind: 'Person', unique: ['provider_key'] },
  { kind: 'Session', unique: ['digest'], indexed: ['person'] },
  { kind: 'AccessToken', unique: ['digest'], indexed: ['person'] },
  // What a browser knows one by is not ours to choose; of it there is one all the same.
  { kind: 'Passkey', unique: ['id'], indexed: ['person'] },
  { kind: 'Passkey', unique: ['credential'] },
  { kind: 'EntryLink', unique: ['digest'], indexed: ['person'] },
  // The custody logs of all homes, as one chain (docs/CUSTODY.md); and where its head was put outside.
  {
    kind: 'AuditEntry',
    unique: ['number'],
    indexed: ['at', ['act', 'number'], ['by', 'number']],
  },
  { kind: 'AuditEntry', unique: ['log', 'entry'] },
  { kind: 'AuditChain', unique: ['id'] },
  { kind: 'AuditAnchor', unique: ['id'] },
  // What is neither erased nor removed by age; and who was erased, by a keyed digest (docs/RETENTION.md).
  { kind: 'Hold', unique: ['id'] },
  { kind: 'Removal', unique: ['id'] },
  // Rules that a server has seen, by their digest; and each time that they were applied.
  { kind: 'AgingRules', unique: ['id'] },
  { kind: 'Aging', unique: ['id'], indexed: ['begun'] },
  { kind: 'Erasure', unique: ['id'], indexed: ['mark'] },
  { kind: 'DeliveryContent', unique: ['content', 'part'], indexed: ['content'] },
];

/** The one node that marks the database as ours, with the version of its schema. */
export const markLabel = 'Skein';

/** The label of the program's own nodes of a kind. */
export function ownLabel(kind: string): string {
  return `${markLabel}${kind}`;
}

/** Every label that is the program's own. */
export const ownLabels: readonly string[] = [
  markLabel,
  ...new Set(ownNodes.map(({ kind }) => ownLabel(kind))),
];

/** The name of a constraint or an index. */
export function named(...parts: string[]): string {
  return parts.join('_').replaceAll('__', '_').toLowerCase();
}
