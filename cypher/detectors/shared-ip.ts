import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count } from '../../domain/messages/en/typography.ts';

const pair = z.object({
  a: z.string(),
  b: z.string(),
  /** Days on which both were there. */
  days_both: z.int(),
  /** Days on which they were there at the same minutes, or one began as the other stopped. */
  days_together: z.int(),
  /** Days on which they were there at the same minutes. */
  days_at_once: z.int(),
  hours: z.number(),
  handovers: z.int(),
  /** How much of their meeting is more than chance, in [0, 1]. */
  beyond_chance: z.number(),
  declared: z.boolean(),
  weight: z.number(),
});

/** How far each tie goes towards certainty: two strangers at home are half a reason, four are a good one. */
const doubtPerTie = 0.55;

export default defineDetector({
  version: 3,
  indicators: ['P2'],
  family: 'network',
  binds: true,
  priorWeight: {
    account: 0.5,
    link: 4.5,
    why: 'named by the advisory, and what honest people share more than anything else',
  },
  role: 'operator',
  needs: ['known-shared', 'declared-together'],
  grain: { between: ['LOGGED_IN_FROM'] },
  parameters: {
    hub_accounts: {
      default: 40,
      min: 2,
      why: 'an address that more accounts use is a gateway of strangers, not a room',
      unit: 'accounts',
    },
    home_accounts: {
      default: 8,
      min: 2,
      why: 'a home holds no more people who work on one platform; beyond it a carrier’s gateway is likelier',
      unit: 'accounts',
    },
    room_accounts: {
      default: 6,
      min: 2,
      why: 'a small office or rented server; beyond it strangers are likelier to meet there',
      unit: 'accounts',
    },
    minutes_together: {
      default: 5,
      min: 1,
      why: 'less on a day is two sessions that brush each other',
      unit: 'minutes',
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
      why: 'more sessions tell an investigator nothing new; those of days together come first',
      unit: 'sessions',
    },
  },
  facts: z.object({
    /** The address, or the IPv6 network of a household. */
    ip: z.string(),
    kind: z.string(),
    network: z.string(),
    accounts: z.int(),
    /** Those of them that keep company; the finding is about these. */
    named: z.int(),
    unrelated: z.int(),
    /** Of those named. */
    sessions: z.int(),
    /** Of the pair that met most: at the same minutes, or one right after the other. */
    days_together: z.int(),
    /** Of the pair that was most often there at the same minutes. */
    days_at_once: z.int(),
    /** How often one of them began within minutes of another's end. */
    handovers: z.int(),
    closest: z.array(pair),
    /** What two accounts that meet here by chance are worth: kind, number of accounts, known shared. */
    place_weight: z.number(),
    /** Ties of the account with the most company, added up. */
    company: z.number(),
    known_shared: z.array(z.string()),
  }),
  strength: (facts) => 0.95 * (1 - doubtPerTie ** facts.company),
  explainedBy: () => ({
    second_account: 1,
    household: 1,
    business: 0.9,
    studio: 1,
    place: 1,
    course: 0.6,
  }),
  messages: {
    title: 'Several accounts at one address',
    bond: 'one address',
    looksFor:
      'Accounts that are used from one network address, above all at the same minutes, day after day, or one right after the other. A team that works in one room shows one address. Where many meet, only those count who meet more often than chance has it.',
    blindTo:
      'Teams that give each account a way out of its own; rooms behind addresses that hundreds share.',
    benign: [
      'a household or shared flat',
      'an office, campus, café or co-working space',
      'a VPN exit or a mobile carrier’s gateway',
      'an address that its provider gave to somebody else',
    ],
    headline: (facts) =>
      `${count(facts.named, 'account', 'accounts')} worked from ${facts.ip} (${facts.kind}` +
      (facts.accounts > facts.named ? `, used by ${facts.accounts})` : ')') +
      (facts.days_at_once > 0
        ? `, two of them at the same minutes on ${count(facts.days_at_once, 'day', 'days')}`
        : '') +
      (facts.handovers > 0
        ? `, one right after another ${count(facts.handovers, 'time', 'times')}`
        : '') +
      (facts.days_together > 0 ? '' : ', never for minutes at once, nor one right after another'),
    facts: {
      named: 'of these, accounts that keep company: those named here',
      sessions: 'sessions of those named',
      days_together:
        'days on which two were there at the same minutes or one right after the other',
      days_at_once: 'days on which two were there at the same minutes',
      handovers: 'times that one began right after another’s end',
    },
  },
});
