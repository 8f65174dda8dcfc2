import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';

const tiedDeveloper = z.object({
  developer: z.string(),
  /** `same`: one payment account; `back`: the developer's money returns; `both to`: both send theirs there. */
  how: z.enum(['same', 'back', 'back by way of', 'both to']),
  where: z.string(),
  /** What came straight back, as a share of what the client paid there; null when that is not seen. */
  back: z.number().nullable(),
  /** Accounts paid through the place where they meet. */
  holders: z.int(),
  /** Payment accounts that send money there or get it from there. */
  partners: z.int(),
  openly_connected: z.boolean(),
  known_shared: z.array(z.string()),
});
type TiedDeveloper = z.infer<typeof tiedDeveloper>;

export default defineDetector({
  version: 1,
  indicators: ['P5', 'M6'],
  shows: {
    P5: ({ developers }) => developers.some(({ how }) => how !== 'both to'),
    M6: ({ developers }) => developers.some(({ how }) => how === 'same' || how === 'both to'),
  },
  family: 'money',
  binds: true,
  priorWeight: {
    account: 1.5,
    link: 9,
    why: 'paying and rating oneself is named by the advisory; a client who shares a purse with whom it rates is seldom honest',
  },
  role: 'operator',
  needs: ['known-shared', 'declared-together'],
  grain: { between: ['TRANSFERRED_TO', 'PAID_THROUGH', 'RATED'] },
  parameters: {
    high_share: {
      default: 0.75,
      min: 0,
      max: 1,
      why: 'the upper quarter of the scale: 4 of 5 and more lifts a developer',
    },
    usual_holders: {
      default: 4,
      min: 2,
      why: 'beyond a client and a few developers, the more are paid through one account, the more it is a firm that collects for many',
      unit: 'accounts',
    },
    usual_partners: {
      default: 6,
      min: 1,
      why: 'two strangers may both pay one shop or exchange; the more others do, the less it says',
      unit: 'payment accounts',
    },
    hub_transfers: {
      default: 400,
      min: 10,
      why: 'an exchange, a shop or the platform’s own account, where everybody’s money passes',
      unit: 'transfers',
    },
    shown_transfers: {
      default: 10,
      cites: true,
      min: 1,
      why: 'as many as a person reads of one way',
      unit: 'transfers',
    },
    shown_ways: {
      default: 3,
      cites: true,
      min: 1,
      why: 'the strongest ways by which a client and a developer meet',
      unit: 'ways',
    },
  },
  facts: z.object({
    client: z.string(),
    ratings: z.int(),
    developers: z.array(tiedDeveloper),
  }),
  strength: ({ developers }, settings) => {
    const { usual_holders, usual_partners } = settings;
    const each = developers
      .map((tied) => tieStrength(tied, usual_holders, usual_partners))
      .sort((a, b) => b - a);
    // Each further developer takes a third of what is left.
    return each.reduce((sum, tie, index) => sum + (index === 0 ? tie : (tie * (1 - sum)) / 3), 0);
  },
  explainedBy: () => ({ household: 0.5, business: 0.5, studio: 0.4, regulars: 0.4 }),
  messages: {
    title: 'A client that pays and rates itself',
    bond: 'ratings by the one who is paid',
    looksFor:
      'A client who rates a developer highly while the money of both meets: in one payment account, by coming back to the client, or in a place that few others use. Such a client lifts the rating of an account of its own.',
    blindTo:
      'Money that meets after more than two transfers, in cash, or where everybody’s money passes.',
    shows: {
      P5: 'the money of both meets in one account, or comes back to the client',
      M6: 'both use one payment account',
    },
    benign: [
      'a couple or a family, one of whom hires the other',
      'an agency that collects for its staff and orders from them',
      'a developer who returns a payment, or two who pay the same shop',
    ],
    headline: ({ client, developers }) => {
      const same = developers.filter(({ how }) => how === 'same').length;
      const others = developers.length - same;
      const parts = [
        same > 0 ? `${same} paid through the client’s own account` : null,
        others > 0 ? `${others} whose money meets the client’s within two hops` : null,
      ];
      return `${client} rated ${developers.length} ${developers.length === 1 ? 'developer' : 'developers'} highly: ${parts.filter((part) => part !== null).join(', ')}`;
    },
  },
});

function tieStrength(tied: TiedDeveloper, usualHolders: number, usualPartners: number): number {
  const circumstance = tied.openly_connected ? 0.1 : tied.known_shared.length > 0 ? 0.15 : 1;
  const crowd = Math.min(1, usualHolders / Math.max(1, tied.holders)) ** 2;
  const few = Math.min(1, usualPartners / Math.max(1, tied.partners));
  switch (tied.how) {
    case 'same':
      return 0.85 * crowd * circumstance;
    case 'back':
      // A tenth may be an error put right; half and more is money on its way round.
      return 0.75 * Math.min(1, 0.1 + 1.8 * (tied.back ?? 0.05)) * circumstance;
    case 'back by way of':
      // Where somebody is paid in between, it may be that one's own affair.
      return (tied.holders > 0 ? 0.3 : 0.7) * few * crowd * circumstance;
    case 'both to':
      // A place where somebody is paid is where two strangers may both have sent money.
      return (tied.holders > 0 ? 0.25 : 0.5) * few * crowd * circumstance;
  }
}
