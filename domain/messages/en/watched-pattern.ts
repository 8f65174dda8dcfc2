/** Saved patterns that every run asks too, whose new answers come to the queue and the report. */
const count = (n: number, one: string, many: string) =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

const answers = (n: number) => count(n, 'answer', 'answers');
const percent = (share: number) => `${Math.round(100 * share)}\u00a0%`;

export const watchedPatternMessages = {
  /** The title of an answer in the queue. */
  answer: (pattern: string, accounts: string) => `pattern ${pattern}: ${accounts}`,
  named: (ids: readonly string[]) =>
    ids.length > 3 ? `${ids.slice(0, 3).join(', ')} and ${ids.length - 3} more` : ids.join(', '),
  measured: (confirmed: number, decided: number, share: number, low: number, high: number) =>
    `${confirmed.toLocaleString('en')} of ${count(decided, 'decided answer', 'decided answers')} confirmed: precision ${percent(share)}, 95\u00a0% interval ${percent(low)} to ${percent(high)}`,
  notMeasured: 'No answer was confirmed or dismissed yet: how often it is right is not known.',
  undecided: (n: number) => `${answers(n)} undecided`,
  notScored: 'not scored',
  neverCounted:
    'Answers of patterns are counted in no score, no link and no weight: they only come to be looked at.',
  problems: {
    notPattern: (title: string) =>
      `“${title}” is no pattern: only what was asked without Cypher can be watched.`,
    noRun: 'There is no run yet to try it at. Detect first.',
    notTried: (version: number) =>
      `Version ${version} was not tried so: try it on past runs first, and set it by that trial.`,
    watched: (version: number) => `Version ${version} is watched already.`,
    notWatched: 'It is not watched.',
    tooMany: (most: number) =>
      `No more than ${most} can be watched at one time: every run asks each of them. Stop watching another first.`,
    tooWide: (most: number) =>
      `It answers with ${most.toLocaleString('en')} or more, of which a query gives no more: what is new could not be told. Ask for less.`,
    another: 'Another person has just set or ended it. Load it again.',
    stopFirst: 'It is watched. Stop watching it before it is deleted.',
    tooLong: (seconds: number) => `It took longer than ${count(seconds, 'second', 'seconds')}.`,
    failed: 'The database refused it.',
  },
  room: {
    title: 'Watched',
    about:
      'A watched pattern is asked at every run of detection, by hand or by a schedule. What it answers anew comes to the queue and the report, once.',
    changedSince: 'This concerns the pattern as it is saved, not what you have changed since.',
    off: (version: number) => `Version ${version} is not watched.`,
    on: (version: number, by: string, when: string) =>
      `Version ${version} is watched, set by ${by}, ${when}.`,
    otherVersion: (watched: number, saved: number) =>
      `What is watched is version ${watched}, and stays so. Once version ${saved} is set, all begins anew: a precision of its own, and answers that come again.`,
    try: 'Try on past runs',
    trying: 'Asking it as of past runs …',
    tried: (version: number, by: string, when: string) =>
      `Version ${version} on past runs, tried by ${by}, ${when}`,
    trialAbout:
      'As of the time of each run, by the data as they are now. Confirmed or dismissed: a finding or a cluster with an account of the answer was, afterwards.',
    columns: {
      asOf: 'As of',
      answers: 'Answers',
      fresh: 'New then',
      confirmed: 'Later confirmed',
      dismissed: 'Later dismissed',
    },
    all: (n: number) => `${answers(n)} in all`,
    decisions: (n: number) =>
      `They fall under ${count(n, 'decision', 'decisions')}; in the precision each counts once.`,
    untried: (n: number) =>
      `${count(n, 'earlier run', 'earlier runs')} not tried for lack of time.`,
    cut: 'and maybe more',
    why: 'Why it is watched',
    whyHint: 'Kept with your name and the time.',
    earlier: 'What it answers already comes to the queue too',
    watch: 'Watch',
    watchAnew: (version: number) => `Watch version ${version} instead`,
    stop: 'Stop watching',
    set: 'Watched from the next run on.',
    stopped: 'Not watched any more. What is in the queue stays there.',
    queue: 'Its answers in the queue',
    known: (n: number) => `${answers(n)} that it had when it was set did not come to the queue.`,
    asked: 'What runs asked',
    askedColumns: { run: 'Run', version: 'Version', answers: 'Answers', fresh: 'New' },
    left: (n: number) => `${n.toLocaleString('en')} more left to the next run`,
    history: 'Watched before',
    ended: (version: number, set: string, from: string, ended: string, until: string) =>
      `Version ${version}: set by ${set}, ${from}; ended by ${ended}, ${until}`,
  },
  queue: {
    pattern: (title: string, version: number) => `${title}, version ${version}`,
    owner: (owner: string) => `Pattern of ${owner}`,
    open: 'Open the pattern',
    accounts: 'Accounts of the answer',
    about: 'What it is about',
    only: 'answers of one watched pattern',
  },
  report: {
    title: 'Watched patterns',
    one: (title: string) => `Pattern: ${title}`,
    first: (fresh: number, patterns: number) =>
      `Watched patterns: ${count(fresh, 'new answer', 'new answers')} of ${count(patterns, 'pattern', 'patterns')}.`,
    about: (version: number, owner: string, all: number, fresh: number) =>
      `Version ${version}, of ${owner}: ${answers(all)}, ${fresh.toLocaleString('en')} new.`,
    left: (n: number) =>
      `${count(n, 'more new answer was', 'more new answers were')} left to the next run.`,
    cut: 'It answers with as many as a query gives: there may be more that nobody sees. Ask for less.',
    failed: (why: string) => `It could not be asked: ${why}`,
    quiet: 'Asked, with nothing new',
    head: ['Answer', 'About', 'Accounts', 'State'],
  },
} as const;
