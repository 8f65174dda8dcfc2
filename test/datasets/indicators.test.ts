import { describe, expect, it } from 'vitest';
import { groupBy, rowsOf, type CsvRow } from './rows.ts';

/**
 * Plain counts over the files, without database or detector: each platform indicator happens, in a ring;
 * and its honest twin shows the same outward sign.
 */
const labels = new Map(rowsOf('labels').map((row) => [row['account_id'], row]));
const hour = 3_600_000;

const cell = (row: CsvRow, column: string) => row[column] ?? '';
const time = (row: CsvRow, column: string) => Date.parse(cell(row, column));
const isBad = (id: string | undefined) => (labels.get(id ?? '')?.['role'] ?? 'benign') !== 'benign';
const kindOf = (id: string | undefined) => labels.get(id ?? '')?.['kind'];

const logins = rowsOf('logins');
const ips = new Map(rowsOf('ips').map((row) => [cell(row, 'ip'), row]));
const byAccount = groupBy(logins, (row) => cell(row, 'account_id'));
const payments = rowsOf('account_payments');
const ratings = rowsOf('ratings');
const documents = rowsOf('documents');

describe('P1, many addresses of many countries within a day', () => {
  const hopping = [...byAccount].filter(([, rows]) => rows.some((row) => widest(rows, row) >= 4));

  it('happens in a ring only', () => {
    expect(hopping.length).toBeGreaterThan(0);
    expect(hopping.filter(([id]) => !isBad(id))).toEqual([]);
  });

  it('has travellers beside it, who see as many countries in a year', () => {
    const travellers = [...byAccount].filter(([id]) => kindOf(id) === 'traveller');
    expect(travellers.length).toBeGreaterThan(0);
    for (const [, rows] of travellers) expect(countries(rows).size).toBeGreaterThanOrEqual(6);
  });
});

describe('P2, several accounts at one address', () => {
  const crowded = [...groupBy(logins, (row) => cell(row, 'ip'))].filter(
    ([, rows]) => overlapping(rows).size >= 4,
  );

  it('happens at the same hours in rings', () => {
    const ringAddresses = crowded.filter(([, rows]) => [...overlapping(rows)].every(isBad));
    expect(ringAddresses.length).toBeGreaterThanOrEqual(2);
  });

  it('happens at the same hours at honest addresses too', () => {
    const kinds = new Set(crowded.map(([ip]) => ips.get(ip)?.['kind']));
    expect([...kinds]).toEqual(expect.arrayContaining(['education', 'vpn', 'mobile', 'coworking']));
  });
});

describe.each([
  [
    'P3, sessions of a day and more',
    'on-call',
    (row: CsvRow) => time(row, 'ended_at') - time(row, 'started_at') >= 24 * hour,
  ],
  ['P4, remote desktop', 'remote-administrator', (row: CsvRow) => row['service_port'] === '3389'],
])('%s', (_, twin, shows) => {
  const showing = new Set(logins.filter(shows).map((row) => row['account_id']));

  it('happens in a ring and with its twin, with nobody else', () => {
    expect([...showing].filter(isBad).length).toBeGreaterThan(0);
    const honest = [...showing].filter((id) => !isBad(id));
    expect(honest.length).toBeGreaterThan(0);
    expect(honest.filter((id) => kindOf(id) !== twin)).toEqual([]);
  });
});

describe('P5, a client rates developers who are paid into the wallet it pays from', () => {
  it('happens in a ring only', () => {
    const funding = payments.filter((row) => row['purpose'] === 'funding');
    const selfRated = ratings.filter((rating) =>
      funding.some(
        (paid) =>
          paid['account_id'] === rating['from_account_id'] &&
          payments.some(
            (into) =>
              into['purpose'] === 'payout' &&
              into['payment_account_id'] === paid['payment_account_id'] &&
              into['account_id'] === rating['to_account_id'],
          ),
      ),
    );
    expect(new Set(selfRated.map((row) => row['to_account_id'])).size).toBeGreaterThanOrEqual(3);
    expect(
      selfRated.every((row) => isBad(row['from_account_id']) && isBad(row['to_account_id'])),
    ).toBe(true);
  });
});

describe('P6, one text in many bids', () => {
  const users = (start: string) =>
    new Set(
      documents.filter((row) => row['text']?.startsWith(start)).map((row) => row['account_id']),
    );

  it('happens in a ring', () => {
    const farm = users('Hello sir! Hope you are doing well in these days.');
    expect(farm.size).toBeGreaterThanOrEqual(5);
    expect([...farm].every(isBad)).toBe(true);
  });

  it('is what half the platform does with the text that the platform offers', () => {
    const common = users('Dear client, I have read your job');
    expect(common.size).toBeGreaterThan(80);
  });
});

