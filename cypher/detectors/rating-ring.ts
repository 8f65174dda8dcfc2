import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count, within } from '../../domain/messages/en/typography.ts';

const facts = z.object({
  shape: z.enum(['client', 'block', 'circle']),
  /** The one who rates, where it is one. */
  client: z.string().nullable(),
  raters: z.int(),
  developers: z.int(),
  /** Raters and rated, those openly connected counted once. */
  unrelated_raters: z.int(),
  unrelated: z.int(),
  ratings: z.int(),
  /** Pairs of rater and rated among them. */
  pairs: z.int(),
  /** All that the raters rated, and all that the rated were rated by: pairs, from and to whomever. */
  given_overall: z.int(),
  received_overall: z.int(),
  /** Ratings whose job tells when it was posted; of these, those given within days of that. */
  timed: z.int(),
  hasty: z.int(),
  /** When the first of them was given, and how long it was to the last: windows that overlap may be longer together. */
  first_rating: z.string().nullable(),
  over_days: z.number().nullable(),
  /** Paid through a payment account of the client; what that alone says is told by self-rating. */
  shared_purse: z.array(z.string()),
  /**
   * Papers for sign-up or verification, of whatever kind, and identity papers of the ring that another account
   * handed in too: number, file, picture, photo.
   */
  repeated_papers: z.array(z.string()),
  with_repeated_papers: z.int(),
  /** Of these, whose paper and the other's are both of the identity kinds. */
  with_repeated_identity: z.int(),
  /** Of the ring, those whose texts are worded like another's of the ring. */
  writes_alike: z.int(),
  /** Rated in the same days, but tied to the ring by neither purse nor papers nor words. */
  rated_beside: z.array(z.string()),
});
type Facts = z.infer<typeof facts>;

export default defineDetector({
  version: 5,
  indicators: ['P7', 'M6', 'M8'],
  shows: {
    P7: ({ shape, with_repeated_papers }) => shape !== 'circle' && with_repeated_papers > 0,
    M6: ({ with_repeated_papers, shared_purse }) =>
      with_repeated_papers > 0 || shared_purse.length > 0,
    M8: ({ shape }) => shape !== 'circle',
  },
  family: 'ratings',
  binds: true,
  priorWeight: {
    account: 1,
    link: 7,
    why: 'clients who rate but one another’s developers are named by the advisory; regulars of one client look alike',
  },
  role: 'operator',
  needs: ['known-shared', 'declared-together', 'dense-rating-blocks', 'writes-like'],
  grain: { between: ['PAID_THROUGH', 'HANDED_IN_BY', 'RATED'] },
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
    hasty_days: {
      default: 4,
      min: 0,
      why: 'work worth paying for seldom ends within days of being offered',
      unit: 'days',
    },
    min_likeness: {
      default: 0.4,
      min: 0,
      max: 1,
      why: 'one whole text in common that few others have gives more, usual sentences give far less',
    },
    hub_copies: {
      default: 15,
      min: 2,
      why: 'a number or picture on more papers than this is a placeholder, no person’s paper',
      unit: 'papers',
    },
    hub_hired: {
      default: 200,
      min: 2,
      why: 'whoever hires more than this is a firm, and comes round to somebody by chance',
      unit: 'developers',
    },
    shown_ratings: {
      default: 150,
      cites: true,
      min: 1,
      why: 'as many as a page bears; the count of all is among the facts',
      unit: 'ratings',
    },
    identity_kinds: {
      default: ['passport', 'national_id', 'driving_licence', 'social_security', 'resident_card'],
      why: 'papers that belong to one person each',
    },
  },
  facts,
  strength: (ring) => {
    const shape = shapeStrength(ring);
    if (shape === 0) return 0;
    const papers = Math.min(0.6, 0.3 * ring.with_repeated_papers);
    const words = Math.min(0.45, 0.15 * ring.writes_alike);
    return 1 - (1 - shape) * (1 - papers) * (1 - words);
  },
  // A client has favourites; that several have the same ones, and no others, is not what favourites are.
  explainedBy: (ring) => {
    if (ring.shape === 'block' && isCaptive(ring))
      return { business: 0.15, studio: 0.15, regulars: 0.25 };
    return { business: 0.4, studio: 0.4, regulars: ring.shape === 'client' ? 0.85 : 0.5 };
  },
  messages: {
    title: 'Ratings from within',
    bond: 'ratings from within',
    looksFor:
      'A client who rates several developers at the top of the scale within days, above all when they share papers or wording; raters who all rate one group highly, however much else they rate to hide it, or two who rate nobody else; accounts that hire and rate each other round. Fake clients lift their own developers.',
    blindTo:
      'Rings of one client that spread their ratings over months; blocks smaller than three by three, unless two raters rate the same three and hardly anybody else.',
    shows: {
      P7: 'a client rated several, and papers for sign-up, verification or identity of the ring were handed in by other accounts too',
      M6: 'papers for sign-up, verification or identity or a payment account are in common',
      M8: 'one client, or each of a block, rated several highly',
    },
    benign: [
      'a client with one large project that ends for everyone at once',
      'a long-standing client with favourites',
      'a small trade in which the same few clients hire the same few developers',
      'two freelancers who hire each other',
    ],
    headline: (ring) =>
      [
        headlineOf(ring),
        ring.with_repeated_papers > 0
          ? `${ring.with_repeated_papers} of the ring with papers that other accounts handed in too (${ring.with_repeated_identity} with identity papers of the same kind)`
          : null,
        ring.writes_alike > 0 ? `${ring.writes_alike} who word their texts alike` : null,
      ]
        .filter((part) => part !== null)
        .join(', '),
  },
});

