/** What a person reads of: the custody log. */
import { count } from './typography.ts';

const entries = (first: number, last: number) =>
  first === last ? `entry ${first}` : `entries ${first} to ${last}`;

const times = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

export const custodyMessages = {
  busy: (path: string, pid: number) =>
    `The process ${pid} keeps the custody log to itself (${path}). Wait for it, or end it.`,
  lost: (path: string) =>
    `This process stood still for so long that another took its turn at the custody log (${path}). Nothing more was recorded here, and what is not recorded is not done: ask again.`,
  notWritten: (path: string, code: string) =>
    `The custody log in ${path} cannot be written (${code}), and what is not recorded is not done. Make room there, or allow writing.`,
  altered: (path: string) =>
    `The custody log in ${path} is not as it was left, so nothing is recorded on top of it. \`skein audit verify\` says what differs; put the files back from a copy, or keep the folder and move it away to begin another log.`,
  noPart: (path: string) => `${path} has no custody.json.`,
  badPart: (path: string, why: string) => `The part of a custody log in ${path}: ${why}.`,
  notRecorded: (why: string) => `This check was not recorded: ${why}`,
  command: {
    about: 'the custody log: who did what to the evidence, and when',
    verify: 'check that no entry was changed, removed or added; exit status 3 when one was',
    against: 'check too that the log goes on from the part in this bundle or custody.json',
    anchors:
      'hold the chain of all homes to the anchors in these files too: copies, or what came by mail',
    noDatabase: 'leave the database out: the log of this home alone',
    anchor:
      'put the end of the chain of all homes outside now: to the authority, the file and the addresses that are set',
    show: 'print the entries, with the personal values that are still kept',
    since: 'from this time on: 2026-03-01, or with a time of day in UTC',
    act: (acts: readonly string[]) => `only one kind of act: ${acts.join(', ')}`,
    erase: 'remove the personal values that name an account; the chain still holds',
    account: 'id of the account',
    yes: 'do not ask',
  },
  badAct: (act: string, acts: readonly string[]) =>
    `There is no act ${act}. There are ${acts.join(', ')}.`,
  badSince: (text: string) => `--since takes a day or a time, such as 2026-03-01, not ${text}.`,
  none: 'Nothing has been recorded yet.',
  whole: (count: number, head: string) =>
    `The custody log is whole: ${times(count, 'entry', 'entries')}.\nHead ${head}`,
  interrupted:
    'A process was ended while it wrote a further entry; the next entry puts that right.',
  goesOn: (path: string, count: number) =>
    `It goes on from ${path}, which carries the log up to entry ${count}.`,
  broken: (faults: number) =>
    `The custody log is NOT as it was written, ${times(faults, 'fault', 'faults')}:`,
  fault: (kind: string, line: number | null, detail: string) =>
    `  ${kind}${line === null ? '' : `, line ${line}`}: ${detail}`,
  ask: (values: number, account: string) =>
    `Remove ${times(values, 'personal value that names', 'personal values that name')} ${account}, for good? Type yes: `,
  needsYes: 'This removes personal values for good: confirm with --yes.',
  leftAlone: 'Nothing was removed.',
  erased: (values: number, touched: number) =>
    `Removed ${times(values, 'personal value', 'personal values')} of ${times(touched, 'entry', 'entries')}. The graph, loaded files, bundles and copies are not touched by this.`,
  faults: {
    unreadable: (line: number) => `line ${line} is not, to the byte, an entry as Skein writes it`,
    changed: (entry: number, line: number) =>
      `entry ${entry}, in line ${line}, is not what its link to the entry before says`,
    misplaced: (entry: number, line: number) =>
      `entry ${entry}, in line ${line}, stands out of its order or a second time`,
    missing: (first: number, last: number) =>
      `${entries(first, last)} ${first === last ? 'is' : 'are'} not there`,
    added: (first: number, last: number) =>
      `${entries(first, last)} ${first === last ? 'follows' : 'follow'} the last one that head.json is signed for`,
    tail: (line: number) =>
      `line ${line}, at the end, is no whole entry and was written by no one known`,
    otherHead: (entry: number) =>
      `the hash of entry ${entry} is not the one that head.json is signed for: the log was replaced`,
    head: {
      absent: 'head.json, which says how many entries there are, is not there',
      unreadable: 'head.json is not, to the byte, as Skein writes it',
      foreign: 'head.json is not signed with a key of this Skein',
    },
    values: {
      unreadable: (line: number) =>
        `line ${line} of values.ndjson is not, to the byte, a value as Skein writes it`,
      changed: (entry: number, field: string, line: number) =>
        `${field} of entry ${entry}, in line ${line} of values.ndjson, is not what was recorded`,
      added: (entry: number, field: string, line: number) =>
        `${field} of entry ${entry}, in line ${line} of values.ndjson, was not recorded, or stands there a second time`,
      misplaced: (entry: number, field: string, line: number) =>
        `${field} of entry ${entry}, in line ${line} of values.ndjson, stands out of its order`,
      erased: (entry: number, field: string, line: number) =>
        `${field} of entry ${entry}, in line ${line} of values.ndjson, was erased and is there again, or the erasure did not end: erase again`,
      missing: (count: number, first: number, last: number) =>
        `${times(count, 'personal value', 'personal values')} of ${entries(first, last)} ${count === 1 ? 'is' : 'are'} not in values.ndjson, and no erasure names ${count === 1 ? 'it' : 'them'}`,
      otherSize: (size: number, signed: number) =>
        `values.ndjson has ${count(size, 'byte', 'bytes')}, head.json is signed for ${signed}`,
    },
    notInLog: (entry: number, count: number) =>
      `entry ${entry} is not in this log, and the part goes on to entry ${count}`,
    otherInLog: (entry: number) =>
      `entry ${entry} of this log is another than the one that the part was made of`,
  },
} as const;
