import { describe, expect, it } from 'vitest';
import { activeLanguage } from '../../domain/messages/language.ts';
import { Admission } from '../../server/edge/http/admission.ts';
import { withLocale } from '../../server/platform/locale.ts';
import { BusyError, TooManyError } from '../../server/platform/problems.ts';
import { deferred } from '../deferred.ts';

const here = new AbortController().signal;
const bounds = { usual: { atOnce: 1, waiting: 2 }, dear: { atOnce: 1, waiting: 1 } };

describe('admission', () => {
  it('lets so many in at once, so many wait in their order, and sends the next away with when to come again', async () => {
    const admission = new Admission(bounds);
    const [first, done] = [deferred(), [] as string[]];
    const enter = (name: string, until = Promise.resolve()) =>
      admission.admit('usual', here, async () => {
        await until;
        done.push(name);
      });
    const entered = [enter('a', first.promise), enter('b'), enter('c')];
    expect(admission.waiting('usual')).toBe(2);
    const refused = await enter('d').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(BusyError);
    expect(refused).toMatchObject({ retryAfter: 2, status: 503, message: /^2 requests wait/ });
    expect(done).toEqual([]);
    first.resolve();
    await Promise.all(entered);
    expect(done).toEqual(['a', 'b', 'c']);
  });

  it('keeps clicks from waiting behind what is dear, and whatever has bounds of its own from waiting at all', async () => {
    const admission = new Admission(bounds);
    const bundle = deferred();
    const dear = admission.admit('dear', here, () => bundle.promise);
    expect(await admission.admit('usual', here, () => Promise.resolve('click'))).toBe('click');
    expect(await admission.admit('own', here, () => Promise.resolve('query'))).toBe('query');
    bundle.resolve();
    await dear;
  });

  it('says how many are before a request that waits, and nothing of one that does not', async () => {
    const admission = new Admission({ ...bounds, dear: { atOnce: 1, waiting: 3 } });
    const [first, gone] = [deferred(), new AbortController()];
    const held = admission.admit('dear', here, () => first.promise, { id: 'held' });
    const none = () => Promise.resolve();
    const second = admission.admit('dear', gone.signal, none, { id: 'second' });
    const third = admission.admit('dear', here, none, { id: 'third' });
    const places = () => ['held', 'second', 'third', 'another'].map((id) => admission.ahead(id));
    expect(places()).toEqual([null, 0, 1, null]);
    const ended = expect(second).rejects.toBeDefined();
    gone.abort();
    await ended;
    expect(places()).toEqual([null, null, 0, null]);
    first.resolve();
    await Promise.all([held, third]);
    expect(places()).toEqual([null, null, null, null]);
  });

  it('gives the turn of whoever has gone to the next', async () => {
    const admission = new Admission(bounds);
    const [first, gone] = [deferred(), new AbortController()];
    const held = admission.admit('usual', here, () => first.promise);
    let asked = false;
    const left = admission.admit('usual', gone.signal, () => {
      asked = true;
      return Promise.resolve();
    });
    const ended = expect(left).rejects.toBeDefined();
    gone.abort();
    await ended;
    const next = admission.admit('usual', here, () => Promise.resolve('next'));
    first.resolve();
    await held;
    expect(await next).toBe('next');
    expect(asked).toBe(false);
  });

  it('answers each in the language of whoever asked', async () => {
    const admission = new Admission(bounds);
    const first = deferred();
    const language = () => Promise.resolve(activeLanguage());
    const held = withLocale('es', () =>
      admission.admit('usual', here, async () => {
        await first.promise;
        return activeLanguage();
      }),
    );
    const waiting = withLocale('fr', () => admission.admit('usual', here, language));
    first.resolve();
    expect(await Promise.all([held, waiting])).toEqual(['es', 'fr']);
  });

  it('lets nobody have more than half of the turns, and whoever comes later does not wait for all that one has asked', async () => {
    const admission = new Admission({ ...bounds, usual: { atOnce: 4, waiting: 40 } });
    const [release, begun] = [deferred(), [] as string[]];
    const enter = (who: string) =>
      admission.admit(
        'usual',
        new AbortController().signal,
        () => (begun.push(who), release.promise),
        { who },
      );
    const script = Array.from({ length: 12 }, () => enter('script'));
    expect(begun).toEqual(['script', 'script']);
    const others = [enter('ana'), enter('ben')];
    expect(begun).toEqual(['script', 'script', 'ana', 'ben']);
    const late = enter('cy');
    release.resolve();
    await Promise.all([...script, ...others, late]);
    // Before the third that the script had asked long before.
    expect(begun[4]).toBe('cy');
  });

  it('takes turns where there is but one at once', async () => {
    const admission = new Admission({ ...bounds, dear: { atOnce: 1, waiting: 20 } });
    const done: string[] = [];
    const enter = (who: string, id: string) =>
      admission.admit('dear', here, () => Promise.resolve(void done.push(id)), { who, id });
    const first = deferred();
    const held = admission.admit('dear', here, () => first.promise, { who: 'ana' });
    const waiting = [
      ...['a1', 'a2', 'a3'].map((id) => enter('ana', id)),
      ...['b1', 'b2'].map((id) => enter('ben', id)),
    ];
    expect(['b1', 'a1', 'b2', 'a2', 'a3'].map((id) => admission.ahead(id))).toEqual([
      0, 1, 2, 3, 4,
    ]);
    first.resolve();
    await Promise.all([held, ...waiting]);
    expect(done).toEqual(['b1', 'a1', 'b2', 'a2', 'a3']);
  });

  it('leaves room in the line for others, and tells one who fills it so', async () => {
    const admission = new Admission({ ...bounds, dear: { atOnce: 1, waiting: 4 } });
    const first = deferred();
    const enter = (who: string) => admission.admit('dear', here, () => first.promise, { who });
    const entered = [enter('ana'), enter('ana'), enter('ana')];
    const refused = await enter('ana').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(TooManyError);
    expect(refused).toMatchObject({ status: 429, message: /^2 requests of yours wait/ });
    entered.push(enter('ben'));
    first.resolve();
    await Promise.all(entered);
  });

  it('lets a house that does not sign in have all of the turns', async () => {
    const admission = new Admission({ ...bounds, usual: { atOnce: 4, waiting: 1 } });
    const [release, begun] = [deferred(), [] as number[]];
    const all = [1, 2, 3, 4].map((one) =>
      admission.admit('usual', here, () => (begun.push(one), release.promise)),
    );
    expect(begun).toEqual([1, 2, 3, 4]);
    release.resolve();
    await Promise.all(all);
  });
});
