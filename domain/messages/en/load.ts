import { count } from './typography.ts';

interface Fault {
  where: string;
  problem: string;
}

const lines = (faults: readonly Fault[]) =>
  faults.map(({ where, problem }) => `\n  ${where}: ${problem}`).join('');

const near = (name: string | null) => (name === null ? '' : `; did you mean ${name}?`);

interface OfacImport {
  folder: string;
  entries: number;
  aliases: number;
  addresses: number;
  identifiers: number;
  links: number;
  unresolved: readonly { entry_id: string; name: string; reason: 'unknown' | 'ambiguous' }[];
  countries: readonly { name: string; count: number }[];
}

const figure = (value: number) => value.toLocaleString('en');
const unresolvedShown = 10;

function ofacSummary(made: OfacImport): string {
  const { entries, aliases, addresses, identifiers, links, unresolved, countries } = made;
  const rest = unresolved.length - unresolvedShown;
  return [
    `${made.folder}: ${figure(entries)} entries, ${figure(aliases)} aliases, ${figure(addresses)} addresses, ` +
      `${figure(identifiers)} identifiers, ${figure(links)} links`,
    ...(unresolved.length > 0
      ? [`${figure(unresolved.length)} “Linked To” name no single entry and made no link:`]
      : []),
    ...unresolved
      .slice(0, unresolvedShown)
      .map(({ entry_id, name, reason }) => `  ${entry_id} → ${name} (${reason})`),
    ...(rest > 0 ? [`  and ${figure(rest)} more; --json names them all`] : []),
    ...(countries.length > 0
      ? [
          `Countries without an ISO code, kept in the address alone: ${countries
            .map(({ name, count }) => `${name} (${count})`)
            .join(', ')}`,
        ]
      : []),
  ].join('\n');
}

