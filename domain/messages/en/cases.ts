import { count as counted } from './typography.ts';

const count = (n: number, one: string, many: string) =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** What a person reads of cases and their boards. */
export const casesMessages = {
  noCase: (id: string) => `There is no case ${id}.`,
  noBoard: (id: string) => `This case has no board ${id}.`,
  noRevision: (revision: number) =>
    `This board has no revision ${revision.toLocaleString('en')}; its history lists those that are kept.`,
  idInUse: (id: string) => `The id ${id} is that of a board of another case. Choose another one.`,
  tooManyBoards: (most: number) =>
    `A case has at most ${counted(most, 'board', 'boards')}, archived ones among them. Make another case.`,
  boardTooLarge: (bytes: number, most: number) =>
    `The board takes ${megabytes(bytes)}; at most ${megabytes(most)} are kept. Hide less of it by opening the part that matters as a board of its own.`,
  savedMeanwhile:
    'Somebody else has saved this board meanwhile. Read it again, bring both together, and save that.',

  title: 'Cases',
  mentioned: (n: number) => `${counted(n, 'mention', 'mentions')} of you, not opened yet`,
  all: 'All cases',
  newCase: 'New case',
  openFile: 'Open a file',
  recent: 'Changed last',
  none: 'No cases yet',
  noneHint:
    'A case keeps boards, notes and tags of an investigation. Open a cluster, a finding or a node and keep it on a board, or drop a board that was saved as JSON here.',
  filter: 'Show',
  states: { open: 'Open', closed: 'Closed', archived: 'Archived' },
  state: { open: 'open', closed: 'closed', archived: 'archived' },
  boards: (n: number) => count(n, 'board', 'boards'),
  changedBy: (who: string, when: string) => `changed by ${who}, ${when}`,
  madeBy: (who: string, when: string) => `opened by ${who}, ${when}`,
  close: 'Close the case',
  reopen: 'Open the case again',
  archive: 'Archive',
  archiveHint: 'No list shows it any more; nothing is deleted.',
  bringBack: 'Bring back',
  name: 'Title',
  description: 'What it is about',
  tags: 'Tags',
  tagsHint: 'Enter adds one',
  save: 'Save',
  cancel: 'Cancel',
  edit: 'Change title, text and tags',
  create: 'Create',
  boardList: 'Boards',
  noBoards: 'No boards yet. Keep any graph on a board of this case, or open a file.',
  archivedBoards: (n: number) => count(n, 'archived board', 'archived boards'),
  accounts: 'Accounts on its boards',
  noAccounts: 'No accounts on its boards.',
  firstAccounts: (n: number, all: number) =>
    `the ${n.toLocaleString('en')} with the highest scores, of ${all.toLocaleString('en')}`,
  clusters: 'Clusters that its accounts are in',
  ofCluster: (here: number, all: number) =>
    `${here.toLocaleString('en')} of its ${count(all, 'account', 'accounts')} on these boards`,
  noClusters: 'In no cluster of the latest run.',
  decisions: 'Decisions about its accounts',
  noDecisions: 'Nothing was confirmed or rejected of them yet.',
  dropHint: 'A board saved as JSON can be dropped anywhere on this page.',
  copyLink: 'Copy the link',
  linkCopied: 'The link is copied: whoever can reach this Skein opens the same with it.',

  keep: 'Keep on a board',
  keepHint: 'As it is now: positions, what is hidden, and all later changes are kept in a case.',
  notKept: 'Not kept',
  remembered: 'Not kept on a board; this browser remembers it.',
  cameBack: (when: string) => `Your work of ${when} is back. It is kept on no board.`,
  drawnBefore: 'Drawn before the latest detection.',
  drawAnew: 'Draw it anew',
  startAfresh: 'Start afresh',
  startedAfresh: 'As it was opened first. Undo brings the work back.',
  keepIn: 'In',
  aNewCase: 'a new case',
  caseTitle: 'Title of the case',
  boardTitle: 'Title of the board',
  rename: 'Rename the board',
  toCase: (title: string) => `To the case ${title}`,

  saved: (when: string) => `Saved ${when}`,
  saving: 'Saving …',
  unsaved: 'Not saved yet',
  away: (why: string) => `Not saved: ${why} Trying again.`,
  refused: (why: string) => `Not saved: ${why}`,
  serverAway: 'Skein does not answer.',
  databaseAway: 'the database does not answer.',
  savedAgain: 'Saved again: nothing was lost.',
  takenIn: (who: string) => `Changes by ${who} are taken in.`,
  draft: (when: string) => `Changes of ${when} were not saved before this page was closed.`,
  takeDraft: 'Take them in',
  dropDraft: 'Discard them',

  board: 'Board',
  gone: (n: number) =>
    `${count(n, 'thing', 'things')} on this board ${n === 1 ? 'is' : 'are'} no longer in the graph`,
  goneShort: 'no longer in the graph',
  goneList: 'List them',
  goneMark: 'Mark them',
  goneFromTo: (from: string, says: string, to: string) => `${from} ${says} ${to}`,
  goneHint: 'They are shown as they were when the board was kept, grey and with ✕.',
  goneRelations: (n: number) => count(n, 'relation', 'relations'),
  history: 'History',
  historyRule: (latest: number, minutes: number) =>
    `${latest === 1 ? 'The last save' : `The last ${latest.toLocaleString('en')} saves`}, and of earlier ones the last of each ${minutes === 1 ? 'minute' : `${minutes.toLocaleString('en')} minutes`}.`,
  restore: 'Restore',
  restoreLabel: (when: string) => `Restore the board of ${when}`,
  restored: (when: string) => `The board is as it was on ${when}.`,
  now: 'now',
  sizes: (nodes: number, relations: number, notes: number) =>
    `${count(nodes, 'node', 'nodes')}, ${count(relations, 'relation', 'relations')}, ${count(notes, 'note', 'notes')}`,

  note: 'Notes',
  boardNotes: 'Notes on the board',
  notesOn: 'Notes on what is on it',
  addNote: 'Add a note',
  noteLabel: (what: string) => `Note on ${what}`,
  thisBoard: 'the board',
  writing: 'Write what you saw, and why it matters …',
  changeNote: 'Change the note',
  deleteNote: 'Delete the note',
  writtenBy: (who: string, when: string) => `${who}, ${when}`,
  writtenNow: 'not kept on a board yet',
  quoted: (who: string, when: string) => `${who}, ${when}, as the opened file says`,
  noted: (n: number) => count(n, 'note', 'notes'),
  nodeTags: 'Tags',
  removeTag: (tag: string) => `Remove the tag ${tag}`,
  addTag: 'Add a tag',
  tagged: (tag: string, n: number) => `With the tag ${tag} (${n.toLocaleString('en')})`,
  withNotes: (n: number) => `With notes (${n.toLocaleString('en')})`,

  json: 'JSON (opens again)',
  fileTooLarge: (bytes: number, most: number) =>
    `The file has ${megabytes(bytes)}; at most ${megabytes(most)} are taken.`,
  noJson: (name: string, why: string) => `${name} is no JSON: ${why}`,
  noBoardFile: (name: string) =>
    `${name} is no board that Skein saved. Save one by “JSON (opens again)” and open that.`,
  newerFile: (name: string, version: string) =>
    `${name} was saved by a newer Skein (version ${version} of the file). Open it there.`,
  wrongAt: (where: string, what: string) => `${where}: ${what}`,
  andMore: (n: number) => `and ${n.toLocaleString('en')} more`,
  opened: (title: string) => `${title} is opened as a board.`,
} as const;