/** What the ratings alone say; papers and words come on top. */
function shapeStrength(ring: Facts): number {
  const lifted = share(ring.pairs, ring.received_overall);
  const inside = Math.sqrt(share(ring.pairs, ring.given_overall) * lifted);
  // Whom a crowd has rated as well, a handful does not lift.
  const felt = Math.min(1, lifted / 0.1);
  switch (ring.shape) {
    case 'client': {
      // Half of it at three developers, all of it at five; nothing where they are one party.
      const size = Math.min(1, Math.max(0, (ring.unrelated - 1) / 4));
      // Where no job tells, haste is as likely as not.
      const haste = ring.timed === 0 ? 0.5 : ring.hasty / ring.timed;
      return 0.4 * size * (0.3 * felt + 0.7 * lifted) * (0.3 + 0.7 * haste);
    }
    case 'block': {
      const least = Math.min(ring.unrelated_raters, ring.unrelated);
      // Two who rate nobody else chose the same few out of all: then those tell how many.
      const sides = isCaptive(ring) ? Math.min(ring.unrelated, 2 * least) : least;
      const size = least < 2 ? 0 : 1 - 0.6 ** (sides - 1.5);
      const fill = share(ring.pairs, ring.raters * ring.developers);
      // Camouflage lowers `inside`, and must not take away what the block itself shows.
      return 0.8 * size * fill * (isCaptive(ring) ? 1 : 0.4 * felt + 0.6 * inside);
    }
    case 'circle':
      if (ring.unrelated < ring.raters) return 0.05;
      return (ring.raters > 2 ? 0.4 : 0.25) * (0.5 + 0.5 * inside);
  }
}

/** Whether the raters of a block rate hardly anybody else. */
function isCaptive({ pairs, given_overall }: Facts): boolean {
  return share(pairs, given_overall) >= 0.7;
}

function share(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, part / whole) : 0;
}

function headlineOf(ring: Facts): string {
  switch (ring.shape) {
    case 'client':
      return `${ring.client ?? 'A client'} rated ${count(ring.developers, 'developer', 'developers')} at the top of the scale within ${count(within(ring.over_days ?? 0), 'day', 'days')} from ${(ring.first_rating ?? '').slice(0, 10)}`;
    case 'block':
      return `${ring.raters} raters gave one group of ${ring.developers} the top of the scale, ${ring.pairs} pairs of ${ring.raters * ring.developers}`;
    case 'circle':
      return `${ring.raters} accounts hired and rated each other round`;
  }
}
