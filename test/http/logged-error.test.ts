/** What Neo4j quotes when something fails does not go into the log, unless somebody wants to know all. */
import { Writable } from 'node:stream';
import pino from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import { errorSerializers } from '../../server/edge/http/logged-error.ts';
import { UnavailableError } from '../../server/platform/problems.ts';
import { testDatabase } from '../database.ts';

const tested = testDatabase();
/** With a mark in it that ends the quotation early for whoever reads to the next one. */
const value = `ana's "Ana" <ana@example.com>`;

function logged(error: unknown, level = 'info'): string {
  const lines: string[] = [];
  const to = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  pino({ level, base: null, serializers: errorSerializers(level) }, to).error({ err: error }, 'x');
  return lines.join('');
}

async function failureOf(query: string): Promise<Error> {
  const error: unknown = await tested.database.write(query, { value }).catch((it: unknown) => it);
  expect(error).toBeInstanceOf(Error);
  return error as Error;
}

beforeAll(() => tested.database.write('CREATE (:Account {id: $value})', { value }));

describe('an error of Neo4j in the log', () => {
  it.each([
    ['a key that there is already', 'CREATE (:Account {id: $value})', 'ConstraintValidationFailed'],
    ['a value of another kind', 'RETURN date($value)', 'Neo.ClientError.Statement'],
    [
      'a query that cannot be read',
      `RETURN 'ana@example.com' AS a ? b`,
      'Neo.ClientError.Statement.SyntaxError',
    ],
  ])('of %s has its code and no value', async (_what, query, code) => {
    const error = await failureOf(query);
    expect(error.message).toContain('ana@example.com');
    for (const met of [error, new UnavailableError('is away', [], { cause: error })]) {
      const line = logged(met);
      expect(line).not.toContain('ana@example.com');
      expect(line).toContain(code);
      // Where it happened is told as before.
      expect(line).toMatch(/\bat .*\.ts:\d+/);
    }
    expect(logged(error, 'debug')).toContain('ana@example.com');
  });

  it('leaves all other errors as they are', () => {
    expect(logged(new Error(`no file 'here'`))).toContain(`no file 'here'`);
  });
});
