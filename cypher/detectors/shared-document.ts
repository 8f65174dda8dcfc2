import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count } from '../../domain/messages/en/typography.ts';

/** A number alone under two names may be typed wrongly by one of them; under three it is not. */
const numberAlone = 0.75;

export default defineDetector({
  version: 2,
  indicators: ['M6', 'C4', 'C5'],
  shows: {
    C4: ({ names }) => names > 1,
    C5: ({ unrelated, known_shared }) => unrelated > 1 && known_shared.length === 0,
  },
  family: 'papers',
  binds: true,
  priorWeight: {
    account: 1.5,
    link: 9,
    why: 'one paper under several names is hardly ever honest; templates and slips by one office are',
  },
  role: ({ accounts, in_own_name }) =>
    in_own_name > 0 && in_own_name < accounts ? 'victim' : 'operator',
  needs: ['same-paper', 'declared-together', 'known-shared'],
  grain: {},
  parameters: {
    most_shown: {
      default: 40,
      cites: true,
      min: 1,
      why: 'enough for a person to compare; how many there are is said beside',
      unit: 'papers',
    },
    declared_share: {
      default: 0.15,
      min: 0,
      max: 1,
      why: 'a family has one statement at home, a person may openly have two accounts',
    },
  },
  facts: z.object({
    /** The earliest of them. */
    paper: z.string(),
    kind: z.string(),
    accounts: z.int(),
    /** Accounts, those openly connected counted once. */
    unrelated: z.int(),
    papers: z.int(),
    /** What the papers have in common with the earliest. */
    in_common: z.array(z.string()),
    strongest_pair: z.number(),
    /** Different names on the papers. */
    names: z.int(),
    /** Accounts whose own name is on the paper. */
    in_own_name: z.int(),
    known_shared: z.array(z.string()),
  }),
  strength: (facts) => {
    // One person who opens two accounts in the own name hides nothing; papers under several names do.
    const openly = facts.names <= 1 && facts.in_own_name >= facts.accounts ? 0.3 : 1;
    const known = facts.known_shared.length > 0 ? 0.15 : 1;
    const mistyped = facts.names <= 2 && facts.in_common.join() === 'number' ? numberAlone : 1;
    return 0.97 * facts.strongest_pair * Math.min(openly, mistyped) * known;
  },
  explainedBy: ({ names }) => ({
    second_account: names > 1 ? 0.3 : 0.9,
    household: 0.1,
    business: 0.1,
  }),
  messages: {
    title: 'One paper on several accounts',
    bond: 'identity papers in common',
    looksFor:
      'Identity papers of different accounts that are one paper or show one person: the same number, file, picture, photo, or name with birth date. A team uses a paper it has for more than one account.',
    blindTo:
      'Papers that were made anew for each account; photos that were cut or mirrored; numbers that are placeholders; one number on papers of different kinds.',
    shows: {
      C4: 'the papers bear several names',
      C5: 'the accounts are not all openly connected, and the paper is not known to be shared',
    },
    benign: [
      'a household that sends in one bank or utility statement',
      'one person with two accounts, openly',
      'someone whose stolen paper others use: the holder is then a victim',
    ],
    headline: (facts) =>
      `${count(facts.accounts, 'account', 'accounts')} handed in ${facts.in_common.join() === 'number' ? 'papers of one kind' : 'papers'} with the same ${facts.in_common.join('; ')}` +
      (facts.names > 1 ? ` under ${facts.names} names` : ''),
  },
});
