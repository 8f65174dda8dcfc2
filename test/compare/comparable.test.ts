import { expect, it } from 'vitest';
import type { Run } from '../../domain/finding.ts';
import { comparableAmong } from '../../server/decisions/compare/comparable.ts';
import { ran, wholeRun } from './runs.ts';

const rules = ['a', 'b', 'c', 'd', 'e'];
const run = (name: string, ids: readonly string[], asOf: string | null = null): Run => ({
  ...wholeRun(
    name,
    {},
    ids.map((id) => ran(id)),
  ).run,
  as_of: asOf,
});
const names = (runs: readonly Run[]) => runs.map((one) => one.run);

it('of mostly the same rules: a run of few of them says nothing of what is gone', () => {
  const earlier = [run('few', ['a']), run('before', rules), run('first', ['a', 'b', 'c', 'd'])];
  expect(names(comparableAmong(run('now', rules), earlier))).toEqual(['before', 'first']);
  expect(names(comparableAmong(run('few-again', ['a']), earlier))).toEqual(['few']);
  expect(comparableAmong(run('others', ['x', 'y']), earlier)).toEqual([]);
});

it('a rule more, or a new version of one, leaves runs comparable', () => {
  const before = { ...run('before', []), detectors: rules.map((id) => ran(id, 1)) };
  const now = { ...run('now', []), detectors: [...rules, 'f'].map((id) => ran(id, 2)) };
  expect(names(comparableAmong(now, [before]))).toEqual(['before']);
});

it('of the same time before all others, and of another where there is none', () => {
  const then = run('as-of', rules, '2024-01-01T00:00:00.000Z');
  const before = run('before', rules);
  expect(names(comparableAmong(run('now', rules), [then, before]))).toEqual(['before']);
  expect(names(comparableAmong(run('now', rules), [then]))).toEqual(['as-of']);
});
