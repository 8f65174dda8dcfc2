import { describe, expect, it } from 'vitest';
import { cellKey } from '../../client/src/views/cell-key.ts';
import { backPath, flowLayout, withoutCycles } from '../../client/src/views/flow/flow-layout.ts';
import {
  claimedCountries,
  jumpsOf,
  kmBetween,
  seenPlaces,
} from '../../client/src/views/map/map-places.ts';
import { payoutMatrix } from '../../client/src/views/payouts/payout-order.ts';
import {
  densest,
  hoursBetween,
  ratingMatrix,
  scoreShare,
} from '../../client/src/views/ratings/rating-order.ts';
import { nodeColumns } from '../../client/src/views/table/table-columns.ts';
import { filtered } from '../../client/src/views/table/table-filter.ts';
import { asCsv, asTabs } from '../../client/src/views/table/table-text.ts';
import { moved } from '../../client/src/views/use-grid.ts';
import type { GraphRelation } from '../../domain/answers.ts';
import type { Flow, NodeValues, Place } from '../../domain/views.ts';
import { accountNode, nodeOf, relationBetween } from '../canvas/graphs.ts';

const pays = (account: string, payment: string) =>
  relationBetween(accountNode(account), nodeOf('payment_account', payment));

describe('the matrix of payouts', () => {
  it('puts those who share one together, in blocks along the diagonal', () => {
    const { rows, columns, sharedBy } = payoutMatrix(
      [
        pays('d', 'own'),
        pays('a', 'p'),
        pays('c', 'q'),
        pays('b', 'p'),
        pays('b', 'q'),
        pays('e', 'p'),
      ],
      false,
    );
    expect(columns).toEqual(['p', 'q', 'own']);
    expect(rows).toEqual(['b', 'a', 'e', 'c', 'd']);
    expect(sharedBy.get('p')).toBe(3);
  });

  it('shows shared ones alone, and several uses in one cell', () => {
    const twice = payoutMatrix(
      [pays('a', 'p'), pays('a', 'p'), pays('b', 'p'), pays('b', 'own')],
      true,
    );
    expect(twice.columns).toEqual(['p']);
    expect(twice.cells.get(cellKey('a', 'p'))!.uses).toHaveLength(2);
  });
});

describe('the matrix of ratings', () => {
  const rates = (from: string, to: string, at: string, score = 5): GraphRelation => ({
    ...relationBetween(accountNode(from), accountNode(to)),
    at,
    values: { score },
  });

  it('keeps those who rate each other together and counts pairs', () => {
    const matrix = ratingMatrix(
      [rates('a', 'b', '2'), rates('b', 'a', '3'), rates('a', 'b', '1'), rates('x', 'y', '1')],
      ['z'],
    );
    expect(matrix.accounts).toEqual(['a', 'b', 'x', 'y', 'z']);
    expect(matrix.mutual).toBe(1);
    expect(matrix.cells.get(cellKey('a', 'b'))!.map(({ at }) => at)).toEqual(['1', '2']);
  });

  it('reads scores on their own scale, and times apart', () => {
    expect(scoreShare({ ...rates('a', 'b', ''), values: { score: 3 } })).toBe(0.5);
    expect(
      scoreShare({ ...rates('a', 'b', ''), values: { score: 10, scale_min: 0, scale_max: 10 } }),
    ).toBe(1);
    expect(scoreShare({ ...rates('a', 'b', ''), values: {} })).toBeNull();
    expect(hoursBetween('2024-01-01T00:00:00Z', '2024-01-01T06:00:00Z')).toBe(6);
    expect(hoursBetween('2024-01-02T00:00:00Z', '2024-01-01T06:00:00Z')).toBeNull();
    const hour = 3_600_000;
    expect(densest([0, 10 * hour, 11 * hour, 12 * hour, 90 * hour], 2)).toEqual({
      count: 3,
      from: 10 * hour,
    });
  });
});

describe('the flow of money', () => {
  const flow = (from: string, to: string, amount: number, currency = 'USD'): Flow => ({
    from,
    to,
    amount,
    currency,
    count: 1,
    unsettled: 0,
    first: null,
    last: null,
  });

  it('breaks a cycle where it leads back, and keeps the rest', () => {
    const flows = [flow('p', 'q', 9), flow('q', 'r', 8), flow('r', 'p', 1)];
    const { onward, back } = withoutCycles(flows, ['payment_account:p']);
    expect(onward.map(({ to }) => to)).toEqual(['q', 'r']);
    expect(back.map(({ to }) => to)).toEqual(['p']);
  });

  it('lays one currency out from accounts to where it ends, wider for more, and never leaves the picture', () => {
    const flows = [
      flow('p', 'q', 90),
      flow('p', 'r', 10),
      flow('q', 'p', 5),
      flow('p', 'z', 7, 'EUR'),
    ];
    const size = { width: 600, height: 300 };
    const layout = flowLayout({ uses: [pays('a', 'p')], flows }, 'USD', size);
    expect(layout.boxes.map(({ ref }) => ref).sort()).toEqual([
      'account:a',
      'payment_account:p',
      'payment_account:q',
      'payment_account:r',
    ]);
    const width = (to: string) => layout.bands.find(({ flow: one }) => one?.to === to)!.width;
    expect(width('q') / width('r')).toBeCloseTo(9, 1);
    expect(layout.back).toHaveLength(1);
    expect(backPath(layout.back[0]!, size.height)).toMatch(/^M[\d.]+,[\d.]+C/);
    expect(
      layout.boxes
        .filter(({ final }) => final)
        .map(({ ref }) => ref)
        .sort(),
    ).toEqual(['payment_account:q', 'payment_account:r']);
    for (const { x0, x1, y0, y1 } of layout.boxes)
      expect(x0 >= 0 && x1 <= 600 && y0 >= 0 && y1 <= 300).toBe(true);
    expect(flowLayout({ uses: [], flows }, 'GBP', size).boxes).toEqual([]);
  });
});

