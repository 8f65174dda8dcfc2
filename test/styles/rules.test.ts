import { describe, expect, it } from 'vitest';
import { changed, emptyBoard, visibleNodes, type Board } from '../../client/src/board/board.ts';
import { emptyHistory, stepped } from '../../client/src/board/board-history.ts';
import { usualStyle } from '../../client/src/board/board-style.ts';
import { noFilter } from '../../client/src/board/range-filter.ts';
import { neutral, steps, swatches } from '../../client/src/board/swatches.ts';
import { createDrawnGraph, drawBoard } from '../../client/src/canvas/drawn/drawn-graph.ts';
import { nameOf } from '../../client/src/canvas/drawn/graph-styles.ts';
import { pictureLegend } from '../../client/src/canvas/render/picture-legend.ts';
import {
  dayOf,
  fieldsInUse,
  fieldsOn,
  nodesToAsk,
  pairsOn,
  unfiltered,
  valuesOf,
  type Looks,
  type Values,
} from '../../client/src/styles/field-values.ts';
import { isMeasure, mayBeLook } from '../../client/src/styles/fields.ts';
import { measured } from '../../client/src/styles/measures.ts';
import {
  boundAt,
  outsideOf,
  parts,
  rangesSay,
  sliderScale,
} from '../../client/src/styles/ranges.ts';
import { readStyle, styleAsFile, styleOfFile } from '../../client/src/styles/style-file.ts';
import { writtenBounds } from '../../client/src/styles/written-bounds.ts';
import type { Graph } from '../../domain/answers.ts';
import { boardContentSchema } from '../../domain/case.ts';
import { lookRuleSchema, type LookRule } from '../../domain/look-rules.ts';
import { messages } from '../../domain/messages/index.ts';
import { formatRef, nodeTypes } from '../../domain/schema/graph.ts';
import { accountNode, deviceNode, nodeOf, relationBetween } from '../canvas/graphs.ts';

const text = messages.lookRules;
const rule = (some: Partial<LookRule>) =>
  lookRuleSchema.parse({ by: 'drawn.links', sets: 'colour', ...some });

/** Five accounts at one machine, scored from 0.1 to 0.9, and two purses between which money goes. */
const accounts = [1, 3, 5, 7, 9].map((score) => ({
  ...accountNode(`a${score.toString()}`),
  score: score / 10,
  cluster_id: score > 4 ? 'C1' : null,
}));
const device = deviceNode('d');
const [one, other] = [nodeOf('payment_account', 'p1'), nodeOf('payment_account', 'p2')];
const sent = (key: string, amount: number, status?: string) => ({
  ...relationBetween(one, other),
  key,
  type: 'transfers.to_payment_account_id',
  at: '2024-03-01T00:00:00Z',
  values: { amount, currency: 'USD', ...(status && { status }) },
});
const graph: Graph = {
  nodes: [...accounts, device, one, other],
  relations: [
    ...accounts.map((account) => relationBetween(account, device)),
    sent('t1', 100),
    sent('t2', 40, 'settled'),
    sent('t3', 7_000, 'failed'),
  ],
  omitted: 0,
};
const board = changed(emptyBoard, { do: 'open', graph, withoutLeaves: false });
const nodes = new Map(
  accounts.map((account, at) => [
    formatRef(account),
    {
      ...account,
      values: {
        created_at: `2024-02-0${(at + 1).toString()}T00:00:00Z`,
        trade: at < 3 ? 'web' : 'art',
      },
      extra: {},
    },
  ]),
);

/** What the page reckons and fetches for these rules and ranges. */
function looksOn(shown: Board): Looks {
  const whole = unfiltered(shown);
  const { fields, money } = fieldsOn(whole);
  const used = fields.filter(({ id }) => fieldsInUse(shown).includes(id));
  const pairs = pairsOn(whole);
  const measures = new Map(
    used
      .map(({ id }) => id)
      .filter(isMeasure)
      .map((id) => [id, measured(id, pairs)]),
  );
  const values = new Map<string, Values>();
  for (const field of used)
    values.set(field.id, valuesOf(whole, field, { measures, nodes, money })!);
  return { fields, values };
}

function drawn(...rules: LookRule[]) {
  const ruled = { ...board, style: { ...usualStyle, rules } };
  const looks = looksOn(ruled);
  const on = createDrawnGraph();
  drawBoard(on, ruled, new Map(), looks);
  return {
    of: (ref: string) => on.getNodeAttributes(ref),
    legend: pictureLegend(ruled, looks).map(({ label }) => label),
  };
}

