import { expect, it } from 'vitest';
import { linesNamed } from '../../client/src/canvas/render/line-names.ts';

const centre = { x: 200, y: 200 };

/** Lines from one node outwards, by their angles in degrees. */
const star = (angles: readonly number[], length: number, width: number) =>
  angles.map((angle) => ({
    key: String(angle),
    from: centre,
    to: {
      x: centre.x + length * Math.cos((angle * Math.PI) / 180),
      y: centre.y + length * Math.sin((angle * Math.PI) / 180),
    },
    width,
  }));

it('has lines that part say what they stand for, and of those that run together the first', () => {
  expect([...linesNamed(star([0, 90, 180, 270], 150, 90))]).toEqual(['0', '90', '180', '270']);
  expect([...linesNamed(star([0, 4, 90, 92], 150, 90))]).toEqual(['0', '90']);
});

it('compares texts as they are turned, not the boxes around them', () => {
  // Two slanted texts side by side: the boxes around them lie on one another, the texts do not.
  const slanted = (key: string, x: number) => ({
    key,
    from: { x, y: 0 },
    to: { x: x + 100, y: 100 },
    width: 120,
  });
  expect([...linesNamed([slanted('one', 0), slanted('other', 40)])]).toEqual(['one', 'other']);
  expect([...linesNamed([slanted('one', 0), slanted('other', 10)])]).toEqual(['one']);
});

it('names one of several lines between the same two', () => {
  const same = star([30], 150, 60)[0]!;
  expect([...linesNamed([same, { ...same, key: 'second' }])]).toEqual(['30']);
});

it('writes none over what is taken: names and nodes', () => {
  const lines = star([0, 90], 150, 90);
  const over = { left: 240, right: 300, top: 190, bottom: 210 };
  expect([...linesNamed(lines, [over])]).toEqual(['90']);
});
