/** The part of the custody log in a bundle: the page says what `skein verify` says. */
import { describe, expect, it } from 'vitest';
import { verifyBundle } from '../../server/evidence/bundle/verify.ts';
import type { CustodyPart } from '../../verifier/custody-part.ts';
import { packedWithPart } from '../custody/bundled.ts';
import { signer, trusted } from '../evidence/bundles.ts';
import { choose, headline, shownFaults, verifying } from './verifying.ts';

const { open, kept } = verifying();
const ours = trusted.map((key) => ({ ...key, name: 'the key that you gave' }));

/** The page with the key given. */
async function openTrusting() {
  const page = await open();
  await page.locator('#key').fill(signer.pem);
  return page;
}

/** Each is signed by the key that is trusted: all that tells is the part itself. */
const alterations: readonly (readonly [string, (part: CustodyPart) => unknown])[] = [
  ['an entry changed', (part) => ({ ...part, entries: part.entries.with(0, changedEntry(part)) })],
  ['an entry left out', (part) => ({ ...part, entries: part.entries.slice(1) })],
  ['an entry twice', (part) => ({ ...part, entries: [part.entries[0], ...part.entries] })],
  ['its end cut', (part) => ({ ...part, count: part.count - 1 })],
  ['another head', (part) => ({ ...part, head: part.head.replace(/./, flipped) })],
  ['the digests of others changed', (part) => ({ ...part, others: part.others.map(changedRun) })],
  ['half a digest', (part) => ({ ...part, others: part.others.map(cutRun) })],
  ['more in it', (part) => ({ ...part, more: 1 })],
];

const flipped = (digit: string) => (digit === '0' ? '1' : '0');

function changedEntry({ entries }: CustodyPart): CustodyPart['entries'][number] {
  return { ...entries[0]!, by: 'somebody else' };
}

function changedRun({ from, digests }: CustodyPart['others'][number]) {
  return { from, digests: digests.replace(/./, flipped) };
}

function cutRun({ from, digests }: CustodyPart['others'][number]) {
  return { from, digests: digests.slice(32) };
}

describe('of the part of the custody log', () => {
  it('says that nothing is wrong where nothing is', async () => {
    const page = await openTrusting();
    await choose(page, await kept('custody.zip', await packedWithPart()));
    expect(await headline(page)).toBe('Intact, and signed by the key that you trust');
    expect(await shownFaults(page)).toEqual([]);
  });

  it('says, fault for fault, what skein verify says', async () => {
    const page = await openTrusting();
    const bundles = await Promise.all(
      alterations.map(async ([what, change]) => [what, await packedWithPart(change)] as const),
    );
    bundles.push(['another payload', await packedWithPart(undefined, 'e'.repeat(64))]);
    const told = new Set<string>();
    for (const [what, bytes] of bundles) {
      const path = await kept(`${what.replaceAll(' ', '-')}.zip`, bytes);
      await choose(page, path);
      const { faults } = await verifyBundle(path, ours);
      expect(faults, what).toMatchObject([{ kind: 'changed', name: 'custody.json' }]);
      expect(await shownFaults(page), what).toEqual(faults);
      expect(await headline(page), what).toBe('NOT as it was written: 1 fault');
      told.add(faults[0]!.detail);
    }
    expect(told.size).toBeGreaterThan(5);
    await page.getByRole('button', { name: 'Français' }).click();
    expect((await shownFaults(page))[0]?.detail).toBe(
      'sa dernière inscription est l’export d’un autre contenu',
    );
  });

  it('says nothing more of a part whose bytes the manifest says are others', async () => {
    const bytes = await packedWithPart();
    bytes[bytes.indexOf('urn:skein:custody-part') + 5]! ^= 1;
    const page = await openTrusting();
    const path = await kept('flipped.zip', bytes);
    await choose(page, path);
    const { faults } = await verifyBundle(path, ours);
    expect(faults.map(({ name }) => name)).toContain('custody.json');
    expect(await shownFaults(page)).toEqual(faults);
  });
});
