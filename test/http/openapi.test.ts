import { describe, expect, it } from 'vitest';
import { routes } from '../../domain/api/api.ts';
import { openApiDocument } from '../../server/edge/http/openapi.ts';

interface Operation {
  operationId: string;
  summary: string;
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  responses: Record<string, { content: Record<string, { schema?: { $ref: string } }> }>;
}

interface Described {
  openapi: string;
  jsonSchemaDialect: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

const document = openApiDocument() as unknown as Described;

function references(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' ? [String(inner)] : references(inner),
  );
}

describe('the OpenAPI document', () => {
  it('is of version 3.1 and says so', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.jsonSchemaDialect).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(document.info.version).toMatch(/^\d+\.\d+\.\d+/);
  });

  it.each(Object.entries(routes))('describes %s', (name, route) => {
    const operation = document.paths[`/api/v1${route.path}`]![route.method]!;
    expect(operation.operationId).toBe(name);
    expect(operation.summary).toBe(route.about);
    const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const described = operation.parameters.filter((parameter) => parameter.in === 'path');
    expect(described.map((parameter) => parameter.name)).toEqual(inPath);
    expect(described.every((parameter) => parameter.required)).toBe(true);
    const inQuery = operation.parameters.filter((parameter) => parameter.in === 'query');
    expect(inQuery.map((parameter) => parameter.name)).toEqual(Object.keys(route.query.shape));
    expect(Object.keys(operation.responses)).toEqual(['200', 'default']);
  });

  it('refers to nothing that it does not hold', () => {
    const known = Object.keys(document.components.schemas).map(
      (id) => `#/components/schemas/${id}`,
    );
    const used = references(document);
    expect(used.length).toBeGreaterThan(20);
    for (const reference of used) expect(known).toContain(reference);
  });

  it('names shared shapes once', () => {
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining(['Graph', 'GraphNode', 'Finding', 'Problem', 'NodeDetail', 'Source']),
    );
    expect(references(document.components.schemas['Graph'])).toContain(
      '#/components/schemas/GraphNode',
    );
  });

  it('is the same each time, with no keyword that only a schema of its own may have', () => {
    const text = JSON.stringify(document);
    expect(JSON.stringify(openApiDocument())).toBe(text);
    expect(text).not.toMatch(/"\$(id|schema)":/);
  });
});
