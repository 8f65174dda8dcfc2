import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count } from '../../domain/messages/en/typography.ts';

export default defineDetector({
  version: 2,
  indicators: ['P6', 'M7'],
  // What many on the platform write is no template of these accounts.
  shows: { P6: ({ rare }) => rare, M7: ({ rare }) => rare },
  family: 'text',
  binds: true,
  priorWeight: {
    account: 1,
    link: 6,
    why: 'copied bids are named by the advisory; honest templates are common',
  },
  role: 'operator',
  needs: ['same-text', 'writes-like', 'text-circle', 'declared-together', 'known-shared'],
  grain: {},
  parameters: {
    most_shown: {
      default: 60,
      cites: true,
      min: 1,
      why: 'enough for a person to compare; how many there are is said beside',
      unit: 'texts',
    },
    rare_accounts: {
      default: 12,
      min: 2,
      why: 'a dozen may always be a team; beyond that, wording is rare where half of those who use it are in the finding',
      unit: 'accounts',
    },
    declared_share: {
      default: 0.15,
      min: 0,
      max: 1,
      why: 'a household, an agency and its staff openly write from one set of texts',
    },
  },
  facts: z.object({
    accounts: z.int(),
    /** Accounts, those openly connected counted once. */
    unrelated: z.int(),
    /** Pairs of them that have telling texts in common. */
    pairs: z.int(),
    /** What the texts in common of two accounts add up to: rarity, length, number, kinds. */
    strongest_pair: z.number(),
    mean_of_pairs: z.number(),
    /** Of all pairs, and of the pair that has most: different wordings, each once. */
    texts_in_common: z.int(),
    most_texts_of_a_pair: z.int(),
    /** How many accounts, these and others, use the rarest and the commonest of them. */
    fewest_users: z.int(),
    most_users: z.int(),
    /** Whether hardly anyone else uses the rarest of them. */
    rare: z.boolean(),
    /** How many of their documents have some of that wording, at least. */
    documents: z.int(),
    kinds: z.array(z.string()),
    /** From the first of these documents to the last. */
    over_days: z.int(),
    most_telling: z.array(
      z.object({ from: z.string(), to: z.string(), weight: z.number(), says: z.string() }),
    ),
    known_shared: z.array(z.string()),
  }),
  strength: (facts) => 0.97 * facts.strongest_pair * (facts.known_shared.length > 0 ? 0.15 : 1),
  explainedBy: () => ({
    second_account: 0.9,
    household: 0.3,
    business: 0.8,
    studio: 0.9,
    place: 0.2,
    course: 0.95,
  }),
  messages: {
    title: 'Texts from one hand',
    bond: 'texts in common',
    looksFor:
      'Accounts whose bids, messages, résumés and portfolios repeat runs of words that hardly anyone else uses. Several different rare texts in common weigh far more than one; names, numbers, links and what the client wrote are left out first.',
    blindTo:
      'Texts that each account writes or has translated anew; teams of more than sixty that share one template.',
    shows: {
      P6: 'the wording is rare: hardly anyone else uses it',
      M7: 'as for P6',
    },
    benign: [
      'a model pitch from a course or a friend: one text, used by all who were there',
      'an agency that writes for its people, or a couple who help each other',
      'answers to one client that repeat what the client asked',
    ],
    headline: (facts) =>
      `${count(facts.accounts, 'account has', 'accounts have')} ${facts.rare ? 'rare wording' : 'wording'} in common that ${usersOf(facts)} in all: up to ${count(facts.most_texts_of_a_pair, 'text', 'different texts')} between two of them, in at least ${count(facts.documents, 'document', 'documents')} (${facts.kinds.join(', ')})`,
  },
});

interface Users {
  fewest_users: number;
  most_users: number;
}

function usersOf({ fewest_users: fewest, most_users: most }: Users): string {
  return fewest === most
    ? count(most, 'account uses', 'accounts use')
    : `${fewest} to ${count(most, 'account uses', 'accounts use')}`;
}
