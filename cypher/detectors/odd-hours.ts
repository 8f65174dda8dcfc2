import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { fitHours, offsetWords } from '../../domain/working-hours.ts';

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
  priorWeight: {
    account: 0.3,
    why: 'hours of another zone say little: many work for clients far away',
  },
  role: 'operator',
  needs: [],
  grain: { between: ['LOGGED_IN_FROM'] },
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
  explainedBy: () => ({ business: 0.5, studio: 0.3, place: 0.4, course: 0.3 }),
  messages: {
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
});
