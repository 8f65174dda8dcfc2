import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count } from '../../domain/messages/en/typography.ts';

const pair = z.object({
  a: z.string(),
  b: z.string(),
  /** How often a session of the one was followed by one of the other. */
  passes: z.int(),
  /** How often the device went back to one of the two after the other. */
  returns: z.int(),
  /** Days on which both were used on it. */
  days_both: z.int(),
  /** How often the one began within minutes of the other's end. */
  handovers: z.int(),
  /** How often the one began before the other's end. */
  at_once: z.int(),
  /** How much of their meeting is more than chance, in [0, 1]. */
  beyond_chance: z.number(),
  declared: z.boolean(),
  weight: z.number(),
});

/** A machine is one person's as a rule: each tie takes away two thirds of the doubt. */
const doubtPerTie = 0.3;

export default defineDetector({
  version: 3,
  indicators: ['C5'],
  shows: {
    C5: ({ unrelated, returns, known_shared }) =>
      unrelated > 1 && returns > 0 && known_shared.length === 0,
  },
  family: 'device',
  binds: true,
  priorWeight: {
    account: 1,
    link: 7,
    why: 'many accounts on one machine are named by the advisory; households and sold machines are the honest case',
  },
  role: 'operator',
  needs: ['known-shared', 'declared-together'],
  grain: { between: ['LOGGED_IN_ON'] },
  parameters: {
    hub_accounts: {
      default: 40,
      min: 2,
      why: 'more accounts than one machine serves: a fingerprint that many machines share',
      unit: 'accounts',
    },
    team_accounts: {
      default: 6,
      min: 2,
      why: 'one person keeps a handful of accounts on a machine; beyond it a public machine is likelier',
      unit: 'accounts',
    },
    returns_of_habit: {
      default: 2,
      min: 0.1,
      why: 'lent once it comes back once; a machine that comes back several times is shared, not sold',
      unit: 'times',
    },
    handover_minutes: {
      default: 15,
      min: 1,
      why: 'who goes on with the next account does so within minutes',
      unit: 'minutes',
    },
    most_sessions: {
      default: 150,
      cites: true,
      min: 10,
      why: 'more sessions tell an investigator nothing new; the latest are shown',
      unit: 'sessions',
    },
  },
  facts: z.object({
    device: z.string(),
    kind: z.string(),
    accounts: z.int(),
    /** Those of them that share it; the finding is about these. */
    named: z.int(),
    unrelated: z.int(),
    /** Of those named. */
    sessions: z.int(),
    /** How often a session of one of those named was followed by one of another. */
    passes: z.int(),
    /** How often the device went back to an account it had left; 0 for a machine that was sold on. */
    returns: z.int(),
    /** Of the pair that met most. */
    days_both: z.int(),
    at_once: z.int(),
    closest: z.array(pair),
    /** Ties of the account with the most company, added up. */
    company: z.number(),
    remote_access: z.array(z.string()),
    known_shared: z.array(z.string()),
  }),
  strength: (facts) => 0.97 * (1 - doubtPerTie ** facts.company),
  explainedBy: () => ({
    second_account: 1,
    household: 0.9,
    business: 0.9,
    studio: 0.8,
    // A machine in a hall or a shop; who passes it on has sold it.
    place: 0.5,
  }),
  messages: {
    title: 'Several accounts on one device',
    bond: 'one device',
    looksFor:
      'Accounts that are used in turn on one machine. Whoever runs several accounts by hand switches between them.',
    blindTo: 'Teams that keep a machine for each account; fingerprints that a browser falsifies.',
    shows: {
      C5: 'it comes back to accounts that are not all openly connected, and is not known to be shared',
    },
    benign: [
      'a family computer',
      'a machine in a library, café or hostel',
      'a machine sold second-hand, which passes on once and does not come back',
    ],
    headline: (facts) =>
      `${count(facts.named, 'account was', 'accounts were')} used on ${facts.device}` +
      (facts.accounts > facts.named ? ` (used by ${facts.accounts})` : '') +
      (facts.returns > 0
        ? `, where a session of one was followed, soon or later, by a session of another ${count(facts.passes, 'time', 'times')}`
        : ', one after the other'),
    facts: {
      named: 'of these, accounts that share it: those named here',
      sessions: 'sessions of those named',
      passes: 'times that a session of one was followed by one of another',
      returns: 'times that it came back to the one of a pair after the other',
    },
  },
});
