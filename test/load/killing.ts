import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import type { TestDatabase } from '../database.ts';

const child = fileURLToPath(new URL('killed-child.ts', import.meta.url));

const time = (minute: number) => new Date(Date.UTC(2024, 0, 1, 0, minute)).toISOString();
const rows = (count: number, row: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => `${row(at)}\n`).join('');

/** Every account twice, the second time with another phone, and logins that come twice as well. */
export const files = {
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
export async function killAfter(
  tested: TestDatabase,
  folder: string,
  file: string,
  done: number,
): Promise<void> {
  const loading = spawn(process.execPath, ['--import', 'tsx', child, folder], {
    env: tested.environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(loading, 'exit');
  let said = '';
  for await (const chunk of loading.stdout) {
    said += String(chunk);
    const inFile = said.split(`${messages.load.step.loading(file)}\n`)[1];
    const figures = inFile?.split('\n').map(Number) ?? [];
    if (figures.some((figure) => figure >= done)) break;
  }
  loading.kill('SIGKILL');
  const [, signal] = (await ended) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}
