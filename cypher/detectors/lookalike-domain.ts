import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count } from '../../domain/messages/en/typography.ts';

export default defineDetector({
  version: 1,
  indicators: ['C7'],
  family: 'contacts',
  binds: true,
  priorWeight: {
    account: 0.75,
    link: 5.5,
    why: 'the advisory tells of addresses that look like an employer’s; subsidiaries and resellers have such names',
  },
  role: 'operator',
  needs: ['lookalike-domain', 'same-employee', 'declared-together'],
  parameters: {
    most_accounts: {
      default: 12,
      min: 2,
      why: 'a name that so many accounts give with one employer is a common name in a large firm',
      unit: 'accounts',
    },
    alone: {
      default: 0.45,
      min: 0,
      max: 1,
      why: 'one account on a look-alike domain may be a small firm with an unlucky name; several are in the same hands',
    },
  },
  facts: z.object({
    /** `domain` or `employee`. */
    sort: z.string(),
    /** The two domains; or the employee and employer. */
    what: z.string(),
    /** How much the domain looks made like the other's. */
    likeness: z.number(),
    accounts: z.int(),
    /** Holders that nothing openly connects. */
    unrelated: z.int(),
    birth_dates: z.int(),
    emails: z.int(),
    platforms: z.int(),
    countries: z.int(),
    names_employer: z.boolean(),
  }),
  strength: (facts, settings) => {
    if (facts.sort === 'domain') {
      const several = 1 - 0.6 ** Math.max(0, facts.unrelated - 1);
      const base = settings.alone + (1 - settings.alone) * several;
      return facts.likeness * base * (facts.names_employer ? 1 : 0.7);
    }
    if (facts.unrelated < 2) return 0;
    // One employee has one birth date and one country, and an account on each platform.
    const contradictions =
      (facts.birth_dates > 1 ? 0.25 : 0) +
      (facts.countries > 1 ? 0.15 : 0) +
      (facts.accounts > facts.platforms && facts.platforms > 0 ? 0.1 : 0) +
      (facts.emails > 1 ? 0.05 : 0);
    return Math.min(0.7, (0.1 + contradictions) * (1 + 0.15 * (facts.unrelated - 2)));
  },
  explainedBy: () => ({ second_account: 0.7, business: 0.6, studio: 0.4 }),
  messages: {
    title: 'A borrowed employer',
    bond: 'a domain made like a company’s, or one employee’s name',
    looksFor:
      'E-mail and website domains one keystroke from those of a real company, and accounts that give the same employee of the same employer.',
    blindTo:
      'Employers whose domain no row gives; look-alikes that differ by more than a keystroke or by the ending alone.',
    benign: [
      'two real companies with names a letter apart',
      'two employees of one large firm with a common name',
      'a person with an account on each of two platforms',
      'an address mistyped once',
    ],
    headline: (facts) =>
      facts.sort === 'domain'
        ? `${facts.accounts} ${facts.accounts === 1 ? 'account uses' : 'accounts use'} a domain made like another: ${facts.what}`
        : `${count(facts.accounts, 'account gives', 'accounts give')} one employee of one employer: ${facts.what}`,
  },
});
