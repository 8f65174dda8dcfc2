import { count } from './typography.ts';

/** What a person reads of: what programs and services of the house know of a node. */
export const enrichmentMessages = {
  title: 'From elsewhere',
  hint: 'Asks a program or service that the operator has named. It is told type, id and name; the custody log has who asked.',
  ask: (enricher: string) => `Ask ${enricher}`,
  from: (enricher: string, who: string, when: string) =>
    `from elsewhere: ${enricher}, asked by ${who}, ${when}`,
  nothing: 'It knows nothing of this.',
  put: 'Put on the board',
  putLabel: (what: string) => `Put ${what} on the board`,
  source: (source: string, date: string | null) => (date === null ? source : `${source}, ${date}`),

  noSuch: (id: string) => `There is no enricher ${id}. GET /enrichers lists them.`,
  noType: (title: string, type: string) => `${title} does not answer for nodes of type ${type}.`,
  unreadable: (file: string, why: string) => `${file} cannot be read: ${why}.`,
  faults: (file: string, faults: readonly string[]) =>
    `${file} does not declare enrichers: ${faults.join('; ')}.`,
  oneOf: 'each has either a command or a url',
  absolute:
    'a command begins with an absolute path, or with skein: and the name of a program that ships',
  twice: 'two have the same id',
  notStarted: (title: string, why: string) => `${title} could not be started (${why}).`,
  ended: (title: string, code: string) => `${title} ended with ${code} and no answer.`,
  slow: (title: string, seconds: number) =>
    `${title} did not answer within ${count(seconds, 'second', 'seconds')}.`,
  large: (title: string, bytes: number) =>
    `The answer of ${title} is longer than ${count(bytes, 'byte', 'bytes')}; it was not read.`,
  notJson: (title: string) => `The answer of ${title} is not JSON.`,
  notAnswer: (title: string, where: string, problem: string) =>
    `The answer of ${title} has not the form of docs/ENRICHMENT.md: ${where === '' ? 'as a whole' : where}: ${problem}`,
  badName: (title: string, name: string) =>
    `The answer of ${title} names a property ${name}, which no answer may have.`,
  notReached: (title: string, why: string) => `${title} could not be reached (${why}).`,
  status: (title: string, status: number) => `${title} answered with status ${status}.`,
  host: (host: string, file: string) =>
    `The operator does not allow ${host} to be asked about nodes. To allow it, name the host, and the address or block that it leads to within, under enrichment.hosts in ${file}.`,
} as const;
