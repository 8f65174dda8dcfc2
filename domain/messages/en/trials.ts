const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

/** What a person reads of: trials of other parameters or queries, beside the latest run. */
export const trialsMessages = {
  trying: (detector: string) => `Trying: ${detector}`,
  comparing: 'Comparing with the latest run',
  problems: {
    none: (id: string) => `There is no trial ${id}.`,
    noRun: 'There is no run yet beside which something could be tried. Run `skein detect` first.',
    loadedSince: (run: string, loads: number) =>
      `${count(loads, 'load has', 'loads have')} come since run ${run}: a trial would mix what they change with what the parameters do. Run \`skein detect\` first.`,
    notInferred: (detector: string, derivation: string, run: string) =>
      `${detector} needs what ${derivation} infers, and run ${run} did not infer that. Run \`skein detect\` with ${detector} first.`,
    inferredOtherwise: (derivation: string, run: string) =>
      `What ${derivation} infers is inferred otherwise since run ${run}, which a trial cannot show, as it writes nothing. Run \`skein detect\` first.`,
    nothing: (run: string) =>
      `Nothing would be otherwise than in run ${run}: name a detector with a value, or with a query.`,
    label: 'reads the ground truth (Label), which no detector may meet',
    candidate: (detector: string, why: string) =>
      `The query tried in the place of ${detector} does not return what that must: ${why}`,
    another: 'Another trial is at work on this server. Wait until it has ended.',
    died: 'Whoever ran it ended before it did. Begin it again.',
  },
  command: {
    try: 'run detectors with other parameters beside the latest run, which stays as it is, and say what would change',
    detectors:
      'ids; with none, those that are of another version, or have other parameters, than in the latest run',
    query: 'a file with a query to run in the place of the detector’s own',
    oneDetector: '--param and --query take one detector: name it, and no other.',
    trial: 'print a trial, or the latest ones',
    trialId: 'id of the trial',
    state: { running: 'at work', done: 'done', failed: 'failed' },
    line: (id: string, at: string, by: string, state: string, what: string) =>
      `${id}  ${at.slice(0, 16).replace('T', ' ')}  ${by}  ${state}  ${what}`,
    calibrated: 'weights learned from decisions',
    noTrials: 'Nothing has been tried yet.',
    head: (id: string, run: string) => `Trial ${id} beside run ${run}, which stays as it is`,
    detector: (id: string, from: number | null, to: number, versions: string) =>
      `  ${id}${versions}: ${from === null ? 'new' : count(from, 'finding', 'findings')}, then ${count(to, 'finding', 'findings')}`,
    versions: (from: number, to: number) => ` (version ${from}, then ${to})`,
    candidate: ' (with the query tried)',
    value: (name: string, from: string, to: string) => `    ${name}: ${from}, then ${to}`,
    changes: { found: 'Found', lost: 'Lost', changed: 'Changed', kept: 'Alike' },
    tally: (name: string, total: number, decided: string) =>
      `${name.padEnd(8)}${String(total).padStart(6)}${decided === '' ? '' : `  of which ${decided}`}`,
    decided: (number: number, state: string, reasons: string) =>
      `${number} ${state}${reasons === '' ? '' : ` (${reasons})`}`,
    reason: (number: number, reason: string) => `${number} ${reason}`,
    decidedFor: (state: string, reason: string) => `${state}, ${reason}`,
    item: (title: string, id: string, score: number, decided: string) =>
      `  ${score.toFixed(2)}  ${title}  ${id}${decided === '' ? '' : `  ${decided}`}`,
    basis: {
      own: (state: string) => `– ${state}`,
      cluster: (state: string, of: string) => `– ${state} as part of ${of}`,
      accounts: (state: string, of: string) => `– the same accounts ${state} in ${of}`,
    },
    more: (number: number) => `  and ${number.toLocaleString('en')} more`,
    clusters: (counts: string) => `Clusters: ${counts === '' ? 'none' : counts}`,
    cluster: (change: string, id: string, name: string) => `  ${change.padEnd(9)} ${id}  ${name}`,
    accounts: (raised: number, lowered: number, over: number, under: number, line: number) =>
      `Scores: ${raised} higher, ${lowered} lower; ${over} come to ${line} or more, ${under} fall below`,
    account: (id: string, from: number, to: number) =>
      `  ${id}  ${from.toFixed(2)}, then ${to.toFixed(2)}`,
    next: (detector: string, trial: string) =>
      `To put it in force: skein detector set ${detector} … --trial ${trial} --why …`,
  },
} as const;
