import { describe, expect, it } from 'vitest';
import { changed, emptyBoard } from '../../client/src/board/board.ts';
import { drawnThings } from '../../client/src/board/drawn-things.ts';
import { colourings, sizings, usualStyle } from '../../client/src/board/board-style.ts';
import { colourScale } from '../../client/src/styles/colour-scale.ts';
import { moneyOn } from '../../client/src/styles/money.ts';
import { nodeStylesOf } from '../../client/src/styles/node-styles.ts';
import { pictureLegend } from '../../client/src/canvas/render/picture-legend.ts';
import { neutral, steps, swatches, type Swatch } from '../../client/src/board/swatches.ts';
import { palettes } from '../../client/src/theme/palette.ts';
import type { Graph } from '../../domain/answers.ts';
import { nodeTypes } from '../../domain/schema/graph.ts';
import { messages } from '../../domain/messages/index.ts';
import { accountNode, nodeOf, relationBetween } from '../canvas/graphs.ts';

const ann = { ...accountNode('ann'), score: 0.9, cluster_id: 'C1', degree: 400 };
const bob = { ...accountNode('bob'), score: 0.1, cluster_id: 'C2', degree: 3 };
const address = { ...nodeOf('ip', '192.0.2.1'), country: 'DE', degree: 20 };
const [one, other] = [nodeOf('payment_account', 'p1'), nodeOf('payment_account', 'p2')];
const transfer = (key: string, amount: number, currency: string, line: number) => ({
  ...relationBetween(one, other),
  key,
  values: { amount, currency },
  sources: [{ file: 'transfers.csv', sha256: 'x', line }],
});
const graph: Graph = {
  nodes: [ann, bob, address, one, other],
  relations: [
    relationBetween(ann, address),
    transfer('t1', 100, 'USD', 2),
    // The same row, as the relation to what was paid for.
    transfer('t1 again', 100, 'USD', 2),
    transfer('t2', 50, 'USD', 3),
    transfer('t3', 7, 'EUR', 4),
  ],
  omitted: 0,
};
const board = changed(emptyBoard, { do: 'open', graph, withoutLeaves: false });
const things = drawnThings(board);
const styled = (style: Partial<typeof usualStyle>) =>
  nodeStylesOf({ ...board, style: { ...usualStyle, ...style } }, things);

/** WCAG's contrast of two colours `#rrggbb`. */
function contrast(a: string, b: string): number {
  const light = (colour: string) => {
    const [r, g, bl] = [1, 3, 5].map((at) => {
      const part = parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * bl!;
  };
  const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

describe('colours', () => {
  const all: [string, Swatch][] = [
    ...Object.entries(swatches),
    ...steps.map((step, at): [string, Swatch] => [`step ${at.toString()}`, step]),
    ['neutral', neutral],
    ...nodeTypes.map(({ type, colour }): [string, Swatch] => [type, colour]),
  ];
  it.each(all)(
    '%s stands out from the ground, and the icon from it, in both themes',
    (_name, swatch) => {
      for (const scheme of ['light', 'dark'] as const) {
        const { ground, icon } = palettes[scheme];
        expect(contrast(swatch[scheme], ground)).toBeGreaterThanOrEqual(3);
        expect(contrast(swatch[scheme], icon)).toBeGreaterThanOrEqual(3);
      }
    },
  );

  it('say the type, or what was chosen for it', () => {
    expect(styled({})('account:ann').colour).toEqual(
      nodeTypes.find(({ type }) => type === 'account')!.colour,
    );
    const chosen = styled({ typeColours: new Map([['account', 'gold']]) });
    expect(chosen('account:ann').colour).toEqual(swatches.gold);
  });

  it('say the score, the cluster and the links in all', () => {
    const score = styled({ colour: 'score' });
    expect(score('account:ann').colour).toEqual(steps.at(-1));
    expect(score('account:bob').colour).toEqual(steps[0]);
    expect(score('ip:192.0.2.1').colour).toEqual(neutral);
    const cluster = styled({ colour: 'cluster' });
    expect(cluster('account:ann').colour).not.toEqual(cluster('account:bob').colour);
    const links = styled({ colour: 'links' });
    expect(links('account:ann').colour).toEqual(steps.at(-1));
    expect(links('payment_account:p1').colour).toEqual(steps[0]);
  });

  it('say the country of addresses, and of nothing else', () => {
    const country = styled({ colour: 'country' });
    expect(country('ip:192.0.2.1').colour).not.toEqual(neutral);
    for (const ref of ['account:ann', 'account:bob', 'payment_account:p1'])
      expect(country(ref).colour).toEqual(neutral);
    expect(colourScale('country', things).entries.map(({ label }) => label)).toEqual([
      'DE',
      messages.looks.noCountry,
    ]);
  });
});

describe('sizes', () => {
  it('say the score, the links, the money, or nothing', () => {
    const radius = (size: (typeof sizings)[number], ref: string) => styled({ size })(ref).radius;
    expect(radius('score', 'account:ann')).toBeGreaterThan(radius('score', 'account:bob'));
    expect(radius('links', 'account:ann')).toBeGreaterThan(radius('links', 'ip:192.0.2.1'));
    expect(radius('money', 'payment_account:p1')).toBeGreaterThan(radius('money', 'account:ann'));
    expect(radius('uniform', 'account:ann')).toBe(radius('uniform', 'ip:192.0.2.1'));
  });

  it('add up money of one currency, each row once', () => {
    const money = moneyOn(board)!;
    expect(money.currency).toBe('USD');
    expect(money.of.get('payment_account:p1')).toBe(150);
    expect(moneyOn(emptyBoard)).toBeNull();
  });
});

describe('the legend of a picture', () => {
  it('says what every colour and size stands for', () => {
    for (const colour of colourings) {
      const entries = pictureLegend({ ...board, style: { ...usualStyle, colour } });
      const labels = entries.map(({ label }) => label);
      expect(labels).toContain('accounts');
      expect(labels).toContain(messages.looks.style.sized(messages.looks.style.sizes.score));
      if (colour !== 'type')
        expect(labels).toContain(messages.looks.style.scale(messages.looks.style.colours[colour]));
    }
  });
});
