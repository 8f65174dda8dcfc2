/** A stranger without Skein: the very lines that a bundle brings are run by bash, on it as it is and as others make it. */
import { spawnSync } from 'node:child_process';
import { appendFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { newSigner, packed, signer, temporaryFolder } from './bundles.ts';
import { exhibit, occasion } from './exhibits.ts';
import { unpackedIn } from './unpacked.ts';

let bundle: Buffer;

beforeAll(async () => {
  bundle = (await packed()).bytes;
});

/** Runs the indented lines of the text in the bundle's folder, and stops at the first that fails. */
async function byHand(folder: string, from = folder): Promise<{ done: boolean; said: string }> {
  const text = await readFile(join(from, 'verify-by-hand.txt'), 'utf8');
  const lines = text.split('\n').filter((line) => line.startsWith('    '));
  expect(lines.length).toBeGreaterThan(10);
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail'], {
    cwd: folder,
    input: lines.join('\n'),
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C', TMPDIR: await temporaryFolder() },
  });
  return { done: status === 0, said: stdout + stderr };
}

function unpacked(bytes = bundle): Promise<string> {
  return temporaryFolder().then((folder) => unpackedIn(folder, bytes));
}

describe('the lines in a bundle', () => {
  it.each(['en', 'fr'] as const)('find it right where it is, in %s', async (language) => {
    const { bytes } = await packed({ ...exhibit(), language });
    const folder = await unpacked(bytes);
    const { done, said } = await byHand(folder);
    expect(said).toContain('Signature Verified Successfully');
    expect(said).toContain(signer.id);
    expect(said).toContain('"folder":"skein-cluster-C-1"');
    expect({ done, said }).toMatchObject({ done: true });
    const text = await readFile(join(folder, 'verify-by-hand.txt'), 'utf8');
    expect(text).toContain('DSSEv1');
    for (const line of text.split('\n'))
      if (!line.startsWith('    ')) expect(line.length).toBeLessThan(80);
  });

  it('find it right with a timestamp, and as a selection of many files', async () => {
    const stamp = () => Promise.resolve(Buffer.from('a timestamp'));
    const nodes = exhibit().nodes.map(({ type, id }) => ({ type, id }));
    const of = { ...exhibit(), scope: { kind: 'selection', nodes } as const };
    const { bytes } = await packed(of, occasion, signer, stamp);
    const { done, said } = await byHand(await unpacked(bytes));
    expect({ done, said }).toMatchObject({ done: true });
  });

  it.each<[string, string, (folder: string) => Promise<unknown>]>([
    [
      'a file is changed',
      'data/findings.json: FAILED',
      (at) => appendFile(join(at, 'data/findings.json'), ' '),
    ],
    ['a file is gone', 'bag-info.txt', (at) => rm(join(at, 'bag-info.txt'))],
    ['a file is added', 'data/more.csv', (at) => writeFile(join(at, 'data/more.csv'), 'a,b\n')],
    ['the statement is another', 'Signature Verification Failure', (at) => otherStatement(at)],
    [
      'the key is another',
      'Signature Verification Failure',
      (at) => writeFile(join(at, 'signer.pem'), newSigner().pem),
    ],
  ])('find it wrong where %s', async (_, expected, change) => {
    const folder = await unpacked();
    await change(folder);
    const { done, said } = await byHand(folder);
    expect({ done, said }).toMatchObject({ done: false });
    expect(said).toContain(expected);
  });

  it('find it wrong where its folder is renamed', async () => {
    const folder = await unpacked();
    const other = join(dirname(folder), 'skein-cluster-C-2');
    await rename(folder, other);
    expect(await byHand(other)).toMatchObject({ done: false });
  });
});

/** With another name in it, and the signature as it was. */
async function otherStatement(folder: string): Promise<void> {
  const path = join(folder, 'signature.json');
  const envelope = JSON.parse(await readFile(path, 'utf8')) as { payload: string };
  const said = Buffer.from(envelope.payload, 'base64').toString();
  const other = Buffer.from(said.replace('examiner-7', 'examiner-8')).toString('base64');
  await writeFile(path, JSON.stringify({ ...envelope, payload: other }));
}
