import { z } from 'zod';
import * as answers from '../../../domain/answers.ts';
import type { Route } from '../../../domain/api/route.ts';
import { routes } from '../../../domain/api/api.ts';
import * as kept from '../../../domain/case.ts';
import * as finding from '../../../domain/finding.ts';
import { judgementSchema } from '../../../domain/judgement.ts';
import * as views from '../../../domain/views.ts';
import * as query from '../../../domain/query.ts';
import * as feed from '../../../domain/feed.ts';
import * as intake from '../../../domain/intake.ts';
import { programVersion } from '../../platform/version.ts';

type JsonSchema = Record<string, unknown>;

const dialect = 'https://json-schema.org/draft/2020-12/schema';
const base = '#/components/schemas/';

/** The API as OpenAPI 3.1, made from the schemas that validate requests and answers. */
export function openApiDocument(): JsonSchema {
  const paths: Record<string, JsonSchema> = {};
  for (const [name, route] of Object.entries<Route>(routes))
    (paths[`/api/v1${route.path}`] ??= {})[route.method] = operation(name, route);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Skein',
      version: programVersion,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    jsonSchemaDialect: dialect,
    // A person's session, or a program's token; none where the operator lets everybody in.
    security: [{}, { session: [] }, { token: [] }],
    paths,
    components: {
      schemas: components(),
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'skein' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function operation(name: string, route: Route): JsonSchema {
  const parameters = [
    ...parametersOf('path', route.params),
    ...parametersOf('query', route.query),
    ...(route.headers ? parametersOf('header', route.headers) : []),
  ];
  return {
    operationId: name,
    summary: route.about,
    'x-may': route.may,
    // What lets somebody in, and one's own account, takes a session.
    ...(route.letsIn || route.may === 'self' ? { security: [{}, { session: [] }] } : {}),
    parameters,
    ...(route.body ? { requestBody: bodyOf(route.body, route.lines) } : {}),
    ...(route.upload ? { requestBody: fileBody } : {}),
    responses: {
      200: { description: route.about, content: contentOf(route) },
      default: {
        description: 'What went wrong, as RFC 9457 describes it',
        content: { 'application/problem+json': { schema: { $ref: `${base}Problem` } } },
      },
    },
  };
}

const fileBody: JsonSchema = {
  required: true,
  content: { 'application/octet-stream': {} },
};

function bodyOf(body: z.ZodObject, lines: string | undefined): JsonSchema {
  const schema: JsonSchema = z.toJSONSchema(body, { io: 'input', target: 'draft-2020-12' });
  delete schema['$schema'];
  const byLine = lines === undefined ? {} : { 'application/x-ndjson': {} };
  return { required: true, content: { 'application/json': { schema }, ...byLine } };
}

function contentOf(route: Route): JsonSchema {
  const id = route.answer && registry.get(route.answer)?.id;
  if (id) return { 'application/json': { schema: { $ref: `${base}${id}` } } };
  const types = [route.mediaType ?? 'application/octet-stream'].flat();
  return Object.fromEntries(types.map((type) => [type, {}]));
}

function parametersOf(where: 'path' | 'query' | 'header', schema: z.ZodObject): JsonSchema[] {
  const described = z.toJSONSchema(schema, { io: 'input' });
  const required = new Set(described.required);
  return Object.entries(described.properties ?? {}).map(([name, property]) => ({
    name,
    in: where,
    required: required.has(name),
    schema: property,
  }));
}

/** Every exported schema under its own name, and what a route answers under the route's, where it has none. */
const registry = z.registry<{ id: string }>();
const shapes: Readonly<Record<string, unknown>> = {
  ...finding,
  ...answers,
  ...kept,
  ...views,
  ...query,
  ...intake,
  ...feed,
  judgementSchema,
};
for (const [name, schema] of Object.entries(shapes))
  if (schema instanceof z.ZodType)
    registry.add(schema, { id: capital(name.replace(/Schema$/, '')) });
for (const [name, { answer }] of Object.entries<Route>(routes))
  if (answer && !registry.has(answer)) registry.add(answer, { id: capital(`${name}Answer`) });

function components(): JsonSchema {
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `${base}${id}` });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => [id, withoutKeywords(schema)]),
  );
}

/** The document names dialect and place of its schemas once. */
function withoutKeywords(schema: object): JsonSchema {
  return Object.fromEntries(
    Object.entries(schema).filter(([keyword]) => keyword !== '$id' && keyword !== '$schema'),
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
