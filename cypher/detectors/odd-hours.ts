import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { fitHours, offsetWords } from '../../domain/working-hours.ts';
import { count, french } from '../../languages/fr/typography.ts';

/** Weaker ones are early risers and owls. */
const leastWorthTelling = 0.06;

const counted = z.object({
  account: z.string(),
  role: z.string(),
  claimed_zone: z.string(),
  sessions: z.int(),
  /** Different days with a session. */
  days: z.int(),
  /** Hours at work by hour of the UTC day. */
  months: z.array(z.object({ month: z.string(), hours: z.array(z.int()) })),
});

export default defineDetector({
  version: 2,
  indicators: ['H3', 'E5'],
  family: 'hours',
  binds: false,
  role: 'operator',
  needs: [],
  parameters: {
    least_sessions: {
      default: 20,
      min: 5,
      why: 'fewer sessions show no habit',
      unit: 'sessions',
    },
    least_days: {
      default: 12,
      min: 3,
      why: 'fewer days may be one busy week',
      unit: 'days',
    },
    days_of_habit: {
      default: 30,
      min: 1,
      why: 'a month of days at work is a habit, no exception',
      unit: 'days',
    },
    hours_apart_for_half: {
      default: 6,
      min: 1,
      max: 12,
      why: 'an owl lives two to four hours late; six is another part of the world, or work for a client there',
      unit: 'hours',
    },
    most_sessions: {
      default: 8,
      cites: true,
      min: 1,
      why: 'a few at the busiest hours stand for all; each account with a zone is looked at',
      unit: 'sessions',
    },
  },
  facts: counted.transform(({ months, ...facts }) => {
    const hours = Array.from({ length: 24 }, (_, hour) =>
      months.reduce((sum, month) => sum + (month.hours[hour] ?? 0), 0),
    );
    return {
      ...facts,
      months: months.length,
      hours_of_utc_day: hours,
      fit: fitHours(facts.claimed_zone, months),
    };
  }),
  strength: (facts, settings) => {
    if (!facts.fit) return 0;
    const { apart, misfit, rhythm } = facts.fit;
    const far = Math.max(0, apart - 2);
    const half = settings.hours_apart_for_half - 2;
    const away = far ** 2 / (far ** 2 + half ** 2);
    const habit = 1 - Math.exp(-facts.days / settings.days_of_habit);
    // Without a night no clock fits; a claim that explains the hours nearly as well is not contradicted.
    const night = Math.min(1, Math.max(0, (rhythm - 0.4) / 0.4));
    const contradicted = 1 - Math.exp(-misfit / 0.5);
    const expected = facts.role === 'agency' ? 0.3 : 1;
    const strength = 0.9 * away * habit * night * contradicted * expected;
    return strength < leastWorthTelling ? 0 : strength;
  },
  words: {
    en: {
      title: 'Hours of another zone',
      bond: 'hours of another zone',
      looksFor:
        'Accounts whose hours at work do not fit the time zone they claim, month after month. It says which offset from UTC they fit; several countries share each, and none is meant.',
      blindTo:
        'Those who keep the hours of the claimed zone on purpose; accounts that claim no zone or are seldom used.',
      benign: [
        'works at night for clients on the other side of the world',
        'moved, and never changed the profile',
        'a night owl, a second job by day, a small child',
      ],
      headline: (facts) =>
        `${facts.account} claims ${facts.claimed_zone} and works at hours that fit ` +
        (facts.fit
          ? `${offsetWords(facts.fit.fitting_offsets)}, ${Math.round(facts.fit.apart)} hours away, on ${facts.days} days`
          : 'no known zone'),
    },
    fr: {
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
    },
  },
});
