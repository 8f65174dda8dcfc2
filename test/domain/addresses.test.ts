/** What an address of the page names. */
import { describe, expect, it } from 'vitest';
import { subjectOf } from '../../client/src/subject/subject-of.ts';
import { watchAt } from '../../client/src/watch/address.ts';

describe('an address', () => {
  it.each(['/', '/index.html'])('%s is the start', (path) => {
    expect(subjectOf(path)).toEqual({ kind: 'start' });
  });

  it.each([
    ...['/account/does-not-exist', '/board/nope', '/nonsense', '/cluster', '/cluster/'],
    ...['/node/a02374', '/node/nope:1', '/detector', '/case', '/queue/a%20b', '/watch/nope'],
  ])('%s leads nowhere', (path) => {
    expect(subjectOf(path)).toEqual({ kind: 'nowhere', id: path });
  });

  it('names a thing, whatever its id holds', () => {
    expect(subjectOf('/node/account:a02374')).toEqual({ kind: 'node', id: 'account:a02374' });
    expect(subjectOf('/cluster/C%2F1')).toEqual({ kind: 'cluster', id: 'C/1' });
    expect(subjectOf('/case/k1/b1')).toEqual({ kind: 'board', id: 'b1', caseId: 'k1' });
    expect(subjectOf('/cases')).toEqual({ kind: 'cases', id: 'cases' });
    expect(subjectOf('/query').kind).toBe('query');
  });

  it('of the watch names one of its sections, the first where it names none', () => {
    expect(watchAt('/watch')).toEqual({ section: 'changes', id: null });
    expect(watchAt('/watch/numbers')).toEqual({ section: 'numbers', id: null });
    expect(watchAt('/watch/nope')).toBeNull();
  });
});
