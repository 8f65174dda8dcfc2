interface ProgressLine {
  text: string;
  done: number;
  total: number | null;
  unit: string;
  perSecond: number;
  seconds: number;
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

function progressLine({ text, done, total, unit, perSecond, seconds }: ProgressLine): string {
  if (done === 0) return `${text} … ${duration(seconds)}`;
  const amount = `${done.toLocaleString('en')}${total ? ` of ${total.toLocaleString('en')}` : ''} ${unit}`;
  const rate = `${Math.round(perSecond).toLocaleString('en')}/s`;
  const left = total && perSecond > 0 ? `, ${duration((total - done) / perSecond)} left` : '';
  return `${text}: ${amount}, ${rate}${left}`;
}

interface LocalStatus {
  state: string;
  exists: boolean;
  folder: string;
  port: number | null;
  pid: number | null;
  users: readonly { pid: number; command: string }[];
  stays: boolean;
}

function statusLine({ state, exists, folder, port, pid, users, stays }: LocalStatus): string {
  const used = users
    .map(({ pid, command }) => `\n  used by \`${command}\` (process ${pid})`)
    .join('');
  if (state !== 'running')
    return `The local Neo4j is ${state}; ${exists ? `its data are in ${folder}` : 'it has no data yet'}.${used}`;
  const until = stays ? 'until `skein db stop`' : 'until the last command that uses it ends';
  return `The local Neo4j runs on 127.0.0.1:${port} (process ${pid}), ${until}; its data are in ${folder}.${used}`;
}

/** What a person reads of: commands. */
export const commandsMessages = {
  about: 'Graph-based network investigation: who is behind which accounts, and why we think so',
  helpHint: '(see --help)',
  jsonOption: 'print the result as JSON',
  numbers: {
    about:
      'how the work goes: what is open, time to decision, precision by decisions, money confirmed',
    from: 'first day of the period, in UTC; 90 days in all if left out',
    to: 'last day, in UTC; today if left out',
    by: (parts: readonly string[]) => `how time to decision is parted: ${parts.join(' or ')}`,
    table: (tables: readonly string[]) => `print one table as CSV: ${tables.join(', ')}`,
    bad: (option: string, problem: string) => `${option} cannot be read: ${problem}`,
    line: (name: string, parts: readonly string[]) => `${name}: ${parts.join('; ')}`,
    counted: (what: string, n: number) => `${n.toLocaleString('en')} ${what.toLowerCase()}`,
    age: (step: string, n: number) => `${step} ${n.toLocaleString('en')}`,
    spread: (median: string, lower: string, upper: string, ninety: string) =>
      `median ${median}, quartiles ${lower} and ${upper}, 90 % within ${ninety}`,
    precision: (share: string, count: string, interval: string) =>
      `precision ${share} (${count}; 95 % interval ${interval})`,
    through: (confirmed: number, dismissed: number, other: number) =>
      `through a cluster: confirmed ${confirmed}, dismissed ${dismissed}, other ${other}`,
  },
  config: {
    about: 'show the settings in force, secrets masked',
    masked: '********',
  },
  db: {
    about: 'the local Neo4j; backups of any',
    start: 'start it and let it run on',
    stop: 'stop it',
    status: 'say whether it runs, and who uses it',
    reset: 'delete it; loaded files and reports stay',
    yes: 'do not ask',
    yesAnswer: 'yes',
    started: (port: number) => `The local Neo4j runs on 127.0.0.1:${port}.`,
    stopped: 'The local Neo4j has stopped.',
    notRunning: 'The local Neo4j does not run.',
    wasReset: 'The local database is deleted.',
    leftAlone: 'Nothing was changed.',
    statusLine,
    notLocal: (uri: string) =>
      `NEO4J_URI is set (${uri}): but for backups, \`skein db\` is about the local Neo4j alone; use that server’s own tools.`,
    needsYes: 'This deletes the local database: confirm with --yes.',
    question: (home: string) =>
      `This deletes the local database in ${home} with all that was loaded and found. Type yes to go on: `,
  },
  up: {
    about: 'start the server (API and page), and the local Neo4j unless NEO4J_URI is set',
    sampleOption: 'load the sample dataset if the database is empty, and detect if nothing has yet',
    reportOption: 'detect and write the report on this schedule (minute hour day month weekday)',
    ready: (url: string) => `Skein is at ${url} (Ctrl+C ends it)`,
    listens: (url: string) => `It listens at ${url}.`,
    openToAll: (host: string) =>
      `Anybody who reaches ${host} can read and change everything here: SKEIN_OPEN=yes says so. Without it people sign in.`,
    inClear: (host: string) =>
      `Passwords and all that is read travel in the clear to whoever asks ${host}: set SKEIN_TLS_CERT and SKEIN_TLS_KEY, or put a proxy with TLS before it and name its address in SKEIN_PUBLIC_URL.`,
    former: (names: readonly string[]) =>
      `${names.join(' and ')} ${names.length === 1 ? 'does' : 'do'} nothing any more: people sign in by name, each with a password of their own. \`skein people add NAME --role R\` lets one in, \`skein token add\` a program.`,
    enter: (link: string) => `Nobody has a password yet. This link lets you in, once: ${link}`,
    stopping: 'Ending …',
    databaseLost:
      'The local Neo4j has ended unexpectedly, so this ends too; start it again with the same command.',
    parentGone: 'The npm that started this has gone, so this ends too.',
  },
  systemFaults: {
    ENOSPC: (path: string) =>
      `The disk is full${path ? ` (${path})` : ''}: free some space, or set SKEIN_HOME to a folder on another disk.`,
    EDQUOT: (path: string) =>
      `The disk quota is used up${path ? ` (${path})` : ''}: free some space.`,
    EACCES: (path: string) => `There is no permission for ${path}: check its owner and mode.`,
    EPERM: (path: string) =>
      `The operating system does not permit this${path ? ` (${path})` : ''}.`,
    EROFS: (path: string) =>
      `${path} is on a disk that cannot be written: set SKEIN_HOME to another folder.`,
    ENOENT: (path: string) => `There is no file or folder ${path}.`,
    ENOTDIR: (path: string) => `${path} is no folder.`,
    EISDIR: (path: string) => `${path} is a folder, not a file.`,
  },
  settings: {
    path: 'holds a NUL byte',
    host: 'is no host name and no address',
    publicUrl:
      'is no public address: write it as https://host or https://host:port, several with commas between, and no path, as Skein is served at the root',
    publicInClear:
      'names an address that begins with http://, though SKEIN_TLS_CERT has it serve encrypted: write all of them as https://',
    openYes: 'must be yes, or be left out',
    tlsHalf: 'and SKEIN_TLS_KEY go together: set both, or neither',
    port: 'is no port: give a whole number from 1 to 65535',
    tracesUrl:
      'is no address of a collector of traces: write it as http://collector.example:4318/v1/traces',
    sessionMinutes: (least: number, most: number) =>
      `is no number of minutes after which an unused session ends: give a whole number from ${least} to ${most}`,
    sessionHours: (least: number, most: number) =>
      `is no number of hours after which a session ends at the latest: give a whole number from ${least} to ${most}`,
    milliseconds: 'is no number of milliseconds: give a whole number such as 1000, or 0 for none',
    uri: (schemes: readonly string[]) =>
      `is no address of a Neo4j: write it as bolt://host:7687 (allowed: ${schemes.join(', ')})`,
    fourEyes: 'must be confirm, or be left out',
    master:
      'must be a Spark master: local[*], local[4], spark://host:7077, yarn or k8s://https://host:port',
    timestampUrl: 'is no address of a timestamp authority: write it as http:// or https://',
    secretTwice: 'is set beside the secret itself: set one of the two',
    smtpPassword:
      'goes with a user in SKEIN_SMTP_URL that has no password there: smtps://user@mail.example',
    passwordMissing: 'is missing: NEO4J_URI is set, so the password of that server is needed',
    envFile: (reason: string) => `The file .env cannot be read: ${reason}`,
    invalid: (details: readonly { where: string; problem: string }[]) =>
      details.map(({ where, problem }) => `${where} ${problem}.`).join('\n'),
  },
  progress: { line: progressLine },
} as const;
