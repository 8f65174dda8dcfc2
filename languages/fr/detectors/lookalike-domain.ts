import type detector from '../../../cypher/detectors/lookalike-domain.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { partiesCounted } from '../counts.ts';
import { count, french } from '../typography.ts';

export default {
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
} satisfies DetectorIn<typeof detector>;
