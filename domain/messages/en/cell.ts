import { count as counted } from './typography.ts';

const count = (value: number) => value.toLocaleString('en');

/** What a person reads of: cell. Each says what is wrong with a value, and what would be right. */
export const cellMessages = {
  tooLong: (length: number, most: number) =>
    `is ${counted(length, 'character', 'characters')} long; at most ${count(most)} ${most === 1 ? 'is' : 'are'} kept`,
  notTime: 'is not a time; write it as 2024-05-31T14:00:00Z',
  noZone: 'has no time zone; end it with Z or an offset such as +09:00',
  noSuchTime: 'is not a time that exists',
  timeOutside: 'lies outside the years 0 to 9999',
  notDate: 'is not a date; write it as 2024-05-31 (or 2024-05, 2024)',
  notCountry: 'is not an ISO 3166-1 alpha-2 country code such as KR',
  notCurrency: 'is not an ISO 4217 currency code such as USD',
  notDecimal: 'is not a number; write it with a point, without thousands marks, as 1250.50',
  notInteger: 'is not a whole number',
  notOneOf: (values: readonly string[]) => `is not one of ${values.join(', ')}`,
  listTooLong: (items: number, most: number) =>
    `has ${counted(items, 'item', 'items')}; at most ${count(most)} ${most === 1 ? 'is' : 'are'} kept`,
  itemTooLong: (most: number) => `has an item of over ${counted(most, 'character', 'characters')}`,
  notIp: 'is not an IPv4 or IPv6 address',
  notHex: 'is not hexadecimal',
} as const;
