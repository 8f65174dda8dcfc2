import { describe, expect, it } from 'vitest';
import { catalogue } from '../../server/detection/catalogue/catalogue.ts';
import { Groups } from '../../server/detection/increment/groups.ts';
import { readSet } from '../../server/detection/increment/read-set.ts';

const detectors = await catalogue();
const grained = detectors.filter(({ grain }) => grain);
const nothing = { meets: () => false };

describe('what a query is asked about by groups', () => {
  const rows = [
    { account: 'a1', key: 'k1', times: 2n },
    { account: 'a1', key: null, times: 3n },
    { account: 'a2', key: null, times: 1n, others: ['a3'] },
  ];

  it('is all of them the first time, each with all of its rows', () => {
    const groups = new Groups({}, null);
    expect(groups.among(rows)).toEqual(rows);
    expect([groups.asked, groups.all, groups.kept.size]).toEqual([2, 2, 0]);
  });

  it('is none whose rows are the same and near nothing that was written', () => {
    const first = new Groups({}, null);
    first.among(rows);
    const groups = new Groups({}, { digests: new Set(first.digests), touched: nothing });
    expect(groups.among(rows)).toEqual([]);
    expect([...groups.kept]).toEqual(['a1', 'a2']);
    expect(groups.digests).toEqual(first.digests);
  });

  it('is those that have another row, one more or one less', () => {
    const first = new Groups({}, null);
    first.among(rows);
    const standing = { digests: new Set(first.digests), touched: nothing };
    const other = [rows[0]!, { ...rows[1]!, times: 4n }, rows[2]!];
    expect(new Groups({}, standing).among(other)).toEqual(other.slice(0, 2));
    expect(new Groups({}, standing).among(rows.slice(1))).toEqual(rows.slice(1, 2));
  });

  it('is those that name what was written, also in a list or as a key', () => {
    const first = new Groups({}, null);
    first.among(rows);
    const about = (id: string) => {
      const meets = (named: ReadonlySet<string>) => named.has(id);
      const standing = { digests: new Set(first.digests), touched: { meets } };
      return new Groups({}, standing).among(rows);
    };
    expect(about('a3')).toEqual(rows.slice(2));
    expect(about('k1')).toEqual(rows.slice(0, 2));
    expect(about('elsewhere')).toEqual([]);
  });

  it('holds findings of the keys that the detector says', () => {
    const key = ({ account, times }: Readonly<Record<string, unknown>>) =>
      `${String(account)} ${String(times)}`;
    const first = new Groups({ key }, null);
    first.among(rows);
    const groups = new Groups({ key }, { digests: new Set(first.digests), touched: nothing });
    groups.among(rows);
    expect([...groups.kept]).toEqual(['a1 2', 'a1 3', 'a2 1']);
  });
});

describe.each(grained.map((detector) => [detector.id, detector] as const))(
  '%s',
  (_id, { grain, query, sql }) => {
    const reads = readSet([query]);

    it('is given rows, and reads the relations of which its grain speaks', () => {
      expect(sql).not.toBeNull();
      expect(query).toMatch(/UNWIND \$rows\b/);
      expect(reads.everything).toBe(false);
      for (const relation of [...(grain!.between ?? []), ...(grain!.along ?? []).flat()])
        expect(reads.relations).toContain(relation);
    });
  },
);
