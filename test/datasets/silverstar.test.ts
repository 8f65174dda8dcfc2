import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { readCell } from '../../domain/input/cell.ts';
import {
  columnsOf,
  fileNames,
  fileOf,
  idOfRow,
  keyOfRow,
  nodeType,
  relationTypes,
} from '../../domain/schema/graph.ts';
import type { FileName } from '../../domain/schema/schema.ts';
import { readExpected } from './expected.ts';
import { rowsOf, silverstar, type CsvRow } from './rows.ts';

const filled = (row: CsvRow) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''));
const idOf = (file: FileName, row: Record<string, unknown>) =>
  idOfRow(file, keyOfRow(file, row), row);
const idsOf = (file: FileName) => new Set(rowsOf(file).map((row) => idOf(file, filled(row))));
const accounts = idsOf('accounts');
const labels = new Map(rowsOf('labels').map((row) => [row['account_id'] ?? '', row]));

/** A file that the contract has gained since need not be in it. */
const shipped = readdirSync(silverstar).filter((name) => name.endsWith('.csv'));

it('has files of the contract only', () => {
  expect(fileNames.map((name) => `${name}.csv`)).toEqual(expect.arrayContaining(shipped));
});

const present = fileNames.filter((name) => shipped.includes(`${name}.csv`));

describe.each(present)('%s of the sample', (file) => {
  const rows = rowsOf(file);
  const columns = columnsOf(file);

  it('is there, with columns of the contract only', () => {
    expect(rows.length).toBeGreaterThan(0);
    expect(Object.keys(columns)).toEqual(expect.arrayContaining(Object.keys(rows[0] ?? {})));
  });

  it('holds in each cell what its column allows', () => {
    const problems = rows.flatMap((row) =>
      Object.entries(columns).flatMap(([name, { kind, required, values }]) => {
        const text = row[name] ?? '';
        if (text === '') return required ? [`${name} is missing: ${JSON.stringify(row)}`] : [];
        const read = readCell(kind, text, values);
        return 'problem' in read ? [`${name} “${text}” ${read.problem}`] : [];
      }),
    );
    expect(problems).toEqual([]);
  });

  it('has no key twice', () => {
    const keys = rows.map((row) => keyOfRow(file, filled(row)));
    expect(keys.length).toBe(new Set(keys).size);
  });
});

describe('references of the sample', () => {
  it.each(relationTypes.filter(({ file }) => file !== 'links'))('$type resolves', (relation) => {
    if (!relation.to) throw new Error(`${relation.type} says nothing of its end.`);
    const known = idsOf(nodeType(relation.to).file);
    const named = rowsOf(relation.file).map((row) => row[relation.toColumn] ?? '');
    expect(named.filter((id) => id !== '' && !known.has(id))).toEqual([]);
  });

  it.each(fileNames.filter((file) => 'from' in fileOf(file)))(
    '%s: rows start at something described',
    (file) => {
      const declared = fileOf(file);
      if (!('from' in declared)) return;
      const known = idsOf(nodeType(declared.from.type).file);
      const named = rowsOf(file).map((row) => row[declared.from.column] ?? '');
      expect(named.filter((id) => !known.has(id))).toEqual([]);
    },
  );

  it('links resolve, and each says who states it', () => {
    const known: Record<string, Set<string>> = {
      account: accounts,
      company: idsOf('companies'),
      person: idsOf('persons'),
      payment_account: idsOf('payment_accounts'),
      watchlist_entry: idsOf('watchlist'),
    };
    for (const row of rowsOf('links')) {
      expect(known[row['from_type'] ?? '']).toContain(row['from_id']);
      expect(known[row['to_type'] ?? '']).toContain(row['to_id']);
      expect(row['source']).toMatch(
        /^(US Treasury, press release sm481|Fictional, made for this sample)/,
      );
    }
  });
});

describe('what is real in the sample', () => {
  const watchlist = new Map(rowsOf('watchlist').map((row) => [row['entry_id'] ?? '', row]));

  it('is the three entries of July 2021', () => {
    const silverstarEntry = watchlist.get('OFAC-SDN-24977');
    expect(silverstarEntry?.['aliases']?.split('|')).toHaveLength(7);
    expect(silverstarEntry?.['addresses']?.split('|')).toHaveLength(3);
    expect(silverstarEntry?.['identifiers']).toContain('91222401MA0Y31E659');
    expect(watchlist.get('OFAC-SDN-24978')?.['addresses']).toContain('41 Ulitsa Klary Tsetskin');
    expect(watchlist.get('OFAC-SDN-24979')?.['birth_date']).toBe('1970-02-05');
  });

  it('marks the bodies of the advisory as no designation', () => {
    const named = [...watchlist.values()].filter((row) => row['list'] === 'ADVISORY-2022');
    expect(named).toHaveLength(3);
    for (const row of named) expect(row['remarks']).toContain('No designation');
  });

  it('ties them by the press release alone', () => {
    const real = rowsOf('links').filter((row) => row['source']?.startsWith('US Treasury'));
    const ends = real.map(
      (row) => `${row['from_id'] ?? ''} ${row['kind'] ?? ''} ${row['to_id'] ?? ''}`,
    );
    expect(ends).toContain('OFAC-SDN-24979 officer_of OFAC-SDN-24977');
    expect(ends).toContain('OFAC-SDN-24979 controls OFAC-SDN-24978');
    expect(ends).toContain('OFAC-SDN-24978 linked_to OFAC-SDN-24977');
  });
});

