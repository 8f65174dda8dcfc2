import { count as counted } from './typography.ts';

/** What a person reads of: batches of rows sent as they happen. */
const figure = (value: number) => value.toLocaleString('en');

export const eventsMessages = {
  tooManyRows: (rows: number, most: number) =>
    `The batch has ${counted(rows, 'row', 'rows')}; at most ${figure(most)} ${most === 1 ? 'is' : 'are'} taken. Send it in parts, each with a key of its own.`,
  otherRows: (key: string, at: string) =>
    `A batch with the Idempotency-Key ${key} and other rows came at ${at}. Nothing is stored: send these rows with a key of their own.`,
  queueFull: (waiting: number) =>
    `${counted(waiting, 'batch waits', 'batches wait')} already. Send it again, with the same key, after the time that Retry-After says.`,
  loading: (by: string, since: string) =>
    `A load of ${by}, begun at ${since}, is being written. Send the batch again, with the same key, after the time that Retry-After says.`,
  detecting: (by: string, since: string) =>
    `A run of ${by}, begun at ${since}, works on the graph. Send the batch again, with the same key, after the time that Retry-After says.`,
  before: 'A batch that came before it could not be stored yet. Send it again after that one.',
  row: {
    noRow:
      'is not a row; write it as {"file":"logins","row":{"account_id":"a1","ip":"192.0.2.1","started_at":"2024-05-01T08:00:00Z"}}',
    noFile: (known: readonly string[]) => `names no file; give one of ${known.join(', ')} as file`,
    unknownFile: (nearest: string | null, known: readonly string[]) =>
      nearest === null
        ? `is no file of the contract; give one of ${known.join(', ')}`
        : `is no file of the contract; did you mean ${nearest}?`,
    noCells: 'has no cells; give them as an object of columns and values under row',
    unknownKey: (key: string) =>
      `holds ${key}, which is neither file nor row; put columns into row`,
  },
} as const;
