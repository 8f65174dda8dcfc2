import { expect, it } from 'vitest';
import { none, type Route } from '../../domain/api/route.ts';
import { routes, type RouteName } from '../../domain/api/api.ts';
import { auditSubject } from '../../server/edge/http/shown-evidence.ts';

const undeclared = {
  method: 'get',
  path: '/things',
  about: 'Things',
  params: none,
  query: none,
  answer: null,
} as const;

it('takes no route that does not say what evidence it shows', () => {
  // @ts-expect-error: `shows` is missing.
  const refused: Route = { ...undeclared, may: 'look', unseen: 'refused' };
  const said: Route = { ...undeclared, may: 'look', unseen: 'refused', shows: null };
  expect(refused).not.toEqual(said);
});

it('nor one that does not say who may', () => {
  // @ts-expect-error: `may` is missing.
  const refused: Route = { ...undeclared, unseen: 'refused', shows: null };
  // @ts-expect-error: nobody has such a permission.
  const misspelt: Route = { ...undeclared, unseen: 'refused', shows: null, may: 'looks' };
  expect(refused).not.toEqual(misspelt);
});

it('nor one that does not say what it answers to who does not see personal data', () => {
  // @ts-expect-error: `unseen` is missing.
  const refused: Route = { ...undeclared, shows: null, may: 'look' };
  // @ts-expect-error: why it holds none is missing.
  const unsaid: Route = { ...undeclared, shows: null, may: 'look', unseen: {} };
  expect(refused).not.toEqual(unsaid);
});

it('records nothing of a route that says it shows none', () => {
  const silent = (Object.keys(routes) as RouteName[]).filter((name) => routes[name].shows === null);
  expect(silent).toContain('overview');
  for (const name of silent) expect(auditSubject(name, {}, {})).toBeNull();
});

it('records what a route says it shows', () => {
  const input = { params: { ref: 'account:a1' } };
  expect(auditSubject('node', input, {})).toMatchObject({ nodes: { about: ['account:a1'] } });
});
