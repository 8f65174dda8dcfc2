import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count, within } from '../../domain/messages/en/typography.ts';

export default defineDetector({
  version: 2,
  indicators: ['M11', 'A3'],
  shows: {
    A3: ({ verified }) => verified === 0,
  },
  family: 'conduct',
  binds: true,
  priorWeight: {
    account: 0.5,
    link: 4,
    why: 'the advisory asks to look harder at new accounts; courses bring in many alike',
  },
  role: 'operator',
  needs: ['created-alike', 'declared-together', 'known-shared'],
  parameters: {
    min_accounts: {
      default: 2,
      min: 2,
      why: 'two are a pair that any rare coincidence makes, and weigh so; more are a batch',
      unit: 'accounts',
    },
    most_accounts: {
      default: 40,
      cites: true,
      min: 2,
      why: 'the first of a batch show it; the facts count all',
      unit: 'accounts',
    },
  },
  facts: z.object({
    accounts: z.int(),
    unrelated: z.int(),
    /** From the first to the last creation. */
    hours: z.number(),
    usual_per_day: z.number(),
    /** How sure the likeness is, on average, in [0, 1]. */
    likeness: z.number(),
    /** How many of them were verified by then. */
    verified: z.int(),
    /** What they are alike in. */
    alike_in: z.array(z.string()),
  }),
  strength: (facts) => {
    const batch = 1 - 0.6 ** Math.max(0, facts.unrelated - 1);
    return 0.85 * facts.likeness * batch;
  },
  explainedBy: () => ({ business: 0.8, studio: 0.5, place: 0.5, course: 0.8 }),
  messages: {
    title: 'A batch of new accounts that are alike',
    bond: 'creation in one batch',
    looksFor:
      'Accounts created within days of each other that share more than chance allows, weighed by rarity: network, employer or website, pattern of the e-mail address, browser, kinds of papers and of machine, referrer, and the steps they took first. Many sign-ups at once make no batch by themselves.',
    blindTo:
      'Accounts that are bought, or made one at a time over weeks, each from a place and with papers of its own.',
    shows: {
      A3: 'the platform let the whole batch in unverified',
    },
    benign: [
      'a firm or agency that signs up its staff in one go',
      'a course whose graduates sign up together, guided step by step',
      'friends or relatives who start together',
      'a campaign that brings a crowd along one path',
    ],
    headline: (facts) =>
      `${count(facts.accounts, 'account', 'accounts')} created within ${count(within(facts.hours), 'hour', 'hours')}, where ${facts.usual_per_day} a day are usual, alike in ${facts.alike_in.join(', ')}`,
  },
});
