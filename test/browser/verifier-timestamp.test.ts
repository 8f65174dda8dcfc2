/** The timestamp in a bundle, made by a real authority: the page says what `skein verify` says. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyBundle } from '../../server/evidence/bundle/verify.ts';
import { requestTimestamp } from '../../server/trust/timestamp/request.ts';
import type { Stamped } from '../../verifier/verdict.ts';
import { packed, signer, trusted } from '../evidence/bundles.ts';
import { startAuthority, type TestAuthority } from '../timestamp/authority.ts';
import { repeated } from '../long.ts';
import { violations } from './accessibility.ts';
import { keepScreenshot } from './screenshots.ts';
import { choose, drop, fact, headline, shownFaults, verifying } from './verifying.ts';

const { open, kept } = verifying();
const ours = trusted.map((key) => ({ ...key, name: 'the key that you gave' }));

/** The page with the key given. */
async function openTrusting(looks: Parameters<typeof open>[0] = {}): Promise<Page> {
  const page = await open(looks);
  await page.locator('#key').fill(signer.pem);
  return page;
}

const rootsIn = (page: Page) => page.getByLabel('Root certificates (PEM)');

let authority: TestAuthority;
let stranger: TestAuthority;
let stamped: string;

beforeAll(async () => {
  authority = await startAuthority();
  stranger = await startAuthority();
  stamped = await kept('stamped.zip', await stampedBy((bytes) => ask(bytes)));
});

afterAll(async () => {
  await authority.close();
  await stranger.close();
});

const ask = (bytes: Uint8Array) => requestTimestamp(authority.url, bytes);

async function stampedBy(stamp: (bytes: Uint8Array) => Promise<Uint8Array>): Promise<Buffer> {
  return (await packed(undefined, undefined, undefined, stamp)).bytes;
}

async function ofNode(path: string, roots: readonly string[]) {
  const { faults, timestamp } = await verifyBundle(path, ours, roots);
  return { faults, ...(timestamp as Stamped) };
}

it('says whose it is and of when, with its root, without one and with another', async () => {
  const page = await openTrusting();
  await choose(page, stamped);
  const { at, authority: name } = await ofNode(stamped, []);
  const said = `${name} says that it was signed before ${at}.`;
  expect(await headline(page)).toBe('Intact, and signed by the key that you trust');
  expect(await fact(page, 'Timestamp')).toContain(`${said} Its certificate was compared with no`);

  const roots = rootsIn(page);
  await roots.fill(stranger.root);
  expect(await page.locator('#roots-state').textContent()).toBe('Root: Test Root');
  const foreign = await ofNode(stamped, [stranger.root]);
  expect(foreign.faults).toMatchObject([{ kind: 'untrusted', name: 'timestamp.tsr' }]);
  await expect.poll(() => shownFaults(page)).toEqual(foreign.faults);
  expect(await headline(page)).toContain('its timestamp is of no authority trusted here');
  expect(await fact(page, 'Timestamp')).toBe(
    `${said} Its certificate leads to none of the roots that you gave.`,
  );

  await roots.fill(`The roots that I trust\n${stranger.root}\n${authority.root}`);
  expect(await page.locator('#roots-state').textContent()).toBe('Roots: Test Root, Test Root');
  const led = await ofNode(stamped, [stranger.root, authority.root]);
  expect(led).toMatchObject({ faults: [], trusted: true });
  await expect.poll(() => headline(page)).toContain('Intact');
  expect(await shownFaults(page)).toEqual([]);
  expect(await fact(page, 'Timestamp')).toBe(
    `${said} Its certificate leads to a root that you gave.`,
  );

  await roots.fill('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----');
  expect(await page.locator('#roots-state').textContent()).toContain('no certificate in PEM');
  await expect.poll(() => fact(page, 'Timestamp')).toContain('compared with no root');
});

it('takes a root dropped onto it, and speaks French', async () => {
  const page = await openTrusting({ locale: 'fr-CA' });
  await choose(page, stamped, /Choisir le ZIP/);
  await drop(page, 'root.pem', Buffer.from(authority.root));
  await expect
    .poll(() => fact(page, 'Horodatage'))
    .toContain('Son certificat mène à une racine que vous avez donnée.');
  expect(await page.locator('#roots').inputValue()).toBe(authority.root);
});

