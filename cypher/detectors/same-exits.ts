import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count } from '../../domain/messages/en/typography.ts';

/** What a circle tells that chance could have made; and how many natural units beyond chance are much. */
const [byChance, mostBeyond, much] = [0.25, 0.6, 12];

export default defineDetector({
  version: 1,
  indicators: ['P2', 'C1'],
  family: 'network',
  binds: true,
  role: 'operator',
  needs: ['same-exits', 'known-shared', 'declared-together'],
  parameters: {
    most_exits: {
      default: 12,
      cites: true,
      min: 1,
      why: 'enough for a person to see the pattern; how many there are is said beside',
      unit: 'exits',
    },
    most_pairs: {
      default: 60,
      cites: true,
      min: 1,
      why: 'as many as a page bears; the count of all is among the facts',
      unit: 'pairs',
    },
  },
  facts: z.object({
    accounts: z.int(),
    /** Accounts, those openly connected counted once. */
    unrelated: z.int(),
    /** Exits that at least two of them use. */
    exits: z.int(),
    /** Of these, the ones that most of the circle use: how many of it, and how many on the platform. */
    used_by_most: z.array(
      z.object({ ip: z.string(), kind: z.string(), members: z.int(), users: z.int() }),
    ),
    /** Pairs of them with more exits in common than chance would have. */
    pairs: z.int(),
    most_in_common: z.int(),
    /** How improbable the circle is by chance, in natural units, after the search is paid for; 0 when it is not. */
    beyond_chance: z.number(),
    /** On the whole platform: exits that several use, and who uses any of them. */
    exits_seen: z.int(),
    users_seen: z.int(),
  }),
  // Of those who are openly connected one chose the exits, for all of them.
  strength: ({ accounts, unrelated, beyond_chance }) =>
    (byChance + mostBeyond * (1 - Math.exp(-beyond_chance / much))) *
    ((unrelated - 0.9) / (accounts - 0.9)),
  explainedBy: ({ beyond_chance }) => ({
    chance: beyond_chance > 0 ? 0.2 : 0.5,
    second_account: 0.7,
    household: 0.6,
    business: 0.6,
    studio: 0.6,
    place: 0.5,
  }),
  messages: {
    title: 'The same exits',
    bond: 'the same exits of VPNs and servers',
    looksFor:
      'Accounts that log in through the same few exits of VPNs, Tor and rented servers out of the many that people use. Hundreds of strangers share each exit, and to share one says nothing; to have chosen the same several is not chance. One hand that sets up many accounts gives them one set of exits.',
    blindTo:
      'Teams that take a new exit for each session; addresses of which nobody says what stands behind them; exits that more than 150 accounts use.',
    benign: [
      'customers of one small VPN service, or of its servers in one town',
      'a company’s own VPN, which nobody has named as known shared',
      'friends or a household with one subscription',
    ],
    headline: ({ accounts, exits, used_by_most, exits_seen }) => {
      const [most] = used_by_most;
      return (
        `${count(accounts, 'account logs', 'accounts log')} in through ${count(exits, 'exit', 'exits')} that they have in common, of ${exits_seen} that are used` +
        (most ? `; ${most.members} of them, and ${most.users} on the platform, use ${most.ip}` : '')
      );
    },
    facts: {
      exits: 'exits that at least two of them use',
      used_by_most: 'the exits that most of them use',
      pairs: 'pairs with more exits in common than chance would have',
      most_in_common: 'exits in common of the pair that has most',
      beyond_chance: 'how improbable it is by chance, in natural units, the search paid for',
      exits_seen: 'exits that several use, on the whole platform',
      users_seen: 'accounts that use any of them',
    },
  },
});
