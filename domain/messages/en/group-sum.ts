import { highestScore, outOf100 } from '../../score.ts';
import type { HonestExplanation } from '../../honest-explanation.ts';
import { familyName } from './families.ts';

/** How accounts that hang together were judged as one, and what honestly explains them. */
const count = (n: number) => n.toLocaleString('en');

const explanations: Readonly<Record<HonestExplanation, string>> = {
  chance: 'coincidence alone',
  second_account: 'one person with several accounts',
  household: 'a household: relatives or flatmates',
  business: 'an agency or an employer',
  studio: 'friends who work together and never said so',
  place: 'a place where many work: a campus, a café, a shared office',
  course: 'a course or a template that they have in common',
  bookkeeper: 'a bookkeeper or a money service through which many are paid',
  regulars: 'a client and those it likes to hire',
};

/** What a term is, by its name `<kind>:<what>`; `family` is what the family of evidence is called. */
function termWords(kind: string, what: string, said: string): string {
  const family = familyName(said);
  if (kind === 'bond') return `Bound by ${family}`;
  if (what === 'clients')
    return 'Clients who hire or rate hardly anybody else, oftener than chance explains';
  if (what === 'exits') return 'The same exits of VPNs and servers, oftener than chance explains';
  if (kind === 'shown') return `Shown by more of them than chance explains: ${family}`;
  if (kind === 'platform') return 'What this platform keeps no record of cannot speak';
  return what === 'tight'
    ? 'How firmly the least firmly tied of them hangs on'
    : 'How many they are';
}

/** What a term of an account's sum is, by its name `<kind>:<what>`; `what` is a detector's title for `own` and `plain`. */
function accountTermWords(kind: string, what: string): string {
  if (kind === 'own') return what;
  if (kind === 'belongs') return 'The group that it belongs to, judged as one';
  if (kind === 'plain') return `${what}: a plain case of it`;
  if (kind === 'peers') return `Accounts linked with it: ${familyName(what)}`;
  if (kind === 'platform') return 'What this platform keeps no record of cannot speak';
  return 'How sure its surest link to another account is';
}

export const groupSumMessages = {
  title: 'Judged as one group',
  hint: 'In log-odds of a scheme against the honest explanation that fits best: 0 is even, each 2.3 more makes a scheme ten times likelier. What that explanation would show as well is taken off each line.',
  explanations,
  prior: (explanation: string) => `A scheme rather than ${explanation}, before any evidence`,
  termOf: (kind: string, what: string, family: string) => termWords(kind, what, family),
  /** A network whose exits they share: how many of them use it, and how many accounts on the platform. */
  exit: (network: string, members: number, users: number) =>
    `${network}: ${count(members)} of them, ${count(users)} on the platform`,
  /** A client of theirs: how many of them it has hired or rated, and how many accounts in all. */
  client: (client: string, members: number, hired: number) =>
    `${client} hired or rated ${count(hired)}, ${count(members)} of them`,
  ofThem: (accounts: number, of: number) => `${count(accounts)} of ${count(of)}`,
  explained: (part: string, whole: string) =>
    `${part} of ${whole} would be so with that explanation too`,
  total: 'together',
  fitsBest: (explanation: string) => `The honest explanation that fits best: ${explanation}.`,
  second: (explanation: string, margin: string) =>
    `The next one, ${explanation}, fits less well, by ${margin} in log-odds.`,
  /** Where the two are all but level. */
  nearly: (explanation: string, margin: string) =>
    `Another, ${explanation}, fits all but as well (${margin} less in log-odds): take neither for the one.`,
  rivals: 'Every honest explanation, and a scheme’s log-odds against it',
  /** Of an account's own sum. */
  accountTermOf: (kind: string, what: string) => accountTermWords(kind, what),
  /** Beneath any sum. */
  atMost: `A score never says more than ${outOf100(highestScore)} of 100, however high the sum.`,
  rounded: 'Each line is rounded, so what is shown may not add up to the last digit.',
} as const;
