import { describe, expect, it } from 'vitest';
import type { Family } from '../../domain/detector.ts';
import type { Evidence, Finding } from '../../domain/finding.ts';
import { formatRef, parseRef } from '../../domain/schema/graph.ts';
import { factsBetween, factsOf, linkedStory } from '../../server/decisions/explain/linked-story.ts';

/** `account:a payment_account:p`, from → to. */
function facts(...ties: string[]): Evidence[] {
  return ties.map((tie) => {
    const [from, to] = tie.split(' ').map((ref) => parseRef(ref)!);
    return { type: 'links', from: from!, to: to!, at: null, sources: [] };
  });
}

function finding(id: string, ...ties: string[]): Finding {
  const evidence = facts(...ties);
  const nodes = evidence.flatMap(({ from, to }) => (to ? [from, to] : [from]));
  const accounts = [
    ...new Set(nodes.flatMap(({ type, id: own }) => (type === 'account' ? own : []))),
  ];
  return { id, evidence, nodes, accounts } as unknown as Finding;
}

const part = (of: string, family: Family, weight: number) => ({ finding: of, family, weight });

describe('what links an account to others', () => {
  const device = finding('F-1', 'account:a device:d', 'account:b device:d', 'account:c device:d');
  const address = finding('F-2', 'account:a ip:i', 'account:b ip:i');
  const texts = finding('F-3', 'account:a account:c');

  it('is the things at which they meet, each with the most that it adds to one link', () => {
    const linked = [
      { other: 'b', parts: [part('F-1', 'device', 2), part('F-2', 'network', 0.5)] },
      { other: 'c', parts: [part('F-1', 'device', 3)] },
    ];
    const { things, shown, links } = linkedStory('a', linked, [device, address]);
    expect(things.map(({ node, accounts, weight }) => [node.id, accounts, weight])).toEqual([
      ['d', 3, 3],
      ['i', 2, 0.5],
    ]);
    expect(shown.map(formatRef)).toEqual([
      ...['account:a', 'account:b', 'account:c', 'device:d', 'ip:i'],
    ]);
    expect(links).toEqual([]);
  });

  it('adds up what one thing adds to one link by several findings', () => {
    const again = finding('F-4', 'account:a device:d', 'account:b device:d');
    const linked = [{ other: 'b', parts: [part('F-1', 'device', 2), part('F-4', 'papers', 1)] }];
    const { things } = linkedStory('a', linked, [device, again]);
    expect(things).toMatchObject([{ weight: 3, families: ['device', 'papers'] }]);
  });

  it('is a line by family where two meet at no thing', () => {
    const linked = [{ other: 'c', parts: [part('F-3', 'text', 0.7)] }];
    const { things, links } = linkedStory('a', linked, [texts]);
    expect(things).toEqual([]);
    expect(links).toEqual([{ a: 'a', b: 'c', family: 'text', weight: 0.7, finding: 'F-3' }]);
  });

  it('says of whoever is listed that nothing is weighed, with the way there', () => {
    const listed = finding('F-5', 'account:a person:p', 'person:p watchlist_entry:w');
    const { things, shown } = linkedStory('a', [], [listed]);
    expect(things).toMatchObject([{ node: { id: 'w' }, weight: null }]);
    expect(shown.map(formatRef)).toContain('person:p');
  });

  it('tells few things however many there are', () => {
    const ids = Array.from({ length: 20 }, (_, at) => `F-${at}`);
    const findings = ids.map((id) => finding(id, `account:a ip:${id}`, `account:b ip:${id}`));
    const parts = ids.map((id) => part(id, 'network', 1));
    const { things, links } = linkedStory('a', [{ other: 'b', parts }], findings);
    expect(things).toHaveLength(12);
    expect(links).toHaveLength(8);
  });
});

describe('of what findings rest on', () => {
  const evidence = facts(
    ...['account:a ip:both', 'account:b ip:both', 'account:c ip:both'],
    ...['account:a payment_account:own', 'payment_account:client payment_account:own'],
    ...['account:b payment_account:end', 'payment_account:own payment_account:end'],
    ...['account:a person:p', 'person:p watchlist_entry:w', 'account:c device:d'],
  );
  const told = (left: readonly Evidence[]) =>
    left.map(({ from, to }) => `${formatRef(from)} ${formatRef(to!)}`);

  it('what is of some accounts is no fact of another, nor hangs on another alone', () => {
    const strange = [...evidence, ...facts('ip:x company:y')];
    const left = told(factsOf(strange, new Set(['a', 'b'])));
    expect(left).toHaveLength(8);
    expect(left.filter((one) => one.startsWith('account:c '))).toEqual([]);
    expect(left).not.toContain('ip:x company:y');
  });

  it('what lies between two hangs on no one thing, but for who is listed', () => {
    const left = told(factsBetween(evidence, 'a', 'b'));
    expect(left).not.toContain('payment_account:client payment_account:own');
    expect(left).toContain('payment_account:own payment_account:end');
    expect(left).toContain('person:p watchlist_entry:w');
  });
});
