import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { words } from '../../domain/words/index.ts';
import { loadFolders } from '../../server/load/load.ts';
import { silentProgress } from '../../server/progress.ts';
import { testDatabase } from '../database.ts';
import { folderOf } from './folder-of.ts';
import { dumpGraph } from './graph-dump.ts';

const tested = testDatabase();
const patience = 5 * 60_000;

const child = fileURLToPath(new URL('killed-child.ts', import.meta.url));

const time = (minute: number) => new Date(Date.UTC(2024, 0, 1, 0, minute)).toISOString();
const rows = (count: number, row: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => `${row(at)}\n`).join('');

/** Every account twice, the second time with another phone, and logins that come twice as well. */
const files = {
  'accounts.csv':
    'account_id,phone,referred_by\n' +
    rows(7_000, (at) => `a${at % 4_000},${at},a${(at * 7) % 4_500}`),
  'logins.csv':
    'account_id,ip,device_id,started_at,user_agent\n' +
    rows(12_000, (at) => {
      const login = at % 9_000;
      return `a${login % 4_000},10.0.${login % 200}.1,d${login % 300},${time(login)},agent ${at}`;
    }),
};

/** Loads in a process of its own and kills it once it has said that this many rows of the file are in. */
async function killAfter(folder: string, file: string, done: number): Promise<void> {
  const loading = spawn(process.execPath, ['--import', 'tsx', child, folder], {
    env: tested.environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(loading, 'exit');
  let said = '';
  for await (const chunk of loading.stdout) {
    said += String(chunk);
    const inFile = said.split(`${words.load.step.loading(file)}\n`)[1];
    const figures = inFile?.split('\n').map(Number) ?? [];
    if (figures.some((figure) => figure >= done)) break;
  }
  loading.kill('SIGKILL');
  const [, signal] = (await ended) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}

describe('a load that is killed and run again', () => {
  let folder: string;
  let whole: string[];
  const load = () => loadFolders(tested.database, tested.settings, [folder], {}, silentProgress);

  beforeAll(async () => {
    folder = await folderOf(files);
    await load();
    whole = await dumpGraph(tested.database);
  }, patience);

  it.each([
    ['accounts.csv', 5_000],
    ['logins.csv', 10_000],
  ])(
    'amid %s ends in the same graph',
    async (file, done) => {
      await tested.empty();
      await killAfter(folder, file, done);
      const half = await dumpGraph(tested.database);
      expect(half.length).toBeGreaterThan(0);
      expect(half).not.toEqual(whole);
      await load();
      expect(await dumpGraph(tested.database)).toEqual(whole);
    },
    patience,
  );
});