describe('places', () => {
  const address = (id: string, country: string, city: string): NodeValues => ({
    ...nodeOf('ip', id),
    values: { country, city },
    extra: {},
  });
  const warsaw = address('w', 'PL', 'Warsaw');
  const tokyo = address('t', 'JP', 'Tokyo');
  const at: [string, Place][] = [
    [
      'PL|Warsaw',
      { country: 'PL', city: 'Warsaw', at: { latitude: 52.2, longitude: 21 }, exact: true },
    ],
    [
      'JP|Tokyo',
      { country: 'JP', city: 'Tokyo', at: { latitude: 35.7, longitude: 139.7 }, exact: true },
    ],
  ];
  const login = (node: NodeValues, started: string): GraphRelation => ({
    ...relationBetween(accountNode('a'), node),
    key: started,
    type: 'logins.ip',
    at: started,
  });
  const ann: NodeValues = { ...accountNode('a'), values: { country: 'BR' }, extra: {} };

  it('count logins and accounts, and say where a claim is not borne out', () => {
    const seen = seenPlaces(
      [warsaw, tokyo],
      [login(warsaw, '1'), login(warsaw, '2'), login(tokyo, '3')],
    );
    expect(seen.map(({ city, logins, accounts }) => [city, logins, accounts])).toEqual([
      ['Warsaw', 2, ['account:a']],
      ['Tokyo', 1, ['account:a']],
    ]);
    expect(claimedCountries([ann], seen)[0]).toMatchObject({
      country: 'BR',
      elsewhere: [{ account: 'account:a', seen: ['JP', 'PL'] }],
    });
  });

  it('see a jump that no plane makes, and none that one could', () => {
    expect(kmBetween(at[0]![1].at!, at[1]![1].at!)).toBeCloseTo(8_570, -2);
    const jumps = (second: string) =>
      jumpsOf(
        [ann],
        [warsaw, tokyo],
        [login(warsaw, '2024-01-01T00:00:00Z'), login(tokyo, second)],
        new Map(at),
      );
    expect(jumps('2024-01-01T02:00:00Z')[0]).toMatchObject({
      from: 'PL|Warsaw',
      to: 'JP|Tokyo',
      hours: 2,
    });
    expect(jumps('2024-01-01T20:00:00Z')).toEqual([]);
  });
});

describe('the table', () => {
  const rows = [
    { ...accountNode('a1'), caption: 'Zoë Müller', score: 0.9 },
    { ...accountNode('a2'), caption: '=cmd()', score: 0.1 },
    { ...nodeOf('ip', 'i1'), caption: 'tab\there' },
  ];
  const columns = nodeColumns();
  const idsOf = (words: string, conditions: Parameters<typeof filtered>[3] = {}) =>
    filtered(rows, columns, words, conditions).map(({ id }) => id);

  it('finds words whatever case and accents, and keeps to ranges and to what is empty', () => {
    expect(idsOf('MULLER')).toEqual(['a1']);
    expect(idsOf('', { score: { is: 'between', from: '50', to: '' } })).toEqual(['a1']);
    expect(idsOf('', { score: { is: 'empty' } })).toEqual(['i1']);
    expect(
      idsOf('', { score: { is: 'filled' }, caption: { is: 'contains', text: 'cmd' } }),
    ).toEqual(['a2']);
  });

  it('is copied and saved without anything that a spreadsheet would run', () => {
    const two = columns.slice(0, 2);
    expect(asTabs(rows, two).split('\n')).toEqual([
      'Name\tType',
      'Zoë Müller\taccount',
      "'=cmd()\taccount",
      'tab here\tIP address',
    ]);
    expect(asCsv(rows.slice(1, 2), two)).toBe("Name,Type\r\n'=cmd(),account\r\n");
  });
});

it('keys move within a grid and no further', () => {
  const size = { row: 3, column: 4 };
  const at = { row: 1, column: 1 };
  expect(moved(at, 'ArrowRight', size, false)).toEqual({ row: 1, column: 2 });
  expect(moved(at, 'PageDown', size, false)).toEqual({ row: 2, column: 1 });
  expect(moved(at, 'End', size, true)).toEqual({ row: 2, column: 3 });
  expect(moved({ row: 0, column: 0 }, 'ArrowUp', size, false)).toEqual({ row: 0, column: 0 });
  expect(moved(at, 'x', size, false)).toBeNull();
});