describe('what is fictional in the sample', () => {
  const text = readdirSync(silverstar)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => readFileSync(join(silverstar, name), 'utf8'))
    .join('\n');

  it('uses reserved domains only', () => {
    const domains = [...text.matchAll(/(?:@|https?:\/\/)([^\s,"/|]+)/g)].map(
      ([, domain]) => domain,
    );
    expect(domains.length).toBeGreaterThan(300);
    const reserved = /(^|\.)(example\.(com|org|net)|example|test)$/;
    expect(domains.filter((domain) => !reserved.test(domain ?? ''))).toEqual([]);
  });

  it('uses addresses kept for documentation only', () => {
    const blocks = ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '2001:db8::/32'].map(
      (cidr) => ipaddr.parseCIDR(cidr),
    );
    const outside = [...idsOf('ips')].filter((ip) => {
      const address = ipaddr.parse(ip);
      return !blocks.some(
        ([base, bits]) => base.kind() === address.kind() && address.match(base, bits),
      );
    });
    expect(outside).toEqual([]);
  });

  it('uses telephone numbers kept for fiction only', () => {
    const numbers = [...text.matchAll(/\+\d[\d ]{8,}\d/g)].map(([number]) => number);
    expect(numbers.length).toBeGreaterThan(200);
    expect(
      numbers.filter((number) => !/^\+1 \d{3} 555 01\d\d$|^\+44 7700 900\d{3}$/.test(number)),
    ).toEqual([]);
  });
});

describe('the sample as a whole', () => {
  it('has the size that was asked for', () => {
    expect(accounts.size).toBeGreaterThanOrEqual(300);
    expect(accounts.size).toBeLessThanOrEqual(600);
    const bytes = readdirSync(silverstar, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, { name }) => sum + statSync(join(silverstar, name)).size, 0);
    expect(bytes).toBeLessThan(3_000_000);
  });

  it('is made again byte for byte by its maker', () => {
    const again = mkdtempSync(join(tmpdir(), 'silverstar-'));
    try {
      const maker = join(silverstar, 'build', 'main.ts');
      execFileSync(process.execPath, ['--import', 'tsx', maker, again]);
      for (const name of readdirSync(again))
        expect(
          readFileSync(join(again, name)).equals(readFileSync(join(silverstar, name))),
          name,
        ).toBe(true);
      const made = readdirSync(silverstar).filter((name) => /\.(csv|json)$/.test(name));
      expect(readdirSync(again).sort()).toEqual(made.sort());
    } finally {
      rmSync(again, { recursive: true });
    }
  });
});

describe('the truth about the sample', () => {
  const expected = readExpected(silverstar);
  const verdicts = [
    ...Object.values(expected.detectors).flatMap(({ must, must_not }) => [...must, ...must_not]),
    ...expected.clusters.together,
    ...expected.clusters.not_in_cluster,
  ];

  it('speaks of accounts that exist', () => {
    expect([...labels.keys()].filter((id) => !accounts.has(id))).toEqual([]);
    expect(
      verdicts.flatMap((verdict) => verdict.accounts).filter((id) => !accounts.has(id)),
    ).toEqual([]);
  });

  it('judges the detectors that it was made for, each way', () => {
    const names = [
      'front-company',
      'listed-ownership',
      'rating-ring',
      'shared-device',
      'shared-ip',
      'shared-payout',
    ];
    expect(Object.keys(expected.detectors)).toEqual(names);
    for (const { must, must_not } of Object.values(expected.detectors)) {
      expect(must.length).toBeGreaterThan(0);
      expect(must_not.length).toBeGreaterThan(0);
    }
  });

  it('asks for ring accounts and spares honest ones', () => {
    const isBad = (id: string) => !['benign', undefined].includes(labels.get(id)?.['role']);
    const asked = Object.values(expected.detectors).flatMap(({ must }) => must);
    const spared = Object.values(expected.detectors).flatMap(({ must_not }) => must_not);
    for (const { accounts: ids } of [...asked, ...expected.clusters.together])
      expect(ids.filter((id) => !isBad(id))).toEqual([]);
    for (const { accounts: ids } of [...spared, ...expected.clusters.not_in_cluster])
      expect(ids.filter(isBad)).toEqual([]);
  });

  it('keeps every set together inside one ring of the labels', () => {
    for (const { accounts: ids } of expected.clusters.together)
      expect(new Set(ids.map((id) => labels.get(id)?.['cluster'])).size).toBe(1);
  });

  it('has 25 to 40 ring accounts in three to five rings, and gives twins a kind', () => {
    const bad = [...labels.values()].filter((row) => row['role'] !== 'benign');
    expect(bad.length).toBeGreaterThanOrEqual(25);
    expect(bad.length).toBeLessThanOrEqual(40);
    const rings = new Set(bad.map((row) => row['cluster']));
    expect(rings.size).toBeGreaterThanOrEqual(3);
    expect(rings.size).toBeLessThanOrEqual(5);
    for (const row of labels.values()) expect(row['kind']).not.toBe('');
  });

  it('lies neither in ids nor in claimed countries', () => {
    const rows = rowsOf('accounts');
    const bad = rows.map(
      (row) => (labels.get(row['account_id'] ?? '')?.['role'] ?? 'benign') !== 'benign',
    );
    const neighbours = bad.filter((is, index) => is && bad[index + 1]).length;
    expect(neighbours).toBeLessThan(bad.filter(Boolean).length * 0.35);
    const countries = new Set(rows.filter((_, index) => bad[index]).map((row) => row['country']));
    expect(countries.size).toBeGreaterThan(12);
    for (const country of countries) {
      const honest = rows.filter((row, index) => !bad[index] && row['country'] === country);
      expect(honest.length, country).toBeGreaterThanOrEqual(3);
    }
  });

  it('is told by a README that names accounts that exist', () => {
    const readme = readFileSync(join(silverstar, 'README.md'), 'utf8');
    const named = readme.match(/\ba\d{5}\b/g) ?? [];
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !accounts.has(id))).toEqual([]);
  });
});
