import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';

export default defineDetector({
  version: 1,
  indicators: ['M10'],
  family: 'conduct',
  binds: false,
  role: 'operator',
  needs: [],
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
      min: 1,
      why: 'the first of them show the pattern; the facts count all',
      unit: 'rows',
    },
  },
  facts: z.object({
    verified_at: z.string().nullable(),
    bids: z.int(),
    ratings: z.int(),
    jobs: z.int(),
    payments: z.int(),
    /** Acts later than a check may take. */
    overdue: z.int(),
    /** Acts within the days that a check may take. */
    early: z.int(),
    first_act: z.string(),
    peers_active: z.int(),
    /** Of the active accounts of that platform and role, the share that acted unverified at all, and overdue. */
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
  words: {
    en: {
      title: 'Active before it was verified',
      bond: 'activity before verification',
      looksFor:
        'Bids, ratings, payments and jobs of an account that had not been verified yet, later than a check usually takes, where its peers wait. Whoever cannot pass a check works without one for as long as possible.',
      blindTo:
        'Accounts verified with forged or borrowed papers, and platforms that verify nobody or keep no times.',
      benign: [
        'a newcomer who bids while the check is pending',
        'a check that the platform left lying for weeks',
        'an account from before the platform began to verify',
      ],
      headline: (facts) =>
        `${facts.overdue + facts.early} bids, ratings, payments or jobs before verification, ${facts.overdue} of them later than a check takes; ${Math.round(facts.peers_late * 100)} % of its peers did that`,
    },
  },
});
