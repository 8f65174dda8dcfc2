import { count } from './typography.ts';

/** The page of how it stands with Skein itself. */
export const conditionPageMessages = {
  title: 'State of Skein',
  about: 'Whether Skein itself is well, looked at anew every ten seconds.',
  names: {
    database: 'Database',
    disk: 'Disk',
    home: 'Folder',
    clock: 'Clocks',
    audit: 'Audit log',
    backup: 'Backup',
    waiting: 'Requests',
    schedules: 'Schedules',
    deliveries: 'Deliveries',
    detection: 'Detection',
    retention: 'Retention',
  },
  states: { well: 'Well', look: 'Look to it', bad: 'Does not work' },
  whole: {
    well: 'All is well.',
    look: 'Something needs somebody to look to it.',
    bad: 'Something does not work.',
  },
  line: (whole: string) => `State of Skein: ${whole}`,
  ahead: (before: number) =>
    before === 0
      ? 'Waiting for its turn: it is the next.'
      : `Waiting for its turn: ${count(before, 'other', 'others')} first.`,
  version: (version: string) => `Skein ${version}`,
} as const;
