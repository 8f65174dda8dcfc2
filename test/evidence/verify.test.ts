import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import { tried } from '../hostile/tally.ts';
import { asFile, packed, temporaryFolder, verified } from './bundles.ts';
import { named, random } from './in-memory.ts';

const flips = 60;

interface Placed {
  name: string;
  start: number;
  bytes: Buffer;
}

let bundle: Buffer;
/** The files inside, by place: from `start` on their contents. */
let contents: Placed[];

beforeAll(async () => {
  bundle = (await packed()).bytes;
  contents = await placed(bundle);
});

async function placed(bytes: Buffer): Promise<Placed[]> {
  const zip = await fromBufferPromise(bytes);
  const found: Placed[] = [];
  for await (const entry of zip.eachEntry()) {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    found.push({
      name: entry.fileName.slice(entry.fileName.indexOf('/') + 1),
      start: fileDataStart,
      bytes: await buffer(await zip.openReadStreamPromise(entry)),
    });
  }
  return found;
}

async function unpacked(): Promise<string> {
  const folder = join(await temporaryFolder(), 'skein-cluster-C-1');
  for (const { name, bytes } of contents) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  }
  return folder;
}

/** Packs files as any other program would. */
async function repacked(
  files: readonly { name: string; bytes: Buffer }[],
  compress = true,
): Promise<string> {
  const zip = new ZipFile();
  for (const { name, bytes } of files) zip.addBuffer(bytes, name, { compress });
  zip.end();
  return asFile(await buffer(zip.outputStream));
}

function below(folder: string): { name: string; bytes: Buffer }[] {
  return contents.map(({ name, bytes }) => ({ name: `${folder}/${name}`, bytes }));
}

describe('a bundle as it was written', () => {
  test('is intact, packed and unpacked', async () => {
    const verdict = await verified(await asFile(bundle));
    expect(verdict.faults).toEqual([]);
    expect(verdict.intact).toBe(true);
    const folder = await unpacked();
    expect(await verified(folder)).toMatchObject({
      intact: true,
      payload_digest: verdict.payload_digest,
    });
    expect((await verified(dirname(folder))).intact).toBe(true);
  });
});

describe('a changed byte', () => {
  test(`of the ZIP is caught and named, ${flips} times`, async () => {
    const next = random(1);
    for (let flip = 0; flip < flips; flip += 1) {
      const at = Math.floor(next() * bundle.length);
      const changed = Buffer.from(bundle);
      changed[at]! ^= 1 + Math.floor(next() * 255);
      tried('bundle', changed);
      const verdict = await verified(await asFile(changed));
      const hit = contents.find(({ start, bytes }) => at >= start && at < start + bytes.length);
      const expected = hit ? `changed ${hit.name}` : 'container';
      expect(named(verdict), `byte ${at}`).toContain(expected);
      expect(verdict.intact).toBe(false);
    }
  });

  test('of every header and of the directory is caught and named container', async () => {
    const inside = (at: number) =>
      contents.some(({ start, bytes }) => at >= start && at < start + bytes.length);
    const outside = [...bundle.keys()].filter((at) => !inside(at));
    const next = random(2);
    for (let flip = 0; flip < flips; flip += 1) {
      const at = outside[Math.floor(next() * outside.length)]!;
      const changed = Buffer.from(bundle);
      changed[at]! ^= 1 << Math.floor(next() * 8);
      tried('bundle', changed);
      expect(named(await verified(await asFile(changed))), `byte ${at}`).toContain('container');
    }
  });

  test(`of an unpacked file is caught and named, ${flips} times`, async () => {
    const folder = await unpacked();
    const next = random(3);
    for (let flip = 0; flip < flips; flip += 1) {
      const { name, bytes } = contents[Math.floor(next() * contents.length)]!;
      if (bytes.length === 0) continue;
      const changed = Buffer.from(bytes);
      changed[Math.floor(next() * bytes.length)]! ^= 1 + Math.floor(next() * 255);
      await writeFile(join(folder, name), changed);
      const verdict = await verified(folder);
      expect(named(verdict), name).toContain(`changed ${name}`);
      await writeFile(join(folder, name), bytes);
    }
    expect((await verified(folder)).intact).toBe(true);
  });
});

