import { UnionFind } from '../link/union-find.ts';

/** Bits of a 64-bit hash in which two prints of one picture may differ; unrelated ones differ in about 32. */
const mostBits = 3;
/** A hash nearly all of whose bits agree is a blank picture. */
const leastVaried = 8;

/**
 * Hashes in groups that differ from one another in few bits, those that stand alone included. With at most three
 * bits of difference, one of four quarters agrees: only hashes with a quarter in common are compared. Those that
 * are not 64 bits long are only ever equal to themselves.
 */
export function alikePictures(hashes: readonly string[]): string[][] {
  const groups = new UnionFind();
  const alone: string[][] = [];
  const quarters = new Map<string, string[]>();
  for (const hash of [...hashes].sort()) {
    if (!/^[0-9a-f]{16}$/.test(hash)) {
      alone.push([hash]);
      continue;
    }
    const ones = bits(BigInt(`0x${hash}`));
    if (ones < leastVaried || ones > 64 - leastVaried) continue;
    groups.join(hash, hash);
    for (let quarter = 0; quarter < 4; quarter += 1) {
      const key = `${quarter}${hash.slice(quarter * 4, quarter * 4 + 4)}`;
      const others = quarters.get(key);
      for (const other of others ?? [])
        if (bits(BigInt(`0x${hash}`) ^ BigInt(`0x${other}`)) <= mostBits) groups.join(hash, other);
      if (others) others.push(hash);
      else quarters.set(key, [hash]);
    }
  }
  return [...[...groups.sets().values()].map((set) => [...set].sort()), ...alone];
}

function bits(value: bigint): number {
  let count = 0;
  for (let rest = value; rest > 0n; rest &= rest - 1n) count += 1;
  return count;
}