describe('P7, one client rates several developers highly within weeks, with papers in common', () => {
  const digests = groupBy(
    documents.filter((row) => row['used_for'] !== 'bid' && row['used_for'] !== 'communication'),
    (row) => cell(row, 'sha256'),
  );
  const sharing = new Set(
    [...digests.values()]
      .filter((rows) => new Set(rows.map((row) => row['account_id'])).size > 1)
      .flatMap((rows) => rows.map((row) => row['account_id'])),
  );
  const bursts = [...groupBy(ratings, (row) => cell(row, 'from_account_id'))].filter(([, rows]) => {
    const best = rows.filter((row) => row['score'] === '5');
    return best.some((first) => {
      const window = best.filter(
        (row) => Math.abs(time(row, 'rated_at') - time(first, 'rated_at')) < 14 * 24 * hour,
      );
      return new Set(window.map((row) => row['to_account_id'])).size >= 3;
    });
  });

  it('happens in a ring', () => {
    const ring = bursts.filter(([client, rows]) =>
      [client, ...rows.map((row) => row['to_account_id'])].some((id) => sharing.has(id)),
    );
    expect(ring.length).toBeGreaterThan(0);
    expect(ring.map(([client]) => client).filter((id) => !isBad(id))).toEqual([]);
  });

  it('has a long-standing client beside it, with as many five-star ratings', () => {
    const given = groupBy(ratings, (row) => cell(row, 'from_account_id'));
    const loyal = [...given].filter(
      ([id, rows]) => kindOf(id) === 'long-standing-client' && rows.length >= 15,
    );
    expect(loyal.length).toBeGreaterThan(0);
  });
});

describe('P8, many bids and few accepted', () => {
  const heavy = [...groupBy(rowsOf('bids'), (row) => cell(row, 'account_id'))].filter(
    ([, rows]) =>
      rows.length >= 40 &&
      rows.filter((row) => row['status'] === 'accepted').length / rows.length < 0.1,
  );

  it('happens in a ring and with keen newcomers', () => {
    expect(heavy.filter(([id]) => isBad(id)).length).toBeGreaterThanOrEqual(5);
    const honest = heavy.filter(([id]) => !isBad(id)).map(([id]) => kindOf(id));
    expect(new Set(honest)).toEqual(new Set(['eager-newcomer']));
  });
});

describe('P9, pay that goes on through companies to a bank in China', () => {
  const transfers = rowsOf('transfers');
  const accounts = new Map(
    rowsOf('payment_accounts').map((row) => [row['payment_account_id'], row]),
  );
  const isChineseBank = (id: string | undefined) =>
    accounts.get(id)?.['kind'] === 'bank' && accounts.get(id)?.['country'] === 'CN';
  const payouts = groupBy(
    payments.filter((row) => row['purpose'] === 'payout'),
    (row) => cell(row, 'payment_account_id'),
  );

  it('happens behind the fronts, within a week', () => {
    const passedOn = transfers.filter(
      (first) =>
        accounts.get(first['to_payment_account_id'])?.['holder_company'] &&
        transfers.some(
          (second) =>
            second['from_payment_account_id'] === first['to_payment_account_id'] &&
            isChineseBank(second['to_payment_account_id']) &&
            time(second, 'sent_at') > time(first, 'sent_at') &&
            time(second, 'sent_at') - time(first, 'sent_at') < 7 * 24 * hour,
        ),
    );
    const sources = new Set(passedOn.map((row) => row['from_payment_account_id']));
    expect(passedOn.length).toBeGreaterThanOrEqual(20);
    const paid = [...sources].flatMap((id) => payouts.get(id ?? '') ?? []);
    expect(paid.length).toBeGreaterThanOrEqual(12);
    expect(paid.every((row) => isBad(row['account_id']))).toBe(true);
  });

  it('has honest people beside it who draw their own pay to a bank there', () => {
    const drawn = transfers.filter(
      (row) => isChineseBank(row['to_payment_account_id']) && row['channel'] === 'withdrawal',
    );
    const holders = new Set(drawn.map((row) => row['from_payment_account_id']));
    expect(holders.size).toBeGreaterThanOrEqual(5);
    for (const row of drawn) {
      const [from, to] = [row['from_payment_account_id'], row['to_payment_account_id']];
      expect(accounts.get(from)?.['holder_name']).toBe(accounts.get(to)?.['holder_name']);
    }
  });
});

function countries(rows: readonly CsvRow[]): Set<string | undefined> {
  return new Set(rows.map((row) => ips.get(cell(row, 'ip'))?.['country']));
}

/** Countries logged in from within 24 hours of that session's start. */
function widest(rows: readonly CsvRow[], from: CsvRow): number {
  const start = time(from, 'started_at');
  return countries(
    rows.filter(
      (row) => time(row, 'started_at') >= start && time(row, 'started_at') < start + 24 * hour,
    ),
  ).size;
}

/** Accounts that were at work at the same moment as another one of these sessions. */
function overlapping(rows: readonly CsvRow[]): Set<string> {
  const found = new Set<string>();
  for (const a of rows) {
    const together = rows.some(
      (b) =>
        a['account_id'] !== b['account_id'] &&
        time(a, 'started_at') < time(b, 'ended_at') &&
        time(b, 'started_at') < time(a, 'ended_at'),
    );
    if (together) found.add(cell(a, 'account_id'));
  }
  return found;
}
