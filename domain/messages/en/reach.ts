const named = (allowed: readonly string[]) =>
  allowed.length === 0 ? 'nothing is allowed yet' : `allowed: ${allowed.join(', ')}`;

/** What a person reads of: where reports may go and data may come from, as the operator allows it. */
export const reachMessages = {
  reportFolder: (path: string, allowed: readonly string[], file: string) =>
    `The operator does not allow reports in ${path} (${named(allowed)}). To allow it, name the folder under reports.folders in ${file}.`,
  webhookHost: (host: string, allowed: readonly string[], file: string) =>
    `The operator does not allow webhooks to ${host} (${named(allowed)}). To allow it, name the host under reports.hosts in ${file}.`,
  mailDomain: (domain: string, allowed: readonly string[], file: string) =>
    `The operator does not allow mail to ${domain} (${named(allowed)}). To allow it, name the domain under reports.mail_domains in ${file}.`,
  inbox: (path: string, allowed: readonly string[], file: string) =>
    `The operator does not allow the inbox ${path} (${named(allowed)}). To allow it, name the folder under inboxes.folders in ${file}.`,
  feedFolder: (path: string, allowed: readonly string[], file: string) =>
    `The operator does not allow feeds from ${path} (${named(allowed)}). To allow it, name the folder under feeds.folders in ${file}.`,
  feedHost: (host: string, allowed: readonly string[], file: string) =>
    `The operator does not allow feeds from ${host} (${named(allowed)}). To allow it, name the host under feeds.hosts in ${file}.`,
  leadsWithin: (host: string, list: 'reports.hosts' | 'feeds.hosts') =>
    `${host} leads to an address of this machine or of a private network, which the operator must allow by itself: the address, or a block such as 10.0.0.0/8, under ${list}.`,
  linkedAway: (path: string) =>
    `${path} leads out of the folder that the operator allows. Take the link away, or have the folder allowed that it leads to.`,
  unusualFile: (path: string) => `${path} is no ordinary file, and is not read.`,
  file: {
    unreadable: (file: string, why: string) => `${file} cannot be read: ${why}.`,
    notJson: (file: string, why: string) => `${file} is not JSON: ${why}.`,
    faults: (file: string, details: readonly { where: string; problem: string }[]) =>
      [
        `${file} does not say what is allowed:`,
        ...details.map(({ where, problem }) => `  ${where === '' ? '' : `${where}: `}${problem}`),
      ].join('\n'),
    folder: 'is no absolute folder',
    system: 'is a folder of the system, which cannot be allowed',
    host: 'is no host: write it as host or host:port, or as an address or block such as 10.0.0.0/8',
    domain: 'is no domain of mail: write it as team.example',
  },
} as const;
