import type { Scheme } from './scheme.ts';

/** Colours that the canvas draws with; the rest of the page has them as variables in page.css. */
export interface Palette {
  ground: string;
  ink: string;
  faint: string;
  line: string;
  lineFocus: string;
  selection: string;
  icon: string;
  ring: string;
  ringTrack: string;
  labelGround: string;
  /** Of what an analyst added by hand. */
  added: string;
}

export const palettes: Readonly<Record<Scheme, Palette>> = {
  light: {
    ground: '#fbfcfd',
    ink: '#1b2735',
    faint: '#5c6b7c',
    line: '#a9b4c2',
    lineFocus: '#3d5268',
    selection: '#0b1a2b',
    icon: '#ffffff',
    ring: '#d9480f',
    ringTrack: '#f3d9cb',
    labelGround: 'rgba(251, 252, 253, 0.86)',
    added: '#0b1a2b',
  },
  dark: {
    ground: '#12181f',
    ink: '#e4ebf2',
    faint: '#93a2b2',
    line: '#4a5868',
    lineFocus: '#a8bacb',
    selection: '#ffffff',
    icon: '#0d141b',
    ring: '#ff9a5c',
    ringTrack: '#4a3426',
    labelGround: 'rgba(18, 24, 31, 0.86)',
    added: '#ffffff',
  },
};
