import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPublicKey, verify } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import {
  distrust,
  rotate,
  signer,
  trust,
  trustedKeys,
} from '../../server/trust/signing/key-store.ts';

const bytes = Buffer.from('what is signed');

async function newHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'skein-keys-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  return home;
}

it('makes a key at first use, for its owner alone, and keeps it', async () => {
  const home = await newHome();
  // To look does not make one.
  expect(await trustedKeys(home)).toEqual([]);
  const first = await signer(home);
  const file = join(home, 'keys/signing.pem');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await signer(home)).id).toBe(first.id);
  expect(verify(null, bytes, createPublicKey(first.pem), first.sign(bytes))).toBe(true);
  expect(await trustedKeys(home)).toMatchObject([{ id: first.id, until: null }]);
});

it('makes one key when several ask for the first at once', async () => {
  const home = await newHome();
  const ids = await Promise.all(Array.from({ length: 8 }, async () => (await signer(home)).id));
  expect(new Set(ids).size).toBe(1);
});

it('trusts the key of before after a rotation, and cannot sign with it', async () => {
  const home = await newHome();
  const first = await signer(home);
  const second = await rotate(home);
  expect(second.id).not.toBe(first.id);
  const third = await rotate(home);
  const trusted = await trustedKeys(home);
  expect(trusted.map(({ id }) => id)).toEqual([third.id, first.id, second.id]);
  expect(trusted.map(({ until }) => until === null)).toEqual([true, false, false]);
  expect((await readdir(join(home, 'keys'))).sort()).toEqual(['signing.pem', 'trusted.json']);
});

it('takes in and lets go of the public keys of others, and nothing else', async () => {
  const [home, other] = [await newHome(), await newHome()];
  const { id, pem } = await signer(other);
  expect(await trust(home, pem, 'Agency')).toMatchObject({ id, name: 'Agency' });
  expect(await trustedKeys(home)).toMatchObject([{ id, name: 'Agency' }]);
  for (const wrong of ['', 'no key', pem.replace('MCow', 'MCoX'), await privatePem(other)])
    await expect(trust(home, wrong, 'x')).rejects.toThrow(messages.signing.noKey);
  await expect(distrust(home, 'ffff')).rejects.toThrow(messages.signing.noSuchKey('ffff'));
  await distrust(home, id.slice(0, 8));
  expect(await trustedKeys(home)).toEqual([]);
});

it('refuses a private key that others can read, and files that are none', async () => {
  const home = await newHome();
  await signer(home);
  const file = join(home, 'keys/signing.pem');
  await chmod(file, 0o644);
  await expect(signer(home)).rejects.toThrow(`chmod 600 ${file}`);
  await writeFile(file, 'broken');
  await chmod(file, 0o600);
  await expect(signer(home)).rejects.toThrow(messages.signing.badKey(file));
  await rm(file);
  const list = join(home, 'keys/trusted.json');
  await writeFile(list, '{}');
  await expect(trustedKeys(home)).rejects.toThrow(messages.signing.badTrusted(list));
});

function privatePem(home: string): Promise<string> {
  return readFile(join(home, 'keys/signing.pem'), 'utf8');
}
