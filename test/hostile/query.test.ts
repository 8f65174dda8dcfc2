/**
 * What somebody at the port can do to the house by asking: one request must not stop it. Each of these did. The server
 * is a real one in processes of its own, its database too.
 */
import { expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { promptly } from '../patience.ts';
import { ask, attackedHouse, run, slowestHealth } from './house.ts';

const house = attackedHouse();
const text = messages.queries;
const patience = 5 * 60_000;

async function expectAlive(): Promise<void> {
  const { status, body } = await run(house, 'RETURN 1 AS one', 30);
  expect({ status, rows: body['rows'] }).toEqual({ status: 200, rows: [[1]] });
  expect((await ask(house, '/readyz')).status).toBe(200);
}

it(
  'lists and texts without end are refused before they are sent',
  async () => {
    for (const query of [
      'RETURN size([x IN range(1,100000000) | x])',
      'RETURN range(1,8000000)',
      "RETURN [x IN range(1,3000000) | 'aaaaaaaaaa']",
      "RETURN size(reduce(s = 'aaaaaaaaaa', x IN range(1, 40) | s + s))",
      `WITH 'aaaaaaaaaaaaaaaa' AS s${' WITH s + s AS s'.repeat(30)} RETURN size(s)`,
    ]) {
      const answer = await run(house, query, 15);
      expect(answer).toMatchObject({ status: 422 });
      expect(answer.seconds).toBeLessThan(promptly());
    }
    await expectAlive();
  },
  patience,
);

/** Sizes that nobody can know beforehand. */
const hidden = "WITH size('x') * 3000 AS k ";

async function expectAnswerInTime(query: string, says: string): Promise<void> {
  await expectAlive();
  const seconds = 15;
  const slowest = await slowestHealth(house, async () => {
    const answer = await run(house, query, seconds);
    expect({ status: answer.status, says: answer.body['detail'] }).toEqual({ status: 422, says });
    expect(answer.seconds).toBeLessThan(seconds + promptly());
  });
  expect(slowest).toBeLessThan(promptly());
  await expectAlive();
}

it.each([
  ['a list as one wide row', `${hidden}RETURN range(1, k * 2700)`],
  ['texts as one wide row', `${hidden}RETURN [x IN range(1, k * 1000) | 'aaaaaaaaaa']`],
])(
  '%s, of a size that is worked out: answered in its time, and the server does not wait',
  (_name, query) => expectAnswerInTime(query, text.tooWide),
  patience,
);

it(
  'nesting is refused before it is sent, and no connection hangs',
  async () => {
    const deep = `RETURN ${'('.repeat(5_000)}1${')'.repeat(5_000)}`;
    const answers = await Promise.all(
      Array.from({ length: 25 }, () => ask(house, '/api/v1/query/check', { text: deep })),
    );
    for (const { status, body } of answers)
      expect({ status, body }).toMatchObject({ status: 200, body: { allowed: false } });
    await expectAlive();
  },
  patience,
);

it(
  'more queries than can run are told to come again, and the product’s own go on',
  async () => {
    const endless = 'UNWIND range(1, 1000000000000) AS x RETURN count(x)';
    const many = Array.from({ length: 80 }, () => run(house, endless, 8));
    const product = await ask(house, '/api/v1/runs');
    expect(product.status).toBe(200);
    const answers = await Promise.all(many);
    const busy = answers.filter(({ status }) => status === 503);
    expect(busy.length).toBeGreaterThan(40);
    for (const { headers, body } of busy) {
      expect(headers.get('content-type')).toContain('application/problem+json');
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      expect(body['type']).toBe('busy');
    }
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([422, 503]));
    await expectAlive();
  },
  patience,
);

it(
  'values that are deep, many or long are refused in a line',
  async () => {
    const deep = `{"text":"RETURN $x","parameters":{"x":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`;
    const response = await fetch(`${house.url}/api/v1/query/check`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: deep,
    });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ status: 413 });
    const long = { text: 'RETURN $x', parameters: { x: 'a'.repeat(3_000_000) } };
    expect((await ask(house, '/api/v1/query/check', long)).status).toBe(413);
    await expectAlive();
  },
  patience,
);

it(
  'those who ask and leave leave nothing behind',
  async () => {
    for (let at = 0; at < 12; at += 1) {
      const gone = new AbortController();
      const asked = fetch(`${house.url}/api/v1/query/runs/abandoned-${at}`, {
        ...{ method: 'POST', signal: gone.signal },
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          text: 'UNWIND range(1, 1000000000000) AS x RETURN count(x)',
          seconds: 300,
        }),
      });
      const left = expect(asked).rejects.toThrow();
      await fetch(`${house.url}/healthz`);
      gone.abort();
      await left;
    }
    await expectAlive();
  },
  patience,
);

// The last: it goes on though it was ended, which after half a minute costs a new start of the database (`watchdog.test.ts`).
it(
  'a loop without end, of a size that is worked out: answered in its time, and the server does not wait',
  () =>
    expectAnswerInTime(
      `${hidden}RETURN reduce(s = 0, x IN range(1, k * k * k) | s + x % 7)`,
      text.tooLong(15),
    ),
  patience,
);
