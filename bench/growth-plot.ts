import { isSize, worksOf, type Scale } from './works.ts';

const [width, height] = [980, 460];
/** Room for the figures of the axes, and for the names at the right. */
const [left, right, top, bottom] = [60, 440, 20, 50];
const colours = [
  '#0b6e99',
  '#b4531f',
  '#5b7f2b',
  '#7a4f9a',
  '#9a7b14',
  '#a3344d',
  '#3f6a6a',
  '#555',
];

interface Line {
  name: string;
  points: { rows: number; value: number }[];
}

/** Seconds of each work, and mebibytes, against rows, both by tens. */
export function growthPlot(scales: readonly Scale[]): string {
  const lines = linesOf(scales.filter(isSize));
  const all = lines.flatMap(({ points }) => points);
  const across = axis(
    all.map(({ rows }) => rows),
    left,
    width - right,
  );
  const up = axis(
    all.map(({ value }) => value),
    height - bottom,
    top,
  );
  const grid = [
    ...across.tens.map(
      (ten) =>
        `<path d="M${across.at(ten)} ${top}V${height - bottom}" stroke="#ddd"/><text x="${across.at(ten)}" y="${height - bottom + 16}" text-anchor="middle">${short(ten)}</text>`,
    ),
    ...up.tens.map(
      (ten) =>
        `<path d="M${left} ${up.at(ten)}H${width - right}" stroke="#ddd"/><text x="${left - 6}" y="${up.at(ten) + 4}" text-anchor="end">${short(ten)}</text>`,
    ),
  ];
  // Names one below the other, in the order in which the lines end.
  const ends = lines
    .map((line, at) => ({
      line,
      colour: colours[at % colours.length]!,
      dashed: at >= colours.length,
      end: line.points.at(-1)!,
    }))
    .sort((one, other) => other.end.value - one.end.value);
  const drawn = ends.map(({ line, colour, dashed }, at) => {
    const path = line.points
      .map(
        ({ rows, value }, place) => `${place === 0 ? 'M' : 'L'}${across.at(rows)} ${up.at(value)}`,
      )
      .join('');
    const dots = line.points
      .map(({ rows, value }) => `<circle cx="${across.at(rows)}" cy="${up.at(value)}" r="3"/>`)
      .join('');
    const y = top + 14 + at * 22;
    const dashes = dashed ? ' stroke-dasharray="5 4"' : '';
    return `<g fill="${colour}"><path d="${path}" fill="none" stroke="${colour}" stroke-width="1.5"${dashes}/>${dots}<path d="M${width - right + 8} ${y - 4}h16" stroke="${colour}" stroke-width="3"${dashes}/><text x="${width - right + 30}" y="${y}">${escaped(line.name)}</text></g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11" fill="#333" role="img" aria-label="Seconds and mebibytes against rows">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...grid,
    `<text x="${(left + width - right) / 2}" y="${height - 12}" text-anchor="middle">rows</text>`,
    `<text x="14" y="${(top + height - bottom) / 2}" transform="rotate(-90 14 ${(top + height - bottom) / 2})" text-anchor="middle">seconds; MiB</text>`,
    ...drawn,
    '</svg>',
    '',
  ].join('\n');
}

function linesOf(scales: readonly Scale[]): Line[] {
  const lines = new Map<string, Line['points']>();
  for (const { what, rows, seconds } of scales.flatMap(worksOf)) {
    const points = lines.get(what) ?? [];
    points.push({ rows, value: seconds });
    lines.set(what, points);
  }
  const held = scales.flatMap(({ detect }) =>
    detect ? [{ rows: detect.rows, value: detect.memory / 2 ** 20 }] : [],
  );
  return [
    ...[...lines].map(([name, points]) => ({ name, points })),
    ...(held.length === 0
      ? []
      : [{ name: 'memory of the process that loads the world and detects, MiB', points: held }]),
  ];
}

/** Places of values between two ends, by their logarithm, and the powers of ten among them. */
function axis(values: readonly number[], from: number, to: number) {
  const logs = values.map((value) => Math.log10(value));
  const [least, most] = [Math.floor(Math.min(...logs)), Math.ceil(Math.max(...logs))];
  const span = Math.max(1, most - least);
  return {
    at: (value: number) => Math.round(from + ((Math.log10(value) - least) / span) * (to - from)),
    tens: Array.from({ length: span + 1 }, (_, step) => 10 ** (least + step)),
  };
}

function short(value: number): string {
  if (value >= 1_000_000) return `${value / 1_000_000} M`;
  return value >= 1_000 ? `${value / 1_000} k` : String(Number(value.toPrecision(1)));
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('`', '');
