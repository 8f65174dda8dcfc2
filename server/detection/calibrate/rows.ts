import { compareText } from '../../../domain/compare-text.ts';
import { mostMembers } from '../group/candidates.ts';
import { applyExceptions } from '../link/excepted.ts';
import { nothingJudged, pairOf } from '../link/judged-pairs.ts';
import { linksOf, type Link } from '../link/links.ts';
import { sumOf } from '../score/account-scores.ts';
import { networkOf, type NetworkInput } from '../score/network.ts';
import { logOdds, plainPart, probability, type Weights } from '../weights/weights.ts';
import type { DecidedSet } from './decided.ts';
import { slopesOf } from './group-slopes.ts';
import type { Row } from './map-logistic.ts';
import { leastTerm, pickedTerm, priorTerm, weightIn } from '../weights/named-weights.ts';

/** A row to learn from, and the set of accounts that it is about. */
export type DecidedRow = Row & { about: DecidedSet };

/** What decisions say of each sum that scores are made of, and of the score from which they are believed. */
export type RowsBySum = Record<keyof Weights, DecidedRow[]>;

/**
 * A decision is held against the sum that the score came from: that of the group, or each account's own. What the other
 * sum says brought the accounts before nobody, so who was looked at would teach it wrongly. One decision weighs as much
 * as another, however many accounts it is about.
 */
export function rowsOf(input: NetworkInput, sets: readonly DecidedSet[]): RowsBySum {
  const { weights } = input;
  const { evidence, terms } = networkOf(input);
  const rows: RowsBySum = { link: [], account: [], group: [], cluster: [] };
  const near = linksByAccount(input);
  for (const set of sets) {
    const { accounts } = set;
    const own = accounts.map((account) => terms.get(account) ?? []);
    const meanOwn = mean(own.map((shown) => sumOf(shown, weights.account).score));
    const group =
      accounts.length >= 2 && accounts.length <= mostMembers
        ? slopesOf(accounts, evidence, weights.group)
        : null;
    const byGroup = group !== null && probability(group.total) >= meanOwn;
    if (byGroup)
      rows.group.push(...said(set, group.slopes, group.total - sumAt(group.slopes, weights)));
    else
      for (const shown of own) {
        const amounts = shown.map(({ name, amount }): [string, number] => [name, amount]);
        rows.account.push(...said(set, new Map([[priorTerm, 1], ...amounts]), 0, own.length));
      }
    // One account by itself is no cluster, and binds nothing.
    if (accounts.length < 2) continue;
    rows.link.push(...linkRows(set, near, weights.link.prior));
    const total = byGroup ? group.total : logOdds(meanOwn);
    rows.cluster.push(...said(set, new Map([[leastTerm, -1]]), total));
  }
  return rows;
}

/** `among`: how many rows speak for the set. */
function said(
  about: DecidedSet,
  terms: ReadonlyMap<string, number>,
  offset: number,
  among = 1,
): DecidedRow[] {
  const row = { terms, offset, about };
  return [
    { ...row, positive: true, count: about.confirmed / among },
    { ...row, positive: false, count: (1 - about.confirmed) / among },
  ].filter(({ count }) => count > 0);
}

/** What of a group's log-odds the terms make with these weights. */
function sumAt(slopes: ReadonlyMap<string, number>, weights: Weights): number {
  return [...slopes].reduce(
    (sum, [name, slope]) => sum + slope * weightIn(weights, 'group', name),
    0,
  );
}

/** By the first of its two accounts; whatever was judged of pairs, for that is a decision and no evidence. */
function linksByAccount(input: NetworkInput): Map<string, Link[]> {
  const { findings, detectors, accounts, then = accounts.length, weights } = input;
  const binding = new Set(detectors.filter(({ binds }) => binds).map(({ id }) => id));
  const counted = applyExceptions(findings, input.exceptions ?? [], binding).findings;
  const links = linksOf(counted, {
    ...{ detectors, accounts: then, model: weights.link, judged: nothingJudged },
  });
  const near = new Map<string, Link[]>();
  for (const link of links) {
    const all = near.get(link.a);
    if (all) all.push(link);
    else near.set(link.a, [link]);
  }
  return near;
}

function linkRows(
  set: DecidedSet,
  near: ReadonlyMap<string, readonly Link[]>,
  prior: number,
): DecidedRow[] {
  const members = new Set(set.accounts);
  const within = set.accounts
    .flatMap((account) => (near.get(account) ?? []).filter(({ b }) => members.has(b)))
    .sort((one, other) => compareText(pairOf(one.a, one.b), pairOf(other.a, other.b)));
  return within.flatMap(({ parts }) => {
    const terms = new Map([[pickedTerm, 1]]);
    for (const { detector, amount } of parts) {
      terms.set(`bond:${detector}`, amount);
      if (plainPart(amount) > 0) terms.set(`tight:${detector}`, plainPart(amount));
    }
    return said(set, terms, prior, within.length);
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
