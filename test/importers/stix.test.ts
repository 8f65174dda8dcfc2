import { execFileSync } from 'node:child_process';
import { mkdtemp, open, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { FileName } from '../../domain/schema/schema.ts';
import { messages } from '../../domain/messages/index.ts';
import { peersPython } from '../../setup/peers.mjs';
import { stix } from '../../server/evidence/exchange/stix.ts';
import { importStix } from '../../server/ingest/importers/stix.ts';
import { RowCheck } from '../../server/ingest/load/check.ts';
import { fileBytes, tableRecords } from '../../server/ingest/load/table.ts';
import { everyKind } from '../evidence/every-kind.ts';
import { folderOf } from '../load/folder-of.ts';

const outFolder = () => mkdtemp(join(tmpdir(), 'skein-stix-'));
const text = messages.load.stix;

async function fileWith(content: string): Promise<string> {
  return join(await folderOf({ 'stix.json': content }), 'stix.json');
}

const bundle = (objects: readonly unknown[]) =>
  fileWith(JSON.stringify({ type: 'bundle', id: stixId('bundle', 0), objects }));

/** An id of STIX; the number alone tells it from others of its type. */
function stixId(type: string, number: number): string {
  return `${type}--00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

const object = (type: string, number: number, said: object = {}) => ({
  type,
  id: stixId(type, number),
  spec_version: '2.1',
  created: '2024-01-02T03:04:05.000Z',
  modified: '2024-01-02T03:04:05.000Z',
  ...said,
});

const relationship = (number: number, from: string, kind: string, to: string, said = {}) =>
  object('relationship', number, {
    relationship_type: kind,
    source_ref: from,
    target_ref: to,
    ...said,
  });

/** The rows of a folder's files as a load reads them; fails at one that it would reject. */
async function loadable(folder: string): Promise<Record<string, Record<string, unknown>[]>> {
  const read: Record<string, Record<string, unknown>[]> = {};
  for (const name of await readdir(folder)) {
    const file = name.replace(/\.csv$/, '') as FileName;
    const check = new RowCheck(file, 'ref', null);
    const rows: Record<string, unknown>[] = [];
    for await (const records of tableRecords(fileBytes(join(folder, name), false), 'csv'))
      for (const record of records) {
        const checked = check.check(record);
        if ('reject' in checked) throw new Error(`${name}: ${JSON.stringify(checked.reject)}`);
        rows.push(checked.row.values);
      }
    read[file] = rows;
  }
  return read;
}

const author = object('identity', 1, { name: 'A CERT', identity_class: 'organization' });
const person = object('identity', 2, {
  name: 'Ana Lind',
  identity_class: 'individual',
  contact_information: 'not one address',
});
const company = object('identity', 3, { name: 'Lind AB', identity_class: 'organization' });
const account = object('user-account', 4, {
  user_id: '1001',
  account_type: 'gigboard',
  account_login: 'ana',
  display_name: 'Ana',
  account_created: '2023-01-01T00:00:00.000Z',
});
const address = object('ipv4-addr', 5, {
  value: '198.51.100.7',
  belongs_to_refs: [stixId('autonomous-system', 6)],
});
const network = object('autonomous-system', 6, { number: 64_500, name: 'A network' });
const group = object('intrusion-set', 7, {
  name: 'Silver Set',
  aliases: ['Silver|Star'],
  created_by_ref: author.id,
  external_references: [{ source_name: 'a catalogue', external_id: 'G99' }],
});
const mail = object('email-addr', 8, { value: 'ana@example.org', belongs_to_ref: account.id });

describe('the import of STIX', () => {
  it('makes a dataset that loads whole, and counts what has no place in it', async () => {
    const out = await outFolder();
    const source = await bundle([
      author,
      person,
      company,
      account,
      address,
      network,
      group,
      mail,
      object('ipv4-addr', 9, { value: '198.51.100.0/24' }),
      object('email-addr', 10, { value: 'nobody@example.org' }),
      object('domain-name', 11, { value: 'lind.example' }),
      object('identity', 12, { name: 'All banks', identity_class: 'class' }),
      object('location', 13, { country: 'SE' }),
      object('x-of-ours', 14),
      relationship(20, person.id, 'employed-by', company.id, {
        start_time: '2020-02-03T00:00:00.000Z',
      }),
      relationship(21, group.id, 'uses', address.id),
      relationship(22, person.id, 'located-at', stixId('location', 13)),
      relationship(23, account.id, 'related-to', address.id),
      relationship(24, account.id, 'related-to', stixId('user-account', 99)),
      relationship(25, company.id, 'targets', person.id, { revoked: true }),
      relationship(26, account.id, 'constructor', person.id),
    ]);
    const made = await importStix(source, out);
    expect(made).toEqual({
      folder: out,
      rows: {
        persons: 1,
        companies: 1,
        accounts: 1,
        ips: 1,
        watchlist: 1,
        websites: 1,
        links: 2,
      },
      left_out: {
        'relationship (revoked)': 1,
        'identity (created_by_ref)': 1,
        'ipv4-addr (value)': 1,
        'identity (identity_class class)': 1,
        location: 1,
        'x-of-ours': 1,
        'relationship (identity located-at location)': 1,
        'relationship (user-account related-to ipv4-addr)': 1,
        'relationship (target_ref)': 1,
        'email-addr': 1,
      },
    });
    const { accounts, ips, watchlist, links, persons } = await loadable(out);
    expect(accounts).toMatchObject([
      {
        account_id: account.id,
        platform: 'gigboard',
        handle: 'ana',
        display_name: 'Ana',
        email: 'ana@example.org',
        created_at: '2023-01-01T00:00:00.000Z',
      },
    ]);
    expect(ips).toMatchObject([{ ip: '198.51.100.7', asn: 'AS64500', as_name: 'A network' }]);
    expect(ips![0]!['extra.listed_by']).toBe(`A CERT ${group.id}`);
    expect(watchlist).toMatchObject([
      {
        entry_id: group.id,
        list: 'A CERT',
        name: 'Silver Set',
        aliases: ['Silver Star'],
        listed_on: '2024-01-02',
        remarks: 'a catalogue G99',
        'extra.indicated': '198.51.100.7',
      },
    ]);
    expect(links).toMatchObject([
      { from_id: company.id, to_id: person.id, kind: 'employs', since: '2020-02-03' },
      { from_type: 'account', to_type: 'person', kind: 'other' },
    ]);
    expect(links![1]!['source']).toBe(`constructor; ${stixId('relationship', 26)}`);
    // Where somebody is located is not read.
    expect(persons![0]).not.toHaveProperty('country');
  });

  it('makes an entry of an indicator, named by what its pattern names', async () => {
    const indicator = (number: number, pattern: string, said = {}) =>
      object('indicator', number, {
        name: `Ana Lind ${number.toString()}`,
        pattern,
        pattern_type: 'stix',
        valid_from: '2024-05-06T07:08:09Z',
        ...said,
      });
    const out = await outFolder();
    const source = await bundle([
      indicator(
        1,
        "[ipv4-addr:value = '203.0.113.9'] OR [ipv6-addr:value IN ('2001:db8::1','2001:db8::2')]",
      ),
      indicator(2, "[email-addr:value = 'o\\'hara@example.org']"),
      indicator(3, "[domain-name:value = 'lind.example' OR url:value = 'https://lind.example/x']"),
      indicator(
        4,
        "[user-account:account_type = 'gigboard' AND user-account:display_name = 'Mira Holt']",
      ),
      indicator(
        5,
        "[network-traffic:dst_ref.type = 'ipv4-addr' AND network-traffic:dst_ref.value = '192.0.2.1']",
      ),
      // Each would say of a value alone what is said of it with something else, or of all others.
      indicator(6, "[ipv4-addr:value = '192.0.2.2' AND network-traffic:dst_port = 22]"),
      indicator(7, "[ipv4-addr:value NOT = '192.0.2.3']"),
      indicator(8, "[ipv4-addr:value = '192.0.2.4'] FOLLOWEDBY [ipv4-addr:value = '192.0.2.5']"),
      indicator(9, "[ipv4-addr:value = '192.0.2.6' AND file:name = 'x']"),
      indicator(10, "[file:name = 'x']"),
      indicator(11, 'alert tcp any', { pattern_type: 'snort' }),
    ]);
    const { left_out } = await importStix(source, out, { list: 'Ours' });
    expect(left_out).toEqual({ 'indicator (pattern)': 5, 'indicator (pattern_type)': 1 });
    const { watchlist, ips, websites } = await loadable(out);
    expect(watchlist!.map(({ list, name }) => [list, name])).toEqual([
      ['Ours', '203.0.113.9'],
      ['Ours', "o'hara@example.org"],
      ['Ours', 'lind.example'],
      ['Ours', 'Mira Holt'],
      ['Ours', '192.0.2.1'],
    ]);
    expect(watchlist![0]).toMatchObject({
      listed_on: '2024-05-06',
      'extra.indicated': '203.0.113.9|2001:db8::1|2001:db8::2',
    });
    expect(watchlist![0]!['remarks']).toContain("[ipv4-addr:value = '203.0.113.9'] OR");
    // Register and passport numbers are compared by their digits; an address is none.
    expect(watchlist!.filter((row) => 'identifiers' in row)).toEqual([]);
    expect(ips!.map(({ ip }) => ip)).toEqual([
      '203.0.113.9',
      '2001:db8::1',
      '2001:db8::2',
      '192.0.2.1',
    ]);
    expect(websites!.map(({ url }) => url)).toEqual(['lind.example', 'https://lind.example/x']);
  });

  it('takes what Skein hands to others, with the same ids, and no inference as a statement', async () => {
    const { nodes, relations, findings } = everyKind();
    const [of, to] = ['person', 'company'].map((type) => nodes.find((node) => node.type === type)!);
    const inferred = { ...relations[0]!, key: 'I', derived: true, sources: [], from: of!, to: to! };
    const out = await outFolder();
    const content = [...stix({ nodes, relations: [...relations, inferred], findings, at: null })];
    const { left_out } = await importStix(await fileWith(content.join('')), out);
    const read = await loadable(out);
    const ids = (type: string) => nodes.filter((node) => node.type === type).map(({ id }) => id);
    for (const [file, column, type] of [
      ['accounts', 'account_id', 'account'],
      ['payment_accounts', 'payment_account_id', 'payment_account'],
      ['ips', 'ip', 'ip'],
      ['devices', 'device_id', 'device'],
      ['websites', 'url', 'website'],
      ['persons', 'person_id', 'person'],
      ['companies', 'company_id', 'company'],
      ['watchlist', 'entry_id', 'watchlist_entry'],
    ] as const)
      expect(
        read[file]!.map((row) => row[column]),
        file,
      ).toEqual(ids(type));
    expect(read['accounts']).toMatchObject([
      {
        platform: 'Gigboard',
        handle: 'mira',
        display_name: 'Mira Holt',
        created_at: '2023-02-03T04:05:06.000Z',
      },
    ]);
    expect(read['payment_accounts']).toMatchObject([{ kind: 'crypto', holder_name: 'M. Holt' }]);
    expect(read['watchlist']).toMatchObject([{ list: 'OFAC-SDN', kind: 'person' }]);
    const ends = read['links']!.map(
      (row) => `${String(row['from_type'])} ${String(row['to_type'])}`,
    );
    expect(ends.sort()).toEqual(
      ['payment_account', 'company', 'person', 'watchlist_entry']
        .map((type) => `account ${type}`)
        .sort(),
    );
    expect(read['links']![0]).toMatchObject({ kind: 'linked_to', since: '2023-04-05' });
    expect(left_out).toMatchObject({ 'relationship (inferred)': 1, file: 1, grouping: 1, note: 1 });
  });

  it('keeps the latest version of an object, and what several relationships say of one link', async () => {
    const out = await outFolder();
    const later = { ...person, name: 'Ana Lund', modified: '2024-02-01T00:00:00.000Z' };
    const { rows, left_out } = await importStix(
      await bundle([
        later,
        person,
        company,
        relationship(1, person.id, 'owns', company.id, { description: 'one' }),
        relationship(2, person.id, 'owns', company.id, { description: 'two' }),
        relationship(3, person.id, 'owns', company.id, { description: 'x'.repeat(9_000) }),
      ]),
      out,
    );
    expect(rows).toMatchObject({ persons: 1, links: 1 });
    expect(left_out).toEqual({ 'identity (modified)': 1, 'relationship (description)': 1 });
    const { persons, links } = await loadable(out);
    expect(persons).toMatchObject([{ name: 'Ana Lund' }]);
    expect(links![0]!['source']).toMatch(/^owns; one; .*\nowns; two; /);
  });

  it('makes no cell longer than a load takes, and loses no row to a long text', async () => {
    const out = await outFolder();
    const addresses = Array.from({ length: 2_000 }, (_, at) => `10.0.${at >> 8}.${at & 255}`);
    const pattern = addresses.map((ip) => `[ipv4-addr:value = '${ip}']`).join(' OR ');
    const { rows, left_out } = await importStix(
      await bundle([
        { ...person, description: 'x'.repeat(9_000) },
        company,
        object('indicator', 1, { pattern, pattern_type: 'stix' }),
        ...Array.from({ length: 200 }, (_, at) =>
          relationship(at, person.id, 'owns', company.id, { description: 'y'.repeat(100) }),
        ),
      ]),
      out,
    );
    expect(rows).toMatchObject({ ips: 2_000, watchlist: 1, persons: 1, links: 1 });
    expect(left_out['identity (description)']).toBe(1);
    expect(left_out['relationship (said again)']).toBeGreaterThan(100);
    const { ips, watchlist } = await loadable(out);
    expect(watchlist![0]!['remarks']).toBe(pattern);
    expect(ips!.every((row) => row['extra.listed_by'] === `STIX ${stixId('indicator', 1)}`)).toBe(
      true,
    );
  });

  it('says what is wrong with a file, and leaves the folder as it was', async () => {
    const out = await outFolder();
    await importStix(await bundle([person]), out);
    const before = await readFile(join(out, 'persons.csv'), 'utf8');
    const bad: [string, (path: string) => string][] = [
      ['{\n"type": "bundle",\n!', (path) => text.notJson(path, 3)],
      ['{"type":"bundle"', (path) => text.notJson(path, 1)],
      ['[]', text.notABundle],
      ['{"type":"report"}', text.notABundle],
      [
        '{"type":"bundle","spec_version":"2.0","objects":[]}',
        (path) => text.otherVersion(path, '2.0'),
      ],
      [bundleText([person, { type: 'identity' }]), (path) => text.notAnObject(path, 2)],
      [bundleText([person, 7]), (path) => text.notAnObject(path, 2)],
      [
        bundleText([person, { ...company, id: 'url--1' }]),
        (path) => text.badId(path, 2, 'identity', 'url--1'),
      ],
    ];
    for (const [content, expected] of bad) {
      const path = await fileWith(content);
      await expect(importStix(path, out)).rejects.toThrow(expected(path));
    }
    await expect(importStix('none.json', out)).rejects.toThrow(text.noFile('none.json'));
    const large = await fileWith('');
    const file = await open(large, 'r+');
    await file.truncate(300 * 2 ** 20);
    await file.close();
    await expect(importStix(large, out)).rejects.toThrow(text.tooLarge(large, 300, 256));
    expect(await readdir(out)).toEqual(['persons.csv']);
    expect(await readFile(join(out, 'persons.csv'), 'utf8')).toBe(before);
  });

  it('reads what the program of others writes', async () => {
    const script = fileURLToPath(new URL('stix-of-others.py', import.meta.url));
    const content = execFileSync(peersPython(), [script], { encoding: 'utf8' });
    const out = await outFolder();
    const { rows, left_out } = await importStix(await fileWith(content), out);
    expect(rows).toEqual({ persons: 1, accounts: 1, watchlist: 2, ips: 1, links: 2 });
    expect(left_out).toEqual({ 'identity (created_by_ref)': 1, malware: 1 });
    const { watchlist } = await loadable(out);
    expect(watchlist!.map(({ list, name }) => [list, name])).toEqual([
      ['A CERT', 'Silver Set'],
      ['A CERT', '198.51.100.7'],
    ]);
  });
});

function bundleText(objects: readonly unknown[]): string {
  return JSON.stringify({ type: 'bundle', objects });
}
