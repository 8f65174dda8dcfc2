/** What is at stake with clusters, made by hand: nothing, and all of it. */
import { rankingParameters, type RankingSettings, type Stakes } from '../../domain/ranking.ts';

/** As declared. */
export const settings = Object.fromEntries(
  Object.entries(rankingParameters).map(([name, limits]) => [name, limits.default]),
) as unknown as RankingSettings;

export const nothing: Stakes = {
  ...{ as_of: '2024-06-30T00:00:00.000Z', since: '2024-01-01T00:00:00.000Z' },
  ...{ listed: [], money: [], payment_accounts: [], left_out: [] },
  active: {
    ...{ last: null, what: null, account: null, accounts: [] },
    since: '2024-05-31T00:00:00.000Z',
  },
  growing: { created: [], joined: [], of: 4 },
  victims: { clients: 0, hired: 0, paid: 0, accounts: [] },
};

export const listed = (score: number): Stakes['listed'][number] => ({
  node: { type: 'watchlist_entry', id: 'E1' },
  ...{ list: 'OFAC-SDN', name: 'Listed Ltd', score, findings: ['F-1'] },
});

export const money = (currency: string, times: number): Stakes['money'][number] => ({
  ...{ currency, amount: String(times * 100), transfers: 3, usual: '100', usual_of: 9, times },
  first: '2024-02-01T00:00:00.000Z',
  last: '2024-06-01T00:00:00.000Z',
});

export const everything: Stakes = {
  ...nothing,
  listed: [listed(0.9), listed(0.6)],
  money: [money('EUR', 400), money('JPY', 2)],
  active: {
    ...nothing.active,
    ...{ last: '2024-06-29T00:00:00.000Z', what: 'bid', account: 'a1', accounts: ['a1'] },
  },
  growing: { created: ['a1'], joined: ['a2'], of: 4 },
  victims: { clients: 400, hired: 300, paid: 200, accounts: ['c1'] },
};
