import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { isSendingBody } from '../../domain/named-bodies.ts';

/** How surely what is behind an account is what the company gets, by how it stands there. */
const behindWeight: Readonly<Record<string, number>> = {
  owned: 1,
  owner_of: 1,
  payout: 0.95,
  controls: 0.95,
  front_for: 0.95,
  // It pays out of the company's purse: a client of its own, or one that was lent the money.
  funding: 0.8,
  employs: 0.7,
  uses: 0.6,
};
const otherwiseBehind = 0.3;

export default defineDetector({
  version: 1,
  indicators: ['C9', 'C12', 'C13'],
  shows: {
    C9: ({ accounts }) => accounts > 0,
    C12: ({ entity_type }) => entity_type === 'company',
    C13: ({ entries }) => entries.some(isSendingBody),
  },
  family: 'watchlist',
  binds: true,
  priorWeight: {
    account: 2,
    link: 7,
    why: 'who owns half is who decides; the ownership is on record',
  },
  role: 'operator',
  needs: ['same-name', 'same-address', 'same-identifier', 'listed-ownership'],
  parameters: {
    least_share: {
      default: 50,
      min: 50,
      max: 100,
      why: 'OFAC counts as listed what listed ones own to 50 % or more together (guidance of 13 August 2014); less is no ownership in this sense, whoever controls it',
      unit: '%',
    },
  },
  facts: z.object({
    entity: z.string(),
    entity_type: z.string(),
    name: z.string(),
    /** In percent, added up over all that count. */
    share: z.number(),
    /** How surely the least sure of the owners agrees with an entry. */
    sure: z.number(),
    entries: z.array(
      z.object({
        list: z.string().nullable(),
        entry: z.string(),
        name: z.string(),
        country: z.string().nullable(),
      }),
    ),
    /** Its own owners first, then theirs. */
    stakes: z.array(z.object({ owner: z.string(), owned: z.string(), share: z.number() })),
    /** Offices and control of the same parties, which count for nothing. */
    control: z.array(z.object({ who: z.string(), kind: z.string() })),
    accounts: z.int(),
    behind: z.array(z.object({ account: z.string(), through: z.string() })),
  }),
  strength: (facts, settings) => {
    if (facts.share < settings.least_share) return 0;
    const weights = facts.behind.map(({ through }) => behindWeight[through] ?? otherwiseBehind);
    return facts.sure * (weights.length > 0 ? Math.max(...weights) : 0.9);
  },
  explainedBy: () => ({ business: 0.2 }),
  messages: {
    title: 'Owned to half or more by who agrees with listed ones',
    bond: 'a company whose owners agree with listed ones',
    looksFor:
      'Companies and accounts of which parties that agree with entries of a watchlist own 50 % or more: directly, through companies that they own so, and added up over several owners, as OFAC counts (guidance of 13 August 2014). Control, offices and family are told beside and never counted.',
    blindTo:
      'Stakes whose share no source states, stakes held in trust for another, and stakes just below half.',
    shows: {
      C9: 'accounts stand behind what is owned',
      C12: 'what is owned is a company',
      C13: 'an entry is a body that the advisory names',
    },
    benign: [
      'an owner who is a namesake of a listed person: see by what they agree',
      'a stake that was sold since, which the register does not show yet',
    ],
    headline: (facts) => {
      const owners = facts.entries.map(({ name }) => name).join(', ');
      const behind =
        facts.accounts > 0
          ? `, and ${facts.accounts} ${facts.accounts === 1 ? 'account stands' : 'accounts stand'} behind it`
          : '';
      return `${facts.name} is owned to ${facts.share} % by parties linked to ${owners}${behind}`;
    },
  },
});
