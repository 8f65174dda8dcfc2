import type { Shape } from '../schema/schema.ts';

/** What a node is drawn as: its type's shape, or a sign for what came or went between two runs. */
export type DrawnShape = Shape | 'plus' | 'minus';

export const shapeOfChange = { joined: 'plus', left: 'minus' } as const;

/** The shapes of nodes as paths of SVG, in a box of 18 by 18. */
export const outlines: Readonly<Record<DrawnShape, string>> = {
  circle: 'M9 0a9 9 0 1 0 0 18a9 9 0 0 0 0-18z',
  square:
    'M3.5 1h11a2.5 2.5 0 0 1 2.5 2.5v11a2.5 2.5 0 0 1-2.5 2.5h-11a2.5 2.5 0 0 1-2.5-2.5v-11a2.5 2.5 0 0 1 2.5-2.5z',
  diamond: 'M9 0l9 9l-9 9l-9-9z',
  triangle: 'M9 0.5l8.6 16h-17.2z',
  plus: 'M5 0h8v5h5v8h-5v5h-8v-5h-5v-8h5z',
  minus: 'M0 4.5h18v9h-18z',
  hexagon: 'M4.5 1.2h9l4.5 7.8l-4.5 7.8h-9l-4.5-7.8z',
};
