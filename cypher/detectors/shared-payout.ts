import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count } from '../../domain/messages/en/typography.ts';

export default defineDetector({
  version: 3,
  indicators: ['M6', 'C5'],
  shows: {
    C5: ({ unrelated, known_shared, providers_own }) =>
      unrelated > 1 && known_shared.length === 0 && !providers_own,
  },
  family: 'money',
  binds: true,
  priorWeight: {
    account: 1.25,
    link: 7.5,
    why: 'payouts of unrelated accounts that meet in one payment account are what the advisory names first',
  },
  role: 'operator',
  needs: ['known-shared', 'declared-together'],
  grain: { between: ['PAID_THROUGH'] },
  parameters: {
    hub_accounts: {
      default: 20,
      min: 3,
      why: 'more holders than a team has hands: a collecting account of a payment firm',
      unit: 'accounts',
    },
    most_shown: {
      default: 100,
      cites: true,
      min: 2,
      why: 'a hub of thousands cannot be looked at; how many hold it is said beside',
      unit: 'accounts',
    },
  },
  facts: z.object({
    payout: z.string(),
    kind: z.string(),
    provider: z.string(),
    holder_name: z.string(),
    accounts: z.int(),
    /** Holders, those openly connected, and those who openly bill through its holder, counted once. */
    unrelated: z.int(),
    /** Holders whose own name is not the payment account's. */
    other_names: z.int(),
    /** Holders who name its holder as their employer, or whom a source ties to the company that holds it. */
    open_holders: z.int(),
    /** The most of the others who name one and the same employer. */
    one_employer: z.int(),
    /** It is held in the payment firm's own name. */
    providers_own: z.boolean(),
    known_shared: z.array(z.string()),
  }),
  strength: (facts, settings) => {
    if (facts.unrelated < 2) return 0.05;
    const base = 1 - 0.4 ** (facts.unrelated - 1);
    // Somebody else's name on it says a third hand collects; where each has the name, it is one person's.
    const names = 0.9 + 0.1 * (facts.other_names / facts.accounts);
    // Who names one employer bills together and says so, though nobody else confirms it.
    const openly = facts.one_employer > 1 ? 1 - 0.5 * (facts.one_employer / facts.accounts) : 1;
    const billed = 1 - 0.5 * (facts.open_holders / facts.accounts);
    const hub = Math.min(1, settings.hub_accounts / facts.accounts) ** 2;
    const known = facts.known_shared.length > 0 || facts.providers_own ? 0.15 : 1;
    return 0.95 * base * names * openly * billed * hub * known;
  },
  explainedBy: ({ accounts, other_names, open_holders, one_employer }) => {
    // Whose name is on it is one of them, or a third hand.
    const theirs = other_names < accounts;
    const openly = Math.max(open_holders, one_employer > 1 ? one_employer : 0) / accounts;
    return {
      second_account: theirs ? 0.8 : 0.3,
      household: theirs ? 0.8 : 0.4,
      business: Math.max(0.3, 0.9 * openly),
      studio: theirs ? 0.85 : 0.6,
      bookkeeper: theirs ? 0.3 : 0.75,
    };
  },
  messages: {
    title: 'One payout, several holders',
    bond: 'one payout',
    looksFor:
      'Accounts of people who have nothing to do with each other, paid into one payment account. Whoever runs many accounts has to collect their money, and the place where it meets is hard to hide.',
    blindTo:
      'Teams that give each account a wallet of its own and bring the money together one transfer later; families or agencies that the platform was not told of.',
    shows: {
      C5: 'its holders are not all openly connected, and it is no collecting account',
    },
    benign: [
      'an agency that collects for its staff, or a studio of friends that bills together',
      'a couple or family with one bank account',
      'a collecting account of a payment firm',
    ],
    headline: (facts) =>
      `${count(facts.accounts, 'account is', 'accounts are')} paid through ${facts.payout}` +
      (facts.unrelated < facts.accounts
        ? `; ${facts.unrelated === 1 ? 'all are openly connected' : `openly connected ones counted as one, they are ${facts.unrelated} unrelated parties`}`
        : ''),
  },
});
