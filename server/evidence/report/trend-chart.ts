/** Small charts of how the figures went, drawn without a browser. */
import { messages } from '../../../domain/messages/index.ts';
import type { Picture } from '../../platform/document/document.ts';
import { faint, ground, ink, lineColour } from '../picture/look.ts';
import { fontFamily, round } from '../picture/svg.ts';
import { written } from '../picture/text.ts';
import type { TrendPoint } from './history.ts';

const says = messages.report.trend;

const panel = { width: 220, height: 96, gap: 20, left: 8, top: 34, bottom: 12 } as const;
const figures = ['clusters', 'accounts', 'findings'] as const;
const stroke = '#1d4ed8';

/** Null where there are no two runs to draw a line between. The figures stand in a table beside it, too. */
export function trendChart(points: readonly TrendPoint[]): Picture | null {
  if (points.length < 2) return null;
  const width = figures.length * panel.width + (figures.length - 1) * panel.gap;
  const { height } = panel;
  const alternative = figures
    .map((figure) => says.alternative(says[figure], points[0]![figure], points.at(-1)![figure]))
    .join(' ');
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${fontFamily}">`,
    `<title>${written(alternative)}</title>`,
    `<rect width="${width}" height="${height}" fill="${ground}"/>`,
    ...figures.map(
      (figure, at) =>
        `<g transform="translate(${at * (panel.width + panel.gap)} 0)">${chart(
          says[figure],
          points.map((point) => point[figure]),
        )}</g>`,
    ),
    '</svg>',
    '',
  ].join('\n');
  return { kind: 'picture', svg, width, height, alternative };
}

/** From zero up, so that a small change looks small. */
function chart(name: string, values: readonly number[]): string {
  const most = Math.max(1, ...values);
  const [room, rise] = [panel.width - 2 * panel.left, panel.height - panel.top - panel.bottom];
  const places = values.map((value, at) => ({
    x: round(panel.left + (room * at) / (values.length - 1)),
    y: round(panel.height - panel.bottom - (rise * value) / most),
  }));
  const last = places.at(-1)!;
  const floor = panel.height - panel.bottom;
  return [
    `<text x="${panel.left}" y="13" font-size="11" fill="${faint}">${written(name)}</text>`,
    `<text x="${panel.width - panel.left}" y="15" font-size="15" font-weight="700" text-anchor="end" fill="${ink}">${written(messages.report.number(values.at(-1)!, 0))}</text>`,
    `<line x1="${panel.left}" y1="${floor}" x2="${panel.width - panel.left}" y2="${floor}" stroke="${lineColour}" stroke-width="1"/>`,
    `<polyline points="${places.map(({ x, y }) => `${x},${y}`).join(' ')}" fill="none" stroke="${stroke}" stroke-width="2"/>`,
    `<circle cx="${last.x}" cy="${last.y}" r="3.5" fill="${stroke}"/>`,
  ].join('');
}
