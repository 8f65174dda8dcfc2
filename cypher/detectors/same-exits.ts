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
  priorWeight: {
    account: 0.75,
    link: 5,
    why: 'one hand gives its accounts one set of exits; customers of one small service have one, too',
  },
  role: 'operator',
  needs: ['same-exits', 'known-shared', 'declared-together'],
  parameters: {
    most_exits: {
      default: 12,
      cites: true,
      min: 1,
      why: 'enough for a person to see the pattern; how many there are is said beside',
      unit: 'networks',
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
    /** Networks through which at least two of them come. */
    networks: z.int(),
    /** Of these, the ones that most of the circle use: how many of it, and how many on the platform. */
    used_by_most: z.array(
      z.object({ network: z.string(), kind: z.string(), members: z.int(), users: z.int() }),
    ),
    /** Pairs of them with more networks in common than chance would have. */
    pairs: z.int(),
    most_in_common: z.int(),
    /** How improbable the circle is by chance, in natural units, after the search is paid for; 0 when it is not. */
    beyond_chance: z.number(),
    /** On the whole platform: networks of exits that several use, and who uses any of them. */
    networks_seen: z.int(),
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
      'Accounts that log in through the same few networks of VPNs, Tor and rented servers out of the many that people use. Hundreds of strangers share each, and to share one says nothing, nor which of its exits one gets; to have chosen the same several is not chance. One hand that sets up many accounts gives them one set of exits.',
    blindTo:
      'Teams that take a new network for each session; addresses of which nobody says what stands behind them; networks that more than 150 accounts use.',
    benign: [
      'customers of one VPN service that sends them out through several networks',
      'a company’s own VPN, which nobody has named as known shared',
      'friends or a household with one subscription',
    ],
    headline: ({ accounts, networks, used_by_most, networks_seen }) => {
      const [most] = used_by_most;
      return (
        `${count(accounts, 'account logs', 'accounts log')} in through ${count(networks, 'network', 'networks')} of VPNs and servers that they have in common, of ${networks_seen} that are used` +
        (most
          ? `; ${most.members} of them use ${most.network}, as ${most.users} of all accounts do`
          : '')
      );
    },
    facts: {
      networks: 'networks that at least two of them come through',
      used_by_most: 'the networks that most of them come through',
      pairs: 'pairs with more networks in common than chance would have',
      most_in_common: 'networks in common of the pair that has most',
      beyond_chance: 'how improbable it is by chance, in natural units, the search paid for',
      networks_seen: 'networks of exits that several use, on the whole platform',
      users_seen: 'accounts that use any of them',
    },
  },
});