it.each<[string, (answer: Uint8Array) => Uint8Array]>([
  ['with another time', (answer) => withOtherYear(answer)],
  ['that is cut', (answer) => answer.subarray(0, 200)],
  ['that is a refusal', () => Buffer.from('30053003020102', 'hex')],
])('%s says what skein verify says', async (what, change) => {
  // Its signer speaks for it as it is: only what the authority signed tells.
  const bytes = await stampedBy(async (signature) => change(await ask(signature)));
  const path = await kept(`${what.replaceAll(' ', '-')}.zip`, bytes);
  const page = await openTrusting();
  await choose(page, path);
  const { faults } = await verifyBundle(path, ours);
  expect(faults).toMatchObject([{ kind: 'changed', name: 'timestamp.tsr' }]);
  expect(await shownFaults(page)).toEqual(faults);
  expect(await fact(page, 'Timestamp')).toBe('It bears no valid one.');
});

it('of another signature is not taken for its own', async () => {
  const path = await kept('of-another.zip', await stampedBy(() => ask(Buffer.from('another'))));
  const page = await openTrusting();
  await choose(page, path);
  const { faults } = await verifyBundle(path, ours);
  expect(faults).toMatchObject([{ kind: 'changed', name: 'timestamp.tsr' }]);
  expect(await shownFaults(page)).toEqual(faults);
});

it('is said to be absent where there is none', async () => {
  const page = await openTrusting();
  await choose(page, await kept('plain.zip', (await packed()).bytes));
  expect(await fact(page, 'Timestamp')).toBe('It bears none.');
});

it('shows the last judgement, even if an earlier one comes later', async () => {
  const page = await openTrusting();
  await choose(page, stamped);
  // The first signature to be checked is held back until the test lets it go.
  await page.evaluate(() => {
    const verify = crypto.subtle.verify.bind(crypto.subtle);
    const held = new Promise((resolve) => addEventListener('let-go', resolve));
    let waits: Promise<unknown> | null = held;
    SubtleCrypto.prototype.verify = async (...given: Parameters<typeof verify>) => {
      const wait = waits;
      waits = null;
      await wait;
      return verify(...given);
    };
  });
  await rootsIn(page).fill(stranger.root);
  await rootsIn(page).fill(authority.root);
  const leads = 'Its certificate leads to a root that you gave.';
  await expect.poll(() => fact(page, 'Timestamp')).toContain(leads);
  await page.evaluate(() => dispatchEvent(new Event('let-go')));
  await page.waitForTimeout(1_000);
  expect(await fact(page, 'Timestamp')).toContain(leads);
  expect(await shownFaults(page)).toEqual([]);
});

it('is not read, and not said to be wrong, where the browser gives nothing to read it with', async () => {
  // No secure context, as the page would be on a plain web server of some intranet.
  const page = await openTrusting({ from: 'http://verifier.example/verify.html' });
  expect(await page.evaluate(() => 'subtle' in crypto)).toBe(false);
  await choose(page, stamped);
  expect(await shownFaults(page)).toEqual([]);
  expect(await headline(page)).toContain('Intact');
  expect(await fact(page, 'Timestamp')).toContain('Not read: this browser');
  expect(await fact(page, 'Timestamp')).toContain('“skein verify” reads it');
});

repeated<['light' | 'dark', number]>([
  ['light', 900],
  ['dark', 400],
  ['light', 400],
  ['dark', 900],
])('in %s is accessible, and fits, at a width of %i pixels', async (colorScheme, width) => {
  const page = await openTrusting({ colorScheme, width });
  const look = async (state: string) => {
    expect(await violations(page), state).toEqual([]);
    const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(scrolls, `${state} scrolls sideways`).toBe(false);
    await keepScreenshot(page, `verifier-${state}-${colorScheme}-${width}`);
  };
  await choose(page, stamped);
  await look('stamped');
  await rootsIn(page).fill(stranger.root);
  await expect.poll(() => headline(page)).toContain('no authority trusted here');
  await look('roots');
  await page.locator('#verdict').focus();
  await look('undated');
});

function withOtherYear(answer: Uint8Array): Uint8Array {
  const changed = Buffer.from(answer);
  changed[changed.indexOf(`${new Date().getUTCFullYear()}`) + 3]! ^= 1;
  return changed;
}
