/** The arithmetic of the order of clusters: what is at stake becomes terms that add up. */
import { compareText } from '../../../domain/compare-text.ts';
import type { Cluster } from '../../../domain/finding.ts';
import {
  rankingTerms,
  type Ranking,
  type RankingSettings,
  type RankingTerm,
  type Stakes,
} from '../../../domain/ranking.ts';

/**
 * Where a cluster stands: the log-odds of its score, bounded both ways, so that what is all but sure does not outdo what
 * matters, and what is at stake, each part from 0 to 1 times its weight.
 */
export function rankingOf(score: number, stakes: Stakes, settings: RankingSettings): Ranking {
  const values: Record<RankingTerm, number> = {
    likelihood: boundedLogOdds(score, settings.likelihood_cap),
    ...consequenceOf(stakes, settings),
  };
  const weights: Record<RankingTerm, number> = {
    likelihood: 1,
    listed: settings.weight_listed,
    money: settings.weight_money,
    active: settings.weight_active,
    growing: settings.weight_growing,
    victims: settings.weight_victims,
  };
  const terms = rankingTerms.map((name) => {
    const [value, weight] = [rounded(values[name]), weights[name]];
    return { name, value, weight, adds: rounded(value * weight) };
  });
  return { stakes, terms, total: rounded(terms.reduce((sum, { adds }) => sum + adds, 0)) };
}

/** The highest sum first, then the highest score, then by id; of a run of before clusters were ranked, by score. */
export function inOrder(clusters: readonly Cluster[]): Cluster[] {
  return clusters.toSorted(
    (one, other) =>
      (other.ranking?.total ?? 0) - (one.ranking?.total ?? 0) ||
      other.score - one.score ||
      compareText(one.id, other.id),
  );
}

function consequenceOf(
  { listed, money, active, growing, victims }: Stakes,
  settings: RankingSettings,
): Record<Exclude<RankingTerm, 'likelihood'>, number> {
  const members = new Set([...growing.created, ...growing.joined]);
  return {
    listed: Math.max(0, ...listed.map(({ score }) => score)),
    // Of several currencies the one that stands out most: they are neither converted nor added.
    money: shareOf(Math.max(0, ...money.map(({ times }) => times)), settings.money_full),
    active: active.accounts.length > 0 ? 1 : 0,
    growing: Math.min(1, members.size / (settings.growing_full * growing.of)),
    victims: shareOf(victims.clients, settings.victims_full),
  };
}

/** How much of `full` there is, by the logarithm: from one to two tells as much as from ten to about twenty. */
function shareOf(amount: number, full: number): number {
  return Math.min(1, Math.log1p(amount) / Math.log1p(full));
}

function boundedLogOdds(score: number, cap: number): number {
  const bounded = Math.min(cap, Math.max(1 - cap, score));
  return Math.log(bounded / (1 - bounded));
}

/** With six decimals, so that the same data give the same bytes. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
