import { planSchema, type Plan, type Schedule } from '../../../../domain/input/schedule.ts';

/** What a schedule says by itself, to be sent back with a change. */
export function planOf(schedule: Schedule): Plan {
  return planSchema.parse(schedule);
}

/** As a schedule begins: the report at seven in the morning, where the person is. */
export function newPlan(): Plan {
  return {
    name: '',
    cron: presets.daily,
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    inbox: null,
    detectors: null,
    parameters: {},
    recipients: [],
    time_limit_minutes: 120,
    retries: 3,
    enabled: true,
  };
}

export const presets = {
  daily: '0 7 * * *',
  weekdays: '0 7 * * 1-5',
  hourly: '0 * * * *',
  weekly: '0 7 * * 1',
} as const;
export type Preset = keyof typeof presets;

/** Which of the presets an expression is; `own` where it is none. */
export function presetOf(cron: string): Preset | 'own' {
  const known = Object.keys(presets) as Preset[];
  return known.find((name) => presets[name] === cron.trim()) ?? 'own';
}
