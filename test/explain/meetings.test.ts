import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../domain/finding.ts';
import { parseRef } from '../../domain/schema/graph.ts';
import { meetingsIn } from '../../server/decisions/explain/meetings.ts';

/** `account:a payment_account:p`, from → to. */
function facts(...ties: string[]): Evidence[] {
  return ties.map((tie) => {
    const [from, to] = tie.split(' ').map((ref) => parseRef(ref)!);
    return { type: 'links', from: from!, to: to!, at: null, sources: [] };
  });
}

describe('where the ways of accounts meet', () => {
  it('names the one thing at which all do, and what lies on the way', () => {
    const evidence = facts(
      'account:a payment_account:own-a',
      'account:b payment_account:own-b',
      'payment_account:own-a payment_account:end',
      'payment_account:own-b payment_account:end',
    );
    const [meeting, ...others] = meetingsIn(evidence, ['a', 'b']);
    expect(others).toEqual([]);
    expect(meeting).toMatchObject({ thing: { id: 'end' }, accounts: ['a', 'b'] });
    expect(meeting!.between.map(({ id }) => id)).toEqual(['own-a', 'own-b']);
  });

  it('holds nobody together by a client who pays both, nor by a job that both bid on', () => {
    const paid = facts(
      'account:a payment_account:own-a',
      'account:b payment_account:own-b',
      'payment_account:client payment_account:own-a',
      'payment_account:client payment_account:own-b',
    );
    expect(meetingsIn(paid, ['a', 'b'])).toEqual([]);
    expect(meetingsIn(facts('account:a job:j', 'account:b job:j'), ['a', 'b'])).toEqual([]);
  });

  it('goes through no other account', () => {
    const evidence = facts(
      'account:a device:d',
      'account:c device:d',
      'account:c ip:i',
      'account:b ip:i',
    );
    expect(meetingsIn(evidence, ['a', 'b'])).toEqual([]);
  });

  it('takes the thing of most accounts first, then those that hold who is left', () => {
    const evidence = facts(
      ...['a', 'b', 'c'].map((id) => `account:${id} device:many`),
      ...['c', 'd'].map((id) => `account:${id} ip:few`),
      ...['a', 'b'].map((id) => `account:${id} ip:again`),
    );
    const meetings = meetingsIn(evidence, ['a', 'b', 'c', 'd']);
    expect(meetings.map(({ thing }) => thing.id)).toEqual(['many', 'few']);
  });

  it('is found of thousands at one address without going from each to each', () => {
    const ids = Array.from({ length: 5_000 }, (_, at) => `a${at}`);
    const [meeting] = meetingsIn(facts(...ids.map((id) => `account:${id} ip:hub`)), ids);
    expect(meeting!.accounts).toHaveLength(5_000);
  });
});
