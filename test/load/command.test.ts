import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadSchema } from '../../domain/answers.ts';
import { testDatabase } from '../database.ts';
import { folderOf } from './folder-of.ts';

const tested = testDatabase();
beforeEach(() => tested.empty());

const program = fileURLToPath(new URL('../../bin/skein.mjs', import.meta.url));

async function skein(...args: string[]) {
  const child = spawn(process.execPath, [program, ...args], { env: tested.environment });
  const [out, err, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number]>,
  ]);
  return { out, err, status };
}

describe('skein load', () => {
  it('prints a table, and ends with 3 when rows were rejected', async () => {
    const folder = await folderOf({ 'accounts.csv': 'account_id,country\na1,KR\na2,XX\n' });
    const { out, status } = await skein('load', folder);
    expect(out).toMatch(/^file +read +added +updated +unchanged +rejected +conflicts\n/);
    expect(out).toMatch(/^accounts\.csv +2 +1 +0 +0 +1 +0$/m);
    expect(out).toMatch(/^Rejected rows: .*accounts\.csv\.rejects\.csv$/m);
    expect(status).toBe(3);
  });

  it('prints JSON of the contract’s shape, and ends with 0', async () => {
    const folder = await folderOf({ 'accounts.csv': 'account_id,country\na1,KR\n' });
    const { out, status } = await skein('load', folder, '--json');
    expect(loadSchema.parse(JSON.parse(out)).files[0]).toMatchObject({
      file: 'accounts.csv',
      read: 1,
      added: 1,
      rejects: null,
    });
    expect(status).toBe(0);
  });

  it('ends with 1 in one line when strict refuses, and with 2 when used wrongly', async () => {
    const folder = await folderOf({ 'accounts.csv': 'account_id,country\na1,XX\n' });
    const strict = await skein('load', folder, '--strict');
    expect(strict.status).toBe(1);
    expect(strict.err).toMatch(/accounts\.csv:2:country: is not an ISO 3166-1.*\n$/);
    expect(strict.err).not.toMatch(/\bat .*\.ts:/);
    expect((await skein('load', '/nowhere')).status).toBe(2);
    expect((await skein('load')).status).toBe(2);
  });
});
