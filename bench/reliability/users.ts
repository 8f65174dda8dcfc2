/**
 * `npm run reliability:users -- --users 200 --minutes 10`: so many people, each with a session of their own, work for so long on the
 * sample over loopback, each with a pause for reading between two questions. What it found is written to docs/RELIABILITY.md.
 */
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { groupBy } from '../../domain/group-by.ts';
import { randomNumbers, seedsApart } from '../rows.ts';
import type { House } from './house.ts';
import { record } from './record.ts';
import { withSample } from './sample-house.ts';
import { administrator, analyst } from './signed-in.ts';

const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '200' },
    minutes: { type: 'string', default: '10' },
  },
});
const users = Number(values.users);
const minutes = Number(values.minutes);
/** Somebody looks at what came for between none and twice as long. */
const readingMs = 10_000;
const lookMs = 1_000;
/** Neo4j plans each query when it is first asked, and all come at once. */
const firstMs = 60_000;

/** What was asked, when since all began, and how long it took; milliseconds. */
const answers: { kind: string; at: number; ms: number }[] = [];
const errors: Record<string, number> = {};

/** What an analyst asks for in a day's work: lists, a cluster as a graph, an account and its neighbours, a pair, a search. */
async function questions(house: House, headers: Record<string, string>): Promise<string[]> {
  const items = async (path: string) =>
    (await house.ask(path, 'GET', undefined, headers))!.body['items'] as {
      id: string;
      accounts: string[];
    }[];
  const clusters = await items('/api/v1/clusters?limit=20');
  const findings = await items('/api/v1/findings?limit=50');
  const accounts = [...new Set(findings.flatMap((finding) => finding.accounts))];
  return [
    ...['/api/v1/overview', '/api/v1/triage?limit=50', '/api/v1/findings?limit=50'],
    ...clusters.flatMap(({ id }) => [`/api/v1/clusters/${id}`, `/api/v1/clusters/${id}/graph`]),
    ...findings.map(({ id }) => `/api/v1/findings/${id}`),
    ...accounts.flatMap((id) => [
      `/api/v1/nodes/account:${id}`,
      `/api/v1/nodes/account:${id}/expand?limit=25`,
      `/api/v1/search?q=${id}`,
    ]),
    ...findings
      .filter((finding) => finding.accounts.length > 1)
      .map(({ accounts: [a, b] }) => `/api/v1/explain?a=${a!}&b=${b!}`),
  ];
}

async function work(
  house: House,
  { cookie, seed, asked }: { cookie: string; seed: number; asked: readonly string[] },
): Promise<void> {
  const random = randomNumbers(seed);
  const start = performance.now();
  const end = start + minutes * 60_000;
  await pause(random(2 * readingMs));
  while (performance.now() < end) {
    const path = asked[random(asked.length)]!;
    const begun = performance.now();
    const said = await house.ask(path, 'GET', undefined, { cookie });
    answers.push({ kind: kindOf(path), at: begun - start, ms: performance.now() - begun });
    if (said?.status !== 200) {
      const what = said ? String(said.status) : 'no answer';
      errors[what] = (errors[what] ?? 0) + 1;
    }
    await pause(random(2 * readingMs));
  }
}

/** The route, without what it asks for. */
function kindOf(path: string): string {
  return path
    .replace('/api/v1', '')
    .replace(/\?.*/, '')
    .replace(/^(\/\w+)\/[^/]+/, '$1/…');
}

function spread(of: typeof answers) {
  const times = of.map(({ ms }) => ms).sort((a, b) => a - b);
  const share = (part: number) => times[Math.floor(part * (times.length - 1))] ?? 0;
  return { requests: times.length, p50: share(0.5), p95: share(0.95), p99: share(0.99) };
}

/** Resident memory of a process in MiB; 0 where it is not there. */
async function memoryOf(pid: number | null): Promise<number> {
  const said = await readFile(`/proc/${pid ?? 0}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+)/m.exec(said)?.[1] ?? 0) / 2 ** 10;
}

await withSample(async (house) => {
  const keeper = await administrator(house);
  const cookies: string[] = [];
  for (let at = 0; at < users; at += 1) cookies.push(await analyst(house, keeper, `analyst-${at}`));
  const asked = await questions(house, { cookie: cookies[0]! });
  const most = { server: 0, neo4j: 0 };
  const over = Promise.all(
    cookies.map((cookie, at) => work(house, { cookie, seed: at * seedsApart, asked })),
  ).then(() => true);
  while (!(await Promise.race([over, pause(lookMs, false)]))) {
    const { server, neo4j } = await house.processes();
    most.server = Math.max(most.server, await memoryOf(server));
    most.neo4j = Math.max(most.neo4j, await memoryOf(neo4j));
  }
  const kinds = [...groupBy(answers, ({ kind }) => kind)];
  await record('users', {
    ...{ users, minutes, errors, ...most },
    first: spread(answers.filter(({ at }) => at < firstMs)),
    later: spread(answers.filter(({ at }) => at >= firstMs)),
    kinds: kinds.map(([kind, of]) => ({ kind, ...spread(of) })),
  });
});
