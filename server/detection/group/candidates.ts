import type { BareFinding } from '../../../domain/finding.ts';
import { tiesOf, type Link } from '../link/links.ts';
import { UnionFind } from '../link/union-find.ts';
import { holdOf } from './evidence.ts';

/** More than these are no one scheme that could be judged as one. */
export const mostMembers = 60;

/** In log-odds: what binds a pair, from a thread to a chain. */
const thresholds = [0.4, 0.8, 1.2, 1.8, 2.4, 3.2, 4];

/** The sets of accounts worth judging, each sorted and none twice: those that findings bind, and who hangs together. */
export function candidatesOf(findings: readonly BareFinding[], links: readonly Link[]): string[][] {
  const sets = new Map<string, string[]>();
  const add = (accounts: string[]) => {
    if (accounts.length < 2 || accounts.length > mostMembers) return;
    accounts.sort();
    sets.set(accounts.join('\n'), accounts);
  };
  for (const finding of findings) for (const bound of boundBy(finding)) add(bound);
  for (const threshold of thresholds)
    for (const bound of boundAtLeast(links, threshold)) add(bound);
  return [...sets].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, set]) => set);
}

/** Who is connected by links of that hold or more. */
function boundAtLeast(links: readonly Link[], threshold: number): string[][] {
  const sets = new UnionFind();
  for (const link of links) if (holdOf(link) >= threshold) sets.join(link.a, link.b);
  return [...sets.sets().values()];
}

function boundBy(finding: BareFinding): string[][] {
  const sets = new UnionFind();
  for (const { a, b } of tiesOf(finding)) sets.join(a, b);
  return [...sets.sets().values()];
}
