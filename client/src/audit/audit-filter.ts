/** What the log is narrowed by, as the address of the page says it and as the API is asked. */
import type { Query } from '../../../domain/api/api.ts';
import { acts } from '../../../domain/custody-acts.ts';

export const filterNames = ['act', 'by', 'since', 'until', 'text', 'thing'] as const;

/** Days are days as a person chooses them: both are meant. */
export type Filter = Partial<Record<(typeof filterNames)[number], string>>;

export function filterOfAddress(search: string): Filter {
  const given = new URLSearchParams(search);
  return tidy(Object.fromEntries(filterNames.map((name) => [name, given.get(name) ?? ''])));
}

export function addressOfFilter(filter: Filter): string {
  const text = new URLSearchParams(tidy(filter)).toString();
  return `/audit${text === '' ? '' : `?${text}`}`;
}

/** Without what says nothing. */
function tidy(filter: Filter): Record<string, string> {
  const said = Object.entries(filter).map(([name, value]) => [name, value.trim()] as const);
  return Object.fromEntries(said.filter(([, value]) => value !== ''));
}

export function askedBy(filter: Filter): Omit<Query<'auditEntries'>, 'cursor' | 'limit'> {
  const { act, since, until, ...rest } = tidy(filter);
  const known = acts.find((one) => one === act);
  return {
    ...rest,
    ...(known ? { act: known } : {}),
    ...(since === undefined ? {} : { since: `${since}T00:00:00.000Z` }),
    ...(until === undefined ? {} : { until: dayAfter(until) }),
  };
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00.000Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString();
}
