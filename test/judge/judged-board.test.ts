import { describe, expect, it } from 'vitest';
import {
  changed,
  emptyBoard,
  visibleNodes,
  visibleRelations,
  type Board,
} from '../../client/src/board/board.ts';
import { edgeGroupsOf } from '../../client/src/board/edge-groups.ts';
import { identitiesOf } from '../../client/src/board/judged/identities.ts';
import { judgedBoard } from '../../client/src/board/judged/judged-board.ts';
import { formatRef } from '../../domain/schema/graph.ts';
import type { Judgement } from '../../domain/judgement.ts';
import { accountNode, deviceNode, relationBetween } from '../canvas/graphs.ts';

const [a, b, c] = [accountNode('a'), accountNode('b'), accountNode('c')];
const d = deviceNode('d');
const inferred = { ...relationBetween(a, c), key: 'SAME_NAME|account:a account:c', derived: true };

const board = changed(emptyBoard, {
  do: 'open',
  withoutLeaves: false,
  graph: {
    nodes: [a, b, c, d],
    relations: [relationBetween(a, d), relationBetween(b, d), relationBetween(a, b), inferred],
    omitted: 0,
  },
});

let made = 0;
function judgement(part: Partial<Judgement>): Judgement {
  made += 1;
  const act = { by: 'someone', at: '2026-01-01T00:00:00.000Z', why: 'a test', withdrawn: null };
  return {
    ...act,
    ...{ id: `J-${made}`, kind: 'link', verdict: 'confirmed', relation: null, subjects: [] },
    ...part,
  };
}

function judged(of: Board, ...judgements: Judgement[]): Board {
  return judgedBoard(of, judgements, identitiesOf(judgements));
}

const same = judgement({ kind: 'identity', subjects: [a, b] });
const rejected = judgement({
  kind: 'relation',
  verdict: 'rejected',
  subjects: [a, c],
  relation: { key: inferred.key, type: 'derived.same-name', says: 'has the same name as' },
});

describe('a board with judgements', () => {
  it('is the board itself where nobody judged', () => {
    expect(judged(board)).toBe(board);
    const marked = { ...inferred, judgement: rejected };
    const came = { ...board, relations: new Map(board.relations).set(inferred.key, marked) };
    expect(judged(came).relations.get(inferred.key)).toEqual(inferred);
  });

  it('draws those that are one and the same as one node, with the relations of both', () => {
    const drawn = judged(board, same);
    expect(visibleNodes(drawn).map(({ caption }) => caption)).toEqual(['a (= b)', 'c', 'd']);
    const [bundle] = edgeGroupsOf(visibleRelations(drawn), drawn.groups);
    expect(bundle).toMatchObject({ from: 'account:a', to: 'device:d' });
    expect(bundle!.relations).toHaveLength(2);
    const apart = judged(
      changed(board, { do: 'apart', refs: ['account:a', 'account:b'], apart: true }),
      same,
    );
    expect(visibleNodes(apart)).toHaveLength(4);
  });

  it('is one with others through others, and says so of one that is there alone', () => {
    const further = judgement({ kind: 'identity', subjects: [b, c] });
    expect(visibleNodes(judged(board, same, further)).map(({ caption }) => caption)).toEqual([
      'a (= b, c)',
      'd',
    ]);
    const elsewhere = judgement({ kind: 'identity', subjects: [c, accountNode('z')] });
    expect(visibleNodes(judged(board, elsewhere)).map(formatRef)).toHaveLength(4);
    expect(judged(board, elsewhere).nodes.get('account:c')!.caption).toBe('c (= z)');
  });

  it('hides what stands for several when all of them are hidden, and not before', () => {
    const hide = (...refs: string[]) => judged(changed(board, { do: 'hide', refs }), same);
    expect(visibleNodes(hide('account:a')).map(({ id }) => id)).toContain('a');
    expect(visibleNodes(hide('account:a', 'account:b')).map(({ id }) => id)).toEqual(['c', 'd']);
  });

  it('hides what was rejected until it is asked for, also when it is no longer inferred', () => {
    const gone = { ...board, relations: new Map(board.relations) };
    gone.relations.delete(inferred.key);
    for (const before of [board, gone]) {
      const keys = (of: Board) => visibleRelations(judged(of, rejected)).map(({ key }) => key);
      expect(keys(before)).not.toContain(inferred.key);
      expect(keys(changed(before, { do: 'rejected' }))).toContain(inferred.key);
    }
  });

  it('draws a confirmed link as a line of its own, and nothing that was withdrawn', () => {
    const link = judgement({ subjects: [b, c] });
    const line = visibleRelations(judged(board, link)).find(
      ({ type }) => type === 'judgement.link',
    );
    expect(line).toMatchObject({ from: { id: 'b' }, to: { id: 'c' } });
    expect(edgeGroupsOf([line!], new Map())[0]!.verdict).toBe('confirmed');
    const over = { by: 'other', at: '2026-01-02T00:00:00.000Z', why: 'no' };
    const withdrawn = [link, same, rejected].map((one) => ({ ...one, withdrawn: over }));
    const drawn = judged(board, ...withdrawn);
    expect(visibleRelations(drawn)).toEqual(visibleRelations(board));
    expect(visibleNodes(drawn)).toEqual(visibleNodes(board));
  });
});
