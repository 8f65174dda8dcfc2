/** What a collector of traces is sent, read by one. */
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { startTracing, type Tracing } from '../../server/edge/http/tracing.ts';
import type { Serving } from '../../server/edge/http/serve.ts';
import { testDatabase } from '../database.ts';
import { loadRing } from '../explore/ring.ts';
import { ask, serveOver, smallPage } from './served.ts';

const spanSchema = z.object({
  ...{ traceId: z.string(), spanId: z.string(), parentSpanId: z.string().optional() },
  ...{ name: z.string(), kind: z.int() },
  startTimeUnixNano: z.string(),
  endTimeUnixNano: z.string(),
  attributes: z.array(z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) })),
});
const sentSchema = z.object({
  resourceSpans: z.array(
    z.object({ scopeSpans: z.array(z.object({ spans: z.array(spanSchema) })) }),
  ),
});

const tested = testDatabase();
const spans: z.infer<typeof spanSchema>[] = [];
let collector: Server;
let serving: Serving;
let tracing: Tracing;
let page: string;

beforeAll(async () => {
  await loadRing(tested);
  page = await smallPage();
  collector = createServer((request, response) => {
    void json(request).then((sent) => {
      const { resourceSpans } = sentSchema.parse(sent);
      spans.push(...resourceSpans.flatMap((one) => one.scopeSpans.flatMap((of) => of.spans)));
      response.setHeader('content-type', 'application/json').end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(collector, 'listening');
  const { port } = collector.address() as AddressInfo;
  tracing = startTracing(`http://127.0.0.1:${port}/v1/traces`);
  serving = await serveOver(tested.database, tested, { page, follow: tracing.follow });
}, 240_000);

afterAll(async () => {
  await serving.close();
  collector.close();
  await rm(page, { recursive: true });
});

const attribute = ({ attributes }: z.infer<typeof spanSchema>, key: string) =>
  Object.values(attributes.find((one) => one.key === key)?.value ?? {})[0];

it('is each request by its route, with the queries that it asked, and nothing that names anybody', async () => {
  const [trace, before] = ['0af7651916cd43dd8448eb211c80319c', 'b7ad6b7169203331'];
  const asked = await ask(serving.port, '/api/v1/nodes/account%3Aa1', {
    headers: { 'x-request-id': 'seen-outside', traceparent: `00-${trace}-${before}-01` },
  });
  expect(asked.status, asked.text).toBe(200);
  await ask(serving.port, '/api/v1/nodes/account%3Anobody');
  await tracing.stop();

  const requests = spans.filter(({ name }) => name !== 'neo4j');
  expect(requests.map(({ name }) => name)).toEqual([
    ...['GET /api/v1/nodes/{ref}', 'GET /api/v1/nodes/{ref}'],
  ]);
  const [known, unknown] = requests;
  expect(known).toMatchObject({ traceId: trace, parentSpanId: before });
  expect(unknown!.traceId).not.toBe(trace);
  expect(attribute(known!, 'skein.request_id')).toBe('seen-outside');
  expect(Number(attribute(known!, 'http.response.status_code'))).toBe(200);
  expect(Number(attribute(unknown!, 'http.response.status_code'))).toBe(404);

  const queries = spans.filter(({ name }) => name === 'neo4j');
  expect(queries.length).toBeGreaterThan(1);
  for (const query of queries) {
    const request = requests.find(({ spanId }) => spanId === query.parentSpanId)!;
    expect(query.traceId).toBe(request.traceId);
    expect(BigInt(query.startTimeUnixNano)).toBeLessThanOrEqual(BigInt(query.endTimeUnixNano));
    expect(String(attribute(query, 'db.query.summary')).length).toBeGreaterThan(20);
  }
  // ids are left out: they are made by chance, and chance makes any two letters
  const said = JSON.stringify(spans.map(({ name, attributes }) => ({ name, attributes })));
  for (const name of ['a1', 'nobody']) expect(said).not.toMatch(new RegExp(`\\b${name}\\b`, 'u'));
  expect(said).not.toMatch(/account(?::|%3A)/u);
});
