import { describe, expect, it } from 'vitest';
import { changed, emptyBoard, visibleNodes } from '../../client/src/board/board.ts';
import { foldsOf } from '../../client/src/board/folds.ts';
import { laneHeadings } from '../../client/src/canvas/render/lane-headings.ts';
import { saysOf } from '../../client/src/stage/fold-words.ts';
import type { GraphNode, GraphRelation } from '../../domain/answers.ts';
import type { NodeRef } from '../../domain/schema/graph.ts';
import { accountNode, nodeOf, relationBetween } from './graphs.ts';

const [ann, bob, cid] = ['ann', 'bob', 'cid'].map(accountNode) as [GraphNode, GraphNode, GraphNode];
const purse = nodeOf('payment_account', 'purse');
const many = (type: NodeRef['type'], count: number, name: string = type) =>
  Array.from({ length: count }, (_, at) => nodeOf(type, `${name}-${at}`));

let row = 0;
function tie(
  type: string,
  says: string,
  from: NodeRef,
  to: NodeRef,
  score?: number,
): GraphRelation {
  row += 1;
  const values = score === undefined ? {} : { score };
  return { ...relationBetween(from, to), key: `${type}-${row}`, type, says, values };
}

const bids = (who: NodeRef, jobs: readonly NodeRef[]) =>
  jobs.map((job) => tie('bids.job_id', 'bid on', who, job));
const paid = (who: NodeRef, through: NodeRef) =>
  tie('account_payments.payment_account_id', 'is paid through', who, through);
const login = (who: NodeRef, at: NodeRef) => tie('logins.ip', 'logged in from', who, at);

function opened(accounts: GraphNode[], others: GraphNode[], relations: GraphRelation[]) {
  const shown = [...accounts, purse].map(({ type, id }) => ({ type, id }));
  const things = [{ node: purse, accounts: 2, weight: 1, families: [], findings: [] }];
  const nodes = [...accounts, purse, ...others];
  const graph = { nodes, relations, omitted: 0, story: { shown, things, links: [] } };
  return changed(emptyBoard, { do: 'open', graph, withoutLeaves: true });
}

const folded = (...of: Parameters<typeof opened>) => foldsOf(opened(...of)).map(saysOf);

describe('what a story folds', () => {
  it('is counted by what ties it, and by who shares it', () => {
    const [both, own] = [many('job', 150, 'both'), many('job', 20, 'own')];
    const relations = [...bids(ann, both), ...bids(bob, [...both, ...own])];
    expect(folded([ann, bob], [...both, ...own], relations)).toEqual([
      '150 jobs both bid on',
      '20 jobs bob bid on',
    ]);
  });

  it('tells all from several of more than two, and those of one or another', () => {
    const [all, some, ...own] = many('payment_account', 4);
    const relations = [
      ...[ann, bob, cid].map((who) => paid(who, all!)),
      ...[ann, bob].map((who) => paid(who, some!)),
      ...own.map((one, at) => paid([ann, bob][at]!, one)),
    ];
    expect(folded([ann, bob, cid], [all!, some!, ...own], relations)).toEqual([
      '1 payment account all 3 are paid through',
      '1 payment account several of them are paid through',
      '2 payment accounts one of them is paid through',
    ]);
  });

  it('counts the logins at one address, and how often more are used', () => {
    const [one, ...others] = many('ip', 3);
    const at = (ip: NodeRef, times: number) =>
      Array.from({ length: times }, () => [login(ann, ip), login(bob, ip)]).flat();
    expect(folded([ann, bob], [one!], at(one!, 6))).toEqual(['12 logins at one address, by both']);
    expect(
      folded(
        [ann, bob],
        others,
        others.flatMap((ip) => at(ip, 2)),
      ),
    ).toEqual(['2 IP addresses both logged in from, 8 times']);
  });

  it('says of texts and of accounts that are alike how alike the most are', () => {
    const [a, b, c] = many('document', 3) as [GraphNode, GraphNode, GraphNode];
    const relations = [
      tie('documents.account_id', 'was handed in by', a, ann),
      tie('derived.same-text', 'has wording in common with', a, b, 0.97),
      tie('derived.same-text', 'has wording in common with', c, b, 0.5),
      tie('derived.writes-like', 'words texts like', ann, bob, 0.4),
    ];
    expect(folded([ann, bob], [a, b, c], relations)).toEqual([
      '3 documents alike, the most alike 97 %',
      'words texts like (1), the most alike 40 %',
    ]);
  });

  it('says what is tied to things alone, and what to nothing that is drawn', () => {
    const [client, far] = many('payment_account', 2, 'client') as [GraphNode, GraphNode];
    const sent = [client, far].map((from, at) =>
      tie('transfers.to_payment_account_id', 'sent money to', from, at === 0 ? purse : client),
    );
    expect(folded([ann, bob], [client, far], sent)).toEqual([
      '1 payment account that sent money to what is drawn',
      '1 payment account farther off',
    ]);
  });

  it('is no more than can be chosen from, and each unfolds in its place and folds again', () => {
    const types =
      'account_change ip device document job profile shipment website company person'.split(
        ' ',
      ) as NodeRef['type'][];
    const others = types.flatMap((type, at) => many(type, at + 1));
    const relations = others.map((one) => relationBetween(ann, one));
    const board = opened([ann, bob], others, relations);
    const folds = foldsOf(board);
    expect(folds).toHaveLength(9);
    expect(folds.reduce((sum, { count }) => sum + count, 0)).toBe(others.length);
    expect(saysOf(folds.at(-1)!)).toBe('3 others by other ties');
    for (const fold of folds) {
      const unfolded = changed(board, { do: 'fold', folds: [fold], open: true });
      expect(visibleNodes(unfolded)).toHaveLength(3 + fold.count);
      expect(
        foldsOf(unfolded)
          .filter(({ open }) => open)
          .map(({ key }) => key),
      ).toEqual([fold.key]);
      const again = changed(unfolded, { do: 'fold', folds: [fold], open: false });
      expect(visibleNodes(again)).toHaveLength(3);
    }
  });
});

describe('headings of lanes', () => {
  const lanes = (['from', 'works', 'with', 'paid', 'ends'] as const).map((part, at) => ({
    part,
    x: at,
  }));
  const on = (width: number) =>
    laneHeadings(lanes, {
      ...{ width, top: 40, widthOf: (label) => 7 * label.length },
      xOf: (x) => ((x + 0.5) * width) / lanes.length,
    });

  it('stand over their lanes in one line where there is room', () => {
    const wide = on(600);
    expect(wide.map(({ x }) => x)).toEqual([60, 180, 300, 420, 540]);
    expect(new Set(wide.map(({ y }) => y)).size).toBe(1);
  });

  it('lie on no other, however narrow the stage', () => {
    for (const width of [120, 200, 300, 390]) {
      const boxes = on(width).map(({ label, x, y }) => ({ y, x, half: (7 * label.length) / 2 }));
      expect(boxes.length).toBeGreaterThan(1);
      for (const one of boxes)
        for (const other of boxes)
          if (one !== other && one.y === other.y)
            expect(Math.abs(one.x - other.x)).toBeGreaterThan(one.half + other.half);
    }
  });

  it('go with what is looked at', () => {
    const beyond = laneHeadings(lanes, {
      ...{ width: 500, top: 0, widthOf: () => 10 },
      xOf: (x) => x * 400 - 300,
    });
    expect(beyond.map(({ label }) => label)).toEqual(['who works', 'with what']);
  });
});
