import { describe, expect, it } from 'vitest';
import type { GraphNode, GraphRelation } from '../../domain/answers.ts';
import { faultsOf } from '../../domain/pattern/faults.ts';
import { likeThese, mostMarked, type LikeThese } from '../../domain/pattern/like-these.ts';
import { phraseOf } from '../../domain/pattern/phrase.ts';
import { parseRef } from '../../domain/schema/graph.ts';

const bare = { stub: false, score: null, cluster_id: null, degree: 0 };

function nodesOf(...refs: string[]): GraphNode[] {
  return refs.map((ref) => ({ ...parseRef(ref)!, caption: ref, ...bare }));
}

function linked(from: string, type: string, to: string): GraphRelation {
  return {
    key: `${from} ${type} ${to}`,
    ...{ type, says: type, from: parseRef(from)!, to: parseRef(to)! },
    ...{ at: null, derived: type.startsWith('derived.'), values: {}, sources: [] },
  };
}

const paid = (account: string, to: string) =>
  linked(`account:${account}`, 'account_payments.payment_account_id', `payment_account:${to}`);
const login = (account: string, ip: string) =>
  linked(`account:${account}`, 'logins.ip', `ip:${ip}`);

/** As a sentence; every pattern made must be one that can be asked. */
function said(made: LikeThese): string {
  if (made.pattern === null) return made.why;
  expect(faultsOf(made.pattern)).toEqual([]);
  return phraseOf(made.pattern);
}

const left = (made: LikeThese) => (made.pattern === null ? [] : made.notTaken);

describe('a pattern made of what is marked', () => {
  it('counts those that share one thing as others of it', () => {
    const nodes = nodesOf('account:a', 'account:b', 'account:c', 'payment_account:p');
    const made = likeThese(nodes, [paid('a', 'p'), paid('b', 'p'), paid('c', 'p')]);
    expect(said(made)).toBe('accounts that share the same payment account with at least 2 others');
    expect(left(made)).toEqual([]);
  });

  it('counts of several things the fewest that each is shared by, and what is not shared for itself', () => {
    const nodes = nodesOf(
      ...['account:a', 'account:b', 'account:c', 'account:d', 'account:e'],
      ...['payment_account:p', 'payment_account:q', 'payment_account:r'],
    );
    const relations = [
      ...[paid('a', 'p'), paid('b', 'p'), paid('c', 'p')],
      ...[paid('a', 'q'), paid('d', 'q'), paid('a', 'r')],
    ];
    const made = likeThese(nodes, relations, 'account:a');
    if (made.pattern === null) throw new Error('none was made');
    const counts = made.pattern.branches.map(({ steps }) =>
      steps.map(({ count }) => count.n.value),
    );
    expect(counts).toEqual([[2, 1], [3]]);
    expect(left(made)).toEqual([{ why: 'unlinked', nodes: ['account:e'] }]);
  });

  it('asks for each way of a ring and says that they need not meet', () => {
    const nodes = nodesOf('account:a', 'account:b', 'payment_account:p', 'ip:i');
    const made = likeThese(nodes, [
      paid('a', 'p'),
      paid('b', 'p'),
      login('a', 'i'),
      login('b', 'i'),
    ]);
    expect(said(made)).toBe(
      'accounts that share the same payment account with at least 1 others; and that share the same IP address with at least 1 others',
    );
    expect(left(made)).toEqual([{ why: 'same', nodes: ['account:b'] }]);
  });

  it('goes through what is shared to those who are linked to the start as well', () => {
    const nodes = nodesOf('account:a', 'account:b', 'payment_account:p');
    const same = linked('account:a', 'derived.same-name', 'account:b');
    const made = likeThese(nodes, [paid('a', 'p'), paid('b', 'p'), same]);
    expect(said(made)).toMatch(
      /^accounts that share the same payment account .*; and with at least 1 other/,
    );
    expect(left(made)).toEqual([{ why: 'same', nodes: ['account:b'] }]);
  });

  it('begins at the node that is asked for, else at an account that leaves out least', () => {
    const nodes = nodesOf('ip:i', 'account:b', 'account:a');
    const relations = [login('a', 'i'), login('b', 'i')];
    const ofIp = likeThese(nodes, relations, 'ip:i');
    expect(ofIp.pattern && [ofIp.pattern.type, ofIp.start]).toEqual(['ip', 'ip:i']);
    const chain = [
      ...['a', 'b', 'c'].flatMap((one, at) => [login(one, `i${at}`), login(one, `i${at + 1}`)]),
    ];
    const accounts = ['account:a', 'account:b', 'account:c'];
    const made = likeThese(nodesOf(...accounts, 'ip:i0', 'ip:i1', 'ip:i2', 'ip:i3'), chain);
    // From an end of it the way is longer than a pattern goes.
    expect(made.pattern && made.start).toBe('account:b');
    expect(left(made)).toEqual([]);
    const late = likeThese(
      nodesOf(...accounts, 'ip:i0', 'ip:i1', 'ip:i2', 'ip:i3'),
      chain,
      accounts[0],
    );
    expect(left(late)).toEqual([{ why: 'much', nodes: ['ip:i3'] }]);
  });

  it('says which link it cannot take on', () => {
    const nodes = nodesOf('account:a', 'ip:i', 'payment_account:p', 'payment_account:q');
    const moves = linked('payment_account:p', 'derived.moves-on', 'payment_account:q');
    const strange = linked('account:a', 'derived.of-a-later-version', 'ip:i');
    const made = likeThese(nodes, [
      paid('a', 'p'),
      paid('a', 'q'),
      login('a', 'i'),
      moves,
      strange,
    ]);
    expect(left(made).map((one) => 'relation' in one && [one.why, one.relation.type])).toEqual([
      ['beside', moves.type],
      ['unknown', strange.type],
    ]);
  });

  it('is none of what no link joins, nor of very many', () => {
    expect(likeThese(nodesOf('account:a', 'account:b'), [])).toEqual({
      pattern: null,
      why: 'apart',
    });
    const many = nodesOf(...Array.from({ length: mostMarked + 1 }, (_, at) => `account:a${at}`));
    expect(likeThese(many, [])).toEqual({ pattern: null, why: 'tooMany' });
  });
});