/** What a person reads of: load. */
export const loadMessages = {
  folder: {
    noFolder: (folder: string) => `There is no folder ${folder}.`,
    kinds: { folder: 'a folder', pipe: 'a pipe', socket: 'a socket', device: 'a device' },
    notRegular: (kind: string) => `is no file but ${kind}; put the file itself there`,
    leadsOut: 'is a link that leads out of the folder; put the file itself there',
    vanished: 'is not there any more, or is a link to nothing; put the file there and load again',
    nothing: (
      folders: readonly string[],
      unknown: readonly { file: string; nearest: string | null }[],
    ) =>
      `${folders.join(', ')} ${folders.length === 1 ? 'holds' : 'hold'} no file of a dataset (accounts.csv, logins.csv, …)` +
      (unknown.length === 0
        ? '.'
        : `, but ${unknown.map(({ file, nearest }) => file + (nearest ? ` (${nearest}?)` : '')).join(', ')}; ` +
          'a mapping.json can rename them.'),
  },
  mapping: {
    notJson: (path: string, reason: string) => `${path} is not JSON: ${reason}`,
    unreadable: (path: string) => `The mapping ${path} cannot be read.`,
    invalid: (path: string, faults: readonly Fault[]) => `${path} is no mapping:${lines(faults)}`,
    fileUnnamed: 'is no file of the contract; say with "file" which one it is',
    noColumn: (column: string, file: string, nearest: string | null) =>
      `${file} has no column ${column}${near(nearest)}`,
    columnTwice: (column: string) => `two columns are renamed to ${column}`,
  },
  header: {
    faults: (faults: readonly Fault[]) =>
      `Nothing was loaded. These files cannot be read:${lines(faults)}`,
    brokenGzip: 'is not whole gzip data; compress it again',
    swells: (most: number) =>
      `unpacks to more than ${most} times its size, as no table does; if it is one, unpack it and load it as it is`,
    utf16: 'is UTF-16; save it as UTF-8',
    notUtf8: 'the header is not UTF-8 (Latin-1 or Windows-1252?); save the file as UTF-8',
    unreadable: (reason: string) => `the header cannot be read: ${reason}`,
    delimiter: (mark: string) => `the columns are separated by ${mark}; write it with commas`,
    carriageReturns: 'lines end with a carriage return alone; end them with LF or CRLF',
    columnTwice: (column: string) => `the header has the column ${column} twice`,
    columnName: (beginning: string, most: number) =>
      `the name of the column ${beginning}… is longer than ${most} characters; is the header missing?`,
    noneKnown: (columns: readonly string[], known: readonly string[]) =>
      `line 1 names none of the columns (${columns.slice(0, 5).join(', ').slice(0, 100)}); is the header missing? ` +
      `Known are ${known.slice(0, 4).join(', ')}, …; a mapping.json can rename others`,
    empty: (file: string) => `${file} is empty.`,
  },
  record: {
    tooLong: 'the row is larger than 32 MiB',
    manyCells: (most: number) =>
      `has more than ${figure(most)} columns; leave out those that say nothing of accounts, or part the file`,
    manyLines: (most: number) => `a quote is opened and not closed within ${figure(most)} lines`,
    manyValues: (most: number) => `holds more than ${figure(most)} values; write one row a line`,
    deep: (most: number) => `is nested more than ${most} deep; write a row as one flat JSON object`,
    openQuote: 'a quote is opened and not closed properly; double it if it belongs to the text',
    textAfterQuote: (rest: string) => `text follows a closing quote: ${rest}`,
    notJson: (reason: string) => `is not JSON: ${reason}`,
    notObject: 'is not a JSON object',
    notExact: (name: string) =>
      `${name} cannot be read exactly: write large numbers as text, and no | inside an item of a list`,
  },
  exact: {
    badRow: (file: string, line: number, why: string) =>
      `${file}, line ${line}: ${why}. Nothing was made of the file; put this right and try again.`,
    badFile: (file: string, why: string) => `${file}: ${why}`,
    noColumn: (file: string, column: string) => `${file} has no column ${column}.`,
    strayComma: (cells: string) =>
      `${cells}: a cell that holds a comma stands in quotes, as in "Smith, John"`,
  },
  row: {
    cellCount: (cells: number, columns: number, line: number, lastLine: number) =>
      `has ${count(cells, 'cell', 'cells')} where the header has ${columns}` +
      (lastLine > line ? `; it runs to line ${lastLine}: is a quote left open?` : ''),
    missing: 'is required, and empty',
    notUtf8: 'is not UTF-8 (Latin-1 or Windows-1252?); save the file as UTF-8',
    nul: 'holds a NUL byte',
    columnTwice: (column: string) => `two columns are ${column}`,
    columnName: (most: number) =>
      `the column’s name is longer than ${count(most, 'character', 'characters')} or holds a NUL`,
    manyUnknown: (most: number) =>
      `the file has more than ${count(most, 'column', 'columns')} that ${most === 1 ? 'is' : 'are'} not the contract’s`,
    namelessColumn: (position: number) => `column ${position}`,
    indexTooLong: 'is more than 8,000 bytes, too long to be looked up',
    keyTooLong: 'the columns that identify the row hold more than 8,000 bytes',
    ambiguousEntry: (lists: readonly string[]) =>
      `several watchlists hold this entry id: ${lists.join(', ')}; a link cannot say which it means`,
    reasons: (first: string, others: readonly { column: string; reason: string }[]) =>
      [first, ...others.map(({ column, reason }) => `also ${column} ${reason}`)].join('; '),
  },
  source: {
    changing: 'was written to while it was read; load it again when it is whole',
    notKept: (file: string, sha256: string, folder: string) =>
      `${file} (SHA-256 ${sha256}) is not kept in ${folder}; load it again, or set SKEIN_SOURCES to where it is.`,
    noLine: (file: string, line: number) => `No row of ${file} begins at line ${line}.`,
  },
  step: {
    checking: (file: string) => `Checking ${file}`,
    keeping: (file: string) => `Keeping ${file}`,
    loading: (file: string) => `Loading ${file}`,
    importing: 'Bringing the graph into the empty database',
  },
  notImported: (why: string) =>
    `Neo4j’s import could not be used, so the rows were stored batch by batch, which takes longer. The import said: ${why}`,
  wordsEnded:
    'The load was stopped: the thread that works out what nodes are found by has ended. Load again; what is stored is not stored twice.',
  unit: 'rows',
  strict: (file: string, line: number, column: string, reason: string) =>
    `${file}:${line}:${column === '' ? '' : `${column}:`} ${reason}. Nothing was changed (--strict).`,
  strictLate: (file: string, line: number, column: string, reason: string) =>
    `${file}:${line}:${column === '' ? '' : `${column}:`} ${reason}. The load was stopped (--strict).`,
  summary: {
    columns: ['file', 'read', 'added', 'updated', 'unchanged', 'rejected', 'conflicts'],
    total: 'total',
    rejects: (path: string) => `Rejected rows: ${path}`,
    conflicts: (rows: number) =>
      `${count(rows, 'row', 'rows')} gave a key another value than an earlier row of this load; the last one stands, what was said before is its history.`,
    unknownFile: (file: string, nearest: string | null) =>
      `Unknown file ${file}, not loaded${near(nearest)}`,
    unknownColumn: (file: string, column: string, nearest: string | null) =>
      `Unknown column ${file}: ${column}, kept as an attribute${near(nearest)}`,
    load: (id: string, seconds: number, rows: number) =>
      `Load ${id}: ${count(rows, 'row', 'rows')} in ${seconds.toFixed(1)} s`,
  },
  command: {
    about: 'Load dataset folders',
    folders: 'dataset folders',
    strict: 'refuse everything, with nothing changed, at the first bad row',
    map: 'a mapping.json that renames files and columns',
    import: 'Turn an outside format into a dataset folder',
  },
  ofac: {
    about: 'OFAC’s SDN list: sdn, alt and add as published, as CSV or CSV.GZ',
    source: 'folder of the three files',
    out: 'folder for watchlist.csv and links.csv',
    publishedOption:
      'date of the edition, as 2021-07-14; else taken from the end of the folder’s name',
    list: 'name of the watchlist (OFAC-SDN)',
    published: (given: string) =>
      `--published ${given} is not a date; write it as 2021-07-14, 2021-07 or 2021.`,
    noFile: (folder: string, file: string) => `${folder} holds no ${file} (or ${file}.gz).`,
    badRow: (path: string, line: number, reason: string) => `${path}:${line}: ${reason}`,
    twice: (path: string, number: string) => `${path} has the entry ${number} twice.`,
    noEntry: (path: string, number: string) =>
      `${path} names the entry ${number}, which the SDN file lacks.`,
    linkSource: (id: string, name: string, other: string) =>
      `OFAC’s remarks on ${id} (${name}): “Linked To: ${other}”`,
    summary: ofacSummary,
  },
  bitcoinOtc: {
    about: 'the Bitcoin-OTC web of trust: who rated whom, as CSV or CSV.GZ without a header',
    source: 'folder of ratings.csv (soc-sign-bitcoinotc.csv) and, for measuring, ground-truth.csv',
    out: 'folder for accounts.csv, ratings.csv and labels.csv',
    noFile: (folder: string) =>
      `${folder} holds no ratings.csv or soc-sign-bitcoinotc.csv (or either as .gz).`,
    badRow: (path: string, line: number, reason: string) => `${path}:${line}: ${reason}`,
    noPerson: 'names no rater or nobody rated',
    badScore: (given: string) => `the rating ${given} is no whole number from -10 to 10`,
    badTime: (given: string) => `${given} is no time in seconds since 1970`,
    badLabel: (given: string) => `the label ${given} is neither 1 nor -1`,
    summary: (made: { folder: string; accounts: number; ratings: number; labels: number }) =>
      `${made.folder}: ${count(made.accounts, 'account', 'accounts')}, ${count(made.ratings, 'rating', 'ratings')}, ${count(made.labels, 'label', 'labels')}`,
  },
  amlsim: {
    about: 'a network of IBM’s AMLSim: nodes and transactions, as CSV or CSV.GZ',
    source: 'folder of the two files',
    out: 'folder for accounts, account_payments, transfers and labels',
    start: 'date of the first day (2020-01-01)',
    currency: 'currency of the amounts (USD)',
    badStart: (given: string) => `--start ${given} is not a date; write it as 2020-01-01.`,
    noFile: (folder: string, file: string) => `${folder} holds no ${file} (or ${file}.gz).`,
    badDay: (path: string, day: string) => `${path} has the day “${day}”, which is no number.`,
    summary: (made: { folder: string; accounts: number; transfers: number; labels: number }) =>
      `${made.folder}: ${count(made.accounts, 'account', 'accounts')}, ${count(made.transfers, 'transfer', 'transfers')}, ${count(made.labels, 'label', 'labels')}`,
  },
  misp: {
    about:
      'warning lists of MISP, such as those of VPN providers: their networks become known_shared, which weighs little',
    source: 'list.json of each list',
    out: 'folder for known_shared.csv',
    noFile: (path: string) =>
      `${path} cannot be read; name the list.json of a warning list, not its folder.`,
    notAList: (path: string) =>
      `${path} is no warning list: JSON with name, version, type and list is expected.`,
    reason: (name: string, version: number) => `MISP warning list, version ${version}: ${name}`,
    summary: (made: { folder: string; networks: number; left_out: number }) =>
      `${made.folder}: ${count(made.networks, 'network', 'networks')}, ${count(made.left_out, 'entry left out that is none', 'entries left out that are none')}`,
  },
  followthemoney: {
    about:
      'entities of FollowTheMoney, as OpenSanctions publishes them: who is sanctioned becomes a watchlist entry',
    source: 'the entities, one JSON a line',
    out: 'folder for the CSV files',
    list: 'what to call the watchlist of entries that do not name theirs',
    noFile: (path: string) => `${path} cannot be read.`,
    notAnEntity: (path: string, line: number) =>
      `${path}, line ${line} is no entity: JSON with id, schema and properties is expected.`,
    summary: entitiesSummary,
  },
  stix: {
    about:
      'a bundle of STIX 2.1, as MISP, OpenCTI and Skein itself write it: threat actors, intrusion sets, campaigns and indicators become watchlist entries',
    source: 'the bundle, a JSON file',
    out: 'folder for the CSV files',
    list: 'what to call the watchlist of entries that name neither a list nor an author',
    noFile: (path: string) => `${path} cannot be read.`,
    tooLarge: (path: string, megabytes: number, most: number) =>
      `${path} has ${figure(Math.ceil(megabytes))} MiB, more than the ${figure(most)} that are read at once: export it in parts.`,
    notJson: (path: string, line: number) =>
      `${path}, line ${line}: this is not JSON, or it is cut off. Export the bundle again.`,
    notABundle: (path: string) =>
      `${path} is no bundle of STIX: JSON with the type bundle and a list of objects is expected.`,
    otherVersion: (path: string, version: string) =>
      `${path} is STIX ${version}; export it as STIX 2.1.`,
    notAnObject: (path: string, number: number) =>
      `${path}, object ${figure(number)} has no type or no id, which every object of STIX has.`,
    badId: (path: string, number: number, type: string, id: string) =>
      `${path}, object ${figure(number)}: the id “${id}” is none of STIX; ${type}-- and a UUID are expected.`,
    summary: entitiesSummary,
  },
} as const;

function figuresOf(counts: Record<string, number>): string {
  const all = Object.entries(counts).map(([name, number]) => `${figure(number)} ${name}`);
  return all.join(', ') || '0';
}

function entitiesSummary(made: {
  folder: string;
  rows: Record<string, number>;
  left_out: Record<string, number>;
}): string {
  return [
    `${made.folder}: ${figuresOf(made.rows)}`,
    ...(Object.keys(made.left_out).length > 0
      ? [`left out, since a dataset has no place for them: ${figuresOf(made.left_out)}`]
      : []),
  ].join('\n');
}
