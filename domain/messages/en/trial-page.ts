const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

/** What the page says of: parameters in force, and trials of others. */
export const trialPageMessages = {
  title: (detector: string) => `${detector}: its parameters`,
  about:
    'Other values are tried beside the latest run, which stays as it is. What is put in force counts from the next run on, and can be taken back.',
  declared: (value: string) => `declared: ${value}`,
  inForce: (value: string) => `in force: ${value}`,
  between: (min: number | null, max: number | null) =>
    min === null ? `at most ${max ?? ''}` : max === null ? `at least ${min}` : `${min} to ${max}`,
  list: 'split by commas',
  empty: 'none',
  allDeclared: 'Declared values',
  try: 'Try',
  trying: 'At work beside the latest run …',
  failed: 'It could not be tried',
  stale: 'The values have changed since this trial: try again.',
  result: 'What would change',
  beside: (run: string) => `Beside run ${run}`,
  found: 'found',
  lost: 'lost',
  changed: 'changed',
  kept: 'alike',
  findings: 'Findings',
  all: 'all',
  confirmed: 'confirmed',
  dismissed: 'dismissed',
  otherwise: 'otherwise decided',
  undecided: 'undecided',
  countsAs:
    'A finding counts as decided if it was decided itself; failing that, if a cluster, or else another finding, with more than half of its accounts was. So there may be more of them than decisions made.',
  dismissedFor: (reasons: string) => `Dismissed among what is lost: ${reasons}`,
  reason: (number: number, reason: string) => `${number.toLocaleString('en')} ${reason}`,
  basis: {
    own: (state: string) => state,
    cluster: (state: string, of: string) => `${state} as part of ${of}`,
    accounts: (state: string, of: string) => `its accounts in ${of}: ${state}`,
  },
  more: (number: number) => `and ${number.toLocaleString('en')} more`,
  clusters: (changed: number, gone: number, made: number) =>
    `${count(changed, 'cluster', 'clusters')} would be otherwise, ${made} new and ${gone} gone among them.`,
  scores: (raised: number, lowered: number) =>
    `${count(raised, 'account scores', 'accounts score')} higher, ${lowered.toLocaleString('en')} lower.`,
  line: (over: number, under: number, line: string) =>
    `${count(over, 'account comes', 'accounts come')} to ${line} or more, from which they can be in a cluster; ${under.toLocaleString('en')} fall below.`,
  nothing: 'Nothing would change.',
  /** Where scores change and no finding does. */
  sameFindings: 'No finding would come, go or change.',
  sameClusters: 'Every cluster would hold the same accounts.',
  put: 'Put in force',
  why: 'Why',
  whyMissing: 'Say why: it stays in the history.',
  restsOn: 'It names this trial as its reason.',
  putNews: 'The values are in force from the next detection run on.',
  history: 'Changes',
  noHistory: 'All is as declared, and has been.',
  revision: (revision: number, by: string, when: string) => `${revision}: ${by}, ${when}`,
  asDeclared: 'all as declared',
  afterTrial: (trial: string) => `after trial ${trial}`,
} as const;
