import type detector from '../../../cypher/detectors/odd-hours.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { offsetWords } from '../../../domain/working-hours.ts';
import { count, french } from '../typography.ts';

export default {
  title: 'Les heures d’un autre fuseau',
  bond: 'les heures d’un autre fuseau',
  looksFor: french`Des comptes dont les heures de travail ne vont pas avec le fuseau horaire déclaré, mois après mois. Il dit avec quel décalage d’UTC elles vont ; plusieurs pays partagent chacun, et aucun n’est visé.`,
  blindTo: french`Ceux qui gardent exprès les heures du fuseau déclaré ; les comptes qui ne déclarent pas de fuseau ou servent rarement.`,
  benign: [
    'travaille la nuit pour des clients de l’autre bout du monde',
    'a déménagé sans changer le profil',
    'un oiseau de nuit, un second emploi le jour, un petit enfant',
  ],
  headline: (facts) =>
    `${facts.account} déclare ${facts.claimed_zone} et travaille à des heures qui ` +
    (facts.fit
      ? `vont avec ${offsetWords(facts.fit.fitting_offsets).replace(' to ', ' à ').replace('any offset', 'tout décalage')}, à ${count(Math.round(facts.fit.apart), 'heure', 'heures')} de là, sur ${count(facts.days, 'jour', 'jours')}`
      : 'ne vont avec aucun fuseau connu'),
  parameters: {
    least_sessions: {
      name: 'sessions au moins',
      why: 'moins de sessions ne montrent pas d’habitude',
      unit: 'sessions',
    },
    least_days: {
      name: 'jours au moins',
      why: 'moins de jours peuvent être une semaine chargée',
      unit: 'jours',
    },
    days_of_habit: {
      name: 'jours d’habitude',
      why: 'un mois de jours de travail est une habitude, pas une exception',
      unit: 'jours',
    },
    hours_apart_for_half: {
      name: 'écart pour la moitié',
      why: french`un oiseau de nuit vit deux à quatre heures plus tard ; six, c’est une autre partie du monde, ou du travail pour un client là-bas`,
      unit: 'heures',
    },
    most_sessions: {
      name: 'sessions au plus',
      why: french`quelques-unes aux heures les plus chargées valent pour toutes ; chaque compte avec un fuseau est examiné`,
      unit: 'sessions',
    },
  },
  facts: {
    account: 'compte',
    role: 'rôle',
    claimed_zone: 'fuseau déclaré',
    sessions: 'sessions',
    days: 'jours',
    months: 'mois',
    hours_of_utc_day: 'heures du jour UTC',
    fit: 'concordance',
  },
} satisfies DetectorIn<typeof detector>;
