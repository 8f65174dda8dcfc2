import { count as counted } from './typography.ts';

const figure = (n: number) => n.toLocaleString('en');
const count = (n: number, one: string, many: string) => `${figure(n)} ${n === 1 ? one : many}`;
const rows = (n: number) => count(n, 'row', 'rows');

function bytes(n: number): string {
  if (n < 1_000) return count(n, 'byte', 'bytes');
  if (n < 1_000_000) return `${figure(Math.round(n / 1_000))} kB`;
  if (n < 1_000_000_000) return `${(n / 1_000_000).toFixed(1)} MB`;
  return `${(n / 1_000_000_000).toFixed(1)} GB`;
}

/** What a person reads of: data brought in by hand. */
export const intakeMessages = {
  bytes,
  rows,
  gone: 'This is not being brought in here: it was loaded, thrown away, left for a day, or lies at another server. Drop the files again; where several servers have homes of their own, the proxy has to send all that one browser brings in to one of them (docs/OPERATING.md).',
  noFile: (name: string) => `There is no file ${name} here. Drop it again.`,
  noMapping: 'There is no such mapping; somebody has deleted it.',
  noRejects:
    'There are no rejected rows of this file kept here. They lie in the home of the server that loaded it.',
  upload: {
    type: 'Send the file itself, with the content type application/octet-stream.',
    packed: (encoding: string) =>
      `Send the file without the Content-Encoding ${encoding}; a packed file is taken as NAME.csv.gz.`,
    foreignOrigin:
      'The request comes from a page of another address. Open Skein at the address that `skein up` printed.',
    badName: 'is no plain file name: it holds a path, a control character, or begins with a dot',
    longName: (most: number) => `is longer than ${counted(most, 'byte', 'bytes')}; rename the file`,
    spreadsheet: 'is a spreadsheet; save each of its sheets as CSV and drop those',
    noTable:
      'is no table that can be read: drop .csv, .tsv, .txt or .ndjson, or one of them as .gz',
    tooLarge: (size: number, most: number) =>
      `The file has ${bytes(size)}; at most ${bytes(most)} can be brought in here. Load it with \`npx skein load\`.`,
    noRoom: (size: number, room: number) =>
      `There is no room for ${bytes(size)}: the disk of SKEIN_HOME can take ${bytes(room)} more. Free some space and drop the file again.`,
    cutOff: 'The file did not arrive whole, so nothing of it was kept. Drop it again.',
    twin: (name: string) =>
      `There is ${name} already; a mapping names files without their ending, and could not tell the two apart. Rename one.`,
  },
  taken: {
    encoding: (name: string) => `Read as ${name.toUpperCase()}, by the first bytes of the file.`,
    windows1252:
      'Read as Windows-1252 (Western European), since it is not UTF-8: a guess, look at the accents.',
    delimiter: (mark: string) =>
      `Columns are parted by ${mark === '\t' ? 'a tab' : mark === ';' ? 'a semicolon' : `“${mark}”`}.`,
    dayFirst: 'Dates are read day first (31/12/2024).',
    dayFirstUnsure:
      'Dates are read day first (31/12/2024): a guess, since no day of the first rows is beyond 12.',
    monthFirst: 'Dates are read month first (12/31/2024).',
    unixSeconds: 'Times are read as seconds since 1970.',
    unixMilliseconds: 'Times are read as milliseconds since 1970.',
    decimalComma: 'Amounts are read with a decimal comma (1 234,50).',
  },
  suggested: {
    name: 'same name',
    synonym: (name: string, column: string) => `“${name}” usually means ${column}`,
    spelling: (name: string, word: string) => `“${name}” is spelt almost like ${word}`,
    content: {
      ip: 'its values are IP addresses',
      email: 'its values are e-mail addresses',
      currency: 'its values are currency codes',
      user_agent: 'its values are browsers’ descriptions of themselves',
      url: 'its values are web addresses',
      time: 'its values are times',
      timezone: 'its values are time zones',
      phone: 'its values are phone numbers',
      country: 'its values are country codes',
    },
    fileName: (name: string) => `by its name, ${name}`,
    fileColumns: (columns: readonly string[]) =>
      `by its columns: ${columns.slice(0, 4).join(', ')}${columns.length > 4 ? ', …' : ''}`,
    doubt: (value: string, problem: string) => `Most values do not fit: “${value}” ${problem}`,
  },
  fault: {
    noFile: 'Say what this file is.',
    empty: 'The file has no columns.',
    noRow: (most: number) =>
      `No row ends within the first ${bytes(most)}: this is no table, or a quote is left open.`,
    missing: (column: string, about: string) =>
      `No column becomes ${column} (${about}), which every row must have.`,
    twice: (column: string) => `Two columns become ${column}; make one of them a further column.`,
    zone: 'The times name no time zone. Say in which zone they are.',
  },
  form: {
    noZone: 'is no time zone; write it as Europe/Paris or +02:00',
    skippedHour: (zone: string) => `no clock in ${zone} ever showed this time (summer time began)`,
    doubledHour: (zone: string) =>
      `clocks in ${zone} showed this time twice (summer time ended); write it with its offset`,
    notInForm: {
      iso: 'is no time as 2024-12-31T14:05:00',
      'day-first': 'is no date written day first, as 31/12/2024 14:05',
      'month-first': 'is no date written month first, as 12/31/2024 2:05 PM',
      'unix-seconds': 'is no number of seconds since 1970',
      'unix-milliseconds': 'is no number of milliseconds since 1970',
    },
  },
  load: {
    already: 'It is being loaded just now. Wait until that has ended.',
    writes:
      'Rows are being written already; the load goes on to its end. Loading again changes nothing twice.',
    noFiles: 'There is no file to load.',
    unsettled: (faults: readonly { where: string; problem: string }[]) =>
      `Nothing was loaded; this is not settled yet: ${faults.map(({ where, problem }) => `${where}: ${problem}`).join(' ')}`,
  },
  page: {
    title: 'Bring in data',
    about:
      'Drop the files of a platform: Skein suggests what each is and what its columns mean. Nothing reaches the graph before you press Load.',
    back: 'To the graph',
    drop: 'Drop CSV files here',
    dropHint: 'or .tsv, .txt, .ndjson, also as .gz; as many as belong together',
    choose: 'Choose files …',
    uploading: (name: string) => `Sending ${name}`,
    uploadFailed: (name: string) => `${name} was not taken`,
    dismiss: 'Dismiss',
    stopUpload: (name: string) => `Stop sending ${name}`,
    stopped: 'Stopped; nothing of it was kept.',
    unreachable:
      'Skein did not answer while the file was sent. Nothing of it was kept; drop it again.',
    files: 'Files',
    removeFile: (name: string) => `Take ${name} out`,
    is: 'What it is',
    isLabel: (name: string) => `What ${name} is`,
    isNothing: 'Choose …',
    reason: (why: string) => `Suggested ${why}`,
    settled: 'ready',
    unsettled: (n: number) => count(n, 'thing to settle', 'things to settle'),
    form: 'How it is written',
    encoding: 'Encoding',
    encodings: {
      'utf-8': 'UTF-8',
      'utf-16le': 'UTF-16',
      'utf-16be': 'UTF-16, big end first',
      'windows-1252': 'Windows-1252, Latin-1',
    },
    delimiter: 'Columns parted by',
    delimiters: { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar |' },
    dates: 'Dates',
    dateForms: {
      iso: '2024-12-31T14:05',
      'day-first': '31/12/2024 14:05',
      'month-first': '12/31/2024 2:05 PM',
      'unix-seconds': 'seconds since 1970',
      'unix-milliseconds': 'milliseconds since 1970',
    },
    zone: 'Zone if none given',
    zoneNone: 'none: rejected',
    comma: 'Decimal comma (1 234,50)',
    columns: 'Columns',
    column: 'Your column',
    examples: 'Examples',
    becomes: 'Becomes',
    becomesLabel: (name: string) => `What ${name} becomes`,
    why: 'Why',
    further: 'Further column, kept as it is',
    leaveOut: 'Leave out',
    chosen: 'chosen by you',
    notSuggested: 'nothing suggested',
    required: 'required',
    words: (column: string) => `Words of ${column} that the contract does not have`,
    word: (value: string) => `“${value}” means`,
    wordNothing: 'rejected',
    constants: 'The same in every row',
    constantsHint: 'For what the file does not say, such as the platform it is from.',
    constantColumn: 'Column',
    constantValue: 'Value',
    addConstant: 'Add',
    removeConstant: (column: string) => `Remove the value of ${column}`,
    preview: 'What would be rejected',
    previewWaiting: 'Trying the rows …',
    tried: (n: number, whole: boolean) =>
      whole ? `${rows(n)} tried, the whole file` : `First ${rows(n)} tried`,
    takenRows: (n: number) => `${figure(n)} would be taken`,
    rejectedRows: (n: number) => `${figure(n)} rejected`,
    nothingRejected: 'No row would be rejected.',
    reasons: 'Why',
    line: 'Line',
    value: 'Value',
    firstRejects: (shown: number, all: number) =>
      shown < all ? `The first ${figure(shown)} of ${figure(all)}` : 'Rejected rows',
    asTheyStand: 'First rows as they would stand',
    offer: (name: string, by: string, when: string) =>
      `Saved mapping “${name}” (${by}, ${when}) is of files with the same columns.`,
    offerUse: 'Use it',
    offerUsed: (name: string) => `Read as in “${name}”.`,
    mapping: 'Mapping',
    mappingHint:
      'Kept in the database for everybody, and offered when files with the same columns are dropped again.',
    mappingName: 'Name',
    saveMapping: 'Save mapping',
    savedMapping: (name: string) => `Saved as “${name}”.`,
    downloadMapping: 'Download mapping.json',
    downloadHint: 'The same for the command line: npx skein load FOLDER --map mapping.json',
    savedMappings: 'Saved mappings',
    deleteMapping: (name: string) => `Delete the mapping ${name}`,
    load: 'Load',
    loadFiles: (n: number) => `Load ${count(n, 'file', 'files')}`,
    loadHint:
      'Rejected rows are counted and kept in a file; all others go into the graph with their source.',
    loadBlocked: 'Settle first what is marked above.',
    throwAway: 'Throw away',
    loading: 'Loading',
    loadingHint: 'You may close this page: the load goes on, and this address shows it.',
    stop: 'Stop',
    stopHint: 'Nothing is written yet.',
    writing: 'Rows are being written; it goes on to its end.',
    progress: (done: number, total: number | null, unit: string) =>
      done === 0
        ? ''
        : total === null
          ? `${figure(done)} ${unit}`
          : `${figure(done)} of about ${figure(total)} ${unit}`,
    databaseAway: 'The database does not answer. What is here stays; go on when it is back.',
    failed: 'The load did not end',
    failedHint:
      'What was written is whole rows with their sources. Load again: what is there already is not written twice.',
    interrupted: 'Skein was stopped while it loaded.',
    again: 'Load again',
    result: 'Loaded',
    resultColumns: ['File', 'Read', 'Added', 'Updated', 'Unchanged', 'Rejected', 'Conflicts'],
    rejects: 'Rejected rows as CSV',
    rejectsOf: (file: string) => `Rejected rows as CSV: ${file}`,
    conflicts: (n: number) =>
      `${rows(n)} gave a key another value than an earlier row; the last one stands, the others are its history.`,
    next: 'What next',
    nextHint:
      'Findings are made by detection: until then Skein shows what it knew before this load.',
    nextSearch: 'Or search for an account in the box above.',
    more: 'Bring in more',
    current: 'Not loaded yet',
    currentOpen: (names: readonly string[]) =>
      names.length === 0 ? 'no file yet' : names.join(', '),
    states: {
      open: 'being matched',
      loading: 'being loaded',
      loaded: 'loaded',
      failed: 'did not end',
      interrupted: 'interrupted',
    },
    earlier: 'Earlier loads',
    noLoads: 'Nothing was loaded yet.',
    byHand: 'brought in by hand',
    notEnded: 'did not end',
    by: (who: string) => `by ${who}`,
    loadSums: (read: number, added: number, rejected: number) =>
      `${figure(read)} read, ${figure(added)} added, ${figure(rejected)} rejected`,
  },
} as const;
