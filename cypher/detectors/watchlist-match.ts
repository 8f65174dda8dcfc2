import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { isSendingBody } from '../../domain/named-bodies.ts';

export default defineDetector({
  version: 1,
  indicators: ['C12', 'C13'],
  shows: {
    C12: ({ subject_type, entry_kind }) => subject_type === 'company' || entry_kind === 'company',
    C13: ({ entry_name, entry_country }) =>
      isSendingBody({ name: entry_name, country: entry_country }),
  },
  family: 'watchlist',
  binds: false,
  priorWeight: {
    account: 2,
    why: 'an identified match with a listed party is what the platform must act upon; namesakes are weighed in its strength',
  },
  role: 'operator',
  needs: ['same-name', 'same-identifier', 'same-address'],
  parameters: {
    most_by_name: {
      default: 0.3,
      min: 0,
      max: 0.3,
      why: 'many people bear one name: alone it identifies nobody, and may weigh no more',
    },
    many_namesakes: {
      default: 3,
      min: 1,
      why: 'where several unrelated holders bear the name of one entry, the name is a common one',
      unit: 'holders',
    },
  },
  facts: z.object({
    subject: z.string(),
    subject_type: z.string(),
    name: z.string(),
    list: z.string().nullable(),
    entry: z.string(),
    entry_name: z.string(),
    entry_kind: z.string().nullable(),
    entry_country: z.string().nullable(),
    /** 0.3 at most by the name alone, more where the birth date agrees too. */
    name_score: z.number(),
    identifier_score: z.number(),
    address_score: z.number(),
    reasons: z.array(z.string()),
    /** Holders whose name agrees with the entry's. */
    namesakes: z.int(),
  }),
  strength: (facts, settings) => {
    const rare = Math.min(1, Math.sqrt(settings.many_namesakes / facts.namesakes));
    const more = 1 - (1 - facts.identifier_score) * (1 - facts.address_score);
    // With the birth date it is more than a name.
    if (facts.name_score <= settings.most_by_name && more === 0) return facts.name_score * rare;
    // A number that agrees under another name may be mistyped, lent or stolen.
    if (facts.name_score === 0) return 0.8 * facts.identifier_score;
    const address = facts.address_score > 0 ? 0.5 + facts.address_score * 0.5 : 0;
    return 1 - (1 - facts.name_score) * (1 - facts.identifier_score * 0.95) * (1 - address * 0.85);
  },
  messages: {
    title: 'Agrees with a watchlist entry',
    bond: 'agreement with a watchlist entry',
    looksFor:
      'Accounts, people and companies whose name, in whatever script or romanisation, agrees with an entry of a loaded list, and whether a birth date, an address or a number agrees with it. The names on papers and of payment accounts count too.',
    blindTo:
      'Names that were made up; entries that hold nothing but a name; translations of a name that are no spelling of it.',
    shows: {
      C12: 'the party or the entry is a company',
      C13: 'the entry is a body that the advisory names',
    },
    benign: [
      'a namesake: a name alone is no identification, and weighs at most 0.3',
      'an office in the same building as a listed company',
    ],
    headline: (facts) => {
      const also = [
        facts.name_score > 0.3 ? 'birth date' : null,
        facts.identifier_score > 0 ? 'number' : null,
        facts.address_score > 0 ? 'address' : null,
      ].filter((what) => what !== null);
      const by = facts.name_score > 0 ? ['name', ...also] : also;
      return `${facts.name} agrees with ${facts.entry_name} (${facts.list ?? 'unknown list'}) in ${by.join(', ')}${also.length === 0 ? ' alone' : ''}`;
    },
  },
});
