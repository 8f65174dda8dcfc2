/** The picture of an exhibit, drawn without a browser: the same exhibit gives the same bytes. */
import { renderAsync } from '@resvg/resvg-js';
import type { Exhibit } from '../exhibit/exhibit.ts';
import { fontFiles, textFamilies } from '../../platform/fonts.ts';
import { withLocale } from '../../platform/locale.ts';
import { choice } from './choice.ts';
import { figureOf } from './figure.ts';
import { captionOf, footOf, legendOf, type Caption, type LegendEntry } from './legend.ts';
import { ground } from './look.ts';
import { arrowHeads, drawing, fontFamily, round } from './svg.ts';
import { written } from './text.ts';

export interface Picture {
  /** A whole document, with legend and caption; it refers to nothing outside itself. */
  svg: string;
  /** In pixels of the SVG. */
  width: number;
  height: number;
  legend: LegendEntry[];
  caption: Caption;
  /** How many nodes are drawn, and how many of the exhibit are not. */
  shown: number;
  left_out: number;
}

/** Below this width captions would be broken into too many lines. */
const narrowest = 680;
/** Pixels of a PNG for one of the SVG, and the most across. */
const sharpness = 2;
const widestPng = 3_200;

/** What of an exhibit its picture is drawn from. */
export type Pictured = Pick<
  Exhibit,
  | 'scope'
  | 'language'
  | 'title'
  | 'as_of'
  | 'places'
  | 'additions'
  | 'cluster'
  | 'findings'
  | 'nodes'
  | 'relations'
>;

/** In the exhibit's language, whichever is in force. */
export function pictureOf(exhibit: Pictured): Picture {
  return withLocale(exhibit.language, () => {
    const chosen = choice(exhibit);
    const figure = figureOf(exhibit, chosen);
    const legend = legendOf(figure);
    const caption = captionOf(exhibit, chosen);
    const width = Math.ceil(Math.max(figure.width, narrowest));
    const foot = footOf(legend, caption, width);
    const height = Math.ceil(figure.height + foot.height);
    const svg = [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="skein-title skein-desc" xml:lang="${exhibit.language}" font-family="${fontFamily}">`,
      `<title id="skein-title">${written(caption.title)}</title>`,
      `<desc id="skein-desc">${written(caption.lines.join(' '))}</desc>`,
      `<defs>${arrowHeads}</defs>`,
      `<rect width="${width}" height="${height}" fill="${ground}"/>`,
      `<g transform="translate(${round((width - figure.width) / 2)} 0)">`,
      ...drawing(figure),
      '</g>',
      `<g transform="translate(0 ${round(figure.height)})">`,
      ...foot.svg,
      '</g>',
      '</svg>',
      '',
    ].join('\n');
    const shown = chosen.nodes.length;
    return { svg, width, height, legend, caption, shown, left_out: exhibit.nodes.length - shown };
  });
}

/** Twice as many pixels across as the SVG has, `widest` at most; in no font of the system. */
export async function png(
  { svg, width }: Pick<Picture, 'svg' | 'width'>,
  widest = widestPng,
): Promise<Uint8Array> {
  const rendered = await renderAsync(svg, {
    font: {
      loadSystemFonts: false,
      fontFiles: [...fontFiles],
      defaultFontFamily: textFamilies[0]!,
      sansSerifFamily: textFamilies[0]!,
    },
    fitTo: { mode: 'width', value: Math.min(width * sharpness, widest) },
  });
  return rendered.asPng();
}
