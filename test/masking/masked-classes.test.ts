/**
 * Names, birth dates, IP addresses and account ids are classes of their own: asked for alone, nothing of one stands anywhere in
 * the bundle, in no writing, and what belongs together still does.
 */
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { maskKinds, type MaskKind } from '../../domain/schema/masks.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import { clustersOfRun } from '../../server/detection/runs/read-runs.ts';
import { verifyBundle } from '../../server/evidence/bundle/verify.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import type { Scope } from '../../domain/evidence-scope.ts';
import { testDatabase } from '../database.ts';
import { writeDataset, type Dataset } from '../dataset.ts';
import { plainAccounts } from '../detectors/detecting.ts';
import { temporaryFolder } from '../evidence/bundles.ts';
import { exportedBundle, type ExportedBundle } from '../evidence/exporting.ts';
import { unpackedIn } from '../evidence/unpacked.ts';
import { oneHand } from '../one-hand.ts';

const tested = testDatabase();

/** A long one, a short one with letters, one that is a number, and one with the mark that parts the columns of a key. */
const members = ['kestrel-account-01', 'qz7', '48213', 'left|right'];

/** As the data have them, and as its texts write them otherwise. */
const written = {
  name: [
    ...['Johanna Albrecht-Nowak', 'José Núñez', '김철수', 'Ngo', 'Peregrine Holder'],
    ...['ALBRECHT-NOWAK, Johanna', 'jose nunez', 'Nuñez, Jose'],
  ],
  birth_date: ['1988-03-07', '7 March 1988', '07.03.1988', 'March 7, 1988', '1991-11-30'],
  ip: ['198.51.100.23', '2001:db8::7:1', '2001:0DB8:0:0:0:0:7:1', '203.0.113.77', '203.0.113.0/28'],
  account_id: [...members, 'kestrel_of_the_north'],
} as const satisfies Partial<Record<MaskKind, readonly string[]>>;
type Class = keyof typeof written;
const classes = Object.keys(written) as Class[];

function dataset(): Dataset {
  const hands = oneHand(members, 'Peregrine Holder');
  const born = ['1988-03-07', '1991-11-30', '', '1991-11-30'];
  const addresses = ['198.51.100.23', '2001:db8::7:1', '203.0.113.77', '198.51.100.23'];
  return {
    ...hands,
    accounts: [
      ...members.map((account_id, at) => ({
        account_id,
        role: 'developer',
        handle: at === 0 ? 'kestrel_of_the_north' : '',
        display_name: ['Ngo', 'José Núñez', '김철수', 'Ngo'][at]!,
        legal_name: at === 0 ? 'Johanna Albrecht-Nowak' : '',
        birth_date: born[at]!,
        created_at: '2023-01-01T00:00:00Z',
        // A time is no birth date, whatever day it is of.
        verified_at: '1988-03-07T00:00:00Z',
        referred_by: at === 1 ? members[2]! : '',
      })),
      ...plainAccounts(26, 'o'),
    ],
    account_changes: [
      {
        account_id: members[3]!,
        field: 'birth_date',
        old_value: '1988-03-07',
        new_value: born[3]!,
      },
      { account_id: members[3]!, field: 'display_name', old_value: 'José Núñez', new_value: 'Ngo' },
    ].map((change) => ({ ...change, changed_at: '2024-01-05T00:00:00Z' })),
    logins: [
      ...hands.logins!,
      ...members.map((account_id, at) => ({
        account_id,
        ip: addresses[at]!,
        device_id: 'd1',
        started_at: '2024-03-01T09:00:00Z',
        user_agent: 'Mozilla/5.0 Chrome/120.0.0.0',
      })),
    ],
    ips: [{ ip: '198.51.100.23', kind: 'residential' }],
    known_shared: [{ type: 'ip', value: '203.0.113.0/28', reason: 'a café' }],
    links: [
      {
        ...{ from_type: 'account', from_id: members[0]!, to_type: 'person', to_id: 'pe1' },
        kind: 'uses',
      },
    ],
    persons: [{ person_id: 'pe1', name: 'Johanna Albrecht-Nowak', birth_date: '1988-03-07' }],
    documents: [
      ...hands.documents!,
      {
        document_id: 'letter',
        account_id: members[0]!,
        kind: 'message',
        used_for: 'communication',
        name_on_document: 'José Núñez',
        text: `ALBRECHT-NOWAK, Johanna (born 7 March 1988, or 07.03.1988, or March 7, 1988) and Nuñez, Jose, whom jose nunez is, share 김철수의 room with Ngo; see 2001:0DB8:0:0:0:0:7:1 and (203.0.113.77). Ask qz7 and ${members[0]}, as kestrel_of_the_north says.`,
        submitted_at: '2024-02-01T00:00:00Z',
        to_account_id: members[1]!,
      },
    ],
  };
}

