/** Who signed a bundle: checked by a program that is not ours, and against every way to put another signature there. */
import { execFileSync } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../server/platform/canonical.ts';
import { verifyBundle } from '../../server/evidence/bundle/verify.ts';
import { newSigner, packed, signer, temporaryFolder, trusted, verified } from './bundles.ts';
import { exhibit, occasion } from './exhibits.ts';
import { unpackedIn } from './unpacked.ts';

interface Envelope {
  payload: string;
  payloadType: string;
  signatures: { keyid: string; sig: string }[];
}

async function bundleFolder(by = signer): Promise<string> {
  return unpackedIn(await temporaryFolder(), (await packed(exhibit(), occasion, by)).bytes);
}

async function envelopeOf(folder: string): Promise<Envelope> {
  return JSON.parse(await readFile(join(folder, 'signature.json'), 'utf8')) as Envelope;
}

async function faultsOf(folder: string): Promise<string[]> {
  const { faults } = await verified(folder);
  return faults.map(({ kind, name }) => `${kind} ${name ?? ''}`);
}

test('OpenSSL finds the signature right, and what it says of every file too', async () => {
  const folder = await bundleFolder();
  const { payload, payloadType, signatures } = await envelopeOf(folder);
  const statement = Buffer.from(payload, 'base64');
  const work = await temporaryFolder();
  const head = `DSSEv1 ${payloadType.length} ${payloadType} ${statement.length} `;
  await writeFile(join(work, 'signed'), Buffer.concat([Buffer.from(head), statement]));
  await writeFile(join(work, 'sig'), Buffer.from(signatures[0]!.sig, 'base64'));
  const options = ['-verify', '-pubin', '-inkey', join(folder, 'signer.pem'), '-rawin'];
  const said = execFileSync('openssl', [
    'pkeyutl',
    ...options,
    ...['-in', join(work, 'signed'), '-sigfile', join(work, 'sig')],
  ]);
  expect(said.toString()).toContain('Signature Verified Successfully');
  const { subject } = JSON.parse(statement.toString()) as {
    subject: { name: string; digest: { sha256: string } }[];
  };
  const names = subject.map(({ name }) => name);
  const all = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
  expect(names).toEqual(all.filter((name) => name !== 'signature.json').sort());
  const sums = execFileSync('sha256sum', names, { cwd: folder }).toString();
  for (const { name, digest } of subject) expect(sums).toContain(`${digest.sha256}  ${name}`);
});

test('a bundle of somebody else is intact but not trusted', async () => {
  const other = newSigner();
  const folder = await bundleFolder(other);
  const verdict = await verifyBundle(folder, trusted);
  expect(verdict).toMatchObject({ intact: false, signed_by: { key: other.id, name: null } });
  expect(verdict.faults).toMatchObject([{ kind: 'untrusted', name: 'signature.json' }]);
});

test('a signature of the same key for another bundle is caught', async () => {
  const [folder, another] = [await bundleFolder(), await temporaryFolder()];
  const grown = await packed({ ...exhibit(), omitted: 7 });
  const from = await unpackedIn(another, grown.bytes);
  await writeFile(join(folder, 'signature.json'), await readFile(join(from, 'signature.json')));
  expect(await faultsOf(folder)).toEqual(
    expect.arrayContaining(['changed manifest-sha256.txt', 'changed tagmanifest-sha256.txt']),
  );
});

test('a changed file whose digests were all made anew is caught by the signature', async () => {
  const folder = await bundleFolder();
  const file = join(folder, 'data/findings.json');
  await writeFile(file, `${await readFile(file, 'utf8')} `);
  const sum = (name: string) =>
    execFileSync('sha256sum', [name], { cwd: folder }).toString().slice(0, 64);
  const replaced = async (manifest: string, name: string) => {
    const text = await readFile(join(folder, manifest), 'utf8');
    await writeFile(
      join(folder, manifest),
      text.replace(new RegExp(`^[0-9a-f]{64}(?=  ${name}$)`, 'm'), sum(name)),
    );
  };
  await replaced('manifest-sha256.txt', 'data/findings.json');
  const oxum = await readFile(join(folder, 'bag-info.txt'), 'utf8');
  await writeFile(
    join(folder, 'bag-info.txt'),
    oxum.replace(/(?<=^Payload-Oxum: )\d+/m, (bytes) => String(Number(bytes) + 1)),
  );
  await replaced('tagmanifest-sha256.txt', 'manifest-sha256.txt');
  await replaced('tagmanifest-sha256.txt', 'bag-info.txt');
  expect(await faultsOf(folder)).toEqual([
    'changed manifest-sha256.txt',
    'changed tagmanifest-sha256.txt',
    'changed bag-info.txt',
    'changed data/findings.json',
  ]);
});

test.each<[string, (envelope: Envelope) => string]>([
  ['with the id of another key', (one) => written(one, { keyid: '0'.repeat(64) })],
  [
    'of another key',
    (one) => written(one, { sig: newSigner().sign(Buffer.from('x')).toString('base64') }),
  ],
  ['of no length', (one) => written(one, { sig: '' })],
  ['written otherwise', (one) => JSON.stringify(one, null, 1)],
  [
    'with one more',
    (one) => canonicalJson({ ...one, signatures: [...one.signatures, ...one.signatures] }),
  ],
  ['with more in it', (one) => canonicalJson({ ...one, note: 'x' })],
  ['that is no JSON', () => 'signed'],
  ['that is empty', () => ''],
])('a signature %s is caught and named', async (_, change) => {
  const folder = await bundleFolder();
  await writeFile(join(folder, 'signature.json'), change(await envelopeOf(folder)));
  const faults = await faultsOf(folder);
  expect(
    faults.some((fault) => /^(changed|removed) (signature\.json|signer\.pem)$/.test(fault)),
  ).toBe(true);
});

function written(envelope: Envelope, change: Partial<Envelope['signatures'][number]>): string {
  return canonicalJson({ ...envelope, signatures: [{ ...envelope.signatures[0], ...change }] });
}

test('without its signature, or its key, a bundle is not as it was written', async () => {
  const folder = await bundleFolder();
  await rm(join(folder, 'signature.json'));
  expect(await faultsOf(folder)).toEqual(['removed signature.json']);
  const other = await bundleFolder(newSigner());
  await rm(join(other, 'signer.pem'));
  expect(await faultsOf(other)).toContain('removed signer.pem');
});
