import { weighedSums, type Calibration, type MovedWeight } from '../../../../domain/calibration.ts';
import { messages } from '../../../../domain/messages/index.ts';

const text = messages.calibration.command;

/** Which weights moved, before, after and within what, for a terminal. */
export function linesOfCalibration({ confirmed, dismissed, weights }: Calibration): string[] {
  const moved = weights.filter(({ from, to }) => from !== to);
  return [
    text.head(confirmed, dismissed),
    ...(moved.length === 0 ? [text.none] : [row(text.columns)]),
    ...weighedSums.flatMap((sum) => linesOf(sum, moved)),
    ...(weights.length > moved.length ? [text.unmoved(weights.length - moved.length)] : []),
  ];
}

function linesOf(sum: MovedWeight['sum'], moved: readonly MovedWeight[]): string[] {
  const own = moved
    .filter((one) => one.sum === sum)
    .sort((one, other) => Math.abs(other.to - other.from) - Math.abs(one.to - one.from));
  if (own.length === 0) return [];
  return [
    text.group(messages.calibration.sums[sum], own.length),
    ...own.map(({ term, from, to, low, high, decisions }) =>
      row([term, from.toFixed(2), to.toFixed(2), text.within(low, high), String(decisions)]),
    ),
  ];
}

const widths = [34, 10, 8, 18, 10];

function row(cells: readonly string[]): string {
  const [first = '', ...others] = cells;
  const figures = others.map((cell, at) => cell.padStart(widths[at + 1]!));
  return `  ${first.padEnd(widths[0]!)}${figures.join('')}`;
}
