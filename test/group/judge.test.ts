import { describe, expect, it } from 'vitest';
import { probability, shippedWeights } from '../../server/detection/weights/weights.ts';
import { catalogue } from '../../server/detection/catalogue/catalogue.ts';
import { networkOf } from '../../server/detection/score/network.ts';
import type { Finding } from '../../domain/finding.ts';
import { finding } from '../score/findings.ts';
import { payout, platform, ringOfTen, ten, usualMismatches } from './ring-of-ten.ts';

const detectors = await catalogue();
const networkFrom = (
  findings: readonly Finding[],
  exitUses: { account: string; exit: string }[] = [],
  hires: { client: string; hired: string }[] = [],
) =>
  networkOf({
    findings: [...findings, ...usualMismatches],
    ...{ detectors, accounts: platform, weights: shippedWeights() },
    ...{ exitUses, hires },
  });
const groupsFrom = (findings: readonly Finding[]) =>
  networkFrom(findings).groups.filter(({ total }) => probability(total) >= 0.5);
const [a, b, c, d] = ['p100', 'p101', 'p102', 'p103'];

describe('a group', () => {
  it('of ten who hang together, each by little, is believed as one, with all of its members', () => {
    const { clusters, accounts } = networkFrom(ringOfTen);
    expect(clusters.map((cluster) => cluster.accounts)).toEqual([[...ten].sort()]);
    const scores = new Map(accounts.map(({ account_id, score }) => [account_id, score]));
    for (const member of ten) expect(scores.get(member), member).toBeGreaterThan(0.8);
  });

  it('adds up: before any evidence, what each line leaves, and the total, against what fits best', () => {
    const [cluster] = networkFrom(ringOfTen).clusters;
    const { prior, terms, total, rivals } = cluster!.group!;
    expect(terms.reduce((sum, { weight }) => sum + weight, prior)).toBeCloseTo(total, 9);
    expect(probability(total)).toBeCloseTo(cluster!.score, 6);
    expect(rivals[0]!.total).toBe(total);
    expect(rivals.map((rival) => rival.total)).toEqual(
      rivals.map((rival) => rival.total).sort((one, other) => one - other),
    );
    for (const { full, weight } of terms) expect(weight).toBeLessThanOrEqual(full);
    expect(terms.find(({ name }) => name === 'bond:money')).toMatchObject({
      accounts: 7,
      findings: ['F-payout'],
    });
    expect(terms.find(({ name }) => name === 'shown:identity')).toMatchObject({ accounts: 6 });
  });

  it('is not told twice by one row: what members show by rows that bind them counts for the rest of its rows', () => {
    const purse = (account: string) => ({ account, rows: [`paid-${account}`] });
    const shownWith = (rowsOf: (account: string) => string[]) => {
      const findings = ringOfTen.map((one): Finding => {
        if (one.id === 'F-payout') return { ...one, rests_on: one.accounts.map(purse) };
        const [account] = one.accounts;
        if (one.detector !== 'identity-mismatch') return one;
        return { ...one, rests_on: [{ account: account!, rows: rowsOf(account!) }] };
      });
      const { terms } = networkFrom(findings).clusters[0]!.group!;
      return terms.find(({ name }) => name === 'shown:identity')?.full ?? 0;
    };
    const apart = shownWith((account) => [`paper-${account}`]);
    expect(apart).toBeGreaterThan(0.5);
    // Four of the six who show it are among the seven who are paid there.
    const half = shownWith((account) => [`paid-${account}`, `paper-${account}`]);
    expect(half).toBeCloseTo((apart * (2 + 4 / 2)) / 6, 9);
    expect(shownWith((account) => [`paid-${account}`])).toBeCloseTo((apart * 2) / 6, 9);
  });

  it('that chose the same exits is the likelier for it; strangers who use one exit each are not', () => {
    const three = [payout('F-1', [a, b, c, d])];
    // A hundred others use three of thirty exits each; the four use the same three.
    const others = platform.slice(0, 100).filter((account) => ![a, b, c, d].includes(account));
    const usual = others.flatMap((account, at) =>
      [at, at * 7 + 3, at * 11 + 5].map((exit) => ({ account, exit: `exit-${String(exit % 30)}` })),
    );
    const same = [a, b, c, d].flatMap((account) =>
      [2, 9, 17].map((exit) => ({ account: account, exit: `exit-${String(exit)}` })),
    );
    const apart = [a, b, c, d].map((account, at) => ({
      ...{ account: account, exit: `exit-${String(at)}` },
    }));
    const totalWith = (uses: { account: string; exit: string }[]) =>
      networkFrom(three, uses).groups.find(({ accounts }) => accounts.length === 4)!;
    const [alone, chosen] = [totalWith([...usual, ...apart]), totalWith([...usual, ...same])];
    expect(chosen.total).toBeGreaterThan(alone.total + 0.5);
    expect(alone.terms.map(({ name }) => name)).not.toContain('shown:exits');
    // Counted another way: who of the four, and who of all, came through the exit that is named first.
    const [first] = chosen.terms.find(({ name }) => name === 'shown:exits')!.exits!;
    const through = [...usual, ...same].filter(({ exit }) => exit === first!.network);
    expect(first).toMatchObject({
      members: through.filter(({ account }) => [a, b, c, d].includes(account)).length,
      users: new Set(through.map(({ account }) => account)).size,
    });
    const reversed = totalWith([...usual, ...same].reverse());
    expect(JSON.stringify(reversed)).toBe(JSON.stringify(chosen));
  });

  it('whose clients hire nobody else is the likelier for it; one that a client likes to hire is not', () => {
    const four = [a, b, c, d];
    // Two hundred clients hire three of three hundred others each; one hires the four.
    const usual = Array.from({ length: 200 }, (_, at) => at).flatMap((at) =>
      [at, at * 7 + 3, at * 11 + 5].map((hired) => ({
        ...{ client: `client-${String(at)}`, hired: platform[200 + (hired % 300)]! },
      })),
    );
    const own = four.map((hired) => ({ client: 'own', hired }));
    const groupWith = (hires: { client: string; hired: string }[], findings: Finding[]) =>
      networkFrom(findings, [], hires).groups.find(({ accounts }) => accounts.length === 4)!;
    const paid = [payout('F-1', four)];
    const [alone, hired] = [groupWith(usual, paid), groupWith([...usual, ...own], paid)];
    expect(alone.terms.map(({ name }) => name)).not.toContain('shown:clients');
    expect(hired.total).toBeGreaterThan(alone.total + 0.5);
    const term = hired.terms.find(({ name }) => name === 'shown:clients')!;
    expect(term).toMatchObject({
      ...{ accounts: 4, clients: [{ client: 'own', members: 4, hired: 4 }] },
    });
    // Beside others, half of whom it hires are anybody's: no client of their own.
    const wide = [
      ...own,
      ...platform.slice(500, 504).map((one) => ({ client: 'own', hired: one })),
    ];
    expect(groupWith([...usual, ...wide], paid).total).toBeCloseTo(alone.total, 9);
    // What a client who likes to hire the same few explains is taken off whole.
    const regulars = hired.rivals.find(({ explanation }) => explanation === 'regulars')!;
    const before = alone.rivals.find(({ explanation }) => explanation === 'regulars')!;
    expect(regulars.total).toBeCloseTo(before.total, 9);
    const reversed = groupWith([...usual, ...own].reverse(), paid);
    expect(JSON.stringify(reversed)).toBe(JSON.stringify(hired));
  });

  it('is a cluster with all who are half as likely, for it was judged with them', () => {
    const mismatches = ringOfTen.filter(({ detector }) => detector === 'identity-mismatch');
    const { clusters, accounts } = networkFrom([
      payout('F-payout', ten.slice(0, 3)),
      finding('F-ratings', 'rating-ring', 0.1, ten.slice(0, 3)),
      finding('F-address', 'shared-ip', 0.2, [ten[1]!, ten[2]!, ten[9]!]),
      ...mismatches,
    ]);
    const loose = accounts.find(({ account_id }) => account_id === ten[9])!.score;
    expect(loose).toBeGreaterThan(0.25);
    expect(loose).toBeLessThan(0.5);
    expect(clusters.map((cluster) => cluster.accounts)).toEqual([['p0', 'p1', 'p2', 'p9']]);
  });

  it('that a household explains is not believed, and the household is what fits best', () => {
    const home = [
      payout('F-1', [a, b, c, d], 3),
      finding('F-2', 'shared-device', 0.9, [a, b, c, d]),
      finding('F-3', 'shared-ip', 0.5, [a, b, c, d]),
    ];
    const { groups, clusters, accounts } = networkFrom(home);
    expect(clusters.filter(({ group }) => group)).toEqual([]);
    const scored = accounts.filter(({ account_id }) => [a, b, c, d].includes(account_id));
    for (const { score } of scored) expect(score).toBeLessThan(0.5);
    const best = groups[0]?.rivals[0]?.explanation;
    expect([undefined, 'household', 'second_account', 'studio']).toContain(best);
  });

  it('of four is believed where one paper under several names and paid ratings bind it as well', () => {
    const flat = [
      payout('F-1', [a, b, c, d]),
      finding('F-2', 'shared-document', 0.9, [a, b, c, d]),
      finding('F-3', 'self-rating', 0.8, [a, b, c, d]),
    ];
    expect(groupsFrom(flat).map((group) => group.accounts)).toEqual([[a, b, c, d]]);
  });

  it('is not everybody at one busy address', () => {
    const crowd = platform.slice(200, 240);
    expect(groupsFrom([finding('F-1', 'shared-ip', 0.5, crowd)])).toEqual([]);
  });

  it('does not draw in one who hangs on by a thread, though he shows what members show', () => {
    const loose = 'p19';
    const thread = finding('F-thread', 'shared-ip', 0.03, [ten[9]!, loose]);
    const [group] = groupsFrom([...ringOfTen, thread]);
    expect(group!.accounts).not.toContain(loose);
  });

  it('is the same whatever the order of findings', () => {
    expect(networkFrom([...ringOfTen].reverse()).groups).toEqual(networkFrom(ringOfTen).groups);
  });
});
