import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';

export default defineDetector({
  version: 1,
  indicators: ['M3', 'C5'],
  shows: {
    M3: ({ status }) => status === 'defunct' || status === 'parked',
    C5: ({ unrelated }) => unrelated > 1,
  },
  family: 'contacts',
  binds: true,
  priorWeight: {
    account: 0.4,
    link: 2.5,
    why: 'dead sites are common; that several accounts name one says a little more',
  },
  role: 'operator',
  needs: ['declared-together'],
  grain: { between: ['CHANGE_OF', 'PROFILE_OF'] },
  parameters: {
    hosts: {
      default: [
        'github.com',
        'gitlab.com',
        'bitbucket.org',
        'linkedin.com',
        'behance.net',
        'dribbble.com',
        'medium.com',
        'facebook.com',
        'x.com',
        'twitter.com',
        'google.com',
        'upwork.com',
        'freelancer.com',
        'stackoverflow.com',
      ],
      why: 'the bare address of a host names nobody; a page on it does',
    },
    few_accounts: {
      default: 6,
      min: 2,
      why: 'a made-up website serves a handful of accounts; the more name it, the more it is a school’s, a host’s or an employer’s',
      unit: 'accounts',
    },
    most_accounts: {
      default: 40,
      min: 2,
      why: 'a site of so many is a public one and tells nothing of any of them',
      unit: 'accounts',
    },
    least: {
      default: 0.04,
      min: 0,
      max: 1,
      why: 'websites lapse: below this it would name everybody whose site died some day',
    },
  },
  facts: z.object({
    website: z.string(),
    status: z.string(),
    checked_at: z.string().nullable(),
    /** How long after it was first named it was found dead; a site that dies years later is ordinary. */
    years_until_dead: z.number(),
    accounts: z.int(),
    unrelated: z.int(),
    /** All of its accounts name the same employer. */
    one_employer: z.boolean(),
    /** A company of the register gives it as its own. */
    of_company: z.boolean(),
    usual_checked: z.int(),
    usual_dead: z.number(),
  }),
  strength: (facts, settings) => {
    const state = facts.status === 'defunct' ? 1 : facts.status === 'parked' ? 0.6 : 0;
    const soon = 0.1 + 0.9 * Math.exp(-facts.years_until_dead);
    const dead = state * soon * (1 - facts.usual_dead) ** 3;
    const open = facts.one_employer || facts.of_company ? 0.25 : 1;
    const many = Math.min(1, settings.few_accounts / facts.accounts) ** 2;
    const together =
      facts.unrelated < 2
        ? 0
        : (1 - 0.5 ** (facts.unrelated - 1)) * (0.55 + 0.4 * dead) * open * many;
    const strength = 1 - (1 - 0.25 * dead * many) * (1 - together);
    return strength < settings.least ? 0 : strength;
  },
  explainedBy: () => ({ second_account: 0.8, business: 0.8, studio: 0.7 }),
  messages: {
    title: 'A dead website, or one for several accounts',
    bond: 'one website',
    looksFor:
      'Websites given at sign-up or on profiles that are dead or parked, above all soon after, and websites that several unrelated accounts give as their own.',
    blindTo: 'Websites that were made for one account each and are kept alive.',
    shows: {
      M3: 'the website was found dead or parked',
      C5: 'unrelated accounts name it',
    },
    benign: [
      'a site that lapsed years after the account was opened',
      'colleagues who name their employer’s website',
      'graduates who name their school’s website',
      'a studio of friends with one portfolio',
    ],
    headline: (facts) =>
      `${facts.website} (${facts.status}), named by ${facts.accounts} ${facts.accounts === 1 ? 'account' : 'accounts'}`,
  },
});
