import type { Scheme } from '../theme/scheme.ts';

/** A colour in the light and in the dark theme; icons and the ground stand out from it in both. */
export type Swatch = Readonly<Record<Scheme, string>>;

/** Told apart by people who see red and green alike as far as ten colours can be; icon and shape say more. */
export const swatches = {
  blue: { light: '#2563c9', dark: '#6ea8fe' },
  orange: { light: '#b4530a', dark: '#f4a259' },
  teal: { light: '#0f7f83', dark: '#4fc7c9' },
  violet: { light: '#7c4fc4', dark: '#b794f4' },
  gold: { light: '#9a6b00', dark: '#e0b84c' },
  pink: { light: '#b83280', dark: '#f08cc0' },
  green: { light: '#3f7d20', dark: '#8bc76a' },
  red: { light: '#c0262d', dark: '#ff7b7b' },
  brown: { light: '#8a5a44', dark: '#cfa08a' },
  indigo: { light: '#3b3f8f', dark: '#a9b3ff' },
} as const satisfies Record<string, Swatch>;

export type SwatchName = keyof typeof swatches;
export const swatchNames = Object.keys(swatches) as SwatchName[];

/** For what has no value of the kind that colours stand for, and for kinds beyond the tenth. */
export const neutral: Swatch = { light: '#6b7280', dark: '#a3acba' };

/** From little to much; what is much stands out most from the ground. */
export const steps: readonly Swatch[] = [
  { light: '#7d8ea3', dark: '#6f7f92' },
  { light: '#a8743a', dark: '#a87f4f' },
  { light: '#b4530a', dark: '#d08a4c' },
  { light: '#93300a', dark: '#f4a86a' },
  { light: '#651d0c', dark: '#ffd3ad' },
];
