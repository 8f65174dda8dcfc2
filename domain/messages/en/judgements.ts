import { count as counted } from './typography.ts';

const day = (at: string) => at.slice(0, 10);

/** What a person reads of judgements: in explanations, in problems and on the page. */
export const judgementsMessages = {
  /** One line, wherever a judgement is the reason for something. */
  said: {
    confirmed: (by: string, at: string, why: string) => `Confirmed by ${by} on ${day(at)}: ${why}`,
    rejected: (by: string, at: string, why: string) => `Rejected by ${by} on ${day(at)}: ${why}`,
  },
  notCounted: (reason: string, weight: number, said: string) =>
    `${reason}. It would weigh ${weight.toFixed(2)} and counts for nothing. ${said}`,
  sameHands: 'An analyst confirmed that the same hands run both',
  oneIdentity: 'An analyst judged both to be one and the same',
  clusterBond: 'what an analyst confirmed',
  outdated: 'Judged otherwise since the run. That counts from the next detection on.',
  problems: {
    relation: 'is the key of no inferred relation; give it as a graph has it',
    stated: 'is a relation that a row states; only what the program inferred can be judged',
    ownRecord: 'is what an account said of itself; there is nothing to judge',
    noRelation:
      'There is no such inferred relation in the graph. What was rejected before comes back with the next `skein detect`, if its rule still says so.',
    needless: 'goes with another kind of judgement',
    missing: 'is missing',
    twoAccounts: 'must be two different accounts',
    oneType: 'must be two or more different nodes of one type',
    onlyConfirmed: 'an identity can only be confirmed; withdraw it to split it',
    judged: (by: string, at: string) =>
      `${by} judged this on ${day(at)}, and that is in force. Withdraw it first.`,
    contradicts: (a: string, b: string) =>
      `${a} and ${b} would be one and the same, and not linked. Withdraw one of the two judgements first.`,
    none: (id: string) => `There is no judgement ${id}.`,
    withdrawnBefore: (by: string, at: string) => `${by} withdrew it on ${day(at)} already.`,
  },
  page: {
    title: 'Judgement',
    history: 'What analysts judged',
    nothing: 'Nobody has judged it.',
    askRelation: 'Is this inference right?',
    askLink: 'Do the same hands run both?',
    confirm: 'Confirm',
    reject: 'Reject',
    confirmRelation: 'Confirm the inference',
    rejectRelation: 'Reject the inference',
    confirmLink: 'Confirm: the same hands',
    rejectLink: 'Reject: not linked',
    merge: 'Same identity …',
    mergeTitle: (n: number, many: string) =>
      `Judge ${n.toLocaleString('en')} ${many} one and the same`,
    mergeHint: 'They are then drawn as one, and accounts count as surely linked.',
    confirmRelationHint: 'It then counts as certain wherever detection uses it.',
    rejectRelationHint: 'It is then not inferred again, and hidden on every canvas.',
    confirmLinkHint: 'The two are then linked surely, whatever they have in common.',
    rejectLinkHint: 'The two are then not linked, whatever they have in common.',
    why: 'Why',
    whyHint: 'Kept with your name and the time. Others will read it.',
    tooLong: (most: number) => `At most ${counted(most, 'character', 'characters')}.`,
    whyMissing: 'Say why: a judgement without a reason is not kept.',
    record: 'Record',
    cancel: 'Cancel',
    withdraw: 'Withdraw …',
    withdrawTitle: 'Withdraw the judgement',
    withdrawHint: 'It stays in the history, and counts no more.',
    withdrawDo: 'Withdraw',
    split: 'Split …',
    splitTitle: 'Split what was judged one and the same',
    splitHint: 'Each is drawn by itself again. The judgement stays in the history.',
    splitDo: 'Split',
    /** What it was, in a history: kind, then verdict. */
    verdictOf: {
      relation: { confirmed: 'Inference confirmed', rejected: 'Inference rejected' },
      link: { confirmed: 'Same hands: confirmed', rejected: 'Not linked: rejected' },
      identity: { confirmed: 'One and the same', rejected: 'Not the same' },
    },
    byAt: (by: string, when: string) => `${by}, ${when}`,
    because: (says: string, reason: string) => `${says}: ${reason}`,
    withdrawn: (by: string, when: string, why: string) => `Withdrawn by ${by}, ${when}: ${why}`,
    inForce: 'in force',
    atOnce: 'Taken back at once by whoever recorded it.',
    nextRun: 'Scores and clusters change with the next detection, not before.',
    counted: 'The latest run used it.',
    recorded: 'The judgement is recorded. Scores change with the next detection run.',
    withdrawnNews: 'The judgement is withdrawn. Scores change with the next detection run.',
    notCounted: 'Rejected: none of this counts.',
    hidden: (n: number) =>
      n === 1
        ? '1 relation that an analyst rejected is hidden.'
        : `${n.toLocaleString('en')} relations that analysts rejected are hidden.`,
    shown: (n: number) =>
      n === 1
        ? '1 rejected relation is shown.'
        : `${n.toLocaleString('en')} rejected relations are shown.`,
    show: 'Show what was rejected',
    hide: 'Hide what was rejected',
    mark: { confirmed: '✓ confirmed', rejected: '✗ rejected' },
    judgedLink: { confirmed: 'is run by the same hands as', rejected: 'is not linked to' },
    same: (caption: string, others: readonly string[]) => `${caption} (= ${others.join(', ')})`,
    identity: 'Judged one and the same',
    identityHint: (n: number) => `${counted(n, 'node', 'nodes')}, side by side`,
    apart: 'Draw them apart',
    together: 'Draw them as one',
    differs: 'differs',
    differ: (n: number) =>
      n === 0
        ? 'They contradict each other in nothing.'
        : `They differ in ${n.toLocaleString('en')} ${n === 1 ? 'column' : 'columns'}.`,
    column: 'Column',
    more: (n: number) => `and ${n.toLocaleString('en')} more`,
  },
  evidence: {
    title: 'What analysts judged',
    text: 'Decisions of people about what is shown here, with who, when and why. Detection used those that were in force when it ran.',
    head: ['What', 'About', 'Who, when', 'Why', 'Withdrawn'],
  },
} as const;
