import { count } from './typography.ts';

const form = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
});
const moment = (at: string) => `${form.format(new Date(at))} UTC`;
const size = (mebibytes: number) =>
  mebibytes < 1_024
    ? `${mebibytes.toLocaleString('en')} MB`
    : `${Math.floor(mebibytes / 1_024).toLocaleString('en')} GB`;

/** How it stands with Skein itself, in words, and what to do. */
export const conditionMessages = {
  database: (ms: number) => `It answers, in ${ms.toLocaleString('en')} ms.`,
  databaseTodo:
    'It is slow: look whether it has memory and processors enough, and what else it does (docs/SCALING.md).',
  disk: (free: number, all: number) =>
    `${size(free)} of ${size(all)} are free where Skein keeps its files.`,
  diskTodo:
    'Make room on that disk: with none, loads, detections and records of who did what stop.',
  home: 'Skein’s folder can be written to.',
  homeRefuses: (why: string) => `Skein’s folder cannot be written to (${why}).`,
  homeTodo:
    'Look to the disk and the rights of SKEIN_HOME. Until then what has to be recorded first is refused; it goes on by itself afterwards.',
  clock: (seconds: number, ahead: boolean) =>
    seconds < 1
      ? 'The clocks of the server and the database agree.'
      : `The database’s clock is ${seconds.toLocaleString('en')} s ${ahead ? 'ahead of' : 'behind'} the server’s.`,
  clockTodo:
    'Have both set their clocks by the network (NTP). Leases run by the database’s clock, sessions and records by the server’s.',
  auditHere: (recorded: number) =>
    `${count(recorded, 'entry', 'entries')}; where the chain ends is said nowhere outside (docs/CUSTODY.md says how).`,
  auditAnchored: (recorded: number, at: string | null) =>
    `${count(recorded, 'entry', 'entries')}; where the chain ends was ${at === null ? 'not yet said outside' : `last said outside on ${moment(at)}`}.`,
  auditTodo: 'Look why it is no longer anchored: `skein audit anchor` says it.',
  backup: (at: string | null) =>
    at === null ? 'None was taken yet.' : `The last was taken on ${moment(at)}.`,
  backupTodo: 'Take one with `skein db backup`, and have it taken every day (docs/BACKUP.md).',
  waiting: (usual: number, dear: number) =>
    usual + dear === 0
      ? 'No request waits for its turn.'
      : `${count(usual, 'click waits', 'clicks wait')} and ${count(dear, 'export or long table waits', 'exports or long tables wait')} for their turn.`,
  waitingTodo: 'Many ask for much at once. It passes; where it does not, see docs/SCALING.md.',
  schedules: (failing: number) =>
    failing === 0
      ? 'What runs by itself ran well the last time.'
      : `${count(failing, 'schedule', 'schedules')} failed the last time.`,
  schedulesTodo: 'Open them at Watch: each says why.',
  deliveries: (undelivered: number, retried: number) => {
    if (undelivered > 0)
      return `${count(undelivered, 'report', 'reports')} could not be delivered and will not be tried again.`;
    return retried > 0
      ? `${count(retried, 'report', 'reports')} could not be delivered yet and will be tried again.`
      : 'No report waits that could not be delivered.';
  },
  deliveriesTodo: 'Open them at Watch: each says why, and can be sent again.',
  detection: (last: string | null, running: boolean) => {
    const when = last === null ? 'None has run yet.' : `The last began on ${moment(last)}.`;
    return running ? `One runs now. ${when}` : when;
  },
  retention: {
    none: 'No rule says that anything goes by age.',
    bad: 'No rule of retention is in force, as retention.json cannot be used.',
    badTodo: 'Mend it where Skein runs: `skein retention` says what is wrong.',
    next: (at: string | null) =>
      at === null ? 'Rules are applied by command alone.' : `The next time is ${moment(at)}.`,
    running: (begun: string) => `Rules are applied since ${moment(begun)}.`,
    last: (at: string, files: readonly { file: string; removed: number; kept: number }[]) => {
      const all = files.reduce((sum, { removed }) => sum + removed, 0);
      const kept = files.reduce((sum, one) => sum + one.kept, 0);
      const each = files
        .filter(({ removed }) => removed > 0)
        .map(({ file, removed }) => `${file} ${removed.toLocaleString('en')}`);
      return (
        `Rules were last applied on ${moment(at)}: ${count(all, 'row', 'rows')} went` +
        (each.length === 0 ? '' : ` (${each.join(', ')})`) +
        (kept === 0 ? '.' : `, ${kept.toLocaleString('en')} kept by a hold or an open case.`)
      );
    },
    never: 'Rules were not applied yet.',
    putOff: (until: string | null) =>
      `The last time was put off${until === null ? '' : `, until ${moment(until)}`}.`,
    todo: 'Look at Data why; it is tried again by itself. `skein retention apply` does it at once.',
  },
} as const;
