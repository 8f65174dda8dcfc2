/** What a person reads of: erasing a person, reporting to one, legal holds, rules of retention. */
import { count } from './typography.ts';

const list = (items: readonly string[]) => items.join(', ');

interface Counted {
  kind: string;
  count: number;
}

interface Said {
  what: string;
  count: number;
  why: string;
}

const lines = (items: readonly string[]) => items.map((item) => `\n  ${item}`).join('');

export const retentionMessages = {
  waiting: (by: string, since: string) =>
    `Waiting for ${by}, who has been removing data since ${since}`,
  erasedRow: (day: string, id: string) =>
    `this account was erased on ${day} (${id}) and is not loaded again; leave it out, or let it in with \`skein person readmit\``,
  leftOut: (cells: number) =>
    `${count(cells, 'cell names an account', 'cells name accounts')} that ${cells === 1 ? 'was' : 'were'} erased; the rows were loaded without ${cells === 1 ? 'it' : 'them'}.`,
  command: {
    person: 'what is held of a person, and its erasure',
    report:
      'write all that is held of an account as one page, with the row that each thing comes from',
    to: 'the file; stdout when left out',
    erase:
      'say what an erasure would remove and what would stay; with --yes remove it, and write a signed certificate',
    reason: 'why; it stands in the certificate and in the custody log',
    yes: 'do it',
    verify: 'whether a certificate of an erasure is as it was signed; exit status 3 when it is not',
    key: 'the public key that it must be signed with, as PEM; the keys of this Skein when left out',
    readmit: 'let an erased account be loaded again',
    hold: 'legal holds: what is neither erased nor removed by age',
    set: 'hold an account, or a case with all accounts on its boards',
    account: 'id of the account',
    case: 'id of the case',
    list: 'the holds in force',
    all: 'those that were lifted too',
    lift: 'lift a hold',
    retention: 'after how long rows go: the rules in force; `apply` removes what is older',
    apply: 'remove the rows that are older than their rule says, by their own time',
    dry: 'only say how many would go',
  },
  hold: {
    one: (hold: {
      id: string;
      kind: string;
      of: string;
      reason: string;
      by: string;
      at: string;
      lifted_at?: string;
      lifted_by?: string;
      lifted_why?: string;
    }) =>
      `${hold.id}  ${hold.kind} ${hold.of}  since ${hold.at} by ${hold.by}: ${hold.reason}` +
      (hold.lifted_at === undefined
        ? ''
        : `; lifted ${hold.lifted_at} by ${hold.lifted_by ?? ''}: ${hold.lifted_why ?? ''}`),
    none: 'Nothing is under legal hold.',
    lifted: (id: string) => `The hold ${id} is lifted.`,
    which: 'A hold is on an account or on a case: give --account ID or --case ID, one of them.',
    noAccount: (id: string) => `There is no account ${id} in the graph.`,
    noHold: (id: string) =>
      `There is no hold ${id} in force. \`skein hold list\` names those that are.`,
  },
  noReason: 'Say why, with --reason and some words: it stands in the record.',
  noAccount: (id: string) =>
    `There is no account ${id} in the graph, and no erasure of it is under way. Ids are written as the platform writes them: \`skein person report\` takes the same.`,
  erasedBefore: (id: string, day: string) =>
    `This account was erased on ${day} (${id}); nothing is held of it but the mark that keeps it from being loaded again.`,
  notErased: (id: string) => `No account of the id ${id} was erased.`,
  readmitted: (id: string) =>
    `The account may be loaded again; what ${id} removed does not come back by itself.`,
  held: (account: string, holds: readonly string[]) =>
    `The account ${account} is under legal hold (${list(holds)}): nothing of it is removed. \`skein hold list\` says why; \`skein hold lift\` ends a hold.`,
  loading: (by: string, started: string) =>
    `${by} has been loading since ${started}. Nothing was removed; try again once that load has ended.`,
  step: {
    looking: 'Looking for what is held',
    graph: 'Removing from the graph',
    texts: (kind: string) => `Looking through ${kind}`,
    files: 'Looking through the home',
    custody: 'Erasing what the custody log keeps apart',
    aging: (file: string) => `Removing old ${file}`,
  },
  would: (account: string, goes: readonly Counted[], stays: readonly Said[]) =>
    `An erasure of ${account} would remove from the graph:` +
    lines(goes.map(({ kind, count: how }) => `${how.toLocaleString('en')} ${kind}`)) +
    (stays.length === 0 ? '' : `\nand would leave:${lines(stays.map(saidLine))}`) +
    `\nbeside it: its scores, what findings, boards, notes, decisions and jobs say of it, what the custody log keeps apart, rejected rows.` +
    `\nIt does not reach: files kept under SKEIN_SOURCES, bundles and reports handed out, backups, browsers, the platform's own files. The certificate lists them.` +
    `\nNothing was removed. Add --yes to do it.`,
  erased: (certificate: string, erasure: string) =>
    `Erased (${erasure}). The certificate: ${certificate}`,
  removed: (items: readonly Counted[]) =>
    `Removed:${lines(items.map(({ kind, count: how }) => `${how.toLocaleString('en')} ${kind}`))}`,
  changed: (items: readonly Counted[]) =>
    `Taken out of:${lines(items.map(({ kind, count: how }) => `${how.toLocaleString('en')} ${kind}`))}`,
  stayed: (items: readonly Said[]) => `Stayed:${lines(items.map(saidLine))}`,
  elsewhere: (items: readonly { where: string; todo: string }[]) =>
    `Not erased by this:${lines(items.map(({ where, todo }) => `${where}: ${todo}`))}`,
  next: 'The latest run is of before this: run `skein detect`, which asks everything anew this once.',
  why: {
    sharedThing: 'other accounts use it too; the link is gone',
    rested:
      'transfers or links of others rest on it; what it says of its holder is gone, and its id stays',
    sharedRow: 'rows of others rest on it; what names the account is gone',
    referring: 'rows of others, without the name of the account',
    sharedValue: 'others state the same; it is theirs too',
    decided: 'kept as record of work, with a mark in the place of the person',
    digests:
      'ids of findings and clusters and of loaded rows are digests or line numbers, and stay in what was recorded',
  },
  elsewhereOf: {
    sources:
      'loaded files, kept word for word: evidence of others cites their bytes by digest. Delete the file once no evidence needs it',
    sourcesWhere: (files: number) => `SKEIN_SOURCES (${count(files, 'file', 'files')})`,
    home: 'a file of this home that Skein does not rewrite: look into it, and delete it where it may go',
    unread: 'cannot be looked into: open it, and delete it where it names the person',
    bundles: (many: number) =>
      `evidence bundles and files handed out (${many.toLocaleString('en')} recorded)`,
    bundlesTodo: 'ask those who have them to delete them; the digests say which',
    backups: 'backups of before',
    backupsTodo:
      'delete them when their time is over; restoring one brings the person back: erase again',
    neo4j: 'Neo4j’s own files',
    neo4jTodo: 'its transaction logs hold what was deleted until they are rotated',
    browsers: 'browsers',
    browsersTodo: 'boards that were opened and not kept lie in the browser of whoever opened them',
    platform: 'the platform’s own files and what else reads them',
    platformTodo:
      'leave the account out of what is loaded from now on; rows that name it are rejected',
    homes: 'other homes on the same database',
    homesTodo: 'their custody values and kept files: `skein audit erase` there',
  },
  certificate: {
    good: (erasure: string, begun: string, key: string) =>
      `The certificate ${erasure} of ${begun} is as it was signed, by the key ${key}.`,
    bad: 'This is no certificate of an erasure, or it is not, to the byte, as it was signed.',
    foreign: (key: string) =>
      `It is signed by a key that this Skein does not trust (${key}). Give it with --key, or take it in with \`skein key trust\`.`,
    unreadable: (path: string) => `${path} cannot be read. Name the file of a certificate.`,
    noKey: (path: string) => `${path} holds no public ed25519 key as PEM.`,
  },
  daily: {
    began: 'Retention: applying the rules of the day.',
    ended: (removed: number) => `Retention: ${count(removed, 'row', 'rows')} went by age.`,
    putOff: (why: string, until: string) => `Retention: put off until ${until}. ${why}`,
    stopped: 'The server was stopped.',
  },
  rules: {
    at: 'takes a time of day such as "03:00", or null: then `skein retention apply` alone applies the rules',
    when: (at: string | null, timezone: string) =>
      at === null
        ? 'No server applies them: `skein retention apply` does.'
        : `A server that runs applies them each day at ${at} (${timezone}); rules that are new, from the next time on.`,
    none: (path: string, files: readonly string[]) =>
      `Nothing is removed by age. To state rules, write ${path}, for instance {"rules": {"logins": 400}}. Files: ${list(files)}.`,
    shown: (path: string) => `As ${path} states, rows go when they are older, by their own time:`,
    line: (file: string, days: number | null) =>
      `  ${file.padEnd(18)}${days === null ? 'stay' : count(days, 'day', 'days')}`,
    notJson: (path: string, why: string) => `${path} is not JSON: ${why}`,
    unreadable: (path: string, why: string) => `${path} cannot be read (${why}).`,
    faults: (path: string, faults: readonly { where: string; problem: string }[]) =>
      `${path} states no rules that hold:${lines(faults.map(({ where, problem }) => `${where}: ${problem}`))}`,
    unknown: (nearest: string | null, files: readonly string[]) =>
      `is no type whose rows can be removed by age${nearest === null ? '' : `; did you mean ${nearest}?`} There are ${list(files)}`,
    days: (least: number, most: number) => `takes whole days, from ${least} to ${most}`,
    accounts: 'accounts do not go by age: `skein person erase` removes one, with a certificate',
    applied: (file: string, removed: number, kept: number, before: string) =>
      `  ${file.padEnd(18)}${removed.toLocaleString('en')} removed from before ${before}, ${kept.toLocaleString('en')} kept (hold, or an open case)`,
    would: (file: string, removed: number, kept: number, before: string) =>
      `  ${file.padEnd(18)}${removed.toLocaleString('en')} would go from before ${before}, ${kept.toLocaleString('en')} would be kept (hold, or an open case)`,
    nothing: 'No rule is stated, so nothing was removed.',
  },
  report: {
    kicker: 'Access report',
    title: (account: string) => `What is held of the account ${account}`,
    cover: (made: string, by: string) =>
      `Made ${made} by ${by}. Others are named by their ids alone; what people wrote freely is quoted as written, with what others state of themselves replaced by their ids. Read it before it is handed out.`,
    own: 'The account itself',
    rows: 'Rows that hang on it',
    links: 'What it is linked with',
    findings: 'Findings and scores of the latest run',
    work: 'Cases, boards, comments, notes and decisions',
    custody: 'What was recorded: who saw it, and who did what',
    none: 'Nothing is held here.',
    column: 'Column',
    value: 'Value',
    source: 'From',
    before: (until: string) => `(until ${until})`,
    type: 'What',
    id: 'Id',
    when: 'When',
    kind: 'Kind',
    text: 'What it says',
    by: 'By whom',
    entry: 'Entry',
    score: 'Score',
    accounts: 'Accounts',
    unmasked: (when: string, who: string) =>
      `shown to ${who} while personal data was unmasked (${when})`,
    rule: 'inferred',
  },
} as const;

function saidLine({ what, count: how, why }: Said): string {
  return `${how.toLocaleString('en')} ${what}: ${why}`;
}
