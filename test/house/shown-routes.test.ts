/** What is told of people is recorded: a route whose answer holds it says what it shows, or says why it need not. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { routes, type RouteName } from '../../domain/api/api.ts';
import type { Route } from '../../domain/api/route.ts';
import { unrecorded } from '../../server/edge/http/unrecorded-views.ts';

const all = Object.entries(routes) as [RouteName, Route][];

/** What an answer calls that which names people, or is about them. */
const telling = new Set([
  ...['account', 'account_id', 'accounts', 'caption', 'cells', 'evidence', 'examples', 'facts'],
  ...['matches', 'members', 'named', 'nodes', 'rejects', 'rows', 'subjects', 'values'],
]);

/** Where such a name is of something else, what; or how it is recorded all the same. */
const other: Readonly<Partial<Record<RouteName, { names: readonly string[]; why: string }>>> = {
  intakes: { names: ['rejects'], why: 'the name of the file that has them' },
  intakeState: { names: ['rejects'], why: 'the name of the file that has them' },
  loads: { names: ['rejects'], why: 'the name of the file that has them' },
  lists: { names: ['members'], why: 'who of those who work here may know of a list' },
  mappings: { names: ['values'], why: 'which word of a column stands for which' },
  overview: { names: ['nodes'], why: 'how many there are, by type' },
  parametersInForce: { names: ['values'], why: 'numbers that detectors go by' },
  parameterHistory: { names: ['values'], why: 'numbers that detectors go by' },
  screenings: { names: ['matches'], why: 'how many there are' },
  search: {
    names: ['account', 'accounts', 'caption', 'named'],
    why: 'what was searched for is recorded by itself',
  },
};

interface JsonSchema {
  type?: unknown;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  additionalProperties?: JsonSchema | boolean;
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
}

/** Names in an answer that tell of people: a number under such a name is a count. */
function tellingIn(answer: z.ZodType): string[] {
  const root = z.toJSONSchema(answer, { unrepresentable: 'any' }) as JsonSchema;
  const found = new Set<string>();
  const seen = new Set<JsonSchema>();
  const walk = (schema: JsonSchema | boolean | undefined): void => {
    if (typeof schema !== 'object' || seen.has(schema)) return;
    seen.add(schema);
    for (const [name, of] of Object.entries(schema.properties ?? {})) {
      if (telling.has(name) && !isNumber(of)) found.add(name);
      walk(of);
    }
    walk(schema.items);
    walk(schema.additionalProperties);
    for (const one of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])])
      walk(one);
    for (const one of Object.values(schema.$defs ?? {})) walk(one);
  };
  walk(root);
  return [...found].sort();
}

function isNumber({ type, anyOf = [] }: JsonSchema): boolean {
  if (anyOf.length > 0) return anyOf.every((one) => isNumber(one) || one.type === 'null');
  return type === 'integer' || type === 'number';
}

const isRead = ({ method, reads }: Route) => method === 'get' || reads === true;
const holdsSome = ({ unseen }: Route) => typeof unseen === 'string';

describe('a view of personal data', () => {
  test('is told of by its route, whatever route is read', () => {
    const silent = all.filter(([, route]) => isRead(route) && holdsSome(route) && !route.shows);
    expect(silent.map(([name]) => name).sort()).toEqual(Object.keys(unrecorded).sort());
  });

  test('is no answer of a route that is read and tells of none', () => {
    const found = Object.fromEntries(
      all
        .filter(([, route]) => isRead(route) && !route.shows && route.answer)
        .map(([name, { answer }]): [string, string[]] => [name, tellingIn(answer!)])
        .filter(([, names]) => names.length > 0),
    );
    const known = Object.entries(other).map(([name, { names }]) => [name, names]);
    expect(found).toEqual(Object.fromEntries(known));
  });

  test('is found in the answers that hold some, so that the test above finds any', () => {
    const shown = ['finding', 'accounts', 'triage', 'runDiff', 'previewFile', 'node'] as const;
    for (const name of shown) expect(tellingIn(routes[name].answer), name).not.toEqual([]);
  });

  test('has its reason in words where there is none', () => {
    for (const why of Object.values(unrecorded)) expect(why.length).toBeGreaterThan(5);
  });
});
