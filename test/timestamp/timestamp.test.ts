/** Timestamps of a real authority: OpenSSL's. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UnavailableError } from '../../server/platform/problems.ts';
import { requestTimestamp } from '../../server/trust/timestamp/request.ts';
import { readTimestamp } from '../../verifier/timestamp-response.ts';
import { startAuthority, type TestAuthority } from './authority.ts';

let authority: TestAuthority;
let stranger: TestAuthority;
const data = Buffer.from('what was there');

beforeAll(async () => {
  authority = await startAuthority();
  stranger = await startAuthority();
});
afterAll(async () => {
  await authority.close();
  await stranger.close();
});

describe('a timestamp', () => {
  test('says when, by whom, and whether a trusted root stands behind it', async () => {
    const before = Date.now() - 1_000;
    const answer = await requestTimestamp(authority.url, data);
    const read = await readTimestamp(answer, data, [authority.root]);
    expect(read).toMatchObject({ refusal: null, authority: 'Test Timestamps', trusted: true });
    expect(Date.parse(read!.at)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(read!.at)).toBeLessThanOrEqual(Date.now());
    expect(await readTimestamp(answer, data, [])).toMatchObject({ trusted: null });
    for (const root of [stranger.root, 'no certificate'])
      expect(await readTimestamp(answer, data, [root])).toMatchObject({ trusted: false });
  });

  test('is of those bytes alone', async () => {
    const answer = await requestTimestamp(authority.url, data);
    expect(await readTimestamp(answer, Buffer.from('what was then'), [])).toBeNull();
  });

  test('is none with a changed time', async () => {
    const answer = Buffer.from(await requestTimestamp(authority.url, data));
    const year = answer.indexOf(`${new Date().getUTCFullYear()}`);
    expect(year).toBeGreaterThan(0);
    answer[year + 3]! ^= 1;
    expect(await readTimestamp(answer, data, [])).toBeNull();
  });
});

describe('an authority that', () => {
  test.each([
    ['answers about another question', () => requestTimestamp(authority.url, data), 'no valid'],
  ])('%s is not believed', async (_how, earlier, text) => {
    const old = Buffer.from(await earlier());
    authority.answerNext(() => old);
    const asked = requestTimestamp(authority.url, data);
    await expect(asked).rejects.toThrow(text);
    await expect(asked).rejects.toBeInstanceOf(UnavailableError);
  });

  test('answers rubbish is not believed', async () => {
    authority.answerNext(() => Buffer.from('<html>not today</html>'));
    await expect(requestTimestamp(authority.url, data)).rejects.toThrow('no valid timestamp');
  });

  test('refuses is quoted', async () => {
    // SEQUENCE { SEQUENCE { INTEGER 2 (rejection) } }
    authority.answerNext(() => Buffer.from('30053003020102', 'hex'));
    await expect(requestTimestamp(authority.url, data)).rejects.toThrow(
      'refuses a timestamp: status 2',
    );
  });

  test('is not there is named', async () => {
    await expect(requestTimestamp('http://127.0.0.1:9/', data)).rejects.toThrow(
      /http:\/\/127\.0\.0\.1:9\/ does not answer/,
    );
  });
});