describe('rules', () => {
  it('colour by the value of a measure, in steps of equal width, by rank and from bounds', () => {
    const byValue = drawn(rule({ by: 'drawn.betweenness', cut: 'value' }));
    expect(byValue.of('device:d').colour).toEqual(steps.at(-1));
    expect(byValue.of('account:a1').colour).toEqual(steps[0]);
    const byRank = drawn(rule({ by: 'score', cut: 'rank' }));
    expect(accounts.map((account) => byRank.of(formatRef(account)).colour)).toEqual(steps);
    // What has no such value stays as it was.
    expect(byRank.of('device:d').colour).toEqual(drawn().of('device:d').colour);
    const bounds = drawn(rule({ by: 'score', cut: 'bounds', bounds: [0.4, 0.8] }));
    expect(accounts.map((account) => bounds.of(formatRef(account)).colour)).toEqual(
      [0, 0, 2, 2, 4].map((step) => steps[step]),
    );
    expect(bounds.legend).toEqual(
      expect.arrayContaining([
        text.heading(text.sets.colour, '', 'score', text.cutShort.bounds),
        text.step(text.below('40'), 2),
        text.step(text.from('80'), 1),
      ]),
    );
  });

  it('colour by kinds of a column, for the types that they are for', () => {
    const byTrade = drawn(rule({ by: 'column:account.trade', cut: 'kinds', types: ['account'] }));
    expect(byTrade.of('account:a1').colour).toEqual(swatches.blue);
    expect(byTrade.of('account:a9').colour).toEqual(swatches.orange);
    expect(byTrade.legend).toEqual(expect.arrayContaining(['web', 'art']));
    const ofDevices = drawn(rule({ types: ['device'], cut: 'value' }));
    expect(ofDevices.of('account:a1').colour).toEqual(drawn().of('account:a1').colour);
  });

  it('size by value and by rank, write values behind names, and mark the highest', () => {
    const sized = drawn(rule({ by: 'score', sets: 'size', cut: 'rank' }));
    const radii = accounts.map((account) => sized.of(formatRef(account)).radius);
    expect(radii).toEqual([...radii].sort((a, b) => a - b));
    expect(radii.at(-1)! - radii.at(-2)!).toBeCloseTo(radii[1]! - radii[0]!);
    expect(sized.legend).toEqual(expect.arrayContaining([text.smallest('10'), text.largest('90')]));
    const told = drawn(
      rule({ by: 'age', sets: 'label' }),
      rule({ by: 'score', sets: 'mark', cut: 'rank' }),
    );
    // The day of the board is that of its last relation.
    expect(dayOf(board)).toBe('2024-03-01T00:00:00Z');
    expect(nameOf(told.of('account:a1'))).toBe('a1 · 29');
    expect(nameOf(told.of('account:a9'))).toBe('⚑ a9 · 25');
    const money = drawn(rule({ by: 'money.received', sets: 'label' }));
    expect(nameOf(money.of('payment_account:p2'))).toBe('p2 · 140');
    expect(nameOf(money.of('payment_account:p1'))).toBe('p1');
  });

  it('hold in their order: of two that set the same the later one', () => {
    const [score, links] = [rule({ by: 'score', cut: 'rank' }), rule({ cut: 'value' })];
    expect(drawn(score, links).of('account:a9').colour).toEqual(steps[0]);
    expect(drawn(links, score).of('account:a9').colour).toEqual(steps.at(-1));
    expect(drawn(links, score).of('device:d').colour).toEqual(steps.at(-1));
  });

  it('say so in the legend where nothing has what they go by', () => {
    const { legend, of } = drawn(rule({ by: 'column:job.budget' }));
    expect(
      legend.some(
        (label) =>
          label ===
          text.without(
            text.heading(text.sets.colour, '', 'column:job.budget', text.cutShort.value),
          ),
      ),
    ).toBe(true);
    expect(of('account:a1').colour).not.toEqual(neutral);
  });

  it('offer every column that is drawn, and none of where somebody comes from or which language they speak', () => {
    const { fields } = fieldsOn(board);
    const ids = fields.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([
        'column:account.trade',
        'column:account.created_at',
        'column:device.os',
        'age',
        'drawn.pagerank',
      ]),
    );
    expect(ids.filter((id) => /nationality|country|timezone|city|language|birth/.test(id))).toEqual(
      [],
    );
    for (const { columns } of nodeTypes)
      for (const [name, { kind }] of Object.entries(columns))
        if (kind === 'country') expect(mayBeLook(name, kind), name).toBe(false);
    // Only the nodes whose columns are needed are asked for.
    expect(
      nodesToAsk(
        board,
        fields.filter(({ id }) => id === 'column:device.os'),
      ),
    ).toEqual(['device:d']);
    for (const { label, about } of fields) expect(label.length * about.length).toBeGreaterThan(0);
  });
});

