import { count } from './typography.ts';

const entries = (first: number, last: number) =>
  first === last ? `entry ${first}` : `entries ${first} to ${last}`;

/** What the server says of the chain of all homes (docs/CUSTODY.md). */
export const auditMessages = {
  fileName: 'skein-audit',
  noEntry: (number: number) => `There is no entry ${number} in the audit log.`,
  settings: {
    mail: 'must be addresses of mail, with commas between',
    hours: 'must be a number of hours, 0 for none',
    noMailServer: 'must be set where SKEIN_AUDIT_ANCHOR_MAIL is',
  },
  anchor: {
    nowhere:
      'No place is set to put the end of the audit log to. Set SKEIN_TIMESTAMP_URL, SKEIN_AUDIT_ANCHOR_FILE or SKEIN_AUDIT_ANCHOR_MAIL.',
    inside: (path: string) =>
      `${path} lies in SKEIN_HOME: whoever can change the log can change it too. Set SKEIN_AUDIT_ANCHOR_FILE to a file elsewhere, such as on another machine.`,
    nothing: 'Nothing has been recorded yet.',
    failed: (why: readonly string[]) => `No place took the end of the audit log: ${why.join('; ')}`,
    subject: (entries: number, day: string) =>
      `Skein audit log: ${count(entries, 'entry', 'entries')}, ${day}`,
    body: (entries: number, hash: string, at: string) =>
      `At ${at} the audit log had ${count(entries, 'entry', 'entries')}, and the hash of the last was\n\n${hash}\n\nKeep this mail: with the file that is attached, \`skein audit verify --anchor FILE\` shows whether the log goes on from there.\n`,
    done: (entries: number, places: readonly string[]) =>
      `Anchored ${count(entries, 'entry', 'entries')}: ${places.join(', ')}.`,
    places: {
      timestamp: 'timestamp of the authority',
      file: 'file',
      mail: (addresses: number) => `mail to ${count(addresses, 'address', 'addresses')}`,
    },
    notTaken: (why: string) => `Not everywhere: ${why}`,
    notMade: 'audit log not anchored',
  },
  command: {
    whole: (entries: number, homes: number, head: string) =>
      `The chain of all homes is whole: ${count(entries, 'entry', 'entries')} of ${count(homes, 'home', 'homes')}.\nHead ${head}`,
    broken: (faults: number) =>
      `The chain of all homes is NOT as it was written, ${count(faults, 'fault', 'faults')}:`,
    anchors: (anchors: number, held: number) =>
      anchors === 0
        ? 'It has no anchor outside yet.'
        : `It holds to ${held} of ${count(anchors, 'anchor', 'anchors')} outside.`,
    notAsked: (why: string) => `The database was not asked for the chain of all homes: ${why}`,
    stopped: 'it does not run. Start it (`skein db start`) to check that as well.',
    needed: '--anchor holds the chain of all homes to anchors, for which the database is needed.',
  },
  /** Of what was said outside: what differs. */
  anchored: {
    inDatabase: 'the database',
    unreadable: (lines: number, where: string) =>
      `${count(lines, 'anchor', 'anchors')} in ${where} ${lines === 1 ? 'is' : 'are'} not as Skein writes them`,
    unread: (path: string, why: string) => `${path} cannot be read: ${why}`,
    beyond: (entry: number, at: string) =>
      `The anchor of ${at} is of entry ${entry}, and the chain ends before it: it was put back, or begun anew`,
    differs: (entry: number, at: string) =>
      `The anchor of ${at} says another hash of entry ${entry} than the chain has: it was written anew`,
    badSignature: (entry: number, at: string) =>
      `The anchor of ${at}, of entry ${entry}, is not what its key has signed`,
    badTimestamp: (entry: number, at: string) =>
      `The timestamp of the anchor of ${at}, of entry ${entry}, is not of it`,
    untrusted: (entry: number, at: string, authority: string) =>
      `The timestamp of the anchor of ${at}, of entry ${entry}, is by ${authority}, which leads to no root of SKEIN_TIMESTAMP_ROOTS`,
    notInDatabase: (entry: number, at: string) =>
      `The anchor of ${at}, of entry ${entry}, is not in the database any more`,
    notInFile: (entry: number, at: string, path: string) =>
      `The anchor of ${at}, of entry ${entry}, is not in ${path}`,
  },
  /** Of the chain: what differs. */
  faults: {
    ofHome: (detail: string) => `In this home: ${detail}`,
    otherThanKnown: (entry: number) =>
      `Entry ${entry} of this home’s log is another than the one that the database knows: the log was put back or rewritten. Nothing more of it is taken into the database; put the files back, or move the folder custody away to begin another log`,
    shorterThanKnown: (entry: number, known: number) =>
      `This home’s log ends before entry ${entry}, and the database knows it up to entry ${known}: the log was put back. Nothing more of it is taken into the database; put the files back, or move the folder custody away to begin another log`,
    otherHere: (entry: number, number: number) =>
      `Entry ${entry} of this home is another than number ${number} in the database, or is not there`,
    missing: (first: number, last: number) =>
      `In the database, ${entries(first, last)} ${first === last ? 'is' : 'are'} not there`,
    added: (first: number, last: number) =>
      `In the database, ${entries(first, last)} ${first === last ? 'follows' : 'follow'} the end of the chain`,
    unlinked: (number: number) =>
      `In the database, entry ${number} is not what its link to the entry before says`,
    changed: (number: number) =>
      `In the database, entry ${number}, as it stands there, is not what the hash of its home’s log was made of`,
    outOfOrder: (number: number, entry: number) =>
      `In the database, entry ${number} is out of its order: it is entry ${entry} of its home’s log`,
    otherLog: (number: number) =>
      `In the database, entry ${number} is said to be of a log that it does not begin`,
    otherFields: (number: number) =>
      `In the database, what entry ${number} is found by is not what it says`,
    otherEnd: 'In the database, the end of the chain is not the hash of its last entry',
    more: (more: number) => count(more, 'further fault', 'further faults'),
  },
} as const;
