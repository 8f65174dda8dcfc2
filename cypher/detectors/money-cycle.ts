import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count } from '../../domain/messages/en/typography.ts';

export default defineDetector({
  version: 2,
  indicators: ['C10', 'P9'],
  shows: {
    C10: ({ kinds }) => kinds.includes('crypto'),
  },
  family: 'money',
  binds: true,
  priorWeight: {
    account: 0.75,
    link: 5,
    why: 'money that comes back to where it was paid from has few honest reasons, loans among friends being one',
  },
  role: 'operator',
  needs: ['circles-to', 'passes-to', 'known-shared', 'declared-together'],
  parameters: {
    usual_most: {
      default: 0.25,
      min: 0.01,
      max: 1,
      why: 'where a quarter of all payers pass sums on in this way, it is how the platform works',
      unit: 'share of payers',
    },
    most_parties: {
      default: 30,
      min: 3,
      why: 'a run that takes in more parties than a team has hands is a trade of its own',
      unit: 'parties',
    },
    most_steps: {
      default: 40,
      min: 3,
      why: 'the clearest steps tell the story; how many there are is said beside',
      unit: 'steps',
    },
    most_transfers: {
      default: 5,
      cites: true,
      min: 1,
      why: 'a few transfers of each pair show what they do; how many there are is said beside',
      unit: 'transfers a pair',
    },
  },
  facts: z.object({
    first: z.string(),
    payment_accounts: z.int(),
    accounts: z.int(),
    /** Parties behind them, those openly connected counted once. */
    unrelated: z.int(),
    steps: z.int(),
    /** Steps of a circle that closes; the others are of a chain. */
    closed: z.int(),
    /** Of each step shown, how much was kept, or how far its payments stand out. */
    scores: z.array(z.number()),
    /** Those by which it was passed on; whatever else they sent one another is left out. */
    transfers: z.int(),
    /** Of the payment accounts. */
    kinds: z.array(z.string()),
    known_shared: z.int(),
    usual_passing: z.number(),
  }),
  strength: (facts, settings) => {
    if (facts.unrelated < 2) return 0.05;
    const mean = facts.scores.reduce((sum, each) => sum + each, 0) / facts.scores.length;
    // Each hand more that passes on the same sum makes chance less likely.
    const length = 1 - 0.5 ** Math.min(facts.unrelated, facts.steps);
    const closing = facts.closed > 0 ? 1 : 0.9;
    const rare = 1 - Math.min(1, facts.usual_passing / settings.usual_most);
    const many = Math.min(1, settings.most_parties / facts.unrelated);
    const known = facts.known_shared > 0 ? 0.15 : 1;
    return 0.9 * mean * length * closing * rare * many * known;
  },
  explainedBy: () => ({ household: 0.6, business: 0.6, studio: 0.6, bookkeeper: 0.3 }),
  messages: {
    title: 'Sums passed from hand to hand',
    bond: 'one sum passed on',
    looksFor:
      'Money that leaves a payment account and comes back to it over three hands or more, nearly whole and in order of time; and payments of one size, far from what each payer otherwise sends, that are passed on from one to the next. Both hide where money ends or make turnover that nobody earned.',
    blindTo:
      'Sums that are parted or joined on the way, or that rest for months; hands of which the platform sees no transfers.',
    shows: {
      C10: 'a payment account that the sum passes is of virtual currency',
    },
    benign: [
      'friends who lend one another the same sum in turn, as in a savings circle',
      'firms that buy from one another in a ring of suppliers',
      'a deposit that is handed back through an agent',
    ],
    headline: (facts) =>
      facts.closed > 0
        ? `A sum goes round ${count(facts.payment_accounts, 'payment account', 'payment accounts')} and comes back to where it began`
        : `${count(facts.transfers, 'payment goes', 'payments go')} from hand to hand over ${count(facts.payment_accounts, 'payment account', 'payment accounts')}, each within a tenth of the size of one before or after it`,
    facts: {
      transfers: 'transfers by which it was passed on',
    },
  },
});
