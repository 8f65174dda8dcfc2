import { isIp } from '../../../domain/input/ip.ts';
import { countries } from '../../../domain/schema/countries.ts';
import { currencies } from '../../../domain/schema/currencies.ts';

/** What values show by themselves that they are. */
export const contentKinds = [
  'ip',
  'email',
  'currency',
  'user_agent',
  'url',
  'time',
  'timezone',
  'phone',
  'country',
] as const;
export type ContentKind = (typeof contentKinds)[number];

const tests: Readonly<Record<ContentKind, (value: string) => boolean>> = {
  ip: isIp,
  email: (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value),
  currency: (value) => value.length === 3 && currencies.has(value.toUpperCase()),
  user_agent: (value) => /^(mozilla|opera|curl|okhttp|dalvik)\/\d/i.test(value),
  url: (value) => /^(https?:\/\/|www\.)\S+$/i.test(value),
  time: (value) =>
    /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(value) ||
    /^\d{1,2}[./-]\d{1,2}[./-]\d{4}[ T,]+\d{1,2}[:h]\d\d/.test(value),
  timezone: (value) =>
    /^(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/\w/.test(value),
  phone: (value) => /^\+\d[\d\s().-]{6,18}\d$/.test(value),
  country: (value) => value.length === 2 && countries.has(value.toUpperCase()),
};

const enough = 0.9;
/** Values looked at, and the length of the longest that can be one of these; what is longer shows nothing. */
const most = { values: 100, length: 512 };

/** Null when they show nothing, or are none. */
export function contentOf(values: readonly string[]): ContentKind | null {
  const some = values.slice(0, most.values);
  if (some.length === 0) return null;
  const short = some.filter(({ length }) => length <= most.length);
  const shows = (kind: ContentKind) => short.filter(tests[kind]).length / some.length >= enough;
  return contentKinds.find(shows) ?? null;
}
