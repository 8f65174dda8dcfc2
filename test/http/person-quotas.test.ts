import { describe, expect, it } from 'vitest';
import { routes } from '../../domain/api/api.ts';
import type { Route } from '../../domain/api/route.ts';
import { HourlyCount } from '../../server/edge/http/hourly-count.ts';
import { PersonQuotas, QuotaError } from '../../server/edge/http/person-quotas.ts';
import { usualQuotas } from '../../server/platform/settings/quota-settings.ts';

const minute = 60_000;

describe('what was had within the hour', () => {
  it('has room again when the earliest of it is an hour old', () => {
    const count = new HourlyCount();
    expect(count.take(60, 100, 0)).toBeNull();
    expect(count.take(40, 100, 30 * minute)).toBeNull();
    expect(count.take(1, 100, 59 * minute)).toBe(2 * 60);
    // What needs the place of both waits for both.
    expect(count.take(70, 100, 59 * minute)).toBe(32 * 60);
    expect(count.take(60, 100, 61 * minute)).toBeNull();
    expect(count.take(1, 100, 61 * minute)).toBe(30 * 60);
    expect(count.isEmpty(200 * minute)).toBe(true);
  });

  it('never has room for what is more than all of an hour', () => {
    expect(new HourlyCount().take(101, 100, 0)).toBe(3_600);
  });
});

describe('quotas of people', () => {
  const limits = { ...usualQuotas, queries: 2, uploadBytes: 10 };
  const refused = (work: () => void) => {
    try {
      work();
    } catch (error) {
      if (error instanceof QuotaError) return error;
      throw error;
    }
    throw new Error('It was not refused.');
  };

  it('are each person’s own, and say what, how much and when again', () => {
    let now = 0;
    const quotas = new PersonQuotas(limits, () => now);
    quotas.take('queries', 'ana');
    quotas.take('queries', 'ana');
    quotas.take('queries', 'ben');
    quotas.take('exports', 'ana');
    now = 10 * minute;
    const error = refused(() => quotas.take('queries', 'ana'));
    expect(error).toMatchObject({ status: 429, retryAfter: 51 * 60, who: 'ana' });
    expect(error.message).toMatch(/^You have had your 2 queries of this hour.*in 51 minutes/);
    now = 61 * minute;
    quotas.take('queries', 'ana');
    expect(quotas.had('queries')).toEqual({ taken: 4, refused: 1 });
  });

  it('are news once, until there is room again', () => {
    let now = 0;
    const quotas = new PersonQuotas(limits, () => now);
    const ask = () => quotas.take('queries', 'ana');
    ask();
    ask();
    const news = () => quotas.isNews(refused(ask));
    expect([news(), news()]).toEqual([true, false]);
    now = 61 * minute;
    ask();
    ask();
    expect([news(), news()]).toEqual([true, false]);
  });

  it('count bytes as they arrive, and look at the announced length before', () => {
    const quotas = new PersonQuotas(limits, () => 0);
    const { announced, arrived } = quotas.arriving('ana');
    announced(10);
    arrived(6);
    expect(refused(() => announced(5)).what).toBe('uploadBytes');
    expect(refused(() => arrived(5)).what).toBe('uploadBytes');
    arrived(4);
  });

  it('are none where the operator says so', () => {
    const quotas = new PersonQuotas({ ...limits, queries: null }, () => 0);
    for (let asked = 0; asked < 5_000; asked += 1) quotas.take('queries', 'ana');
    expect(quotas.had('queries').taken).toBe(5_000);
  });
});

describe('every route', () => {
  const all = Object.entries<Route>(routes);

  /** Whether its body has a text of Cypher, or it is of a query that was saved. */
  const takesCypher = ({ body, path, method }: Route) =>
    Object.keys(body?.shape ?? {}).some((key) => /^(text|queries|query)$/.test(key)) &&
    /quer|trial/.test(path) &&
    method !== 'get';

  it('that answers with a file, takes one, or takes Cypher says what it counts as', () => {
    const needing = all.filter(
      ([, route]) => route.answer === null || route.upload || takesCypher(route),
    );
    expect(needing.length).toBeGreaterThan(12);
    expect(needing.filter(([, { quota }]) => quota === undefined).map(([name]) => name)).toEqual(
      [],
    );
    expect(needing.map(([name]) => name)).toEqual(
      expect.arrayContaining(['runQuery', 'queryGraph', 'beginTrial', 'uploadFile', 'bundle']),
    );
  });

  it('that answers with a file or takes one counts as that', () => {
    for (const [name, route] of all) {
      if (route.answer === null) expect(route.quota, name).toBe('exports');
      if (route.upload) expect(route.quota, name).toBe('uploads');
    }
  });
});
