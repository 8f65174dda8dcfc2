import { describe, expect, it } from 'vitest';
import {
  changed,
  emptyBoard,
  visibleNodes,
  visibleRelations,
} from '../../client/src/board/board.ts';
import { boardOf, contentOf } from '../../client/src/board/kept/board-content.ts';
import { rolePlaces } from '../../client/src/board/role-places.ts';
import { storyLines } from '../../client/src/board/story-lines.ts';
import { foldsOf } from '../../client/src/board/folds.ts';
import { boardContentSchema } from '../../domain/case.ts';
import type { Graph } from '../../domain/answers.ts';
import { formatRef } from '../../domain/schema/graph.ts';
import { accountNode, nodeOf, relationBetween } from './graphs.ts';

const accounts = ['ann', 'bob', 'cid'].map(accountNode);
const [ann, bob, cid] = accounts;
const purse = nodeOf('payment_account', 'purse');
const jobs = Array.from({ length: 30 }, (_, at) => nodeOf('job', `job-${at}`));
const rated = { ...relationBetween(ann!, bob!), type: 'ratings', says: 'rated' };
const graph: Graph = {
  nodes: [...accounts, purse, ...jobs],
  relations: [
    ...jobs.map((job) => relationBetween(ann!, job)),
    relationBetween(ann!, purse),
    relationBetween(bob!, purse),
    rated,
  ],
  omitted: 0,
  story: {
    shown: [...accounts, purse].map(({ type, id }) => ({ type, id })),
    things: [{ node: purse, accounts: 2, weight: 2.2, families: ['money'], findings: ['F-1'] }],
    links: [{ a: 'ann', b: 'cid', family: 'text', weight: 0.7, finding: 'F-2' }],
  },
};
const opened = changed(emptyBoard, { do: 'open', graph, withoutLeaves: true });

describe('a story', () => {
  it('shows the accounts and what holds them, and counts all else', () => {
    expect(visibleNodes(opened).map(formatRef)).toEqual([...accounts, purse].map(formatRef));
    expect(visibleRelations(opened).map(({ to }) => to.id)).toEqual(['purse', 'purse']);
    const folds = foldsOf(opened).map(({ count, open }) => [count, open]);
    expect(folds).toEqual([
      [30, false],
      [1, false],
    ]);
  });

  it('unfolds in its place, and folds again', () => {
    const [fold] = foldsOf(opened);
    const unfolded = changed(opened, { do: 'fold', folds: [fold!], open: true });
    expect(visibleNodes(unfolded)).toHaveLength(34);
    expect(unfolded.placed).toBe(opened.placed);
    const again = changed(unfolded, { do: 'fold', folds: foldsOf(unfolded), open: false });
    expect(visibleNodes(again)).toHaveLength(4);
    expect(visibleRelations(again)).toHaveLength(2);
  });

  it('draws what binds two accounts as a line while both are there', () => {
    expect(storyLines(opened).map(({ from, to, bond }) => [from, to, bond?.family])).toEqual([
      ['account:ann', 'account:cid', 'text'],
    ]);
    expect(storyLines(changed(opened, { do: 'hide', refs: [formatRef(cid!)] }))).toEqual([]);
  });

  it('is kept with its board', () => {
    const content = boardContentSchema.parse(JSON.parse(JSON.stringify(contentOf(opened))));
    const again = boardOf(content, graph);
    expect(foldsOf(again)).toEqual(foldsOf(opened));
    expect(storyLines(again)).toEqual(storyLines(opened));
    expect(again.lanes).toEqual(opened.lanes);
  });

  it('says where its parts stand until it is laid out otherwise', () => {
    expect(opened.lanes.map(({ part }) => part)).toEqual(['works', 'ends']);
    const unfolded = changed(opened, { do: 'fold', folds: foldsOf(opened), open: true });
    expect(unfolded.lanes).toBe(opened.lanes);
    const anyhow = { do: 'arrange', moves: new Map(), byHand: false, axis: null } as const;
    expect(changed(opened, anyhow).lanes).toEqual([]);
  });
});

describe('places by part', () => {
  const nodes = [...accounts, nodeOf('ip', 'ip'), purse, nodeOf('company', 'firm'), bob!].map(
    (node) => ({ ref: formatRef(node), node }),
  );
  const joined = [
    ['account:ann', 'ip:ip'],
    ['account:ann', 'payment_account:purse'],
    ['payment_account:purse', 'company:firm'],
  ] as const;
  const { places, lanes } = rolePlaces({ nodes, joined });
  const x = (ref: string) => places.get(ref)!.x;

  it('read from where one works to where the money ends', () => {
    expect(x('ip:ip')).toBeLessThan(x('account:ann'));
    expect(x('account:ann')).toBeLessThan(x('payment_account:purse'));
    expect(x('payment_account:purse')).toBeLessThan(x('company:firm'));
  });

  it('have a lane for each part, over what plays it', () => {
    const at = Object.fromEntries(lanes.map(({ part, x: middle }) => [part, middle]));
    expect(Object.keys(at)).toEqual(['from', 'works', 'paid', 'named']);
    expect(at['from']).toBe(x('ip:ip'));
    expect(at['named']).toBe(x('company:firm'));
  });

  it('lay no two nodes on one another, however many there are', () => {
    const many = Array.from({ length: 70 }, (_, at) => accountNode(`a${at}`)).map((node) => ({
      ...{ ref: formatRef(node), node },
    }));
    const all = [...rolePlaces({ nodes: many, joined: [] }).places.values()];
    const near = all.filter((one) =>
      all.some((other) => other !== one && Math.hypot(one.x - other.x, one.y - other.y) < 40),
    );
    expect(near).toEqual([]);
  });
});
