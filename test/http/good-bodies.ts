/** What each route that takes something is sent, so that it must go well. */
import type { RouteName } from '../../domain/api/api.ts';
import { sharedPayout } from '../pattern/every-pattern.ts';
import { actor } from '../../server/platform/access/actor.ts';

export const keptCase = 'contract-case';
export const keptBoard = 'contract-board';
export const keptComment = 'contract-comment';
export const keptTask = 'contract-task';
/** Into which the case is joined. */
export const otherCase = 'contract-other';
/** Declared in the home before anything is asked. */
export const contractEnricher = {
  id: 'register',
  title: 'A register',
  types: ['account'],
  command: [process.execPath, '-e', 'process.stdout.write(\'{"facts":[]}\')'],
};
export const contractPerson = { name: 'ana-of-contract', password: 'not to be guessed' };
const content = { version: 1, nodes: [], relations: [] };
const query = { text: 'MATCH (a:Account {id: $id}) RETURN a', parameters: { id: 'a1' } };
export const draft = { title: 'Mine', about: '', text: query.text, parameters: [], tags: [] };

export const patternDraft = {
  ...{ title: 'Shared', about: '', text: 'RETURN 1', parameters: [], tags: [] },
  pattern: sharedPayout,
};

export const bodies: Partial<Record<RouteName, unknown>> = {
  graphFile: { nodes: ['account:a1'], relations: [] },
  // It says what is known.
  sendEvents: { rows: [{ file: 'accounts', row: { account_id: 'a1' } }] },
  bundle: { account: 'a1', masks: ['email'], language: 'fr', reason: 'asked' },
  narrative: { account: 'a1', decided: '2026-01-31' },
  recordJudgement: {
    kind: 'link',
    verdict: 'rejected',
    subjects: ['account:a1', 'account:a3'],
    why: 'flatmates',
  },
  withdrawJudgement: { why: 'was wrong' },
  judgementsAmong: { nodes: ['account:a1', 'account:a2'] },
  createCase: { id: keptCase, title: 'A case' },
  changeCase: { title: 'Another title' },
  changeCaseMembers: { members: null, why: 'all may', rests_on: 2 },
  changeListMembers: { members: null, why: 'all may', rests_on: 0 },
  createBoard: { id: keptBoard, title: 'A board', content },
  saveBoard: { rests_on: 1, content: { ...content, omitted: 1 } },
  changeBoard: { title: 'Another title' },
  restoreBoard: { revision: 1 },
  commentCase: { id: keptComment, text: `@${actor()} asked them` },
  withdrawComment: { why: 'of another case' },
  createTask: { id: keptTask, what: 'Ask them', due: '2024-01-31' },
  changeTask: { rests_on: 1, what: 'Ask them again' },
  // It was changed and archived before.
  joinCase: { into: otherCase, as: 'duplicate', why: 'the same', rests_on: 3 },
  partCase: { why: 'it was not', rests_on: 4 },
  readMentions: { comments: [keptComment] },
  enrich: { enricher: contractEnricher.id },
  nodeValues: { nodes: ['account:a1'] },
  payouts: { accounts: ['a1', 'a2'] },
  ratingsAmong: { accounts: ['a1', 'a2'] },
  moneyFlow: { accounts: ['a1', 'a2'] },
  workingWeeks: { accounts: ['a1', 'a2'] },
  places: { places: [{ country: 'FR', city: 'Lyon' }] },
  askedByBody: { of: '/views/payouts', body: { accounts: ['a1'] } },
  checkQuery: query,
  runQuery: query,
  queryGraph: query,
  createSchedule: { name: 'Weekly', cron: '0 2 * * MON' },
  replaceSchedule: { name: 'Later', cron: '0 3 * * *', rests_on: 1 },
  runSchedule: {},
  beginTrial: { changes: { 'shared-payout': { hub_accounts: 3 } } },
  putInForce: { values: { hub_accounts: 30 }, why: 'a test', rests_on: 0 },
  putWeights: { back_to: 0, why: 'a test', rests_on: 1 },
  saveQuery: draft,
  makeException: {
    accounts: ['a2', 'a3'],
    reason: 'family',
    why: 'siblings',
    until: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
  },
  revokeException: { why: 'was wrong' },
  commentTriage: { text: 'Asked the office.' },
  withdrawExplanationCheck: { why: 'it was another office' },
  beginIntake: {},
  readFileAs: { reading: { file: 'accounts', columns: {} } },
  loadIntake: {},
  refreshFeed: {},
  stopIntake: {},
  signIn: contractPerson,
  signOut: {},
  leaveForProvider: {},
  // Set before, by `changePassword`.
  beginSecondFactor: { password: 'nor is this one' },
  // The token that is revoked after it is still to be there.
  changePassword: { password: 'nor is this one', keep_tokens: true },
  beginPasskey: { password: 'nor is this one' },
  beginPasskeySignIn: {},
  removeMyPasskey: { password: 'nor is this one' },
  showPersonalData: { why: 'The contract asks for it' },
  makeToken: { name: 'Of the contract' },
  addPerson: { name: 'ben-of-contract', role: 'analyst' },
  changePerson: { role: 'auditor' },
  invitePerson: {},
  auditFile: { act: 'load' },
};

/** How the bytes of each route's file begin. */
export const beginnings: Partial<Record<RouteName, string>> = {
  export: 'PK',
  bundle: 'PK',
  graphFile: '<?xml',
  auditFile: 'number,at,by,',
  intakeMapping: '{',
  loadRejects: 'file,line,',
  numbersTable: 'kind,state,age,items',
  jobReport: '<!doctype html>',
};
