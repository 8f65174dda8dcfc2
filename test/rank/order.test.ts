import { describe, expect, it } from 'vitest';
import type { Cluster } from '../../domain/finding.ts';
import { rankingLabel, stakesLabels, type Written } from '../../domain/labels/stakes-label.ts';
import { rankingTerms, type RankingTerm, type Stakes } from '../../domain/ranking.ts';
import { inOrder, rankingOf } from '../../server/detection/rank/order.ts';
import { withLocale } from '../../server/platform/locale.ts';
import { cluster } from '../compare/runs.ts';
import { everything, listed, money, nothing, settings } from './cases.ts';

function addsOf(score: number, stakes: Stakes, values = settings): Record<RankingTerm, number> {
  const { terms } = rankingOf(score, stakes, values);
  return Object.fromEntries(terms.map(({ name, adds }) => [name, adds])) as ReturnType<
    typeof addsOf
  >;
}

describe('where a cluster stands', () => {
  it.each([
    ['nothing is at stake', 0.6, nothing],
    ['everything is', 0.97, everything],
    ['it is unlikely', 0.3, { ...nothing, victims: { ...nothing.victims, clients: 7 } }],
  ])('adds up where %s', (_, score, stakes) => {
    const { terms, total } = rankingOf(score, stakes, settings);
    expect(terms.map(({ name }) => name)).toEqual(rankingTerms);
    for (const { value, weight, adds } of terms) expect(adds).toBeCloseTo(value * weight, 5);
    expect(total).toBeCloseTo(
      terms.reduce((sum, { adds }) => sum + adds, 0),
      9,
    );
  });

  it('is no higher for a score of 0.99 than for one of 0.9, and by the log-odds below', () => {
    expect(rankingOf(0.99, nothing, settings).total).toBe(rankingOf(0.9, nothing, settings).total);
    expect(addsOf(0.9, nothing).likelihood).toBeCloseTo(Math.log(9), 5);
    expect(addsOf(0.6, nothing).likelihood).toBeCloseTo(Math.log(1.5), 5);
    expect(addsOf(0, nothing).likelihood).toBeCloseTo(-Math.log(9), 5);
  });

  it('counts each part from nothing to its whole weight, however much there is', () => {
    const none = addsOf(0.9, nothing);
    const all = addsOf(0.9, everything);
    for (const name of rankingTerms.slice(1)) expect(none[name], name).toBe(0);
    expect(all).toMatchObject({ money: 1.5, active: 1, growing: 0.5, victims: 1 });
    expect(all.listed).toBeCloseTo(2 * 0.9, 6);
  });

  it('takes money by the currency that stands out most, and never adds over currencies', () => {
    const of = (...parts: Stakes['money']) => addsOf(0.9, { ...nothing, money: parts }).money;
    expect(of(money('EUR', 4), money('JPY', 4))).toBe(of(money('JPY', 4)));
    expect(of(money('EUR', 4), money('JPY', 9))).toBe(of(money('JPY', 9)));
    expect(of(money('EUR', 4))).toBeCloseTo((1.5 * Math.log(5)) / Math.log(51), 5);
  });

  it('weighs as its parameters say', () => {
    expect(addsOf(0.9, everything, { ...settings, weight_money: 4 }).money).toBe(4);
    expect(addsOf(0.9, everything, { ...settings, weight_listed: 0 }).listed).toBe(0);
    expect(addsOf(0.9, everything, { ...settings, money_full: 1_000 }).money).toBeLessThan(1.5);
    expect(addsOf(0.9, everything, { ...settings, growing_full: 1 }).growing).toBe(0.25);
    expect(addsOf(0.99, nothing, { ...settings, likelihood_cap: 0.99 }).likelihood).toBeCloseTo(
      Math.log(99),
      5,
    );
  });
});

describe('the order', () => {
  const ranked = (account: string, score: number, stakes: Stakes): Cluster => ({
    ...cluster([account], [], score),
    ranking: rankingOf(score, stakes, settings),
  });
  const standing = (all: readonly Cluster[]) => inOrder(all).map(({ accounts }) => accounts[0]);

  it('puts what is at stake before what is a little likelier', () => {
    const sure = ranked('sure', 0.99, nothing);
    const grave = ranked('grave', 0.85, { ...nothing, listed: [listed(0.7)] });
    const doubtful = ranked('doubtful', 0.3, { ...nothing, listed: [listed(0.7)] });
    expect(standing([sure, doubtful, grave])).toEqual(['grave', 'sure', 'doubtful']);
  });

  it('goes by score where the sums are alike, and where a run ranked none', () => {
    expect(standing([ranked('b', 0.95, nothing), ranked('a', 0.99, nothing)])).toEqual(['a', 'b']);
    expect(standing([cluster(['low'], [], 0.6), cluster(['high'], [], 0.8)])).toEqual([
      'high',
      'low',
    ]);
  });
});

describe('in words', () => {
  const written: Written = {
    money: (amount, currency) => `${currency} ${amount}`,
    day: (at) => at.slice(0, 10),
    decimal: (value) => value.toFixed(2),
  };
  const sentences = (score: number, stakes: Stakes) =>
    rankingOf(score, stakes, settings).terms.map((term) =>
      rankingLabel(term, { stakes, score }, written),
    );

  it('each part is said in a list, the amount of each currency by itself', () => {
    expect(stakesLabels(everything, written)).toEqual([
      'leads to 2 listed parties',
      'EUR 40000 since 2024-01-01',
      'JPY 200 since 2024-01-01',
      '1 member active since 2024-05-31',
      '2 joined since 2024-01-01',
      '400 clients outside',
    ]);
    expect(stakesLabels(nothing, written)).toEqual([]);
  });

  it('each step says what it counts, and where there is none of it', () => {
    const [likelihood, parties, amounts, active, growing, victims] = sentences(0.97, everything);
    expect(likelihood).toBe('How likely it is: 97 of 100, counted as 90, in log-odds');
    expect(parties).toContain('Listed Ltd (OFAC-SDN)');
    expect(amounts).toContain(
      'EUR 40000 in 3 transfers, 400.00 times what is usual in that currency (EUR 100, the middle of 9 payment accounts)',
    );
    expect(active).toContain('last a bid of a1 on 2024-06-29');
    expect(growing).toContain('of 4 members, 1 opened the account since 2024-01-01, 1 older');
    expect(victims).toContain('400 clients outside of it; 300 hired members, 200 paid them');
    expect(sentences(0.6, nothing).slice(1, 4)).toEqual([
      'No finding leads to a listed party',
      'No money came to payment accounts of its own in these months',
      'Nothing says that it was ever active',
    ]);
  });

  it.each(['fr', 'es'])('all of it is said in %s', async (language) => {
    const english = [...sentences(0.97, everything), ...sentences(0.6, nothing)];
    const said = await withLocale(language, () =>
      Promise.resolve([...sentences(0.97, everything), ...sentences(0.6, nothing)]),
    );
    said.forEach((text, at) => {
      expect(text).not.toBe(english[at]);
      expect(text).not.toMatch(/undefined|NaN|\[object/);
    });
  });
});
