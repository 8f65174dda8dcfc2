/** Which of the routes that change something the custody log tells of, and by whom that is recorded: none is left out by oversight. */
import { routes, type RouteName } from '../../../domain/api/api.ts';
import { changedBy } from '../../trust/custody/change-acts.ts';
import type { Draft } from '../../trust/custody/draft.ts';

type Routes = typeof routes;

/** Those that are not asked by GET and do not say that they only read. */
type Changing = {
  [N in RouteName]: Routes[N] extends { method: 'get' } | { reads: true } ? never : N;
}[RouteName];

/**
 * `itself`: what it does records more than its address says. `change`: recorded here, before it is done. `named`: likewise, without
 * what was sent, which is a file or rows. `nothing`: it changes nothing that holds, or what it changes says itself who did it.
 */
type Records = 'itself' | 'change' | 'named' | 'nothing';

const records: Readonly<Record<Changing, Records>> = {
  ...each('itself', ['graphFile', 'bundle', 'auditFile', 'enrich', 'runQuery', 'queryGraph']),
  ...each('itself', ['recordJudgement', 'withdrawJudgement', 'makeException', 'revokeException']),
  ...each('itself', ['changeTriage', 'undoTriage', 'commentTriage', 'checkExplanation']),
  ...each('itself', ['withdrawExplanationCheck', 'watchPattern', 'unwatchPattern']),
  ...each('itself', ['putInForce', 'putWeights', 'loadIntake']),
  ...each('itself', ['signIn', 'comeFromProvider', 'enter', 'signOut', 'changePassword']),
  ...each('itself', ['endMySession', 'endOtherSessions', 'confirmSecondFactor']),
  ...each('itself', ['removeMySecondFactor', 'makeToken', 'revokeMyToken', 'addPerson']),
  ...each('itself', ['changePerson', 'invitePerson', 'removeSecondFactor', 'revokeToken']),
  ...each('itself', ['showPersonalData', 'maskPersonalData']),
  ...each('itself', ['addPasskey', 'signInByPasskey', 'removeMyPasskey']),
  ...each('change', [
    'createCase',
    'changeCase',
    'changeCaseMembers',
    'archiveCase',
    'joinCase',
    'partCase',
  ]),
  ...each('change', ['createBoard', 'changeBoard', 'restoreBoard']),
  ...each('change', ['commentCase', 'withdrawComment', 'createTask', 'changeTask']),
  ...each('change', ['saveQuery', 'changeQuery', 'deleteQuery', 'tryPattern', 'beginTrial']),
  ...each('change', ['beginDetection', 'cancelDetection']),
  ...each('change', ['beginIntake', 'dropIntake', 'dropFile', 'readFileAs', 'stopIntake']),
  ...each('change', ['saveMapping', 'dropMapping', 'retryDelivery', 'tryRecipient']),
  ...each('change', ['createSchedule', 'replaceSchedule', 'retireSchedule', 'runSchedule']),
  ...each('change', ['cancelJob', 'retryJob', 'createFeed', 'refreshFeed']),
  ...each('change', ['changeListMembers']),
  ...each('named', ['uploadFile', 'sendEvents']),
  // Of a board that is saved while one works every revision says by whom.
  ...each('nothing', ['saveBoard', 'readMentions', 'judgementsAmong', 'checkQuery', 'endQuery']),
  // What these lead to is recorded.
  ...each('nothing', ['askedByBody', 'leaveForProvider', 'beginSecondFactor']),
  ...each('nothing', ['beginPasskey', 'beginPasskeySignIn']),
};

function each<N extends Changing>(how: Records, names: readonly N[]): Record<N, Records> {
  return Object.fromEntries(names.map((name) => [name, how])) as Record<N, Records>;
}

/** What is to be recorded before the route does what it was asked; null where it records that itself, or changes nothing. */
export function changeOf(
  name: RouteName,
  { params, body }: { params: unknown; body: unknown },
): Draft | null {
  const how = isChanging(name) ? records[name] : 'nothing';
  if (how !== 'change' && how !== 'named') return null;
  return changedBy(name, params as Record<string, string>, how === 'change' ? body : null);
}

function isChanging(name: RouteName): name is Changing {
  return Object.hasOwn(records, name);
}
