import { describe, expect, it } from 'vitest';
import { InvalidDataError } from '../../server/platform/problems.ts';
import { nextTimes, readTimes } from '../../server/platform/times.ts';

const times = (cron: string, zone: string, from: string, count = 3) =>
  nextTimes(cron, zone, new Date(from), count).map((time) => time.toISOString());

describe('a time of day', () => {
  it.each([
    ['Europe/Paris', '2026-03-28T12:00:00Z', '2026-03-29T01:00:00.000Z'],
    ['America/New_York', '2026-03-07T12:00:00Z', '2026-03-08T07:00:00.000Z'],
  ])('that a night in %s skips comes once, when the gap is over', (zone, from, at) => {
    const [first, second] = times('30 2 * * *', zone, from);
    expect(first).toBe(at);
    expect(second!.slice(8, 10)).not.toBe(at.slice(8, 10));
  });

  it.each([
    ['30 2 * * *', 'Europe/Paris', '2026-10-24T12:00:00Z', '2026-10-25T00:30:00.000Z'],
    ['30 1 * * *', 'America/New_York', '2026-10-31T12:00:00Z', '2026-11-01T05:30:00.000Z'],
  ])('%s that a night in %s has twice comes once, the first time', (cron, zone, from, at) => {
    const [first, second] = times(cron, zone, from);
    expect(first).toBe(at);
    expect(second!.slice(8, 10)).not.toBe(at.slice(8, 10));
  });

  it('of a list behaves as one alone', () => {
    expect(times('30 2,14 * * *', 'Europe/Paris', '2026-03-28T20:00:00Z')).toEqual([
      '2026-03-29T01:00:00.000Z',
      '2026-03-29T12:30:00.000Z',
      '2026-03-30T00:30:00.000Z',
    ]);
  });

  it('is the zone’s', () => {
    expect(times('0 7 * * *', 'Asia/Seoul', '2026-01-01T00:00:00Z', 1)).toEqual([
      '2026-01-01T22:00:00.000Z',
    ]);
  });
});

it('every half hour goes on evenly through a night that has an hour twice', () => {
  expect(times('*/30 * * * *', 'Europe/Paris', '2026-10-25T00:00:00Z', 4)).toEqual([
    '2026-10-25T00:30:00.000Z',
    '2026-10-25T01:00:00.000Z',
    '2026-10-25T01:30:00.000Z',
    '2026-10-25T02:00:00.000Z',
  ]);
});

it('the last time up to a moment counts the moment itself', () => {
  const { upTo } = readTimes('0 7 * * *', 'UTC');
  expect(upTo(new Date('2026-01-02T07:00:00.000Z'))).toEqual(new Date('2026-01-02T07:00:00.000Z'));
  expect(upTo(new Date('2026-01-02T06:59:59.999Z'))).toEqual(new Date('2026-01-01T07:00:00.000Z'));
});

it.each([
  ['x', 'UTC', 'cron', '"x" is not a cron expression'],
  ['0 7 * *', 'UTC', 'cron', 'is not a cron expression'],
  ['61 * * * *', 'UTC', 'cron', 'minute: 61'],
  ['0 7 31 2 *', 'UTC', 'cron', 'names no time that will come'],
  ['2030-01-01T00:00:00', 'UTC', 'cron', 'it holds a colon'],
  ['0 7 * * *', 'Mars/Olympus', 'timezone', 'Mars/Olympus is not a time zone'],
  ['0 7 * * *', '+01:00', 'timezone', '+01:00 is not a time zone'],
])('refuses %s in %s in one line, at %s', (cron, zone, where, text) => {
  const refusal = () => nextTimes(cron, zone, new Date(), 1);
  expect(refusal).toThrow(InvalidDataError);
  try {
    refusal();
  } catch (error) {
    const { message, details } = error as InvalidDataError;
    expect(message).toContain(text);
    expect(message).not.toContain('\n');
    expect(details).toEqual([{ where, problem: message }]);
  }
});
