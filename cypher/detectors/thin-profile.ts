import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count } from '../../domain/messages/en/typography.ts';

export default defineDetector({
  version: 2,
  indicators: ['H4'],
  family: 'identity',
  binds: false,
  priorWeight: {
    account: 0.3,
    why: 'a simple profile is named by the advisory, and is what beginners have',
  },
  role: 'operator',
  needs: [],
  parameters: {
    bare_share: {
      default: 0.05,
      min: 0,
      max: 1,
      why: 'as bare as one in twenty of the peers at most; where more are, bareness is usual there',
    },
    min_peers: {
      default: 20,
      min: 2,
      why: 'among fewer peers the barest is no rarity',
      unit: 'accounts',
    },
    text_step: {
      default: 100,
      min: 1,
      why: 'two sentences; each doubling beyond it counts once more',
      unit: 'characters',
    },
  },
  facts: z.object({
    /** Fields of the account, of its profiles, and of its portfolio and résumé that hold something. */
    own: z.int(),
    profiles: z.int(),
    portfolio: z.int(),
    richness: z.int(),
    usual_richness: z.int(),
    /** Share of all of that role and trade, the account among them, that have as little or less. */
    share_as_bare: z.number(),
    /** Its peers, and those of them that have as little or less. */
    others: z.int(),
    others_as_bare: z.int(),
    peers: z.string(),
    /** With the account itself. */
    peers_accounts: z.int(),
    /** Others of the barest whose profiles are bare in just the same way. */
    alike: z.int(),
  }),
  strength: (facts, settings) => {
    const bare = Math.max(0, 1 - facts.share_as_bare / settings.bare_share);
    const little = facts.usual_richness > 0 ? 1 - facts.richness / facts.usual_richness : 0;
    const alike = 1 - 0.7 ** facts.alike;
    return Math.max(0, little) * (0.15 + 0.25 * alike) * (0.25 + 0.75 * bare);
  },
  explainedBy: () => ({ course: 0.4, second_account: 0.5 }),
  messages: {
    title: 'A profile far simpler than its peers’',
    bond: 'profiles bare in the same way',
    looksFor:
      'Accounts whose own fields, profiles elsewhere and portfolio hold far less than nearly all peers of their role and trade, above all when several are bare in just the same way.',
    blindTo: 'Profiles that are copied or made up at length.',
    benign: [
      'a newcomer who has yet to fill in the profile',
      'somebody who guards privacy',
      'somebody who lives on word of mouth and needs no portfolio',
    ],
    headline: (facts) =>
      `its profiles hold ${count(facts.richness, 'thing', 'things')} where ${facts.usual_richness} ${facts.usual_richness === 1 ? 'is' : 'are'} usual; of ${count(facts.others, 'peer', 'peers')}, ${facts.others_as_bare} ${facts.others_as_bare === 1 ? 'has' : 'have'} as little, ${facts.alike} in the same way`,
  },
});
