import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeType } from '../domain/schema/graph.ts';
import { schemaVersion, type NodeTypeName } from '../domain/schema/schema.ts';
import { localPassword } from '../server/graph/neo4j/local-admin.ts';
import { importFolder } from '../server/graph/neo4j/local-import.ts';
import { localLayout } from '../server/graph/neo4j/local-layout.ts';
import { searchKeys } from '../server/graph/search-keys/keys.ts';
import { searchKeysVersion } from '../server/graph/search-keys/keys-version.ts';
import { ImportFiles, type PropertyColumn } from '../server/ingest/load/import-files.ts';
import { iso, randomNumbers } from './rows.ts';

/** How much of everything a platform has. */
interface PlatformSize {
  accounts: number;
  ips: number;
  devices: number;
  payments: number;
  documents: number;
  logins: number;
  ratings: number;
}

/** A million accounts, and so much beside them that looking something up among it is work. */
export const million: PlatformSize = {
  accounts: 1_000_000,
  ips: 400_000,
  devices: 400_000,
  payments: 300_000,
  documents: 200_000,
  logins: 1_000_000,
  ratings: 300_000,
};

/** Addresses that a great many accounts log in from, and how many sessions each has. */
export const hubs = [200_000, 100_000, 40_000, 10_000, 10_000] as const;

const syllables =
  'ba bel bo cor da den dor el fa fen gal ga hal hin ing jor ka kel lan lor mar mi nel nor o pa per qui ra ros sa sel ta tor ul va ver wen xa yor za zel'.split(
    ' ',
  );
const hangul = ['김', '이', '박', '최', '정', '민준', '서연', '지훈', '수빈', '영호', '은지'];
const han = ['王', '李', '张', '刘', '陈', '伟', '芳', '娜', '敏', '静', '强', '磊'];
const cyrillic = ['Иван', 'Пётр', 'Анна', 'Ольга', 'Смирнов', 'Кузнецов', 'Попов', 'Волкова'];
const words =
  'the and build api team design web mobile deliver quality payment please contact project experience years react python data backend wallet clear milestone review weekly remote support invoice'.split(
    ' ',
  );

type Random = (below: number) => number;

const some = (from: readonly string[], random: Random) => from[random(from.length)]!;
const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);

/** Deterministic by its number, so that a request can name an account without reading the files. */
export function accountOf(at: number) {
  const random = randomNumbers(at * 7_919 + 17);
  for (let warm = 0; warm < 4; warm += 1) random(2);
  const given = some(syllables, random) + some(syllables, random) + some(syllables, random);
  const family = some(syllables, random) + some(syllables, random) + some(syllables, random);
  const script = random(20);
  const name =
    script === 0
      ? hangul[random(5)]! + hangul[5 + random(6)]!
      : script === 1
        ? han[random(5)]! + han[5 + random(7)]! + han[5 + random(7)]!
        : script === 2
          ? `${cyrillic[random(4)]!} ${cyrillic[4 + random(4)]!}`
          : `${capital(given)} ${capital(family)}`;
  return {
    id: `a${at}`,
    handle: `${given}${at % 100_000}`,
    display_name: name,
    email: `${given}.${family}${at % 997}@mail${random(500)}.example`,
    phone: `+1${2_000_000_000 + ((at * 7_919) % 7_999_999_999)}`.slice(0, 12),
    address: `${1 + random(900)} ${capital(family)} Street`,
  };
}

/** v4 of 10.0.0.0/8, and every twentieth v6. */
export function ipOf(at: number): string {
  return at % 20 === 19
    ? `2001:db8:${(at >> 16).toString(16)}:${(at & 65_535).toString(16)}::1`
    : `10.${(at >> 16) & 255}.${(at >> 8) & 255}.${at & 255}`;
}

export const deviceOf = (at: number) => `dev-${at}`;
export const paymentOf = (at: number) => `pay-${at}`;

/** The numbers of documents are those of passports: a letter and eight digits. */
export const documentNumber = (at: number) => `P${10_000_000 + ((at * 104_729) % 89_999_999)}`;

type Fields = Partial<Record<string, string>>;

/**
 * A platform in the shape in which a load leaves it, imported into a new local database: to load a million accounts
 * row by row would take most of an hour. The same one every time.
 */
