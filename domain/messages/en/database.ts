interface User {
  pid: number;
  command: string;
}

const userText = ({ pid, command }: User) => `\`${command}\` (process ${pid})`;

/** What a person reads of: database. */
export const databaseMessages = {
  starting: 'Starting the local Neo4j',
  connecting: 'Connecting to Neo4j',
  preparing: 'Preparing constraints and indexes',
  reclaiming: (pid: number) =>
    `Ending the Neo4j that a killed program (process ${pid}) left behind`,
  javaNotStarted: 'Java could not be started: run `npm run setup`.',
  startTooSlow: (seconds: number, log: string) =>
    `The local Neo4j did not answer within ${seconds} s and was ended; ${log} says what it was doing.`,
  startFailed: (reason: string, log: string) =>
    `The local Neo4j does not start: ${reason || 'Java ended without a reason'} (see ${log})`,
  keeperEnded: (status: number | null) => `the process that holds it ended with status ${status}`,
  diskFull: (folder: string, free: number, needed: number) =>
    `The disk that holds ${folder} has ${free} MiB free, and the local Neo4j needs ${needed}: free some space, or set SKEIN_HOME to a folder on another disk.`,
  storeInUse: (folder: string) =>
    `The database in ${folder} is in use by a Neo4j that Skein does not know; end that process and try again.`,
  passwordLost: (file: string) =>
    `The password of the local Neo4j is missing (${file}): put the file back, or start afresh with \`skein db reset\`.`,
  adminFailed: (command: string, reason: string) => `Neo4j’s \`${command}\` failed: ${reason}`,
  writtenMeanwhile: 'Somebody wrote into the database meanwhile; it is as it was.',
  busy: (user: User) =>
    `The local database is held by ${userText(user)}, which needs it stopped; try again when that has ended.`,
  silentHolder: (pid: number) =>
    `The local database is held by process ${pid}, which does not answer: end it (kill ${pid}) and try again.`,
  staleLock: (lock: string) =>
    `The lock ${lock} names a program that is not Skein’s: delete that file and try again.`,
  neverFree: (lock: string) =>
    `The local database could not be had, since others start and stop it all the time; ${lock} says who.`,
  tooOld: (uri: string, version: string, oldest: string) =>
    `The Neo4j at ${uri} is ${version}: Skein needs ${oldest} or newer.`,
  rightMissing: (user: string, reason: string) =>
    `The Neo4j user ${user} lacks a right: ${reason} Skein needs to read, to write, and to create constraints and indexes.`,
  programOlder: (found: number, own: number) =>
    `This program is older than the database: it knows schema version ${own}, the database has ${found}. Update Skein.`,
  programNewer: (found: number, own: number) =>
    `This program is newer than the database: it needs schema version ${own}, the database has ${found}. Load the data into a new database, or use the Skein that wrote this one.`,
  relabelling: (label: string) => `Giving what is Skein’s own the label ${label}`,
  nodes: 'nodes',
  notOurs: (labels: string) =>
    `The database holds data that Skein did not put there (a node ${labels}): give Skein a database of its own (NEO4J_DATABASE).`,
  inUse: (users: readonly User[]) =>
    `The local database is in use by ${users.map(userText).join(' and ')}; end that first.`,
  fileExists: (file: string) => `${file} exists already: name another file.`,
  noSuchFile: (file: string) => `There is no file ${file}.`,
  incidents: {
    silent: (seconds: number) =>
      `It did not answer for ${seconds} s: it was ended and is started again.`,
    lingering: (seconds: number) =>
      `A query went on for ${seconds} s after it had been ended: the server was ended and is started again.`,
    ended: 'It ended by itself, perhaps for want of memory: it is started again.',
    tooOften: (times: number, minutes: number) =>
      `It has been started again ${times} times within ${minutes} minutes: it is left stopped.`,
  },
  leaseLost: (by: string | null, since: string | null) =>
    `This was not heard of for longer than its turn holds, as when the clock of the database is put on or this machine stood still, and ${by === null ? 'another took its turn' : `the turn is of ${by} since ${since ?? ''}`}: two at once would spoil each other’s work, so this was ended, and nothing more of it was written. Begin it again.`,
  failures: {
    gone: 'The database does not answer: check that it runs and that NEO4J_URI, if set, is right. With neo4j+s or bolt+s its certificate must be one that Node trusts; NODE_EXTRA_CA_CERTS names the file of a private authority.',
    password: 'The database refuses the user or the password: check NEO4J_USER and NEO4J_PASSWORD.',
    tooManyTries:
      'The database refuses further tries after several wrong passwords: wait a few seconds.',
    noDatabase: 'The server has no database of that name: check NEO4J_DATABASE.',
    readOnly:
      'The database is read-only: have it opened for writing, or name another by NEO4J_DATABASE.',
    tooLong: 'The query took longer than allowed and was ended: ask for less.',
    tooMuchMemory: 'The query needed more memory than allowed and was ended: ask for less.',
    silent:
      'The database has stopped to answer. If it is the one that Skein runs itself, it is ended and started again: try again in a minute.',
    allInUse:
      'All connections to the database are in use: more is asked at once than it answers. Try again in a few seconds.',
    diskFull: 'The disk of the database is full: free some space and try again.',
  },
} as const;
