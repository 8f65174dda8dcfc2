/** The timestamp in a bundle: made by a real authority, checked by us and by OpenSSL. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { verifyBundle } from '../../server/evidence/bundle/verify.ts';
import { requestTimestamp } from '../../server/trust/timestamp/request.ts';
import { standing } from '../../verifier/verdict.ts';
import { asFile, newSigner, packed, temporaryFolder, trusted } from '../evidence/bundles.ts';
import { unpackedIn } from '../evidence/unpacked.ts';
import { startAuthority, type TestAuthority } from './authority.ts';

let authority: TestAuthority;
let stranger: TestAuthority;

beforeAll(async () => {
  authority = await startAuthority();
  stranger = await startAuthority();
});
afterAll(async () => {
  await authority.close();
  await stranger.close();
});

const stamped = (by: TestAuthority = authority) =>
  packed(undefined, undefined, undefined, (bytes) => requestTimestamp(by.url, bytes));

describe('a bundle with a timestamp', () => {
  test('says when it was signed at the latest, and the payload is the same as without', async () => {
    const { bytes, digest } = await stamped();
    const verdict = await verifyBundle(await asFile(bytes), trusted, [authority.root]);
    expect(verdict).toMatchObject({
      intact: true,
      timestamp: { authority: 'Test Timestamps', trusted: true },
    });
    expect(digest).toBe((await packed()).digest);
    expect(
      (await verifyBundle(await asFile((await packed()).bytes), trusted)).timestamp,
    ).toBeNull();
  });

  test('satisfies OpenSSL', async () => {
    const folder = await unpackedIn(await temporaryFolder(), (await stamped()).bytes);
    const files = ['-data', join(folder, 'signature.json'), '-in', join(folder, 'timestamp.tsr')];
    const said = execFileSync(
      'openssl',
      ['ts', '-verify', ...files, '-CAfile', authority.rootFile],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    expect(said).toContain('Verification: OK');
    await writeFile(join(folder, 'signature.json'), 'another');
    expect(() =>
      execFileSync('openssl', ['ts', '-verify', ...files, '-CAfile', authority.rootFile], {
        stdio: 'pipe',
      }),
    ).toThrow();
  });

  test('of an authority that leads to none of the roots is not trusted', async () => {
    const { bytes } = await stamped();
    const verdict = await verifyBundle(await asFile(bytes), trusted, [stranger.root]);
    expect(verdict.faults).toMatchObject([{ kind: 'untrusted', name: 'timestamp.tsr' }]);
    expect(verdict.timestamp).toMatchObject({ authority: 'Test Timestamps', trusted: false });
    expect(standing(verdict)).toBe('undated');
    expect(standing(await verifyBundle(await asFile(bytes), [], [stranger.root]))).toBe(
      'untrusted',
    );
  });
});

describe('in an unpacked bundle, where no checksum of the ZIP helps,', () => {
  async function faultsAfter(change: (folder: string) => Promise<void>) {
    const folder = await unpackedIn(await temporaryFolder(), (await stamped()).bytes);
    await change(folder);
    const { faults } = await verifyBundle(folder, trusted);
    return faults.map(({ kind, name }) => `${kind} ${name}`);
  }

  test.each(['timestamp.tsr', 'timestamp-signature.json'])('%s is missed', async (name) => {
    expect(await faultsAfter((folder) => rm(join(folder, name)))).toEqual([`removed ${name}`]);
  });

  test('both are missed', async () => {
    const both = ['timestamp.tsr', 'timestamp-signature.json'];
    const faults = await faultsAfter(async (folder) => {
      for (const name of both) await rm(join(folder, name));
    });
    expect(faults).toEqual(both.map((name) => `removed ${name}`));
  });

  test('every byte of the timestamp counts', async () => {
    const folder = await unpackedIn(await temporaryFolder(), (await stamped()).bytes);
    const path = join(folder, 'timestamp.tsr');
    const whole = await readFile(path);
    for (let at = 0; at < whole.length; at += 37) {
      const changed = Buffer.from(whole);
      changed[at]! ^= 1 << (at % 8);
      await writeFile(path, changed);
      const { faults } = await verifyBundle(folder, trusted);
      expect(faults, `byte ${at}`).toMatchObject([{ kind: 'changed', name: 'timestamp.tsr' }]);
    }
  });

  test('another timestamp of the same signature is not taken for it', async () => {
    const faults = await faultsAfter(async (folder) => {
      const signature = await readFile(join(folder, 'signature.json'));
      const other = await requestTimestamp(stranger.url, signature);
      await writeFile(join(folder, 'timestamp.tsr'), other);
    });
    expect(faults).toEqual(['changed timestamp.tsr']);
  });
});

test('a timestamp that the signature does not speak of is one too many', async () => {
  const folder = await unpackedIn(await temporaryFolder(), (await packed()).bytes);
  const signature = await readFile(join(folder, 'signature.json'));
  await writeFile(join(folder, 'timestamp.tsr'), await requestTimestamp(authority.url, signature));
  const { faults } = await verifyBundle(folder, trusted);
  expect(faults).toMatchObject([{ kind: 'added', name: 'timestamp.tsr' }]);
});

test('nothing is written when the authority does not answer', async () => {
  const nobody = (bytes: Uint8Array) => requestTimestamp('http://127.0.0.1:9/', bytes);
  await expect(packed(undefined, undefined, newSigner(), nobody)).rejects.toThrow(
    'does not answer',
  );
});
