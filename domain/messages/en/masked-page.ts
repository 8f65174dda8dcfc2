import { count } from './typography.ts';

/** What the page says to whoever sees personal data masked, or shown for a while. */
export const maskedPageMessages = {
  masked: 'Personal data is masked.',
  show: 'Show with a reason',
  /** `until`: a time of day. */
  shown: (until: string, why: string) => `Personal data is shown until ${until}: ${why}`,
  mask: 'Mask again',
  title: 'Show personal data',
  about:
    'Names, addresses and all else that tells of somebody is shown in this session for an hour. The custody log keeps that you did, and why.',
  why: 'Why do you need to see it?',
  whyHint: (least: number) =>
    `In ${count(least, 'character', 'characters')} or more, so that others understand it.`,
  confirm: 'Show for an hour',
  cancel: 'Leave masked',
  account: {
    title: 'Personal data',
    always: 'You see personal data as it is.',
    masked: 'It is masked for you, and can be shown with a reason.',
  },
} as const;
