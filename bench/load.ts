import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { loadFolders } from '../server/ingest/load/load.ts';
import type { OpenDatabase } from '../server/operations/store/open.ts';
import type { Progress } from '../server/platform/progress.ts';
import type { Settings } from '../server/platform/settings/settings.ts';
import type { Figure } from './figure.ts';
import { writeAccounts, writeLogins, type Size } from './rows.ts';

const size: Size = { accounts: 50_000, ips: 30_000, devices: 50_000, logins: 400_000 };
/** Java compiles what it runs often; what comes before that is told apart. */
const firstLogins = 100_000;
const relationsPerLogin = 2;

/** How fast rows come into a live database: nodes, relations, and all of it again. */
export async function benchLoad(
  opened: OpenDatabase,
  settings: Settings,
  progress: Progress,
): Promise<Figure[]> {
  const nodes = join(settings.home, 'bench-nodes');
  const first = join(settings.home, 'bench-first-logins');
  const logins = join(settings.home, 'bench-logins');
  for (const folder of [nodes, first, logins]) await mkdir(folder);
  await writeAccounts(nodes, size);
  await writeLogins(first, { ...size, logins: firstLogins }, 2023);
  await writeLogins(logins, size, 2024);

  const load = (folder: string) =>
    seconds(() =>
      loadFolders(opened.database, settings, [folder], { importFrom: Infinity }, progress),
    );
  const forNodes = await load(nodes);
  const forFirst = await load(first);
  const forLogins = await load(logins);
  const again = await load(logins);
  const relations = size.logins * relationsPerLogin;
  const memory = process.resourceUsage().maxRSS / 1_024;
  return [
    {
      what: `load ${count(size.accounts + size.ips + size.devices)} nodes, nodes/s`,
      value: count((size.accounts + size.ips + size.devices) / forNodes),
      wanted: null,
    },
    {
      what: `load ${count(firstLogins)} logins into a server that has just started, relations/s`,
      value: count((firstLogins * relationsPerLogin) / forFirst),
      wanted: null,
    },
    {
      what: `load ${count(size.logins)} more (${count(relations)} relations) into the live database, relations/s`,
      value: count(relations / forLogins),
      wanted: '20,000',
    },
    {
      what: 'load the same logins again, which changes nothing, rows/s',
      value: count(size.logins / again),
      wanted: null,
    },
    { what: 'most memory of the loading process, MiB', value: count(memory), wanted: null },
  ];
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1_000;
}

const count = (value: number) => Math.round(value).toLocaleString('en');
