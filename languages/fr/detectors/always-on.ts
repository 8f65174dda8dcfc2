import type detector from '../../../cypher/detectors/always-on.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { count, figure, french } from '../typography.ts';

export default {
  title: 'Jamais endormi',
  bond: 'un travail en équipes',
  looksFor: french`Des comptes connectés un jour ou plus sans nuit, encore et encore, ou au travail vingt-quatre heures sur vingt-quatre pendant des mois. Une personne dort ; un compte tenu par équipes ne dort pas.`,
  blindTo: french`Les équipes qui laissent la pause habituelle de la nuit ; les sessions dont la plateforme n’enregistre pas la fin.`,
  shows: {
    P3: 'il est resté connecté un jour ou plus sans nuit',
    C5: 'les machines ou les adresses y changent',
  },
  benign: [
    'une fenêtre restée ouverte la nuit',
    'une astreinte de fin de semaine',
    'un compte d’agence que plusieurs employés utilisent ouvertement',
    'un nouveau-né, ou un voyage à travers les fuseaux horaires',
  ],
  headline: (facts) =>
    `${facts.account} a été ` +
    [
      facts.chains > 0
        ? `connecté un jour ou plus sans nuit ${figure(facts.chains)} fois, la plus longue d’au moins ${count(Math.floor(facts.longest_hours), 'heure', 'heures')}`
        : null,
      facts.restless_months > 0
        ? `au travail jour et nuit dans ${figure(facts.restless_months)} de ${count(facts.months, 'période', 'périodes')} de trente jours`
        : null,
    ]
      .filter((part) => part !== null)
      .join(' et '),
  parameters: {
    day_hours: {
      name: 'durée d’un jour',
      why: 'l’alerte parle d’un jour ou plus d’affilée',
      unit: 'heures',
    },
    night_hours: {
      name: 'durée d’une nuit',
      why: french`qui dort dort plus longtemps ; une pause plus courte n’est pas une nuit`,
      unit: 'heures',
    },
    month_days: {
      name: 'jours du mois',
      why: 'moins de jours sur trente peuvent manquer les nuits par hasard',
      unit: 'jours',
    },
    month_hours: {
      name: 'heures du mois',
      why: 'moins d’heures de travail laissent l’horloge pleine de trous, et ne disent rien des nuits',
      unit: 'heures',
    },
    most_sessions: {
      name: 'sessions au plus',
      why: 'davantage de sessions n’apprennent rien à un enquêteur',
      unit: 'sessions',
    },
  },
  facts: {
    account: 'compte',
    role: 'rôle',
    chains: 'suites sans nuit',
    longest_hours: 'heures de la plus longue',
    days_on: 'jours connectés',
    days_at_work: 'jours au travail',
    strain: 'effort',
    sessions_in_chains: 'sessions des suites',
    devices: 'appareils',
    addresses: 'adresses',
    months: 'mois',
    months_without_night: 'mois sans nuit',
    restless_months: 'mois sans repos',
    usual_share: 'part habituelle',
  },
} satisfies DetectorIn<typeof detector>;
