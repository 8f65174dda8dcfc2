import { count } from './typography.ts';
import type { RequestKind } from '../../requests.ts';

/**
 * Why the program inferred a relation. The reason is stored in English, word for word as here; detectors read some of
 * them, and `domain/labels/reason-label.ts` reads them back to say them in other languages.
 */
export const reasonsMessages = {
  declaredTogether: 'family, employment or one openly named person',
  born: (name: string, date: string) => `${name}, born ${date}`,
  ownership: {
    total: (percent: string) => `owned to ${percent} % in all`,
    /** `since` may be empty. */
    stake: (owner: string, percent: string, owned: string, since: string) =>
      `${owner} owns ${percent} % of ${owned}${since === '' ? '' : `, since ${since}`}`,
    agrees: (owner: string, entry: string) => `${owner} agrees with the entry ${entry}`,
    entry: (owner: string, entry: string) => `${owner}, the entry ${entry}`,
  },
  movesOn: (payments: number) =>
    `sent on in ${payments} ${payments === 1 ? 'payment' : 'payments'}`,
  splitsTo: (pieces: number, piece: number, currency: string) =>
    `${pieces} of about ${piece.toFixed(2)} ${currency} in a day`,
  ofRun: (first: string, payments: number, last: string) =>
    `${payments} ${payments === 1 ? 'payment' : 'payments'} up to ${last}, with the run of ${first}`,
  /** Shares of the scale, in per cent. */
  ratedAlone: (rating: number) => `${rating} % of the scale; nobody else of any record rates it`,
  ratedBeside: (rating: number, others: number) =>
    `${rating} % of the scale; others, by their own reliability, ${others} %`,
  ratingBlock: (raters: number, rated: number, pairs: number, possible: number) =>
    `${raters} raters rated ${rated} accounts highly, ${pairs} pairs of ${possible}`,
  wording: (runs: number, percent: number, accounts: number, oneClient: boolean, sample: string) =>
    `${runs} runs of words in common, ${percent} % of all, used by ${accounts} accounts${oneClient ? ', to one client' : ''}: “${sample}”`,
  /** `users`: the fewest and the most accounts that use any of them; `documents`: of the one and of the other. */
  textsInCommon: (
    texts: number,
    [fewest, most]: readonly [number, number],
    [ofOne, ofOther]: readonly [number, number],
    first: string,
    last: string,
  ) =>
    `${texts} ${texts === 1 ? 'text' : 'texts'} in common, used by ${fewest} to ${most} accounts, in ${ofOne} and ${ofOther} of their documents${first === '' ? '' : `, ${first} to ${last}`}`,
  /** `beyond`: natural units of improbability that are left. */
  sameExits: (common: number, circle: number, beyond: number, exits: number, users: number) =>
    `${count(common, 'exit', 'exits')} in common, in a circle of ${count(circle, 'account', 'accounts')}, ${beyond} beyond chance, of ${count(exits, 'exit', 'exits')} that ${count(users, 'account uses', 'accounts use')}`,
  textCircle: 'most of them word texts alike',
  namesPartlySame: (own: string, other: string) => `${own} / ${other}, in part the same`,
  claims: { employer: 'employer', education: 'education' },
  claimsDiffer: (claims: readonly string[]) => claims.join(' and '),
  /** What two papers have in common. */
  marks: {
    number: 'number',
    file: 'file',
    picture: 'picture',
    nearPicture: 'near picture',
    photo: 'photo',
    nearPhoto: 'near photo',
    holder: 'holder',
  },
  /** What accounts that were created in one batch have in common. */
  traits: {
    mailDomain: 'e-mail domain',
    mailPattern: 'e-mail pattern',
    employer: 'employer',
    website: 'website',
    network: 'network',
    browser: 'browser',
    machine: 'kind of machine',
    steps: 'first steps',
    papers: 'kinds of papers',
    trade: 'trade',
    referrer: 'referrer',
  },
  requests: {
    'other-channel': 'other-channel',
    'virtual-currency': 'virtual-currency',
    'paid-before-work': 'paid-before-work',
    'lend-identity': 'lend-identity',
    'cold-executive': 'cold-executive',
  } satisfies Readonly<Record<RequestKind, string>>,
  request: (kind: string, sentence: string) => `${kind}: “${sentence}”`,
} as const;
