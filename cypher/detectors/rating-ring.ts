import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';

export default defineDetector({
  version: 1,
  indicators: ['P5', 'P7', 'M6', 'M8'],
  family: 'ratings',
  binds: true,
  role: 'operator',
  needs: ['declared-together'],
  parameters: {
    window_days: {
      default: 14,
      min: 1,
      why: 'an honest client seldom finishes work with several developers within a fortnight',
      unit: 'days',
    },
    min_developers: {
      default: 3,
      min: 2,
      why: 'two happy hires are everyday, three at once are worth a look',
      unit: 'developers',
    },
    high_share: {
      default: 0.9,
      min: 0,
      max: 1,
      why: 'the top tenth of the scale: 4.6 of 5 and more',
    },
    hub_copies: {
      default: 15,
      min: 2,
      why: 'a number or picture on more papers than this is a placeholder, no person’s paper',
      unit: 'papers',
    },
    identity_kinds: {
      default: ['passport', 'national_id', 'driving_licence', 'social_security', 'resident_card'],
      why: 'papers that belong to one person each',
    },
  },
  facts: z.object({
    client: z.string(),
    developers: z.int(),
    unrelated: z.int(),
    ratings: z.int(),
    /** Ratings that lie within a burst; 0 when only self-payment speaks. */
    in_burst: z.int(),
    rated_overall: z.int(),
    /** All ratings these developers ever received, from whomever. */
    received_overall: z.int(),
    self_paid: z.array(z.string()),
    /** Identity papers of the circle that another account handed in too: number, file, picture, photo. */
    repeated_papers: z.array(z.string()),
    with_repeated_papers: z.int(),
    /** Rated in the same days, but tied to the circle by neither purse nor papers. */
    rated_beside: z.array(z.string()),
  }),
  strength: (facts) => {
    const burst = facts.in_burst > 0 ? Math.min(0.4, 0.1 * facts.unrelated) : 0;
    const lifted = facts.in_burst > 0 ? 0.2 * (facts.ratings / facts.received_overall) : 0;
    const paid = facts.self_paid.length > 0 ? 0.6 : 0;
    const papers = Math.min(0.6, 0.3 * facts.with_repeated_papers);
    return 1 - [burst, lifted, paid, papers].reduce((rest, weight) => rest * (1 - weight), 1);
  },
  words: {
    en: {
      title: 'Ratings from within',
      bond: 'ratings from within',
      looksFor:
        'A client who rates several developers at the top of the scale within days, above all when they share identity papers, or when client and developer are paid through one account: a fake client lifts its own developers.',
      blindTo:
        'Circles that spread their ratings over months, and papers that are alike without being the same.',
      benign: [
        'a client with one large project that ends for everyone at once',
        'a long-standing client with favourites',
        'a couple, one of whom hires the other',
      ],
      headline: (facts) =>
        [
          `${facts.client} rated ${facts.developers} ${facts.developers === 1 ? 'developer' : 'developers'} at the top of the scale`,
          facts.in_burst > 0 ? 'within days' : null,
          facts.self_paid.length > 0
            ? `${facts.self_paid.length} of them paid through the client’s own account`
            : null,
          facts.with_repeated_papers > 0
            ? `${facts.with_repeated_papers} of the circle with identity papers that other accounts handed in too`
            : null,
        ]
          .filter((part) => part !== null)
          .join(', '),
    },
  },
});
