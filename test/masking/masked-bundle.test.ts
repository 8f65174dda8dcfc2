/** Personal values that an export was asked to mask stand nowhere in the bundle, in no writing. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { maskKinds, type MaskKind } from '../../domain/schema/masks.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../database.ts';
import { writeDataset, type Dataset } from '../dataset.ts';
import { plainAccounts } from '../detectors/detecting.ts';
import { temporaryFolder } from '../evidence/bundles.ts';
import { exportedBundle, type ExportedBundle } from '../evidence/exporting.ts';
import { unpackedIn } from '../evidence/unpacked.ts';
import { oneHand } from '../one-hand.ts';

const tested = testDatabase();

/** An account whose id is an e-mail address, as some platforms have them. */
const mailed = 'Kim.Oh@mail.example';
const members = ['a1', 'a2', 'a3', mailed];

const personal = {
  emails: ['first.one@mail.example', 'SECOND.Two@mail.example', 'other.mail@box.example'],
  phones: ['+86 138-0013-8000', '+8613800138000', '138 0013 8000', '(030) 555-01 77'],
  numbers: ['AB123987', 'ab 123 987'],
  addresses: ['17 Nameless Street, Apt "4", Dandong', '17 nameless st apt "4" dandong', 'Ulica 9'],
} as const;

function dataset(): Dataset {
  const { emails, phones, numbers, addresses } = personal;
  const hands = oneHand(members, `Holder of ${emails[0]}`);
  return {
    ...hands,
    accounts: [
      ...members.map((account_id, index) => ({
        account_id,
        role: 'developer',
        display_name: index === 1 ? emails[0].toUpperCase() : `Person ${index}`,
        email: emails[index] ?? mailed,
        phone: phones[index % 3]!,
        address: addresses[index % 3]!,
        created_at: '2023-01-01T00:00:00Z',
      })),
      ...plainAccounts(26, 'o'),
    ],
    account_changes: [
      { account_id: 'a1', field: 'phone', old_value: phones[3], new_value: phones[0] },
      { account_id: 'a1', field: 'city', old_value: 'Harbin', new_value: 'Dandong' },
    ].map((change, index) => ({ ...change, changed_at: `2024-01-0${index + 1}T00:00:00Z` })),
    documents: [
      ...hands.documents!,
      {
        document_id: 'letter',
        account_id: 'a1',
        kind: 'message',
        used_for: 'communication',
        number: numbers[1],
        address_on_document: addresses[0],
        text: `Write to ${emails[1]} or call 0086 (138) 0013 8000 about ${numbers[0]}.`,
        submitted_at: '2024-02-01T00:00:00Z',
      },
    ],
  };
}

async function exported(
  masks: readonly MaskKind[],
  reason: string | null = null,
): Promise<ExportedBundle> {
  const scope = { kind: 'account', id: mailed, hops: 3 } as const;
  return exportedBundle(tested, { scope, masks, reason });
}

beforeAll(async () => {
  const folder = await writeDataset(dataset());
  await loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);
  await detect(tested.database, {}, silentProgress);
}, 150_000);

/** Digits and letters alone, so that no writing of a value escapes. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** The places in the bundle where a value still stands, file names and metadata included. */
function leftIn(bundle: ExportedBundle, values: readonly string[]): string[] {
  const inBytes = bundle.bytes.toString('utf8').toLowerCase();
  const found = values.filter((value) => inBytes.includes(value.toLowerCase()));
  for (const [name, text] of bundle.files) {
    const written = plain(text);
    for (const value of values)
      if (plain(value).length > 7 && written.includes(plain(value)))
        found.push(`${name}: ${value}`);
  }
  return found;
}

const everyValue = [mailed, ...Object.values(personal).flat()];

describe('a bundle that masks', () => {
  test('nothing holds every value, so that the search for them finds something', async () => {
    const open = await exported([]);
    expect(new Set(leftIn(open, everyValue).filter((text) => !text.includes(': ')))).toEqual(
      // Quotes are written in another way in every format.
      new Set(everyValue.filter((value) => !value.includes('"'))),
    );
    expect(JSON.parse(open.files.get('data/settings.json')!)).toMatchObject({ masked: {} });
  });

  test('every kind holds none of the values, in any writing, in any file, name or tag', async () => {
    const bundle = await exported(maskKinds, `asked about ${personal.emails[0]} and 13800138000`);
    expect(leftIn(bundle, everyValue)).toEqual([]);
    expect(bundle.folder).toMatch(/^skein-account-email-[0-9a-f]{12}-3$/);
  });

  test('every kind has none of them on its printed pages either, where they would be compressed', async () => {
    const pages = async (bundle: ExportedBundle) => {
      const folder = await unpackedIn(await temporaryFolder(), bundle.bytes);
      return execFileSync('pdftotext', [join(folder, 'data/report.pdf'), '-'], {
        encoding: 'utf8',
      });
    };
    const shown = (text: string) =>
      everyValue.filter((value) => plain(text).includes(plain(value)));
    expect(shown(await pages(await exported([]))).length).toBeGreaterThan(8);
    expect(shown(await pages(await exported(maskKinds)))).toEqual([]);
  });

  test('says what it masked, and how many different values that were', async () => {
    const { files } = await exported(maskKinds);
    expect(JSON.parse(files.get('data/settings.json')!)).toMatchObject({
      masked: { email: 4, phone: 3, document_number: 1, address: 2 },
    });
  });

  test('keeps what is linked by a value linked, by one pseudonym for all of its writings', async () => {
    const { files } = await exported(['phone', 'document_number']);
    interface Shown {
      nodes: { type: string; id: string; values: Record<string, string> }[];
    }
    const { nodes } = JSON.parse(files.get('data/subgraph.json')!) as Shown;
    const numbers = nodes.flatMap(({ values }) => values['number'] ?? []);
    expect(numbers.length).toBeGreaterThan(4);
    expect(new Set(numbers).size).toBe(1);
    expect(numbers[0]).toMatch(/^document-[0-9a-f]{12}$/);
    const rows = files.get('data/source-rows.ndjson')!;
    expect(rows).toContain('"masked":true');
    expect(rows).toContain(personal.emails[1]);
  });

  test('is the same again for the same request, and has other pseudonyms for another', async () => {
    const [one, again] = [await exported(maskKinds), await exported(maskKinds)];
    expect(again.digest).toBe(one.digest);
    const nearer = await exportedBundle(tested, {
      scope: { kind: 'account', id: mailed, hops: 2 },
      masks: maskKinds,
    });
    const ofId = (bundle: ExportedBundle) => /email-[0-9a-f]{12}/.exec(bundle.folder)?.[0];
    expect(ofId(nearer)).toBeDefined();
    expect(ofId(nearer)).not.toBe(ofId(one));
  });
});
