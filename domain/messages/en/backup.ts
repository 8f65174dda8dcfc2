/** What a person reads of: backups. */
import { count } from './typography.ts';

interface Counted {
  nodes: number;
  relations: number;
  files: number;
  bytes: number;
}

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

const holds = ({ nodes, relations, files, bytes }: Counted) =>
  `${count(nodes, 'node', 'nodes')}, ${count(relations, 'relation', 'relations')}, ${count(files, 'file', 'files')}, ${megabytes(bytes)}`;

export const backupMessages = {
  nodes: 'nodes',
  relations: 'relations',
  parts: 'files',
  megabytes: 'MB',
  command: {
    backup: 'write all of Skein, graph and home, into one file that only its owner may read',
    file: 'the file, or a folder that gets one named by the time; the current folder when left out',
    restore: 'put a backup into an empty database and an empty home',
    check: 'say whether a backup is, to the byte, as it was written, and what is in it',
    noBackup: 'bring an earlier database up without writing a backup first',
    written: (file: string, sha256: string, counted: Counted) =>
      `Written: ${file}\n${holds(counted)}\nSHA-256 ${sha256}`,
    elsewhere: (files: readonly string[]) =>
      `Not in it, as they lie outside SKEIN_HOME: ${files.join(', ')}.`,
    secret: 'It holds the signing key and all personal data: keep it as safe as those.',
    checked: (file: string, counted: Counted) => `${file} is as it was written: ${holds(counted)}`,
    of: (written: string, by: string, program: string, schema: number, neo4j: string) =>
      `Written ${written} by ${by} with skein ${program} (schema version ${schema}), from Neo4j ${neo4j}`,
    restored: (file: string, counted: Counted) => `Restored from ${file}: ${holds(counted)}`,
    replaces:
      'the home of the Skein that was backed up, if there is one still: what its custody log says was done since is listed',
    ended: ({ sessions, tokens, links }: { sessions: number; tokens: number; links: number }) =>
      `Nobody comes in by what let them in at the time of the backup: ${count(sessions, 'session', 'sessions')}, ${count(tokens, 'token', 'tokens')} and ${count(links, 'link', 'links')} have ended. People sign in anew, programs need new tokens, and whoever has no password needs a link (\`skein people link NAME\`).`,
    again: (since: string) =>
      `All else is as of ${since}, and what was done since has to be done again, before anybody is let in: erasures (\`skein person erase\`, also of rows that retention removed: \`skein retention apply\`), holds set or lifted (\`skein hold\`), people switched off, roles, passwords and second factors that were changed since (\`skein people\`), who may know of a case or a list.`,
    whereKnown: (since: string) =>
      `What that was is in the custody log of the home that this replaces, if there is one still: \`skein audit show --since ${since}\` with its SKEIN_HOME.`,
    known: (home: string, entries: number) =>
      entries === 0
        ? `The custody log in ${home} knows of none of it.`
        : `The custody log in ${home} has ${count(entries, 'entry', 'entries')} of it (of erasures when and by whom, as whom they were about is erased there too):`,
    next: 'Once `skein up` runs, its schedules and deliveries go on: end the Skein that was backed up before that.',
  },
  step: {
    nodes: 'Reading nodes',
    relations: 'Reading relations',
    files: 'Reading the home',
    again: 'Somebody wrote meanwhile: reading again',
    checking: (file: string) => `Checking ${file}`,
    clearing: 'Taking away what a restore left that did not end',
    unpacking: 'Unpacking the home',
    writingNodes: 'Writing nodes',
    writingRelations: 'Writing relations',
    waiting: (by: string, since: string) =>
      `Waiting for ${by}, who has worked on this database since ${since}`,
  },
  beforeRaising: (file: string) =>
    `The database is of an earlier version and is brought up; as it was, it is kept in ${file}.`,
  loading: (by: string, since: string) =>
    `${by} has been loading since ${since}, and a backup would hold half of it: try again once that has ended.`,
  detecting: (by: string, since: string) =>
    `${by} has been detecting since ${since}, and a backup would hold half of it: try again once that has ended.`,
  writing: (tries: number) =>
    `Somebody wrote into the database or the home each time that it was read, ${count(tries, 'time', 'times')}, so no backup was written: try again when it is quieter, or end \`skein up\` meanwhile.`,
  nothing: 'There is nothing of Skein in this database yet, so there is nothing to back up.',
  halfRestored: (by: string, since: string) =>
    `This database holds a part of a backup, which ${by} began to restore on ${since}. If that still runs, wait for it; else run \`skein db restore FILE\` again, which begins anew, or empty the database (\`skein db reset\` for the local one).`,
  databaseNotEmpty: (labels: string) =>
    `The database is not empty (a node ${labels || 'without a label'}), and a restore never writes over anything: name an empty one (NEO4J_DATABASE), or an empty home (SKEIN_HOME) for a local one. Nothing was changed.`,
  homeNotEmpty: (home: string, names: string) =>
    `The home ${home} is not empty (${names}), and a restore never writes over anything: move that away, or set SKEIN_HOME to an empty folder. Nothing was changed.`,
  noLog: (home: string, log: string) =>
    `${home} is no home whose custody log could say what was done since the backup: there is no ${log}. Name another, or leave --replaces out. Nothing was changed.`,
  otherCount: (name: string, found: number, expected: number) =>
    `After the restore there are ${found} of ${name || 'no label'} and not ${expected}: somebody else wrote into the database meanwhile. What was restored has been taken away again; end what uses this database, and try again.`,
  later: (file: string, found: number, own: number) =>
    `${file} was written by a later Skein (schema version ${found}; this one knows ${own}). Update Skein. Nothing was changed.`,
  none: (file: string) =>
    `${file} is no backup of Skein. What \`neo4j-admin database dump\` wrote is put back by \`neo4j-admin database load\`.`,
  unknownKind: (file: string, kind: string) =>
    kind === ''
      ? `${file} is no backup that this Skein can read: its manifest is none.`
      : `${file} is no backup that this Skein can read (${kind}): update Skein, or take another file.`,
  cut: (file: string) =>
    `${file} is cut off or damaged at its end, and cannot be read: copy it again from where it was written, or take another backup. Nothing was changed.`,
  damaged: (file: string, faults: readonly { where: string; problem: string }[]) =>
    [
      `${file} is not as it was written${faults.length === 0 ? ', between its parts' : ''}: copy it again from where it was written, or take another backup. Nothing was changed.`,
      ...faults.map(({ where, problem }) => `  ${where}: ${problem}`),
    ].join('\n'),
  fault: {
    added: 'is not in the manifest',
    missing: 'is missing',
    unreadable: 'cannot be read',
    changed: 'differs from its SHA-256 in the manifest',
  },
} as const;
