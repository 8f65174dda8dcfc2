/** A provider of single sign-on that answers nothing is asked once, however many come, and nobody else waits for it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newComing } from '../../server/people/coming.ts';
import { Provider } from '../../server/people/provider.ts';
import { BusyError, UnavailableError } from '../../server/platform/problems.ts';
import { routes } from '../../domain/api/api.ts';
import type { Route } from '../../domain/api/route.ts';
import type { SignOnSettings } from '../../server/platform/settings/sign-on-settings.ts';
import { SilentProvider } from './silent-provider.ts';

const redirect = 'https://skein.example/sign-in/provider';
let silent: SilentProvider;
let provider: Provider;
let at: number;

beforeEach(async () => {
  silent = await SilentProvider.listen();
  at = Date.parse('2026-03-01T09:00:00.000Z');
  const settings: SignOnSettings = {
    ...{ issuer: silent.issuer, name: 'The house', clientId: 'skein', secret: { value: 'known' } },
    ...{ scope: 'openid', groupsClaim: 'groups' },
    roleOfGroups: [{ role: 'analyst', group: 'fraud' }],
  };
  provider = new Provider(settings, () => new Date(at));
});
afterEach(() => silent.close());

const leave = () => provider.addressFor(newComing(), redirect);
const many = (count: number) => Array.from({ length: count }, leave);

describe('a provider that is slow', () => {
  it('is asked once for all who come meanwhile, and then known', async () => {
    const leaving = Promise.all(many(20));
    await silent.untilAsked(1);
    silent.answer();
    for (const address of await leaving) expect(address).toContain(`${silent.issuer}/auth?`);
    await Promise.all(many(20));
    expect(silent.asked).toBe(1);
  });

  it('that was asked in vain is let be for a few seconds, in which all are told the same at once', async () => {
    const leaving = Promise.allSettled(many(20));
    await silent.untilAsked(1);
    silent.hangUp();
    for (const left of await leaving)
      expect(left).toMatchObject({ reason: expect.any(UnavailableError) as unknown });
    at += 4_999;
    await expect(leave()).rejects.toThrow(/^The house does not answer/);
    expect(silent.asked).toBe(1);
    at += 1;
    const again = leave();
    await silent.untilAsked(2);
    silent.answer();
    expect(await again).toContain('/auth?');
  });

  it('has no more waiting than a few dozen: whoever comes then is told to come again', async () => {
    const leaving = Promise.allSettled(many(64));
    await silent.untilAsked(1);
    await expect(leave()).rejects.toThrow(BusyError);
    silent.answer();
    await leaving;
    expect(await leave()).toContain('/auth?');
  });

  it('is not asked anew because somebody brings a wrong answer', async () => {
    const left = leave();
    await silent.untilAsked(1);
    silent.answer();
    await left;
    const coming = newComing();
    const wrong = new URLSearchParams({ state: coming.state, error: 'server_error' });
    for (let time = 0; time < 3; time += 1)
      await expect(provider.vouched(coming, new URL(`${redirect}?${wrong}`))).rejects.toThrow(
        /^The house refused/,
      );
    expect(silent.asked).toBe(1);
  });
});

describe('a route that waits for the provider', () => {
  it('takes no turn of those who ask the database', () => {
    const waiting = Object.entries<Route>(routes).filter(([, { path }]) =>
      path.startsWith('/sign-in/provider'),
    );
    expect(waiting.map(([name, { turn }]) => [name, turn])).toEqual([
      ['leaveForProvider', 'own'],
      ['comeFromProvider', 'own'],
    ]);
  });
});
