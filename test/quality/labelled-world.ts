import type { Finding } from '../../domain/finding.ts';
import type { Label, World } from '../../quality/world.ts';
import { finding } from '../score/findings.ts';

/** A labelled world in memory: of `households` and `rings`, each of `size` accounts, and as many others as `others`. */
export function labelledWorld(
  name: string,
  { households, rings, size, others }: Record<'households' | 'rings' | 'size' | 'others', number>,
): World {
  const circle = (sort: string, index: number) =>
    Array.from({ length: size }, (_, member) => `${sort}${index}-${member}`);
  const circles = (sort: string, count: number) =>
    Array.from({ length: count }, (_, index) => circle(sort, index));
  const labelled = (sort: string, role: string, count: number): Label[] =>
    circles(sort, count).flatMap((members, index) =>
      members.map((account_id) => ({ account_id, cluster: `${sort}${index}`, role, kind: sort })),
    );
  const labels = [
    ...labelled('ring', 'member', rings),
    ...labelled('household', 'benign', households),
  ];
  const accounts = [
    ...labels.map(({ account_id }) => account_id),
    ...Array.from({ length: others }, (_, index) => `other${index}`),
  ];
  const findings: Finding[] = [...circles('ring', rings), ...circles('household', households)].map(
    (members) => finding(`payout-${members[0]!}`, 'shared-payout', 0.9, members),
  );
  return {
    ...{ name, accounts, findings, labels, exitUses: [], hires: [] },
    groups: accounts.map((account_id) => ({ account_id, nationality: '' })),
    seconds: { load: 0, detect: 0 },
  };
}
