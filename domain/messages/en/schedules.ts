/** What a person reads of schedules and their jobs: in problems, in a job's log and on the page. */

const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

export const schedulesMessages = {
  noReport: 'This job has made no report: it did not come so far.',
  noSchedule: (id: string) => `There is no schedule ${id}.`,
  noJob: (id: string) => `There is no job ${id}.`,
  changedMeanwhile: (by: string, at: string) =>
    `${by} has changed this schedule meanwhile, at ${at}: read it again, then change it.`,
  isRetired: (name: string) =>
    `The schedule “${name}” is retired and runs no more; make a new one.`,
  isFromFile: (name: string) =>
    `The schedule “${name}” stands in a file: change it there, and start the server again.`,
  isFromCommand:
    'This schedule was made by --report-cron: start the server with another one, or without it.',
  notAbsolute: (path: string) => `${path} is not the whole path of a folder; begin at the root.`,
  notCancelled: (state: string) =>
    `A job that has ended cannot be cancelled; this one is ${state}.`,
  notRetried: (state: string) =>
    `Only a job that failed or was cancelled can be tried again; this one is ${state}.`,
  times: {
    badCron: (pattern: string, why: string) =>
      `"${pattern}" is not a cron expression: ${why}. For every day at seven write "0 7 * * *".`,
    colon: 'it holds a colon',
    never: (pattern: string) => `"${pattern}" names no time that will come.`,
    badZone: (zone: string) => `${zone} is not a time zone; write one as Europe/Paris or UTC.`,
  },
  badOption: (option: string, problem: string) => `${option}: ${problem}`,
  file: {
    name: 'Report of --report-cron',
    missing: (path: string) =>
      `SKEIN_SCHEDULES names ${path}, which is not there: write that file, or unset SKEIN_SCHEDULES.`,
    notJson: (path: string, why: string) => `${path} is not JSON: ${why}.`,
    fault: (where: string, problem: string) => `${where}: ${problem}`,
    faults: (path: string, faults: readonly string[]) =>
      [`${path} cannot be used:`, ...faults.map((fault) => `- ${fault}`)].join('\n'),
    schedule: (id: string) => `schedule ${id}`,
    place: (number: number) => `schedule number ${number}`,
    twice: 'two schedules have this id',
    unknownField: (field: string) => `there is no field ${field}`,
    taken: 'a person has made a schedule with this id; choose another',
    read: (path: string, schedules: number) =>
      `${count(schedules, 'schedule', 'schedules')} of ${path} in force.`,
    retired: (name: string) => `The schedule “${name}” is in no file any more and is retired.`,
  },
  inbox: {
    noFolder: (path: string) =>
      `The inbox ${path} is no folder that can be read: make it, or change the schedule.`,
    tooMany: (path: string, most: number) =>
      `The inbox ${path} holds more than ${most.toLocaleString('en')} entries: clear it out, or give another folder.`,
  },
  log: {
    cancelAsked: (by: string) => `${by} cancelled the job.`,
    cancelledByRetiring: (by: string) => `${by} retired the schedule, which cancels the job.`,
    retryAsked: (by: string) => `${by} had the job tried again.`,
    taken: (holder: string, attempt: number, attempts: number) =>
      `${holder} begins; attempt ${attempt} of ${attempts}.`,
    takenOver: (holder: string) =>
      `${holder} takes the job over, as its holder said no more that it lives.`,
    missed: (since: string) => `No run since ${since}: this one makes up for all that were missed.`,
    pulling: (inbox: string) => `Looking for new data in ${inbox}.`,
    loaded: (folder: string, files: number, rows: number, rejected: number) =>
      `${folder}: ${count(files, 'new file', 'new files')}, ${count(rows, 'row', 'rows')} read, ${rejected.toLocaleString('en')} rejected.`,
    known: (folder: string) => `${folder}: nothing new.`,
    unsettled: (folder: string) => `${folder}: still being written; left for the next run.`,
    refused: (folder: string, why: string) => `${folder} is not loaded: ${why}`,
    pulled: (files: number, folders: number) =>
      `${count(files, 'new file', 'new files')} from ${count(folders, 'folder', 'folders')} loaded.`,
    detecting: (detectors: number | null) =>
      detectors === null
        ? 'All detectors run.'
        : `${count(detectors, 'detector runs', 'detectors run')}.`,
    detected: (run: string, findings: number, clusters: number) =>
      `Run ${run}: ${count(findings, 'finding', 'findings')}, ${count(clusters, 'cluster', 'clusters')}.`,
    resumed: (run: string) => `Run ${run} of an earlier attempt is there; no detection again.`,
    reporting: (run: string) => `Writing the report of run ${run}.`,
    reported: (folder: string) => `The report is in ${folder}.`,
    delivering: (recipients: number) =>
      `The report goes to ${count(recipients, 'recipient', 'recipients')}.`,
    delivered: 'The report is handed on.',
    done: (seconds: number) => `Done in ${seconds.toFixed(1)} s.`,
    failed: (why: string) => `Failed for good: ${why}`,
    again: (why: string, at: string) => `Failed: ${why} The next attempt is at ${at}.`,
    cancelled: 'Ended, as it was cancelled.',
    late: (minutes: number) =>
      `Ended, as it took longer than its time limit of ${count(minutes, 'minute', 'minutes')}.`,
    stopped: 'The server ends, and gives the job back.',
    died: (times: number) =>
      `${count(times, 'server', 'servers')} died at this job; it is not tried again.`,
  },
  server: {
    began: (name: string, job: string) => `Schedule “${name}”: job ${job} begins.`,
    ended: (name: string, job: string, said: string) => `Schedule “${name}”, job ${job}: ${said}`,
    lost: (name: string, job: string) =>
      `Schedule “${name}”: another server has taken over job ${job}; it ends here.`,
    trouble: (why: string) => `The schedules cannot be looked after: ${why}`,
  },
} as const;
