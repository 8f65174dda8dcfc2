/**
 * `npm run reliability:fuzz -- --seed 1`: asks every operation of the API at random, by what openapi.json says of it, with
 * Schemathesis (MIT), over the sample, as somebody who has signed in and may do everything. What it found is written to
 * docs/RELIABILITY.md.
 */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { openApiDocument } from '../../server/edge/http/openapi.ts';
import { bringPython } from '../../setup/python.mjs';
import type { House } from './house.ts';
import { record } from './record.ts';
import { withSample } from './sample-house.ts';
import { administrator, tokenOf } from './signed-in.ts';

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' } } });
const version = '4.32.5';
/** A session that has ended lets nobody in. */
const ending = new Set(['signOut']);

const reportSchema = z.object({
  operations: z.object({ tested: z.int() }),
  test_cases: z.object({ generated: z.int() }),
  failures: z.array(z.object({ title: z.string(), operations: z.array(z.string()) })),
});
type Report = z.infer<typeof reportSchema>;

interface Operation {
  operationId: string;
  'x-may': string;
}
type Paths = Record<string, Record<string, Operation>>;

/** The operations that are so, as a document of their own. */
function documentOf(kept: (operation: Operation) => boolean) {
  const whole = openApiDocument();
  const paths: Paths = {};
  for (const [path, methods] of Object.entries(whole['paths'] as Paths))
    for (const [method, operation] of Object.entries(methods))
      if (kept(operation)) (paths[path] ??= {})[method] = operation;
  const count = Object.values(paths).flatMap((methods) => Object.keys(methods)).length;
  return { document: { ...whole, paths }, count };
}

/** What is there to ask about: a cluster and a finding of the sample, their accounts, the run. */
async function known(house: House, headers: Record<string, string>): Promise<string> {
  const said = async (path: string) => {
    const answer = await house.ask(`/api/v1${path}`, 'GET', undefined, headers);
    return (answer?.body['items'] as Record<string, unknown>[])[0]!;
  };
  const cluster = await said('/clusters?limit=1');
  const finding = await said('/findings?limit=1');
  const run = await said('/runs?limit=1');
  const [a, b] = cluster['accounts'] as string[];
  const at = (path: string, id: unknown) => [
    '[[operations]]',
    `include-path-regex = '^/api/v1/${path}/\\{id\\}'`,
    `parameters = { id = ${JSON.stringify(id)} }`,
  ];
  return [
    '[parameters]',
    ...[`ref = "account:${a!}"`, `a = "${a!}"`, `b = "${b!}"`, `account = "${a!}"`],
    `cluster = ${JSON.stringify(cluster['id'])}`,
    ...at('clusters', cluster['id']),
    ...at('findings', finding['id']),
    ...at('triage', finding['id']),
    ...at('runs', run['run'] ?? run['id']),
    '[checks.not_a_server_error]',
    // That another run works on the graph, or too many ask, is said so, with when to ask again: an answer and no fault.
    'expected-statuses = ["2xx", "3xx", "4xx", "503"]',
    '',
  ].join('\n');
}

async function fuzzed(
  folder: string,
  url: string,
  { document, header }: { document: unknown; header: string },
): Promise<Report> {
  const [spec, report, config] = ['spec.json', 'report.json', 'schemathesis.toml'].map((name) =>
    join(folder, name),
  );
  await writeFile(spec!, JSON.stringify(document));
  const checks =
    'not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance';
  const python = await bringPython('fuzz', [`schemathesis==${version}`]);
  const options = [
    ...['--config-file', config!, 'run', spec!, '--url', url, '--header', header],
    ...['--checks', checks, '--phases', 'examples,coverage', '--seed', values.seed],
    ...['--no-shrink', '--continue-on-failure', '--request-timeout', '120'],
    ...['--report', 'json', '--report-json-path', report!, '--warnings', 'off'],
  ];
  await new Promise<void>((resolve) => {
    const child = execFile(
      join(python, '..', 'schemathesis'),
      options,
      { cwd: folder, maxBuffer: 2 ** 28 },
      () => resolve(),
    );
    child.stdout?.pipe(process.stdout);
    child.stderr?.pipe(process.stderr);
  });
  return reportSchema.parse(JSON.parse(await readFile(report!, 'utf8')));
}

await withSample(async (house, folder) => {
  const cookie = await administrator(house);
  const bearer = { authorization: `Bearer ${await tokenOf(house, cookie)}` };
  await writeFile(join(folder, 'schemathesis.toml'), await known(house, bearer));
  const all = documentOf(() => true).count;
  const own = ({ 'x-may': may, operationId }: Operation) =>
    may === 'self' || ending.has(operationId);
  const parts = [
    {
      ...documentOf((operation) => !own(operation)),
      header: `Authorization: ${bearer.authorization}`,
    },
    {
      ...documentOf((operation) => own(operation) && !ending.has(operation.operationId)),
      header: `Cookie: ${cookie}`,
    },
    { ...documentOf(({ operationId }) => ending.has(operationId)), header: `Cookie: ${cookie}` },
  ].filter(({ count }) => count > 0);
  const reports: Report[] = [];
  for (const part of parts) reports.push(await fuzzed(folder, house.url, part));
  await record('fuzz', {
    tool: `Schemathesis ${version}, phases examples and coverage`,
    seed: Number(values.seed),
    operations: all,
    tested: reports.reduce((sum, { operations }) => sum + operations.tested, 0),
    requests: reports.reduce((sum, { test_cases: { generated } }) => sum + generated, 0),
    failures: reports.flatMap(({ failures }) =>
      failures.flatMap(({ title, operations }) =>
        operations.map((operation) => ({ operation, what: title })),
      ),
    ),
  });
});
