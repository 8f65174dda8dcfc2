import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count } from '../../domain/messages/en/typography.ts';

/** Weaker ones are a forgotten window. */
const leastWorthTelling = 0.04;

/** Where one account in ten has such a session, it is worth half. */
const usualForHalf = 0.1;

const tenth = (value: number) => Math.round(value * 10) / 10;

export default defineDetector({
  version: 3,
  indicators: ['P3', 'C5'],
  shows: {
    P3: ({ chains }) => chains > 0,
    C5: ({ devices, addresses }) => devices > 1 || addresses > 1,
  },
  family: 'hours',
  binds: false,
  priorWeight: {
    account: 0.5,
    why: 'named by the advisory, and usual among the eager and those who leave a session open',
  },
  role: 'operator',
  needs: [],
  grain: {},
  parameters: {
    day_hours: {
      default: 24,
      min: 12,
      why: 'the advisory speaks of a day or more on end',
      unit: 'hours',
    },
    night_hours: {
      default: 4,
      min: 1,
      max: 12,
      why: 'who sleeps at all sleeps longer; a shorter pause is no night',
      unit: 'hours',
    },
    month_days: {
      default: 12,
      min: 2,
      max: 30,
      why: 'fewer days of thirty may miss the nights by chance',
      unit: 'days',
    },
    month_hours: {
      default: 80,
      min: 24,
      why: 'fewer hours at work leave any clock full of holes, and say nothing of nights',
      unit: 'hours',
    },
    most_sessions: {
      default: 100,
      cites: true,
      min: 10,
      why: 'more sessions tell an investigator nothing new',
      unit: 'sessions',
    },
  },
  facts: z.object({
    account: z.string(),
    role: z.string(),
    /** Times it was on for a day or more without a night. */
    chains: z.int(),
    longest_hours: z.number().transform(tenth),
    /** Days from beginning to end of these, added up. */
    days_on: z.number().transform(tenth),
    /** The same without the pauses. */
    days_at_work: z.number().transform(tenth),
    /** Days at work, each time by its own length in days: two days on end are harder than twice one. */
    strain: z.number().transform(tenth),
    sessions_in_chains: z.int(),
    devices: z.int(),
    addresses: z.int(),
    /** Blocks of thirty days that are full enough to show a night. */
    months: z.int(),
    /** Those in which no six hours of the day are quiet; a half-quiet one counts in part. */
    months_without_night: z.number().transform(tenth),
    /** Those in whose quietest six hours of the day more than 8 % of the work lies. */
    restless_months: z.int(),
    /** Share of accounts with a session of a day or more. */
    usual_share: z.number(),
  }),
  strength: (facts) => {
    // One machine at one address may just have been left on; hands that relieve each other change them, and
    // nobody stays at it for two days.
    const places = (facts.devices + facts.addresses - 2) / 3;
    const beyondAnybody = (facts.longest_hours - 30) / 18;
    const relieved = Math.min(1, Math.max(0, places, beyondAnybody));
    const chains = (1 - Math.exp(-facts.strain / 12)) * (0.6 + 0.4 * relieved);
    const shifts = 1 - Math.exp(-facts.months_without_night / 2);
    const usual = usualForHalf / (usualForHalf + facts.usual_share);
    const expected = facts.role === 'agency' ? 0.2 : 1;
    const strength = 0.9 * (1 - (1 - chains * usual) * (1 - shifts)) * expected;
    return strength < leastWorthTelling ? 0 : strength;
  },
  explainedBy: () => ({ business: 0.5, studio: 0.3, place: 0.2 }),
  messages: {
    title: 'Never asleep',
    bond: 'shifts',
    looksFor:
      'Accounts that are logged in for a day or more without a night, again and again, or at work round the clock for months. One person sleeps; an account worked in shifts does not.',
    blindTo:
      'Shifts that leave the usual pause at night; sessions whose end the platform does not record.',
    shows: {
      P3: 'it was on for a day or more without a night',
      C5: 'machines or addresses change within it',
    },
    benign: [
      'a window left open over night',
      'on call for a weekend',
      'an agency account that several employees use openly',
      'a new-born child, or travel across time zones',
    ],
    headline: (facts) =>
      `${facts.account} was ` +
      [
        facts.chains > 0
          ? `on for a day or more without a night ${facts.chains === 1 ? 'once' : `${facts.chains} times`}, the longest for at least ${count(Math.floor(facts.longest_hours), 'hour', 'hours')}`
          : null,
        facts.restless_months > 0
          ? `at work round the clock in ${facts.restless_months} of ${count(facts.months, 'block', 'blocks')} of thirty days`
          : null,
      ]
        .filter((part) => part !== null)
        .join(' and '),
  },
});
