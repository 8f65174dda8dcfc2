import { count, within } from './typography.ts';

/** How much of it one person may ask in an hour. */
const most = {
  queries: (n: number) => count(n, 'query', 'queries'),
  uploadFiles: (n: number) => count(n, 'uploaded file', 'uploaded files'),
  uploadBytes: (n: number) => `${(n / 2 ** 30).toLocaleString('en')} GiB of uploads`,
  exports: (n: number) => count(n, 'export', 'exports'),
};

/** Bytes as a limit is said: whole MB, or kB below one. */
function limit(n: number): string {
  const [size, unit] = n < 1_000_000 ? [n / 1_000, 'kB'] : [n / 1_000_000, 'MB'];
  return `${Math.floor(size).toLocaleString('en')} ${unit}`;
}

/** What a person reads who asks more than their share. */
export const quotaMessages = {
  setting: 'is no quota for an hour: give a whole number such as 200, or 0 for none',
  reached: (what: keyof typeof most, n: number, seconds: number) =>
    `You have had your ${most[what](n)} of this hour, as many as one person may on this server; there is room again in ${count(within(seconds / 60), 'minute', 'minutes')}. If your work needs more, whoever runs Skein can raise it (docs/SETTINGS.md).`,
  youWait: (n: number, seconds: number) =>
    `${count(n, 'request of yours waits', 'requests of yours wait')} already, as many as one person's may: ask again in ${seconds} s.`,
  bodyLimit: limit,
  crowded: (n: number) =>
    `What was sent holds more than ${count(n, 'value', 'values')}, or lists within lists without end, which is more than is taken for so few bytes. Send less at once.`,
} as const;
