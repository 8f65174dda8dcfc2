import { expect } from 'vitest';
import { routes, type Answer, type Body, type RouteName } from '../../domain/api/api.ts';
import { problemSchema } from '../../domain/answers.ts';
import { ask, type ServedApp } from './served.ts';

type Params = Readonly<Record<string, string>>;

/** Calls routes by their names. */
export function calling(app: ServedApp) {
  const sent = (name: RouteName, params: Params, body?: unknown) => {
    const path = routes[name].path.replace(/\{(\w+)\}/g, (_all, each: string) => params[each]!);
    return ask(app.port, `/api/v1${path}`, {
      method: routes[name].method.toUpperCase(),
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  };
  return {
    sent,
    /** What must go well. */
    call: async <N extends RouteName>(name: N, params: Params, body?: Body<N>) => {
      const { status, text } = await sent(name, params, body);
      expect(status, text).toBe(200);
      return JSON.parse(text) as Answer<N>;
    },
    /** What must not. */
    refused: async (name: RouteName, params: Params, body?: unknown) => {
      const { text } = await sent(name, params, body);
      return problemSchema.parse(JSON.parse(text));
    },
  };
}
