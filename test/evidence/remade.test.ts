/** An attacker who has no key makes anew all that no key is needed for: what was changed is named all the same. */
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { makeBag, measure } from '../../server/evidence/bundle/bag.ts';
import { asBytes, textFile } from '../../server/platform/bag-file.ts';
import { payloadFiles } from '../../server/evidence/bundle/payload.ts';
import { verifyBundle } from '../../server/evidence/bundle/verify.ts';
import { zipBytes } from '../../server/evidence/bundle/zip-writer.ts';
import { signed } from '../../server/trust/signing/statement.ts';
import type { Verdict } from '../../verifier/verdict.ts';
import { asFile, packed, signer, temporaryFolder, trusted, verified } from './bundles.ts';
import { exhibit, occasion } from './exhibits.ts';
import {
  canonicalZip,
  folder,
  foundIn,
  judgedFiles,
  judgedZip,
  named,
  type Files,
} from './in-memory.ts';
import { unpackedIn } from './unpacked.ts';

/** With every part that a bundle may have beside its payload. */
let whole: Files;

beforeAll(async () => {
  const { scope } = exhibit();
  const payload = (await payloadFiles(exhibit())).map(measure);
  const more = [textFile('verify.html', '<!doctype html>'), textFile('custody.json', '{}')];
  const stamp = () => Promise.resolve(Buffer.from('a timestamp'));
  const { files } = await makeBag({ scope, occasion }, payload, more, signer, stamp);
  whole = new Map(
    files.map(({ name, chunks }) => [name, Buffer.concat([...chunks()].map(asBytes))]),
  );
});

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Both manifests and the bag's count of its payload, made anew for these files. */
function remade(files: Files): Files {
  const made = new Map(files);
  const isData = (name: string) => name.startsWith('data/');
  const listed = (wanted: (name: string) => boolean) =>
    [...made]
      .filter(([name]) => wanted(name))
      .map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`)
      .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
      .join('');
  const data = [...made].filter(([name]) => isData(name));
  const size = data.reduce((sum, [, bytes]) => sum + bytes.length, 0);
  const info = Buffer.from(made.get('bag-info.txt') ?? '').toString();
  const counted = info.replace(/^(Payload-Oxum: ).+$/m, `$1${size}.${data.length}`);
  if (made.has('bag-info.txt')) made.set('bag-info.txt', Buffer.from(counted));
  made.set('manifest-sha256.txt', Buffer.from(listed(isData)));
  const unlisted = /^(?:data\/|tagmanifest-|signature\.json|timestamp)/;
  made.set('tagmanifest-sha256.txt', Buffer.from(listed((name) => !unlisted.test(name))));
  return made;
}

/** The verdicts on the ZIP and on its unpacked files are the same. */
async function judged(files: Files, called = folder): Promise<string[]> {
  const verdict = await judgedZip(canonicalZip(files, called));
  if (called === folder) expect(named(judgedFiles(foundIn(files)))).toEqual(named(verdict));
  return named(verdict);
}

function replaced(name: string, text: string): Files {
  return new Map([...whole, [name, Buffer.from(text)]]);
}

function without(...names: readonly string[]): Files {
  return new Map([...whole].filter(([name]) => !names.includes(name)));
}

test('what is made anew of the same files is the same', async () => {
  expect(remade(whole)).toEqual(whole);
  expect(await judged(whole)).toEqual([]);
});

describe('the name of the bundle', () => {
  const other = 'skein-cluster-C-2';

  test('is signed: a root folder that is renamed throughout is named', async () => {
    expect(await judged(whole, other)).toEqual([`renamed ${other}`]);
    const verdict = await verified(await asFile(Buffer.from(canonicalZip(whole, other))));
    expect(verdict.faults[0]?.detail).toContain(folder);
    expect(verdict.signed_as).toMatchObject({ folder, of: { kind: 'cluster', id: 'C-1' } });
  });

  test('is signed, unpacked too', async () => {
    const parent = await temporaryFolder();
    const bag = await unpackedIn(parent, Buffer.from(canonicalZip(whole, other)));
    for (const path of [bag, parent])
      expect(named(await verified(path))).toContain(`renamed ${other}`);
  });

  test('is told on verification, with what it is of, when, by whom and for which case', async () => {
    const { bytes } = await packed();
    const { signed_as: as, remarks } = await verified(await asFile(bytes));
    const { at, by, case_number } = occasion;
    expect(as).toEqual({ folder, of: { kind: 'cluster', id: 'C-1' }, at, by, case_number });
    expect(remarks).toEqual([]);
  });
});

describe('each file beside the payload, and of it,', () => {
  test('that is dropped is named, though no manifest lists it any more', async () => {
    const unsigned = ['manifest-sha256.txt', 'tagmanifest-sha256.txt', 'signature.json'];
    const names = [...whole.keys()].filter((name) => !unsigned.includes(name));
    expect(names).toEqual(
      expect.arrayContaining(['custody.json', 'timestamp.tsr', 'verify.html', 'data/report.html']),
    );
    for (const name of names)
      expect(await judged(remade(without(name))), name).toContain(`removed ${name}`);
  });

  test('that is another is named, though the manifests say that it must be so', async () => {
    for (const name of whole.keys()) {
      if (/^(?:tag)?manifest-/.test(name)) continue;
      const text = `${Buffer.from(whole.get(name)!).toString()} `;
      expect(await judged(remade(replaced(name, text))), name).toContain(`changed ${name}`);
    }
  });

  test.each(['data/more.csv', 'README.txt', 'data/queries/more.cypher', 'notes/more.txt'])(
    'that is put there is named: %s',
    async (name) => {
      expect(await judged(remade(replaced(name, 'more')))).toContain(`added ${name}`);
    },
  );

  test('with its timestamp goes neither alone nor with what speaks for it', async () => {
    const both = ['timestamp.tsr', 'timestamp-signature.json'];
    expect(await judged(remade(without(...both)))).toEqual(
      expect.arrayContaining(both.map((name) => `removed ${name}`)),
    );
  });
});

test.each<[string, RegExp, string]>([
  ['case', /^External-Identifier: .+$/m, 'External-Identifier: 8/2026'],
  ['person', /^Contact-Name: .+$/m, 'Contact-Name: somebody else'],
  ['day', /^Bagging-Date: .+$/m, 'Bagging-Date: 2020-01-01'],
  ['description', /^External-Description: .+$/m, 'External-Description: of another cluster'],
])('another %s in bag-info.txt is named', async (_, line, by) => {
  const info = Buffer.from(whole.get('bag-info.txt')!).toString();
  expect(info).toMatch(line);
  expect(await judged(remade(replaced('bag-info.txt', info.replace(line, by))))).toContain(
    'changed bag-info.txt',
  );
});

test('an empty folder with a telling name is named in an unpacked bundle', async () => {
  const bag = await unpackedIn(await temporaryFolder(), Buffer.from(canonicalZip(whole)));
  await mkdir(join(bag, 'data', 'GUILTY'));
  expect(named(await verified(bag))).toContain('added data/GUILTY');
});

describe('a signature of the same key', () => {
  /** The bundle with this in place of its signature. */
  const signedFor = async (kind: string, more: object = {}) => {
    const files = [...whole].filter(([name]) => !/^(?:signature|timestamp)/.test(name));
    const stated = Object.fromEntries(files.map(([name, bytes]) => [name, sha256(bytes)]));
    const text = signed({ files: stated, kind, more: { ...more } }, signer);
    return judged(new Map([...files, ['signature.json', Buffer.from(text)] as const]));
  };

  test('for something else than a bundle does not sign one', async () => {
    expect(await signedFor('urn:skein:evidence-bundle-timestamp:1')).toEqual([
      'changed signature.json',
    ]);
    expect(await signedFor('urn:skein:evidence-bundle:2')).toEqual(['changed signature.json']);
  });
});

describe('a bundle of an earlier program, which signed the manifests alone,', () => {
  async function earlier(called = folder, dropped: readonly string[] = []): Promise<Verdict> {
    const files = remade(
      new Map([...without(...dropped)].filter(([name]) => !name.startsWith('timestamp'))),
    );
    const stated = Object.fromEntries(
      ['manifest-sha256.txt', 'tagmanifest-sha256.txt'].map((name) => [
        name,
        sha256(files.get(name)!),
      ]),
    );
    const payload_digest = stated['manifest-sha256.txt'];
    const kind = 'urn:skein:evidence-bundle:1';
    const text = signed({ files: stated, kind, more: { payload_digest } }, signer);
    const made = new Map([...files, ['signature.json', Buffer.from(text)] as const]);
    return judgedZip(canonicalZip(made, called));
  }

  test('verifies, with a remark of what its signature does not cover', async () => {
    const verdicts = [
      await earlier(),
      await earlier('skein-cluster-C-2'),
      await earlier(folder, ['custody.json']),
    ];
    for (const verdict of verdicts)
      expect(verdict).toMatchObject({
        intact: true,
        signed_as: null,
        remarks: [messages.verifier.signature.nameless],
      });
  });
});

test('what is packed below another name by this program would be no fault of the ZIP', async () => {
  const measured = foundIn(whole).map((file) =>
    measure({ name: file.name, chunks: () => [whole.get(file.name)!] }),
  );
  const zip = Buffer.concat([
    ...zipBytes(
      'exhibit-A',
      measured.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    ),
  ]);
  const verdict = await verifyBundle(await asFile(zip), trusted);
  expect(named(verdict)).toContain('renamed exhibit-A');
  expect(named(verdict)).not.toContain('container');
});
