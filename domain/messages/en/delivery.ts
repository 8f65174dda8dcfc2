import { count as counted } from './typography.ts';

const size = (bytes: number) =>
  bytes < 100_000
    ? `${Math.ceil(bytes / 1_000).toLocaleString('en')} kB`
    : `${(bytes / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;

/** What a person reads of: how reports are sent, and what hinders that. */
export const deliveryMessages = {
  recipient: {
    path: 'is no absolute path: write it from the root of the disk on, such as /srv/reports',
    url: 'is no address of a receiver: write it as https://host/path or http://host/path, without a name and password',
    twice: 'names a format twice',
  },
  settings: {
    smtp: 'is no mail server: write it as smtp://user:password@host:587 or smtps://host, with nothing behind but ?tls=never',
    smtpClear:
      'would send the password unencrypted: leave out ?tls=never, or leave out user and password',
    from: 'is no sender: write it as skein@example.com or Skein <skein@example.com>',
    fromMissing: 'is missing: SKEIN_SMTP_URL is set, so the address that mail comes from is needed',
    limit: (least: number) => `is no size: give a whole number of bytes, at least ${least}`,
    secret: (least: number) =>
      `is too short to sign with: give at least ${counted(least, 'character', 'characters')}`,
  },
  none: (id: string) => `There is no delivery ${id}.`,
  notRetried: {
    delivered: (id: string) => `${id} was delivered. Send the report anew instead.`,
    waiting: (id: string) => `${id} waits for its turn already.`,
  },
  report: {
    id: (id: string) =>
      `A report cannot be delivered under the id "${id}": use letters, digits, - _ and . alone, at most 120.`,
    fileName: (name: string) =>
      `A file of a report cannot be named "${name}": use a plain name without folders, each once.`,
    language: (language: string) =>
      `The report has no text in "${language}", which a recipient asks for.`,
    tooLarge: (bytes: number, most: number) =>
      `The report is too large to be delivered (${size(bytes)}, at most ${size(most)}). Choose fewer formats.`,
  },
  failed: {
    content: 'What was to be sent is not whole in the database any more.',
    noFolder: (path: string) =>
      `There is no folder ${path} on this machine. Make it, or mount it, and try again.`,
    notWritable: (path: string, reason: string) =>
      `${path} cannot be written (${reason}). Check the folder, its owner and the room on its disk.`,
    noMailServer:
      'No mail server is set. Set SKEIN_SMTP_URL and SKEIN_MAIL_FROM where Skein runs, and start it anew.',
    authority: (path: string, reason: string) =>
      `The certificates in ${path} (SKEIN_SMTP_CA) cannot be read: ${reason}`,
    mail: (host: string, reason: string) => `The mail server ${host} did not take it: ${reason}`,
    notTaken: (refused: readonly string[]) => `Not taken for ${refused.join('; ')}`,
    noSecret:
      'No secret to sign with is set. Set SKEIN_WEBHOOK_SECRET where Skein runs, and start it anew.',
    answered: (host: string, status: number) => `${host} answered ${status}.`,
    redirected: (host: string, status: number) =>
      `${host} answered ${status}, a redirection, which is not followed. Give the address that it leads to.`,
    noAnswer: (host: string, reason: string) => `${host} cannot be reached: ${reason}`,
    late: (host: string, seconds: number) => `${host} did not answer within ${seconds} s.`,
    broken: (times: number) =>
      `The program ended ${counted(times, 'time', 'times')} while it sent this. See its log, then try again by hand.`,
    defect: (reason: string) => `Skein made a mistake; its log says more (${reason}).`,
  },
  mail: {
    leftOut: (files: readonly { name: string; bytes: number }[]) =>
      `Too large to be attached: ${files.map(({ name, bytes }) => `${name} (${size(bytes)})`).join(', ')}.`,
    open: (link: string) => `Open in Skein: ${link}`,
    find: 'Open Skein to read it.',
  },
  trial: {
    subject: 'Skein: a trial delivery',
    summary: 'Somebody tried whether Skein can deliver here. It can; there is nothing else to do.',
  },
} as const;