describe('ranges', () => {
  const ranges = [{ by: 'score', from: 0.5, to: null }];
  const filtered = (hides: boolean) => {
    const asked = { ...board, filter: { ranges, hides, outside: new Set<string>() } };
    const outside = outsideOf(unfiltered(asked), ranges, looksOn(asked));
    return stepped(
      { ...emptyHistory, board },
      { do: 'filter', filter: { ranges, hides, outside } },
    );
  };

  it('fade or hide what lies outside, count it, and are one step to take back', () => {
    const faded = filtered(false).board;
    expect([...faded.filter.outside]).toEqual(['account:a1', 'account:a3']);
    expect(visibleNodes(faded)).toHaveLength(8);
    const on = createDrawnGraph();
    drawBoard(on, faded);
    expect(on.filterNodes((_ref, { outside }) => outside)).toEqual(['account:a1', 'account:a3']);
    expect(on.filterEdges((_key, { faint }) => faint)).toHaveLength(2);
    const hidden = filtered(true);
    expect(visibleNodes(hidden.board)).toHaveLength(6);
    expect(rangesSay(hidden.board)).toBe('6 of 8 shown');
    expect(pictureLegend(hidden.board).map(({ label }) => label)).toContain('6 of 8 shown');
    // A sweep of the slider is one step.
    const narrower = { ...hidden.board.filter, ranges: [{ by: 'score', from: 0.8, to: null }] };
    const swept = stepped(hidden, { do: 'filter', filter: narrower });
    expect(stepped(swept, { do: 'undo' }).board.filter).toBe(noFilter);
  });

  it('leave alone what has no such value, and what is not known yet', () => {
    const all = { fields: [], values: new Map() };
    expect(outsideOf(board, ranges, all).size).toBe(0);
    expect(filtered(true).board.filter.outside.has('device:d')).toBe(false);
  });

  it('are reckoned on what would be drawn without them', () => {
    const hiding = filtered(true).board;
    expect(pairsOn(unfiltered(hiding))).toEqual(pairsOn(board));
    expect(pairsOn(hiding)).not.toEqual(pairsOn(board));
  });

  it('lie on a slider from the least to the most, by ratio where a few have by far the most', () => {
    const even = sliderScale([0, 1, 2, 3, 4])!;
    expect(even.placeOf(2)).toBe(parts / 2);
    expect(even.valueAt(parts)).toBe(4);
    const skewed = sliderScale([1, 2, 3, 4, 100_000])!;
    expect(skewed.placeOf(4)).toBeGreaterThan(5);
    for (const scale of [even, skewed])
      for (const place of [0, 50, 150, parts])
        expect(scale.placeOf(scale.valueAt(place))).toBeCloseTo(place, 6);
    expect(skewed.counts.reduce((sum, count) => sum + count, 0)).toBe(5);
    // A key moves an end to the next whole number, and does not leave it where it is.
    const whole = sliderScale([1, 2, 3, 4, 5])!;
    expect(boundAt(whole, 1, 0, true)).toBe(2);
    expect(boundAt(whole, parts - 1, parts, true)).toBe(4);
    expect(boundAt(whole, whole.placeOf(2), whole.placeOf(2), true)).toBe(2);
    expect(boundAt(whole, 1, 0, false)).toBeCloseTo(1.02);
    expect(sliderScale([3, 3])).toBeNull();
    expect(sliderScale([])).toBeNull();
  });
});

describe('styles', () => {
  const style = {
    ...usualStyle,
    colour: 'cluster' as const,
    typeColours: new Map([['account', 'gold'] as const]),
    rules: [rule({ by: 'drawn.pagerank', sets: 'size', cut: 'rank' })],
  };

  it('come back from their file as they were, and name no node', () => {
    const written = JSON.stringify(styleAsFile('Bridges', style));
    expect(styleOfFile(readStyle('s.json', written))).toEqual(style);
    expect(written).not.toContain('account:');
  });

  it.each([
    ['{', /is no JSON/],
    ['{"format":"skein-board"}', /is no style/],
    ['{"format":"skein-style","version":2}', /newer version/],
    [
      '{"format":"skein-style","version":1,"name":"x","size":"score","colour":"type","rules":[{"by":"score","sets":"colour","cut":"bounds","bounds":[3,2]}]}',
      /rules\.0\.bounds: Bounds must rise/,
    ],
    ['x'.repeat(200_000), /larger than any style/],
  ])('say what is wrong with %.30s', (written, says) => {
    expect(() => readStyle('s.json', written)).toThrow(says);
  });

  it('are on boards that were kept before there were rules as they were', () => {
    const old = boardContentSchema.parse({ version: 1, nodes: [], relations: [] });
    expect(old.rules).toEqual([]);
    expect(old.filter).toBeNull();
  });

  it('read bounds that rise', () => {
    expect(writtenBounds('10; 100; 1000')).toEqual([10, 100, 1_000]);
    expect(writtenBounds('0,5')).toEqual([0.5]);
    for (const wrong of ['', '3; 2', 'a', '1;2;3;4;5']) expect(writtenBounds(wrong)).toBeNull();
  });
});
