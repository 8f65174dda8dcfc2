import { describe, expect, it } from 'vitest';
import { chosenLabels, foremostOf, type LabelWish } from '../../domain/drawing/label-choice.ts';

const stage = { width: 800, height: 600 };
const wish = (ref: string, x: number, y: number, more: Partial<LabelWish> = {}): LabelWish => ({
  ref,
  at: { x, y },
  radius: 12,
  width: 100,
  priority: 0,
  insists: false,
  ...more,
});

describe('the choice of labels', () => {
  it('writes what has room below its node', () => {
    const chosen = chosenLabels([wish('a', 200, 200), wish('b', 500, 200)], stage);
    expect([...chosen]).toEqual([
      ['a', 'below'],
      ['b', 'below'],
    ]);
  });

  it('gives room to what matters more, and another side to the other', () => {
    const chosen = chosenLabels([wish('a', 200, 200), wish('b', 240, 200, { priority: 1 })], stage);
    expect(chosen.get('b')).toBe('below');
    expect(chosen.get('a')).not.toBe('below');
  });

  it('covers no other node, but for what insists on its name', () => {
    const around = [
      [200, 228],
      [240, 200],
      [160, 200],
      [200, 172],
    ].map(([x, y], index) => wish(`n${index.toString()}`, x!, y!, { width: 4, priority: -1 }));
    expect(chosenLabels([wish('a', 200, 200), ...around], stage).has('a')).toBe(false);
    const insisting = wish('a', 200, 200, { insists: true });
    expect(chosenLabels([insisting, ...around], stage).get('a')).toBe('below');
  });

  it('cuts none off at the rim of the stage', () => {
    expect(chosenLabels([wish('a', 20, 300)], stage).get('a')).toBe('right');
    expect(chosenLabels([wish('a', 400, 590)], stage).get('a')).not.toBe('below');
    expect(chosenLabels([wish('a', 400, 300, { width: 900 })], stage).size).toBe(0);
  });

  it('writes none under what lies over the stage', () => {
    const tools = { left: 150, right: 800, top: 190, bottom: 300 };
    expect(chosenLabels([wish('a', 200, 200)], stage, [tools]).get('a')).toBe('above');
    const whole = { left: 0, right: 800, top: 0, bottom: 600 };
    expect(chosenLabels([wish('a', 200, 200, { insists: true })], stage, [whole]).size).toBe(0);
  });

  it('covers no node that has no wish of its own', () => {
    const beside = { ref: 'b', at: { x: 200, y: 220 }, radius: 9 };
    expect(chosenLabels([wish('a', 200, 200)], stage).get('a')).toBe('below');
    expect(chosenLabels([wish('a', 200, 200)], stage, [], [beside]).get('a')).not.toBe('below');
  });

  it('lets the foremost of each part of a crowded stage have its name', () => {
    const crowd = Array.from({ length: 900 }, (_, at) =>
      wish(`n${at.toString()}`, 5 + (at % 30) * 26, 5 + Math.floor(at / 30) * 19, {
        priority: (at * 7919) % 900,
      }),
    );
    const foremost = foremostOf(crowd);
    expect(foremost.length).toBeGreaterThan(20);
    expect(foremost.length).toBeLessThan(60);
    expect(foremost.map(({ priority }) => priority)).toContain(899);
    expect(new Set(foremost.map(({ ref }) => ref)).size).toBe(foremost.length);
  });
});