export async function importPlatform(home: string, size: PlatformSize): Promise<void> {
  const layout = localLayout(home);
  const folder = join(home, 'platform');
  await mkdir(folder, { recursive: true });
  await localPassword(layout);
  writePlatform(folder, size);
  await importFolder(layout, folder);
  await rm(folder, { recursive: true });
}

function writePlatform(folder: string, size: PlatformSize): void {
  const start = Date.UTC(2024, 0, 1);
  const files = new ImportFiles(folder);
  const nodes = (
    type: NodeTypeName,
    columns: readonly string[],
    count: number,
    node: (at: number) => Fields & { id: string },
  ) => {
    const own = ['id', ...columns, '_search', '_order', '_loaded'].map(text);
    const file = files.nodes(nodeType(type).label, type, [...own, sources]);
    for (let at = 0; at < count; at += 1) {
      const { id, ...values } = node(at);
      file.write([id], { id, ...values, ...searchKeys(type, id, values), ...stamp(at) });
    }
  };
  const relations = (
    relation: string,
    ends: readonly [NodeTypeName, NodeTypeName],
    count: number,
    endsOf: (at: number) => readonly [from: string, to: string],
  ) => {
    const file = files.relations(relation, ends, [...['key', '_at', '_loaded'].map(text), sources]);
    for (let at = 0; at < count; at += 1)
      file.write(endsOf(at), { key: String(at), _at: iso(start + at * 30_000), ...stamp(at) });
  };

  const versions = ['schema_version', 'search_keys'].map((name) => ({
    ...{ name, kind: 'long' as const },
  }));
  files.nodes('Skein', 'own', [text('id'), ...versions]).write(['mark'], {
    id: 'skein',
    schema_version: schemaVersion,
    search_keys: searchKeysVersion,
  });
  files
    .nodes('SkeinSourceFile', 'own', ['ref', 'file', 'sha256'].map(text))
    .write(['source'], { ref: 'bench', file: 'bench.csv', sha256: '0'.repeat(64) });
  nodes(
    'account',
    ['handle', 'display_name', 'email', 'phone', 'address'],
    size.accounts,
    accountOf,
  );
  nodes('ip', ['kind'], size.ips, (at) => ({ id: ipOf(at), kind: 'residential' }));
  nodes('device', ['os', 'fingerprint'], size.devices, (at) => ({
    id: deviceOf(at),
    os: 'Linux',
    fingerprint: `fp${(at * 2_654_435_761) % 4_294_967_296}`,
  }));
  nodes('payment_account', ['holder_name'], size.payments, (at) => ({
    id: paymentOf(at),
    holder_name: accountOf(at).display_name,
  }));
  const random = randomNumbers(3);
  const pitch = () => Array.from({ length: 20 }, () => some(words, random)).join(' ');
  nodes('document', ['kind', 'name_on_document', 'number', 'text'], size.documents, (at) =>
    at % 2 === 0
      ? {
          id: `doc-${at}`,
          kind: 'passport',
          name_on_document: accountOf(at).display_name,
          number: documentNumber(at),
        }
      : { id: `doc-${at}`, kind: 'bid', text: `${pitch()} ref${at}` },
  );

  const account = () => `a${random(size.accounts)}`;
  relations('HANDED_IN_BY', ['document', 'account'], size.documents, (at) => [
    `doc-${at}`,
    account(),
  ]);
  relations('PAID_THROUGH', ['account', 'payment_account'], size.payments, (at) => [
    account(),
    paymentOf(at),
  ]);
  relations('RATED', ['account', 'account'], size.ratings, () => [account(), `a${random(1_000)}`]);
  const ofHubs = hubs.flatMap((sessions, hub) => Array.from({ length: sessions }, () => hub));
  const sessions = size.logins + ofHubs.length;
  relations('LOGGED_IN_FROM', ['account', 'ip'], sessions, (at) => {
    const who = random(size.accounts);
    return [`a${who}`, ipOf(ofHubs[at] ?? (who * 7 + random(3)) % size.ips)];
  });
  relations('LOGGED_IN_ON', ['account', 'device'], sessions, () => {
    const who = random(size.accounts);
    return [`a${who}`, deviceOf((who * 5 + random(2)) % size.devices)];
  });
  files.close();
}

const text = (name: string): PropertyColumn => ({ name, kind: 'string' });
const sources: PropertyColumn = { name: '_sources', kind: 'string[]' };
const stamp = (at: number) => ({
  _loaded: '2024-03-01T00:00:00.000Z',
  _sources: [`bench:${at}`],
});