const around = { kind: 'account', id: members[0]!, hops: 3 } as const;

function exported(masks: readonly MaskKind[], scope: Scope = around): Promise<ExportedBundle> {
  const told = Object.values(written).flat();
  // A number as short as that is told from other numbers by its column alone.
  const reason = `asked about ${told.filter((value) => !/^\d+$/.test(value)).join(' and ')}`;
  return exportedBundle(tested, { scope, masks, narrative: true, reason });
}

const only = ['shared-payout', 'shared-device', 'shared-document', 'identity-mismatch'];

let open: ExportedBundle;
let cluster: string;

beforeAll(async () => {
  const folder = await writeDataset(dataset());
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  // The rules that see it; the others find nothing, at length.
  const { run } = await detect(tested.database, { only }, silentProgress);
  cluster = (await clustersOfRun(tested.database, run.run)).find(({ accounts }) =>
    accounts.includes(members[0]!),
  )!.id;
  open = await exported([]);
}, 400_000);

/** As a word by itself, whatever case; what the signature is written with holds any letters. */
function standsIn(value: string): RegExp {
  const plain = value.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}_])${plain}(?![\p{Script=Latin}\p{N}_])`, 'iu');
}

/** Every text of the bundle: its files, their names, and what is printed on the pages that are compressed. */
async function textsOf(bundle: ExportedBundle): Promise<[string, string][]> {
  const folder = await unpackedIn(await temporaryFolder(), bundle.bytes);
  const pages = ['report.pdf', 'data/report.pdf'].map((name): [string, string] => [
    name,
    execFileSync('pdftotext', [join(folder, name), '-'], { encoding: 'utf8' }),
  ]);
  const files = [...bundle.files].filter(
    ([name]) => !/\.(?:pdf|png|p7s|pem)$|signature/.test(name),
  );
  return [['folder', bundle.folder], ...files, ...pages];
}

async function leftIn(bundle: ExportedBundle, values: readonly string[]): Promise<string[]> {
  const texts = await textsOf(bundle);
  return values.flatMap((value) => {
    const stands = standsIn(value);
    return texts.flatMap(([name, text]) => (stands.test(text) ? [`${name}: ${value}`] : []));
  });
}

interface Shown {
  nodes: { type: string; id: string; caption: string; values: Record<string, string> }[];
  relations: { key: string; from: { type: string; id: string } }[];
}

function graphOf({ files }: ExportedBundle): Shown {
  return JSON.parse(files.get('data/subgraph.json')!) as Shown;
}

const idsIn = (bundle: ExportedBundle, type: string) =>
  graphOf(bundle).nodes.flatMap((node) => (node.type === type ? [node.id] : []));

describe('a bundle that masks a class', () => {
  test('nothing is found where nothing was asked to be masked, but all of it', async () => {
    for (const of of classes) {
      const found = await leftIn(open, written[of]);
      expect(new Set(found.map((one) => one.slice(one.indexOf(': ') + 2)))).toEqual(
        new Set(written[of]),
      );
    }
  });

  test.each(classes)('%s: none of its values is anywhere in it', async (of) => {
    const bundle = await exported([of]);
    expect(await leftIn(bundle, written[of])).toEqual([]);
    expect(JSON.parse(bundle.files.get('data/settings.json')!)).toMatchObject({
      masked: { [of]: expect.any(Number) as number },
    });
    expect(bundle.files.get('data/report.html')).not.toMatch(/undefined|\[object/);
  });

  test('all at once: none of any', async () => {
    const bundle = await exported(maskKinds);
    expect(await leftIn(bundle, Object.values(written).flat())).toEqual([]);
  });

  test('what is not asked for stands as it was', async () => {
    const bundle = await exported(['account_id']);
    expect(await leftIn(bundle, written.name)).not.toEqual([]);
    expect(idsIn(bundle, 'ip')).toEqual(idsIn(open, 'ip'));
    expect(bundle.files.get('data/source-rows.ndjson')).toContain('Chrome/120.0.0.0');
    expect((await exported(['ip'])).files.get('data/source-rows.ndjson')).toContain(
      'Chrome/120.0.0.0',
    );
  });
});

describe('account ids that are masked', () => {
  test('are one pseudonym each, by which tables, graph, findings and rows join', async () => {
    const bundle = await exported(['account_id']);
    const ids = new Set(idsIn(bundle, 'account'));
    expect(ids.size).toBe(idsIn(open, 'account').length);
    for (const id of ids) expect(id).toMatch(/^account-[0-9a-f]{12}$/);
    const records = (name: string) =>
      parse<Record<string, string>>(bundle.files.get(name)!, { columns: true });
    const tabled = records('data/nodes.csv').filter(({ type }) => type === 'account');
    expect(new Set(tabled.map(({ id }) => id))).toEqual(ids);
    for (const { from_type: type, from_id: id } of records('data/relations.csv'))
      if (type === 'account') expect(ids).toContain(id);
    const { findings, members: shown } = JSON.parse(bundle.files.get('data/findings.json')!) as {
      findings: { id: string; title: string; accounts: string[]; facts: unknown }[];
      members: string[];
    };
    expect(findings.length).toBeGreaterThan(2);
    for (const { accounts, title } of findings) {
      for (const id of accounts) expect(ids).toContain(id);
      for (const id of members) expect(title).not.toMatch(standsIn(id));
    }
    expect(shown.every((id) => ids.has(id))).toBe(true);
    const cells = bundle.files
      .get('data/source-rows.ndjson')!
      .split('\n')
      .filter((line) => line !== '')
      .flatMap((line) => (JSON.parse(line) as { cells: { column: string; value: string }[] }).cells)
      .filter(({ column, value }) => column === 'account_id' && value !== '');
    expect(cells.length).toBeGreaterThan(10);
    for (const { value } of cells) expect(ids).toContain(value);
  });

  test('are not told by the digests that findings and clusters are called by', async () => {
    const bundle = await exported(['account_id'], { kind: 'cluster', id: cluster });
    expect(bundle.folder).toMatch(/^skein-cluster-cluster-[0-9a-f]{12}$/);
    for (const [name, text] of await textsOf(bundle))
      expect(`${name} ${/\b[FC]-[0-9a-f]{16}\b/.exec(text)?.[0] ?? ''}`).toBe(`${name} `);
  });

  test('leave a bundle that verifies, is the same again, and has other pseudonyms for another request', async () => {
    const bundle = await exported(maskKinds);
    const path = join(await temporaryFolder(), 'masked.zip');
    await writeFile(path, bundle.bytes);
    const { faults } = await verifyBundle(path, []);
    expect(faults.map(({ kind }) => kind)).toEqual(['untrusted']);
    expect((await exported(maskKinds.toReversed())).digest).toBe(bundle.digest);
    const nearer = await exported(maskKinds, { ...around, hops: 2 });
    const shared = idsIn(nearer, 'account').filter((id) => idsIn(bundle, 'account').includes(id));
    expect(shared).toEqual([]);
  });
});

test('an address that is masked is no address for whoever reads STIX', async () => {
  const bundle = await exported(['ip']);
  const { objects } = JSON.parse(bundle.files.get('data/stix.json')!) as {
    objects: { type: string; name?: string }[];
  };
  expect(objects.filter(({ type }) => /^ipv[46]-addr$/.test(type))).toEqual([]);
  const named = objects.filter(({ name }) => /^ip-[0-9a-f]{12}$/.test(name ?? ''));
  expect(named.length).toBe(idsIn(open, 'ip').length);
});
