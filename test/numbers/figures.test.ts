import { describe, expect, it } from 'vitest';
import { openedWithin, type Numbers } from '../../domain/numbers.ts';
import { numbersCsv } from '../../server/decisions/numbers/numbers-csv.ts';
import { bucketsOf, momentsOf, periodOf } from '../../server/decisions/numbers/period.ts';
import { quantile } from '../../server/decisions/numbers/time.ts';
import { wilson } from '../../server/decisions/numbers/wilson.ts';
import { UsageError } from '../../server/platform/problems.ts';

describe('a share', () => {
  // As Newcombe (1998, table I) prints them for method 3.
  it.each([
    [81, 263, 0.308, 0.2553, 0.3662],
    [15, 148, 0.1014, 0.0624, 0.1605],
    [0, 20, 0, 0, 0.1611],
    [1, 29, 0.0345, 0.0061, 0.1718],
  ])('%i of %i has the interval of Wilson', (part, of, precision, low, high) => {
    const got = wilson(part, of);
    expect([got.precision, got.low, got.high].map((one) => one?.toFixed(4))).toEqual(
      [precision, low, high].map((one) => one.toFixed(4)),
    );
  });

  it('of none is none', () => {
    expect(wilson(0, 0)).toEqual({ precision: null, low: null, high: null });
  });
});

describe('a quantile', () => {
  it('lies between the two nearest', () => {
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
    expect(quantile([1, 2, 3, 4], 0.9)).toBe(3.7);
    expect(quantile([7], 0.9)).toBe(7);
    expect(quantile([], 0.5)).toBeNull();
  });
});

describe('a period', () => {
  const now = '2026-03-31T23:59:59.999Z';
  it('is the last 90 days, today among them, and ends where the next day begins', () => {
    const period = periodOf({}, now);
    expect(period).toEqual({ from: '2026-01-01', to: '2026-03-31' });
    expect(momentsOf(period)).toEqual({
      start: '2026-01-01T00:00:00.000Z',
      end: '2026-04-01T00:00:00.000Z',
    });
  });

  it('is parted by months and by weeks from Monday, cut at its ends', () => {
    expect(bucketsOf({ from: '2024-02-27', to: '2024-03-05' }, 'month')).toEqual([
      { from: '2024-02-27', to: '2024-02-29' },
      { from: '2024-03-01', to: '2024-03-05' },
    ]);
    expect(bucketsOf({ from: '2024-02-27', to: '2024-03-05' }, 'week')).toEqual([
      { from: '2024-02-27', to: '2024-03-03' },
      { from: '2024-03-04', to: '2024-03-05' },
    ]);
  });

  it('that ends before it begins is refused, and one beyond ten years', () => {
    expect(() => periodOf({ from: '2026-03-02', to: '2026-03-01' }, now)).toThrow(UsageError);
    expect(() => periodOf({ from: '1026-03-02' }, now)).toThrow(UsageError);
  });
});

it('finds the days of a step of age', () => {
  expect(openedWithin('days_4_7', '2026-03-08')).toEqual({
    opened_from: '2026-03-01',
    opened_to: '2026-03-04',
  });
  expect(openedWithin('older', '2026-03-31')).toEqual({ opened_to: '2026-02-28' });
});

it('writes a table in which a spreadsheet runs nothing', () => {
  const numbers = {
    period: { from: '2026-03-01', to: '2026-03-31' },
    precision: [
      {
        ...{ detector: '=1+1', version: 2, precision: 0.5, low: 0.0945, high: 0.9055 },
        own: { confirmed: 1, dismissed: 1, other: 0, reopened: 1, reasons: { family: 1 } },
        cluster: { confirmed: 3, dismissed: 0, other: 0 },
        undecided: 4,
      },
    ],
  } as Partial<Numbers> as Numbers;
  expect(numbersCsv(numbers, 'precision').split('\r\n')).toEqual([
    'from,to,detector,version,confirmed,dismissed,other,reopened,precision,low,high,cluster_confirmed,cluster_dismissed,cluster_other,undecided,dismissed_office_nat,dismissed_family,dismissed_agency,dismissed_coworking,dismissed_vpn_or_proxy,dismissed_shared_device,dismissed_second_account,dismissed_friends,dismissed_course,dismissed_bookkeeper,dismissed_regulars,dismissed_chance,dismissed_known_customer,dismissed_data_error,dismissed_other',
    "2026-03-01,2026-03-31,'=1+1,2,1,1,0,1,0.5,0.0945,0.9055,3,0,0,4,0,1,0,0,0,0,0,0,0,0,0,0,0,0,0",
    '',
  ]);
});
