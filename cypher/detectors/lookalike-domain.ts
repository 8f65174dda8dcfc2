import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count as countInEnglish } from '../../domain/words/en/typography.ts';
import { partiesCounted } from '../../languages/fr/counts.ts';
import { count, french } from '../../languages/fr/typography.ts';

export default defineDetector({
  version: 1,
  indicators: ['C7'],
  family: 'contacts',
  binds: true,
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
  words: {
    en: {
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
          : `${countInEnglish(facts.accounts, 'account gives', 'accounts give')} one employee of one employer: ${facts.what}`,
    },
    fr: {
      title: 'Un employeur emprunté',
      bond: 'un domaine imité d’une société, ou le nom d’un même employé',
      looksFor:
        'Des domaines d’e-mail et de site à une frappe de ceux d’une vraie société, et des comptes qui donnent le même employé du même employeur.',
      blindTo: french`Les employeurs dont aucune ligne ne donne le domaine ; les imitations qui diffèrent de plus d’une frappe ou par la seule terminaison.`,
      benign: [
        'deux vraies sociétés aux noms distants d’une lettre',
        'deux employés d’une grande société au nom courant',
        'une personne avec un compte sur chacune de deux plateformes',
        'une adresse mal tapée une fois',
      ],
      headline: (facts) =>
        facts.sort === 'domain'
          ? french`${count(facts.accounts, 'compte utilise', 'comptes utilisent')} un domaine imité d’un autre : ${facts.what}`
          : french`${count(facts.accounts, 'compte donne', 'comptes donnent')} un même employé d’un même employeur : ${facts.what}`,
      parameters: {
        most_accounts: {
          name: 'comptes au plus',
          why: 'un nom qu’autant de comptes donnent chez un employeur est un nom courant dans une grande société',
          unit: 'comptes',
        },
        alone: {
          name: 'un seul',
          why: french`un seul compte sur un domaine semblable peut être une petite société au nom malheureux ; plusieurs sont dans les mêmes mains`,
        },
      },
      facts: {
        sort: 'sorte',
        what: 'quoi',
        likeness: 'ressemblance',
        accounts: 'comptes',
        unrelated: partiesCounted,
        birth_dates: 'dates de naissance',
        emails: 'e-mails',
        platforms: 'plateformes',
        countries: 'pays',
        names_employer: 'nomme l’employeur',
      },
    },
  },
});
