import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';

/** What a platform of this size holds: an account logs in about ten times, mostly from its own places. */
export interface Size {
  accounts: number;
  ips: number;
  devices: number;
  logins: number;
}

/** Between the seeds of several that run side by side: of seeds that follow one another the first numbers are nearly the same. */
export const seedsApart = 2_654_435_769;

/** The same numbers every time. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export async function writeAccounts(folder: string, size: Size): Promise<void> {
  await writeCsv(
    join(folder, 'accounts.csv'),
    'account_id,handle,country,created_at',
    size.accounts,
    (at) => `a${at},worker${at},KR,2023-01-01T00:00:00Z`,
  );
  await writeCsv(
    join(folder, 'ips.csv'),
    'ip,country,kind',
    size.ips,
    (at) => `${ip(at)},KR,residential`,
  );
  await writeCsv(join(folder, 'devices.csv'), 'device_id,os', size.devices, (at) => `d${at},Linux`);
}

/** `year` sets them apart from those of another year. */
export async function writeLogins(folder: string, size: Size, year: number): Promise<void> {
  const random = randomNumbers(year);
  const start = Date.UTC(year, 0, 1);
  await writeCsv(
    join(folder, 'logins.csv'),
    'account_id,ip,device_id,started_at,ended_at,user_agent,service_port',
    size.logins,
    (at) => {
      const account = random(size.accounts);
      const place = (account * 7 + random(3)) % size.ips;
      const device = (account * 5 + random(2)) % size.devices;
      const begun = start + at * 60_000;
      const ended = begun + random(10) * 600_000;
      return `a${account},${ip(place)},d${device},${iso(begun)},${iso(ended)},Mozilla/5.0 (X11; Linux x86_64),`;
    },
  );
}

export const iso = (at: number) => new Date(at).toISOString();
const ip = (at: number) => `10.${(at >> 16) & 255}.${(at >> 8) & 255}.${at & 255}`;

export async function writeCsv(
  path: string,
  header: string,
  rows: number,
  row: (at: number) => string,
): Promise<void> {
  const file = createWriteStream(path);
  file.write(`${header}\n`);
  for (let from = 0; from < rows; from += 1_000) {
    const lines: string[] = [];
    for (let at = from; at < Math.min(rows, from + 1_000); at += 1) lines.push(`${row(at)}\n`);
    if (!file.write(lines.join(''))) await once(file, 'drain');
  }
  file.end();
  await finished(file);
}
