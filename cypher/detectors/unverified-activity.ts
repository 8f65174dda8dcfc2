import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count } from '../../domain/messages/en/typography.ts';

export default defineDetector({
  version: 2,
  indicators: ['M10'],
  family: 'conduct',
  binds: false,
  priorWeight: {
    account: 0.25,
    why: 'the advisory asks for none before verification; most platforms allow it',
  },
  role: 'operator',
  needs: [],
  grain: { between: ['BID_ON', 'POSTED_BY', 'TRANSFERRED_TO'] },
  parameters: {
    grace_days: {
      default: 7,
      min: 0,
      why: 'checks take some days, and eager newcomers bid while they wait',
      unit: 'days',
    },
    acts_for_half_weight: {
      default: 6,
      min: 1,
      why: 'one or two bids can slip through while a check is pending; a habit of them does not',
      unit: 'acts',
    },
    hub_accounts: {
      default: 3,
      min: 1,
      why: 'what is paid to a purse of many accounts cannot be told to be for this one',
      unit: 'accounts',
    },
    least: {
      default: 0.03,
      min: 0,
      max: 1,
      why: 'below this a few early bids would name many who merely waited',
    },
    most_shown: {
      default: 50,
      cites: true,
      min: 1,
      why: 'the first of them show the pattern; the facts count all',
      unit: 'rows',
    },
  },
  facts: z.object({
    verified_at: z.string().nullable(),
    bids: z.int(),
    /** Received. */
    ratings: z.int(),
    jobs: z.int(),
    /** Received. */
    payments: z.int(),
    /** Acts later than a check may take. */
    overdue: z.int(),
    /** Acts within the days that a check may take. */
    early: z.int(),
    first_act: z.string(),
    /** Others of that platform and role that did anything, and those of them that did so overdue. */
    others_active: z.int(),
    others_late: z.int(),
    /** All of them, the account among them. */
    peers_active: z.int(),
    /** Of these, the share that acted unverified at all, and overdue. */
    peers_early: z.number(),
    peers_late: z.number(),
  }),
  strength: (facts, settings) => {
    const unusual = (share: number) => (1 - Math.min(1, share)) ** 3;
    const amount =
      facts.overdue * unusual(facts.peers_late) + 0.2 * facts.early * unusual(facts.peers_early);
    const strength = (0.45 * amount) / (amount + settings.acts_for_half_weight);
    return strength < settings.least ? 0 : strength;
  },
  explainedBy: () => ({ household: 0.2, place: 0.2, course: 0.3 }),
  messages: {
    title: 'Active without verification',
    bond: 'activity without verification',
    looksFor:
      'Bids, ratings and payments received, and jobs posted, of an account that was not verified yet or never was, later than a check usually takes, where its peers wait. Whoever cannot pass a check works without one for as long as possible.',
    blindTo:
      'Ratings given and payments made; accounts verified with forged or borrowed papers, and platforms that verify nobody or keep no times.',
    benign: [
      'a newcomer who bids while the check is pending',
      'a check that the platform left lying for weeks',
      'an account from before the platform began to verify',
    ],
    headline: (facts) =>
      `${facts.overdue + facts.early} bids, ratings received, payments received or jobs posted ${facts.verified_at === null ? 'with no verification on record' : 'before verification'}, ${facts.overdue} of them later than a check takes; of ${count(facts.others_active, 'active peer', 'active peers')}, ${facts.others_late} did that`,
  },
});
