import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Body } from '../../domain/api/api.ts';
import type { viewRoutes } from '../../domain/api/views.ts';
import { fitHours } from '../../domain/working-hours.ts';
import { clockedWeeks, hoursOfDay } from '../../domain/working-week.ts';
import { testDatabase } from '../database.ts';
import { routes } from '../../domain/api/api.ts';
import { ask, servedApp } from '../http/served.ts';
import { loadScene } from './scene.ts';

const tested = testDatabase();
const app = servedApp(tested);
let between: string;

beforeAll(async () => {
  between = await loadScene(tested);
});

type Name = keyof typeof viewRoutes;

function send(name: Name, body: unknown) {
  return ask(app.port, `/api/v1${routes[name].path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function answerOf<N extends Name>(name: N, body: Body<N>): Promise<Answer<N>> {
  const { status, text } = await send(name, body);
  expect(status, text).toBe(200);
  return JSON.parse(text) as Answer<N>;
}

const accounts = ['a1', 'a2', 'a3'];

describe('payouts', () => {
  it('names every payment account of the accounts, and how many of all share it', async () => {
    const { uses, users, accounts: all, nodes } = await answerOf('payouts', { accounts });
    expect(uses.map(({ from, to }) => `${from.id} ${to.id}`).sort()).toEqual([
      'a1 p1',
      'a2 p1',
      'a2 p4',
      'a3 p1',
    ]);
    expect(users).toEqual({ p1: 4, p4: 1 });
    expect(all).toBe(5);
    expect(nodes).toHaveLength(5);
    expect(uses[0]!.sources[0]).toMatchObject({ file: 'account_payments.csv', line: 2 });
  });

  it('leaves out what came later than the time or the knowledge asked for', async () => {
    const idsOf = async (body: Partial<Body<'payouts'>>) => {
      const { uses } = await answerOf('payouts', { accounts: [...accounts, 'late'], ...body });
      return [...new Set(uses.map(({ from }) => from.id))].sort();
    };
    expect(await idsOf({})).toEqual(['a1', 'a2', 'a3', 'late']);
    expect(await idsOf({ known_on: between })).toEqual(['a1', 'a2', 'a3']);
    expect(await idsOf({ to: '2024-01-02T12:00:00Z' })).toEqual(['a1', 'a2']);
    expect(await idsOf({ from: '2024-01-12T00:00:00Z' })).toEqual(['a3', 'late']);
  });
});

it('ratings are those among the accounts, beside what goes to others', async () => {
  const { ratings, finished, totals, omitted } = await answerOf('ratingsAmong', { accounts });
  expect(ratings.map(({ from, to }) => `${from.id} ${to.id}`)).toEqual(['a1 a2', 'a2 a1', 'a3 a1']);
  expect(finished).toEqual({ j1: '2024-01-05T00:00:00.000Z' });
  expect(totals['a1']).toEqual({ given: 2, received: 2 });
  expect(omitted).toBe(0);
});

describe('money', () => {
  it('is summed by payee and currency, what was reversed apart, step by step and round a cycle', async () => {
    const { flows, uses } = await answerOf('moneyFlow', { accounts: ['a1'] });
    expect(uses.map(({ to }) => to.id)).toEqual(['p1']);
    const told = flows.map((flow) => [
      flow.from,
      flow.to,
      flow.currency,
      flow.amount,
      flow.count,
      flow.unsettled,
    ]);
    expect(told).toEqual([
      ['p1', 'p2', 'USD', 150, 2, 1],
      ['p1', 'p2', 'EUR', 70, 1, 0],
      ['p2', 'p3', 'USD', 120, 1, 0],
      ['p3', 'p1', 'USD', 10, 1, 0],
    ]);
  });

  it('goes no further than the steps asked for, and starts from payment accounts too', async () => {
    const { flows } = await answerOf('moneyFlow', {
      accounts: [],
      payment_accounts: ['p2'],
      steps: 1,
    });
    expect(flows.map(({ to }) => to)).toEqual(['p3']);
  });
});

it('hours are counted as the detector counts them, by the claimed clock and by the one that fits', async () => {
  const { items } = await answerOf('workingWeeks', { accounts: ['a1', 'nobody'] });
  expect(items).toHaveLength(1);
  const [weeks] = items;
  expect(weeks).toMatchObject({ account: 'a1', claimed_zone: 'America/Sao_Paulo', sessions: 31 });
  const months = weeks!.months.map(({ month, week }) => ({ month, hours: hoursOfDay(week) }));
  expect(months[0]!.hours.slice(0, 10)).toEqual([0, 30, 30, 30, 30, 30, 30, 30, 1, 1]);
  const { claimed, fitting, fit } = clockedWeeks(weeks!);
  expect(fit).toEqual(fitHours('America/Sao_Paulo', months));
  // 1 to 7 UTC is 22 to 4 in São Paulo.
  expect(hoursOfDay(claimed)[22]).toBe(30);
  expect(fit!.apart).toBeGreaterThan(6);
  const daytime = hoursOfDay(fitting!)
    .slice(8, 20)
    .reduce((a, b) => a + b, 0);
  expect(daytime).toBe(hoursOfDay(claimed).reduce((a, b) => a + b, 0));
});

it('places are found whatever the accents, and a country alone by its largest city', async () => {
  const { items } = await answerOf('places', {
    places: [
      { country: 'BR', city: 'São Paulo' },
      { country: 'br', city: 'sao paulo' },
      { country: 'PL' },
      { country: 'ZZ', city: 'Nowhere' },
    ],
  });
  expect(items.map(({ exact }) => exact)).toEqual([true, true, false, false]);
  expect(items[0]!.at!.latitude).toBeCloseTo(-23.5, 0);
  expect(items[1]!.at).toEqual(items[0]!.at);
  expect(items[2]!.at!.latitude).toBeCloseTo(52.2, 0);
  expect(items[3]!.at).toBeNull();
});

it('nodes come with every column, and with the time from which they were known', async () => {
  const { items } = await answerOf('nodeValues', {
    nodes: ['account:late', 'account:a1', 'ip:gone'],
  });
  expect(items.map(({ id }) => id)).toEqual(['late', 'a1']);
  const [late, a1] = items;
  expect(a1!.values).toMatchObject({ phone: '+1 222', display_name: 'Ilse Brandt' });
  expect(a1!.known! < between && late!.known! >= between).toBe(true);
});

it.each([
  ['payouts', { accounts: ['a1'], from: 'yesterday' }, 'body.from'],
  ['moneyFlow', { accounts: [], steps: 99 }, 'body.steps'],
  ['ratingsAmong', { accounts: Array.from({ length: 501 }, String) }, 'body.accounts'],
  ['nodeValues', { nodes: ['nothing'] }, 'body.nodes.0'],
] as const)('%s says what is wrong with what was sent', async (name, body, where) => {
  const { status, text } = await send(name, body);
  expect(status).toBe(400);
  expect(JSON.parse(text)).toMatchObject({ errors: [{ where }] });
});
