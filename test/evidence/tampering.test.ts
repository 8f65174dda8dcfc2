/** Every way to change a bundle that chance or a hand finds: each is caught, and what was changed is named. */
import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { tried } from '../hostile/tally.ts';
import { newSigner, packed } from './bundles.ts';
import { exhibit, occasion } from './exhibits.ts';
import {
  canonicalZip,
  found,
  foundIn,
  judgedFiles,
  judgedZip,
  named,
  random,
  type Files,
} from './in-memory.ts';

const flips = 1_000;
/** Some seconds where nothing else runs. */
const patience = 180_000;

let bundle: Buffer;
let files: Files;
/** Where the contents of each file begin in the ZIP. */
let starts: ReadonlyMap<string, number>;

beforeAll(async () => {
  bundle = (await packed()).bytes;
  ({ files, starts } = await contentsOf(bundle));
});

/** As a library that knows nothing of our form finds them. */
async function contentsOf(zip: Buffer): Promise<{ files: Files; starts: Map<string, number> }> {
  const opened = await fromBufferPromise(zip);
  const contents = new Map<string, Uint8Array>();
  const places = new Map<string, number>();
  for await (const entry of opened.eachEntry()) {
    const name = entry.fileName.slice(entry.fileName.indexOf('/') + 1);
    const { fileDataStart } = await opened.readLocalFileHeaderPromise(entry, { minimal: true });
    places.set(name, fileDataStart);
    contents.set(name, await buffer(await opened.openReadStreamPromise(entry)));
  }
  return { files: contents, starts: places };
}

function flipped(bytes: Uint8Array, at: number, mask: number): Uint8Array {
  const changed = Uint8Array.from(bytes);
  changed[at]! ^= mask;
  return changed;
}

function fileAt(at: number): string | undefined {
  return [...files.keys()].find((name) => {
    const start = starts.get(name)!;
    return at >= start && at < start + files.get(name)!.length;
  });
}

test('what is packed again in the one form has the same bytes, and is intact', async () => {
  expect(Buffer.from(canonicalZip(files)).equals(bundle)).toBe(true);
  expect(await judgedZip(bundle)).toMatchObject({ intact: true, files: files.size, faults: [] });
  expect(judgedFiles(foundIn(files)).faults).toEqual([]);
});

describe('a changed byte', () => {
  test(
    `anywhere in the ZIP is caught and named, ${flips} times`,
    async () => {
      const next = random(11);
      const seen = new Set<string>();
      for (let flip = 0; flip < flips; flip += 1) {
        const at = Math.floor(next() * bundle.length);
        const changed = flipped(bundle, at, 1 + Math.floor(next() * 255));
        tried('bundle', changed);
        const verdict = await judgedZip(changed);
        const name = fileAt(at);
        seen.add(name ?? 'container');
        expect(named(verdict), `byte ${at}`).toContain(name ? `changed ${name}` : 'container');
      }
      expect(seen.size).toBeGreaterThan(10);
    },
    patience,
  );

  test(
    `anywhere in its unpacked files is caught and named, ${flips} times`,
    () => {
      const next = random(12);
      const whole = foundIn(files);
      const names = [...files.keys()];
      for (let flip = 0; flip < flips; flip += 1) {
        // Every file as often, so that the small ones, which say how the others must be, are hit often.
        const name = names[flip % names.length]!;
        const bytes = files.get(name)!;
        if (bytes.length === 0) continue;
        const at = Math.floor(next() * bytes.length);
        const otherwise = flipped(bytes, at, 1 + Math.floor(next() * 255));
        tried('bundle', otherwise);
        const changed = found(name, otherwise);
        const verdict = judgedFiles(whole.map((file) => (file.name === name ? changed : file)));
        expect(named(verdict), `${name}, byte ${at}`).toContain(`changed ${name}`);
      }
    },
    patience,
  );
});

describe('a file', () => {
  test('that is dropped is named, whichever it is', async () => {
    for (const name of files.keys()) {
      const rest = new Map([...files].filter(([other]) => other !== name));
      tried('bundle', `without ${name}`);
      expect(named(judgedFiles(foundIn(rest)))).toContain(`removed ${name}`);
      expect(named(await judgedZip(canonicalZip(rest)))).toContain(`removed ${name}`);
    }
  });

  test.each(['data/more.csv', 'data/queries/more.cypher', 'more.txt', 'custody.json', 'more/x'])(
    'that is added is named: %s',
    async (name) => {
      const more = new Map([...files, [name, Buffer.from('more')]]);
      tried('bundle', `with ${name}`);
      expect(named(judgedFiles(foundIn(more)))).toEqual([`added ${name}`]);
      expect(named(await judgedZip(canonicalZip(more)))).toEqual([`added ${name}`]);
    },
  );
});

describe('between two bundles', () => {
  /** The bundle with some of its files from another, packed in the one form: only their contents tell. */
  async function swapped(other: Buffer, ...names: string[]): Promise<string[]> {
    const others = (await contentsOf(other)).files;
    const mixed = new Map(files);
    for (const name of names) mixed.set(name, others.get(name)!);
    const ofZip = named(await judgedZip(canonicalZip(mixed)));
    expect(named(judgedFiles(foundIn(mixed)))).toEqual(ofZip);
    return ofZip;
  }
  const grown = async () => (await packed({ ...exhibit(), omitted: 7 })).bytes;
  const byAnother = async () => (await packed(exhibit(), occasion, newSigner())).bytes;

  test('a swapped signature of the same key is caught by the manifests that it was not made for', async () => {
    expect(await swapped(await grown(), 'signature.json')).toEqual(
      expect.arrayContaining(['changed manifest-sha256.txt', 'changed tagmanifest-sha256.txt']),
    );
  });

  test('a swapped signature of another key is caught and named', async () => {
    expect(await swapped(await byAnother(), 'signature.json')).toContain('changed signature.json');
  });

  test('a swapped key is named', async () => {
    expect(await swapped(await byAnother(), 'signer.pem')).toEqual(['changed signer.pem']);
  });

  test('a swapped key and signature are caught too', async () => {
    const faults = await swapped(await byAnother(), 'signer.pem', 'signature.json');
    expect(faults).toEqual(
      expect.arrayContaining(['changed signer.pem', 'changed tagmanifest-sha256.txt']),
    );
  });

  test('swapped data are named', async () => {
    expect(await swapped(await grown(), 'data/subgraph.json')).toEqual([
      'changed data/subgraph.json',
    ]);
  });
});
