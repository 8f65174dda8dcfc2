/**
 * What each command asks of whoever it acts for by a token (SKEIN_TOKEN): all of them, and nowhere else. Without a token a command is
 * whoever runs it on this machine, who may do all of it (docs/PEOPLE.md).
 */
import type { Route, Unseen } from '../../../domain/api/route.ts';
import { routes, type RouteName } from '../../../domain/api/api.ts';
import type { May } from '../../../domain/people.ts';

export interface Right extends Pick<Route, 'may' | 'letsIn' | 'unseen'> {
  /** It leaves out by itself what is of lists that its person may not know of; any other is refused while there are some. */
  leavesOut?: true;
}

/**
 * `as`: what the route of the API asks that does the same; `with`: another one where an option is given. `nobody`: it needs no person,
 * as it asks and changes nothing that Skein holds of others, or says who asks by itself. `operator`: it is for nobody's token.
 */
type Declared =
  | { as: RouteName; with?: Readonly<Record<string, RouteName>>; leavesOut?: true }
  | { may: May; unseen: Unseen }
  | { nobody: string }
  | { operator: string };

const counts = { plain: 'counts, and what was asked for' } as const;
const ofErasure = { may: 'administer', unseen: 'refused' } as const;
const members = { only: 'changeCaseMembers', all: 'changeCaseMembers' } as const;
const knowing = { only: 'changeListMembers', all: 'changeListMembers' } as const;
const files = { nobody: 'it makes files out of files' } as const;
const local = { nobody: 'it starts and ends a program, and asks the database nothing' } as const;

const declared = {
  up: { nobody: 'whoever asks the server says who they are' },
  'db start': local,
  'db stop': local,
  'db status': local,
  'db backup': { may: 'administer', unseen: 'refused' },
  'db restore': { operator: 'there is nobody yet in an empty database' },
  'db check': { nobody: 'it reads a file' },
  'db reset': { operator: 'it takes everybody away' },
  generate: files,
  'import ofac': files,
  'import bitcoin-otc': files,
  'import amlsim': files,
  'import misp-warninglist': files,
  'import followthemoney': files,
  'import stix': files,
  load: { as: 'loadIntake' },
  detect: { as: 'beginDetection' },
  'detector list': { as: 'parametersInForce' },
  'detector show': { as: 'parameterHistory' },
  'detector set': { as: 'putInForce' },
  'detector reset': { as: 'putInForce' },
  'detector new': { nobody: 'it writes files into the checkout' },
  'detector try': { as: 'beginTrial' },
  'detector trial': { as: 'trial' },
  calibrate: { as: 'beginTrial' },
  'calibrate history': { as: 'weightHistory' },
  'calibrate activate': { as: 'putWeights' },
  'calibrate back': { as: 'putWeights' },
  diff: { as: 'runDiff' },
  explain: { as: 'explain' },
  report: { as: 'jobReport' },
  numbers: { as: 'numbers', with: { table: 'numbersTable' } },
  screen: { as: 'search' },
  'feed list': { as: 'feeds' },
  'feed refresh': { as: 'refreshFeed' },
  names: { nobody: 'it compares names that it is given' },
  export: { as: 'bundle' },
  narrative: { as: 'narrative' },
  verify: { nobody: 'it reads a file, which anybody may who has it' },
  'audit verify': { as: 'auditCheck' },
  'audit anchor': { may: 'administer', unseen: counts },
  'audit show': { as: 'auditEntries' },
  'audit erase': ofErasure,
  'key show': { nobody: 'it shows a public key' },
  'key rotate': { may: 'administer', unseen: counts },
  'key trust': { may: 'administer', unseen: counts },
  'key distrust': { may: 'administer', unseen: counts },
  'case list': { as: 'cases' },
  'case members': { as: 'case', with: members },
  'list list': { as: 'lists', leavesOut: true },
  'list members': { as: 'lists', with: knowing, leavesOut: true },
  'people list': { as: 'persons' },
  'people add': { as: 'addPerson' },
  'people link': { as: 'invitePerson' },
  'people role': { as: 'changePerson' },
  'people off': { as: 'changePerson' },
  'people on': { as: 'changePerson' },
  'people sign-on': { as: 'changePerson' },
  'people second-factor': { as: 'removeSecondFactor' },
  'people sessions': { may: 'administer', unseen: { plain: 'who works here' } },
  'token list': { as: 'tokensOfPerson' },
  'token add': { as: 'makeToken' },
  'token revoke': { as: 'revokeToken' },
  'person report': ofErasure,
  'person erase': ofErasure,
  'person verify': { nobody: 'it reads a file, and a public key' },
  'person readmit': ofErasure,
  'hold set': ofErasure,
  'hold list': { as: 'retention' },
  'hold lift': ofErasure,
  'retention show': { as: 'retention' },
  'retention apply': { may: 'administer', unseen: counts },
  config: { nobody: 'it says how this machine is set' },
} as const satisfies Record<string, Declared>;

/** The names of all that is declared, for the test that holds them to the commands that there are. */
export const declaredCommands: readonly string[] = Object.keys(declared);

/** Of a command by its name, as it is typed behind `skein`. Throws TypeError for one that nobody has declared. */
export function rightOf(
  command: string,
  options: Readonly<Record<string, unknown>>,
): Right | 'nobody' | 'operator' {
  const all: Readonly<Record<string, Declared>> = declared;
  const own = all[command];
  if (!own) throw new TypeError(`server/edge/commands/rights.ts does not say who may: ${command}`);
  if ('nobody' in own) return 'nobody';
  if ('operator' in own) return 'operator';
  if ('may' in own) return own;
  const wider = Object.entries(own.with ?? {}).find(([name]) => isGiven(options[name]))?.[1];
  const { may, letsIn, unseen }: Route = routes[wider ?? own.as];
  return {
    ...{ may, unseen },
    ...(letsIn ? { letsIn } : {}),
    ...(own.leavesOut ? { leavesOut: own.leavesOut } : {}),
  };
}

/** Of one that may be given several times, an empty list is none. */
function isGiven(option: unknown): boolean {
  return Array.isArray(option) ? option.length > 0 : option !== undefined;
}