describe('a file', () => {
  test('dropped, added or renamed is named, packed and unpacked', async () => {
    const folder = await unpacked();
    await rm(join(folder, 'data/nodes.csv'));
    await writeFile(join(folder, 'data/more.csv'), 'a,b\n');
    await rename(join(folder, 'bag-info.txt'), join(folder, 'bag-notes.txt'));
    expect(named(await verified(folder)).sort()).toEqual([
      'added bag-notes.txt',
      'added data/more.csv',
      'removed bag-info.txt',
      'removed data/nodes.csv',
    ]);
    const files = below('skein-cluster-C-1').filter(
      ({ name }) => name !== 'skein-cluster-C-1/data/nodes.csv',
    );
    files.push({ name: 'skein-cluster-C-1/data/more.csv', bytes: Buffer.from('a,b\n') });
    const verdict = await verified(await repacked(files));
    expect(named(verdict)).toEqual(['container', 'added data/more.csv', 'removed data/nodes.csv']);
  });

  test('the manifests themselves cannot be dropped', async () => {
    const folder = await unpacked();
    await rm(join(folder, 'manifest-sha256.txt'));
    await rm(join(folder, 'tagmanifest-sha256.txt'));
    expect(named(await verified(folder))).toEqual(
      expect.arrayContaining(['removed manifest-sha256.txt', 'removed tagmanifest-sha256.txt']),
    );
  });
});

describe('the ZIP around the files', () => {
  test('packed again by another program is a fault of the container alone', async () => {
    for (const compress of [true, false]) {
      const verdict = await verified(await repacked(below('skein-cluster-C-1'), compress));
      expect(named(verdict)).toEqual(['container']);
      expect(verdict.files).toBe(contents.length);
    }
  });

  test('with bytes after its end, or a comment, is a fault of the container', async () => {
    const trailing = await verified(await asFile(Buffer.concat([bundle, Buffer.from('x')])));
    expect(named(trailing)).toContain('container');
    const comment = Buffer.concat([bundle, Buffer.from('hi')]);
    comment.writeUInt16LE(2, bundle.length - 2);
    expect(named(await verified(await asFile(comment)))).toEqual(['container']);
  });

  test.each([
    ['climbs out', '../../etc/passwd'],
    ['is absolute', '/etc/passwd'],
    ['has a backslash', 'skein\\data'],
    ['is of another drive', 'C:/x'],
  ])('is not read when a name %s', async (_, name) => {
    const safe = 'A'.repeat(name.length);
    const zip = await readFile(await repacked([{ name: safe, bytes: Buffer.from('x') }], false));
    const attack = Buffer.from(zip.toString('latin1').replaceAll(safe, name), 'latin1');
    tried('bundle', attack);
    const verdict = await verified(await asFile(attack));
    expect(named(verdict)).toEqual(['container']);
    expect(verdict.files).toBe(0);
  });

  test('is not read when two entries have one name', async () => {
    const twice = [...below('skein-cluster-C-1'), below('skein-cluster-C-1')[0]!];
    const verdict = await verified(await repacked(twice));
    expect(named(verdict)).toEqual(['container']);
    expect(verdict.faults[0]?.detail).toContain('two entries');
    expect(verdict.files).toBe(0);
  });

  test('is not unpacked when it claims to be a thousand times its size', async () => {
    const bomb = [{ name: 'skein/data/bomb', bytes: Buffer.alloc(100_000_000) }];
    const path = await repacked(bomb);
    expect((await readFile(path)).length).toBeLessThan(200_000);
    tried('bundle', await readFile(path));
    const verdict = await verified(path);
    expect(named(verdict)).toEqual(['container']);
    expect(verdict.faults[0]?.detail).toContain('100,000,000 bytes');
  });

  test('is not read when two entries share bytes', async () => {
    const shared = Buffer.from(bundle);
    const second = shared.lastIndexOf('skein-cluster-C-1/bagit.txt') - 46;
    expect(shared.readUInt32LE(second)).toBe(0x02014b50);
    shared.writeUInt32LE(0, second + 42);
    const verdict = await verified(await asFile(shared));
    expect(verdict).toMatchObject({ files: 0, faults: [{ kind: 'container' }] });
    expect(verdict.faults[0]?.detail).toContain('of two files');
  });

  test('is named where a compressed file unpacks to more than it claims, or to nothing', async () => {
    const text = Buffer.from('a'.repeat(5_000));
    const zip = await readFile(await repacked([{ name: 'skein/data/a.txt', bytes: text }]));
    const claims = Buffer.from(zip);
    claims.writeUInt32LE(4_000, zip.indexOf('PK\u0001\u0002') + 24);
    const broken = Buffer.from(zip);
    broken.fill(0xff, zip.indexOf('a.txt') + 5, zip.indexOf('a.txt') + 15);
    for (const [bytes, why] of [
      [claims, 'longer than the directory says'],
      [broken, 'what is compressed is broken'],
    ] as const) {
      tried('bundle', bytes);
      const { faults } = await verified(await asFile(bytes));
      expect(faults.find(({ name }) => name === 'data/a.txt')?.detail).toContain(why);
    }
  });

  test('that is none, or is cut, gets a verdict too', async () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('not a zip'),
      bundle.subarray(0, bundle.length / 2),
      bundle.subarray(1),
    ]) {
      tried('bundle', bytes);
      expect(named(await verified(await asFile(bytes)))).toContain('container');
    }
  });
});
