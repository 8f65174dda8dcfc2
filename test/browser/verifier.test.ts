/** The page that verifies bundles, opened as a file in a browser that has no network: it says what `skein verify` says. */
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyBundle } from '../../server/evidence/bundle/verify.ts';
import { packed, signer, trusted } from '../evidence/bundles.ts';
import { repeated } from '../long.ts';
import { violations } from './accessibility.ts';
import { keepScreenshot } from './screenshots.ts';
import { choose, drop, fact, headline, shownFaults, verifying } from './verifying.ts';

const { open, kept } = verifying();
/** A bundle as it was written, and where it lies. */
let bundle: Buffer;
let intact: string;

beforeAll(async () => {
  bundle = (await packed()).bytes;
  intact = await kept('evidence.zip', bundle);
});

describe('of a bundle as it was written', () => {
  it('says that it is, whose key signed it, and with the key pasted, that it is trusted', async () => {
    const page = await open();
    await choose(page, intact);
    expect(await headline(page)).toBe('As it was written, but not signed by a key trusted here');
    const result = page.locator('#result');
    const ofNode = await verifyBundle(intact, []);
    expect(await shownFaults(page)).toEqual(ofNode.faults);
    expect(await result.textContent()).toContain(ofNode.payload_digest);
    expect(await fact(page, 'Signed as')).toBe(
      'skein-cluster-C-1: cluster C-1, exported 2026-01-02T03:04:05.678Z by examiner-7, case 7/2026',
    );
    expect(await result.textContent()).toContain(
      `Signed by key ${signer.id}; not compared with any key that you trust.`,
    );

    await page.getByLabel('Public key (PEM)').fill(signer.pem);
    expect(await page.locator('#key-state').textContent()).toBe(`Key ${signer.id}`);
    expect(await headline(page)).toBe('Intact, and signed by the key that you trust');
    expect(await shownFaults(page)).toEqual([]);
    expect(await result.textContent()).toContain(`Signed by the key that you gave, ${signer.id}.`);
    expect(await page.locator('#announced').textContent()).toBe(await headline(page));

    await page.getByLabel('Public key (PEM)').fill('-----BEGIN PRIVATE KEY-----');
    expect(await page.locator('#key-state').textContent()).toContain('no public ed25519 key');
    expect(await headline(page)).toContain('not signed by a key trusted here');
  });

  it('takes the bundle and the key dropped onto it', async () => {
    const page = await open();
    await drop(page, 'evidence.zip', bundle);
    await page.locator('#verdict').waitFor();
    await drop(page, 'key.pem', Buffer.from(signer.pem));
    await expect.poll(() => headline(page)).toBe('Intact, and signed by the key that you trust');
  });

  it('speaks French where the browser does, and English at a click, of what it has checked too', async () => {
    const page = await open({ locale: 'fr-CA' });
    expect(await page.title()).toBe('Vérifier un dossier de preuves');
    await choose(page, intact, /Choisir le ZIP/);
    expect(await headline(page)).toContain('Tel qu’écrit');
    await page.getByRole('button', { name: 'English' }).click();
    expect(await headline(page)).toContain('As it was written');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect((await shownFaults(page))[0]?.detail).toContain('was made with the key');
  });
});

/** What is changed in the bundle's bytes, by what the fault is about. */
const changes: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
  ['a finding', (bytes) => withByte(bytes, bytes.indexOf('Two accounts are paid'))],
  ['the signature', (bytes) => withByte(bytes, bytes.indexOf('"sig":"') + 12)],
  ['a manifest', (bytes) => withByte(bytes, bytes.indexOf('  data/findings.json') - 3)],
  ['its name', (bytes) => renamed(bytes)],
  ['the directory', (bytes) => withByte(bytes, bytes.length - 30)],
  ['its end', (bytes) => Buffer.concat([bytes, Buffer.from('more')])],
  ['all but its beginning', (bytes) => bytes.subarray(0, 5_000)],
];

/** Throughout: in every header of the ZIP. */
function renamed(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  return Buffer.from(text.replaceAll('skein-cluster-C-1/', 'skein-cluster-C-2/'), 'latin1');
}

function withByte(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at]! ^= 1;
  return changed;
}

describe('of a changed bundle', () => {
  it('says, fault for fault, what skein verify says', async () => {
    const page = await open();
    await page.getByLabel('Public key (PEM)').fill(signer.pem);
    const ours = trusted.map((key) => ({ ...key, name: 'the key that you gave' }));
    for (const [what, change] of changes) {
      const path = await kept(`${what.replaceAll(' ', '-')}.zip`, change(bundle));
      await choose(page, path);
      const ofNode = await verifyBundle(path, ours);
      expect(ofNode.faults.length, what).toBeGreaterThan(0);
      expect(await shownFaults(page), what).toEqual(ofNode.faults);
      expect(await headline(page), what).toContain('NOT as it was written');
    }
  });

  it('says that a file cannot be read when it is gone', async () => {
    const page = await open();
    const path = await kept('gone.zip', bundle);
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: /Choose the ZIP/ }).click(),
    ]);
    await page.evaluate(() => {
      Blob.prototype.arrayBuffer = () => Promise.reject(new Error('it is gone'));
    });
    await chooser.setFiles(path);
    expect(await page.locator('.failed').textContent()).toBe(
      'gone.zip could not be read: it is gone',
    );
  });
});

it('can be used with a keyboard alone, and puts the reader where the result is', async () => {
  const page = await open();
  // Playwright must be waiting before the key is pressed, or the system's own dialog opens.
  const choosing = page.waitForEvent('filechooser');
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('English');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await focused()).toContain('Choose the ZIP of a bundle');
  await page.keyboard.press('Enter');
  await (await choosing).setFiles(intact);
  await page.locator('#verdict').waitFor();
  await expect.poll(focused).toContain('As it was written');
  await page.keyboard.press('Shift+Tab');
  expect(await focused()).toBe('The timestamp’s authority (optional)');
  await page.keyboard.press('Shift+Tab');
  expect(await focused()).toBe('Choose a key file');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.insertText(signer.pem);
  expect(await headline(page)).toBe('Intact, and signed by the key that you trust');
});

repeated<['light' | 'dark', number]>([
  ['light', 900],
  ['dark', 400],
  ['light', 400],
  ['dark', 900],
])('in %s is accessible, and fits, at a width of %i pixels', async (colorScheme, width) => {
  const page = await open({ colorScheme, width });
  const look = async (state: string) => {
    expect(await violations(page), state).toEqual([]);
    const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(scrolls, `${state} scrolls sideways`).toBe(false);
    await keepScreenshot(page, `verifier-${state}-${colorScheme}-${width}`);
  };
  await look('empty');
  await choose(page, intact);
  await look('untrusted');
  await page.getByLabel('Public key (PEM)').fill(signer.pem);
  await look('intact');
  await choose(page, await kept('changed.zip', changes[0]![1](bundle)));
  await look('broken');
});
