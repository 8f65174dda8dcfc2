import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';

export default defineDetector({
  version: 1,
  indicators: ['M6', 'C5'],
  family: 'money',
  binds: true,
  role: 'operator',
  needs: ['known-shared', 'declared-together'],
  parameters: {
    hub_accounts: {
      default: 60,
      min: 3,
      why: 'more holders than a team has hands: a collecting account of a payment firm',
      unit: 'accounts',
    },
  },
  facts: z.object({
    payout: z.string(),
    kind: z.string(),
    provider: z.string(),
    holder_name: z.string(),
    accounts: z.int(),
    /** Holders, those openly connected counted once. */
    unrelated: z.int(),
    /** Holders whose own name is not the payment account's. */
    other_names: z.int(),
    known_shared: z.array(z.string()),
  }),
  strength: (facts, settings) => {
    if (facts.unrelated < 2) return 0.1;
    const base = 1 - 0.35 ** (facts.unrelated - 1);
    const hub = facts.accounts > settings.hub_accounts ? 0.15 : 1;
    const known = facts.known_shared.length > 0 ? 0.15 : 1;
    return 0.95 * base * hub * known;
  },
  words: {
    en: {
      title: 'One payout, several holders',
      bond: 'one payout',
      looksFor:
        'Accounts of people who have nothing to do with each other, paid into one payment account. Whoever runs many accounts has to collect their money, and the place where it meets is hard to hide.',
      blindTo:
        'Teams that give each account a wallet of its own and bring the money together one transfer later; families or agencies that the platform was not told of.',
      benign: [
        'an agency or studio that collects for its staff',
        'a couple or family with one bank account',
        'a collecting account of a payment firm',
      ],
      headline: (facts) =>
        `${facts.accounts} accounts are paid through ${facts.payout}` +
        (facts.unrelated < facts.accounts
          ? `; ${facts.unrelated === 1 ? 'all are openly connected' : `${facts.unrelated} unrelated parties among them`}`
          : ''),
    },
  },
});
