import { describe, expect, it } from 'vitest';
import { emptyHistory, stepped } from '../../client/src/board/board-history.ts';
import { visibleNodes, visibleRelations } from '../../client/src/board/board.ts';
import { valuesKnownOn } from '../../client/src/board/known.ts';
import { accountNode, deviceNode, relationBetween } from './graphs.ts';

const [ann, bob, phone] = [accountNode('ann'), accountNode('bob'), deviceNode('phone')];
const graph = {
  nodes: [
    { ...ann, known: '2024-01-01T00:00:00.000Z' },
    { ...bob, known: '2024-02-01T00:00:00.000Z' },
    { ...phone, known: '2024-01-01T00:00:00.000Z' },
  ],
  relations: [
    { ...relationBetween(ann, phone), known: '2024-01-01T00:00:00.000Z' },
    { ...relationBetween(bob, phone), known: '2024-02-01T00:00:00.000Z' },
    { ...relationBetween(phone, ann), derived: true },
  ],
  omitted: 0,
};

describe('as known on', () => {
  const opened = stepped(emptyHistory, { do: 'open', graph, withoutLeaves: false });
  const then = stepped(opened, { do: 'known', on: '2024-01-15T00:00:00.000Z' });

  it('shows what had been loaded by then, and nothing that is inferred', () => {
    expect(visibleNodes(then.board).map(({ id }) => id)).toEqual(['ann', 'phone']);
    expect(visibleRelations(then.board)).toHaveLength(1);
  });

  it('is a step that is taken back, and none when nothing changes', () => {
    expect(stepped(then, { do: 'known', on: '2024-01-15T00:00:00.000Z' })).toBe(then);
    const back = stepped(then, { do: 'undo' });
    expect(visibleNodes(back.board)).toHaveLength(3);
  });
});

it('values that were replaced later stand again, the earliest of the later ones', () => {
  const history = [
    { values: { phone: '1', city: 'A' }, until: '2024-02-01' },
    { values: { phone: '2' }, until: '2024-03-01' },
  ];
  const now = { phone: '3', city: 'B', email: 'e' };
  expect(valuesKnownOn(now, history, '2024-01-01')).toEqual({
    values: { phone: '1', city: 'A', email: 'e' },
    replaced: ['phone', 'city'],
  });
  expect(valuesKnownOn(now, history, '2024-02-15').values).toEqual({
    phone: '2',
    city: 'B',
    email: 'e',
  });
  expect(valuesKnownOn(now, history, null).replaced).toEqual([]);
});
