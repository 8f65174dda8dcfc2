/** What a score means, and why a weight is what it is. */
import { outOf100 } from '../../score.ts';
import { count } from './typography.ts';

const ranks = 'It ranks what to look at first, and is no finding of guilt.';

export const scoreMessages = {
  /** What a figure in [0, 1] says, by what it is of; a figure is never shown without it. */
  meaning: {
    cluster: 'how likely it is, by the rules alone, that these accounts serve one scheme',
    account:
      'how likely it is, by the rules alone, that the account is run by or for such a scheme',
    finding: 'how strong this pattern is by itself',
    link: 'how likely it is, by the rules alone, that the same hands run both accounts',
    item: 'of a cluster, how likely it is one scheme; of a finding, how strong the pattern is',
  },
  /** What none of them says. */
  ranks,
  /** As the page says it. */
  means: (score: number, meaning: string) =>
    `Score ${outOf100(score)} of 100: ${meaning}. ${ranks}`,
  measured: (shown: string, share: string) =>
    `of ${shown} that show it, ${share} % are part of a scheme`,
  estimated: (decisions: number, shipped: string) =>
    `estimated from ${count(decisions, 'decision', 'decisions')} on this platform; shipped: ${shipped}`,
  /** By kind of term: what it weighs until it is measured. */
  unmeasured: {
    bond: 'not measured yet: one strong rare bond makes it even',
    tight: 'not measured yet: a bond that is beyond a weak one',
    own: 'not measured yet: what it does itself',
    plain: 'not measured yet: what it does itself, where that is plain',
    peers: 'not measured yet: what the accounts linked with it do',
    platform: 'not measured yet: what the platform keeps no record of',
    linked: 'not measured yet: how sure its surest link to another account is',
  },
  /** What a run measured of a detector's amounts. */
  usualAmounts: 'usual amounts',
} as const;
