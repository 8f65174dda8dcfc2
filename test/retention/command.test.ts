/** The commands `skein person`, `skein hold` and `skein retention`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../../server/trust/custody/audit.ts';
import { testDatabase } from '../database.ts';
import { detectWorld, graphTexts, loadWorld, person, personal, workOn } from './world.ts';

const tested = testDatabase();
const patience = 5 * 60_000;
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

/** Who else stands beside the person on the board, in the ring and in ratings. */
const namesOfOthers = ['Ben Okafor', 'Cem Aydin'];

beforeAll(async () => {
  await loadWorld(tested);
  await detectWorld(tested);
  await workOn(tested);
}, patience);

describe('skein person report', () => {
  it(
    'tells all that is held, with the row of each, and others by their ids alone',
    async () => {
      const page = join(tested.settings.home, '..', `report-${process.pid}.html`);
      const { status } = await skein('person', 'report', person, '--to', page);
      expect(status).toBe(0);
      expect((await stat(page)).mode & 0o777).toBe(0o600);
      const said = await readFile(page, 'utf8');
      for (const value of personal) expect(said, value).toContain(value);
      expect(said).toContain('accounts.csv:2');
      for (const part of [
        'She says little.',
        'Ask ',
        'shared-payout',
        'CaseComment',
        'access-report',
      ])
        expect(said, part).toContain(part);
      for (const name of namesOfOthers) expect(said, name).not.toContain(name);
      expect(said).toContain('account:acc-ben-1204');
    },
    patience,
  );

  it('says what is wrong with an id that nobody has', async () => {
    const { status, err } = await skein('person', 'report', 'acc-nobody');
    expect({ status, err }).toEqual({
      status: 1,
      err: expect.stringContaining('There is no account acc-nobody in the graph') as string,
    });
  });
});

describe('skein hold and skein person erase', () => {
  it(
    'hold, refuse, lift, say what would go, erase, and check the certificate',
    async () => {
      const noReason = await skein('person', 'erase', person, '--yes');
      expect(noReason).toMatchObject({
        status: 2,
        err: expect.stringContaining('--reason') as string,
      });
      const which = await skein('hold', 'set', '--reason', 'x');
      expect(which).toMatchObject({
        status: 2,
        err: expect.stringContaining('--account ID') as string,
      });

      await skein('hold', 'set', '--account', person, '--reason', 'a court asked');
      const { items } = JSON.parse((await skein('hold', 'list', '--json')).out) as {
        items: { id: string }[];
      };
      const { id } = items[0]!;
      const erase = ['person', 'erase', person, '--reason', 'asked for'];
      const refused = await skein(...erase, '--yes');
      expect(refused).toMatchObject({ status: 1, err: expect.stringContaining(id) as string });
      await skein('hold', 'lift', id, '--reason', 'over');
      expect((await skein('hold', 'list')).out).toBe('Nothing is under legal hold.\n');

      const would = await skein(...erase);
      expect(would.out).toContain('Nothing was removed. Add --yes to do it.');
      expect(would.out).toMatch(/1 payment_account: other accounts use it too/);
      expect((await graphTexts(tested)).some((said) => said.includes(person))).toBe(true);

      const done = await skein(...erase, '--yes', '--json');
      expect(done.status).toBe(0);
      const { file } = JSON.parse(done.out) as { file: string };
      expect((await graphTexts(tested)).filter((said) => said.includes(person))).toEqual([]);
      expect(await skein('person', 'verify', file)).toMatchObject({
        status: 0,
        out: expect.stringContaining('is as it was signed') as string,
      });
      await writeFile(`${file}.changed`, (await readFile(file, 'utf8')).replace('eyJ', 'eyK'));
      expect((await skein('person', 'verify', `${file}.changed`)).status).toBe(3);
      expect((await skein('audit', 'verify')).status).toBe(0);
      expect(await audit(tested.settings.home)).toMatchObject({ whole: true });
    },
    patience,
  );
});

describe('skein retention', () => {
  it(
    'shows the rules, says what would go, and removes it',
    async () => {
      expect((await skein('retention')).out).toMatch(
        /^Nothing is removed by age\. .*retention\.json/,
      );
      await writeFile(join(tested.settings.home, 'retention.json'), '{"rules": {"logins": 400}}');
      expect((await skein('retention')).out).toMatch(/^ {2}logins +400 days$/m);
      const dry = await skein('retention', 'apply', '--dry');
      expect(dry.out).toMatch(/^ {2}logins +\d+ would go from before /);
      const applied = JSON.parse((await skein('retention', 'apply', '--json')).out) as {
        files: { file: string; removed: number }[];
      };
      expect(applied.files).toMatchObject([{ file: 'logins' }]);
      expect(applied.files[0]!.removed).toBeGreaterThan(0);
      await writeFile(join(tested.settings.home, 'retention.json'), '{"rules": {"visits": 400}}');
      const unknown = await skein('retention', 'apply');
      expect(unknown).toMatchObject({
        status: 1,
        err: expect.stringContaining('rules.visits: is no type') as string,
      });
    },
    patience,
  );
});
