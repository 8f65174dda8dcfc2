import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count } from '../../domain/messages/en/typography.ts';

export default defineDetector({
  version: 2,
  indicators: ['M8'],
  shows: {
    M8: ({ praised_at_once }) => praised_at_once,
  },
  family: 'ratings',
  binds: false,
  priorWeight: {
    account: 3,
    why: 'whom nearly all contradict who met the same people is seldom honest; one dissent is everyday, and weak',
  },
  role: 'operator',
  needs: ['rating-support'],
  parameters: {
    prior_ratings: {
      default: 3,
      min: 1,
      why: 'one experience that nobody shares happens to everybody: so many ratings of the usual kind are supposed before it',
      unit: 'ratings',
    },
    usual_shortfall: {
      default: 0.05,
      min: 0,
      max: 1,
      why: 'a twentieth of the way from the usual to the contrary: what is nearer to the usual is usual',
    },
    shown_ratings: {
      default: 50,
      cites: true,
      min: 1,
      why: 'as many as a person reads; the count of all is among the facts',
      unit: 'ratings',
    },
  },
  facts: z.object({
    rater: z.string(),
    /** Accounts it rated, itself aside. */
    rated: z.int(),
    /** Of these, whom it praises or warns of: a rating in the middle of the scale takes no side. */
    judged: z.int(),
    /** Of these, whom it praises and others warn of, or the reverse. */
    against: z.int(),
    /** Of these, where others bear it out less than is usual on the platform. */
    little_borne_out: z.int(),
    /** How far others bear out what it says, from −1 (the contrary) to 1; short records lean to the usual. */
    support: z.number(),
    /** What its record proves: the support less its standard error. Orders raters, named or not. */
    proven: z.number(),
    usual_support: z.number(),
    /** How far below the usual, as a share of the way to −1. */
    shortfall: z.number(),
    least_borne_out: z.array(z.string()),
    /** Whether it rated three or more at the top of the scale within a fortnight. */
    praised_at_once: z.boolean(),
  }),
  // Never above 0.6: it says that others disagree, not who is right. One dissent is everyday, and weighs little.
  strength: (facts) => Math.min(0.6, Math.max(0, facts.shortfall) ** 1.5),
  explainedBy: () => ({ business: 0.3, studio: 0.3, regulars: 0.6 }),
  messages: {
    title: 'Ratings that nobody bears out',
    bond: 'ratings that nobody bears out',
    looksFor:
      'An account that praises those of whom others warn, or warns of those whom others praise. Only what it says of others counts, set beside what all others say of the same accounts; these count by their own record, so that a crowd of new accounts that confirm each other adds little.',
    blindTo:
      'Who is right; ratings received; raters on a platform where everybody praises everybody; an account that spreads many honest ratings around a few that are not.',
    shows: {
      M8: 'it rated three or more highly within a fortnight',
    },
    benign: [
      'a client who had one bad experience with somebody whom others like',
      'a newcomer who rated one or two people of whom little is known',
      'somebody who warns early of what others see later',
    ],
    headline: (facts) =>
      `${facts.rater} rated ${count(facts.rated, 'account', 'accounts')}` +
      (facts.judged < facts.rated
        ? `, ${facts.rated - facts.judged} without taking sides; `
        : '; ') +
      (facts.against > 0
        ? `in ${facts.against} of these others say the contrary`
        : 'others bear this out less than is usual'),
  },
});
