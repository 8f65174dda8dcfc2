import { compareText } from '../../../domain/compare-text.ts';
import { UnionFind } from '../link/union-find.ts';
import { append } from './flow-ledger.ts';
import { severalPieces, type Bundle } from './flow-splitting.ts';

/** A step of money that goes from hand to hand in nearly the same amount. */
export interface Passing {
  from: string;
  to: string;
  score: number;
  /** Whether it came back to where it began. */
  closed: boolean;
  /** The smallest payment account of the steps that hang together. */
  run: string;
  /** Keys of the transfers by which it was passed on. */
  transfers: string[];
}

/** Each hand may take its cut, and none adds to it but a rounding. */
const leastKept = 0.85;
const mostKept = 1.02;
/** Longer than this in one hand, and it is that hand's own money. */
const circleWindowDays = 45;
const longestCircle = 6;
const shortestCircle = 3;
/** Who sends as much as this is a shop or a firm; all it gets it passes on to someone. */
const mostPayments = 200;
/** Where everyone pays the same price, ways are endless; a circle is short or is not looked for. */
const mostTried = 300;
/** Pieces that stand out by their size and are the same to the cent need not follow so soon. */
const chainWindowDays = 120;
const sameFactor = 1.1;
const chainOutOfLine = 0.5;

/** Circles of three to six hands, and chains of payments of one size that stands out in each of their payers. */
export function passings(bundles: readonly Bundle[]): Passing[] {
  const out = new Map<string, Bundle[]>();
  for (const bundle of bundles) append(out, bundle.from, bundle);
  for (const list of out.values()) list.sort(byTime);
  const steps = new Map<string, Step>();
  const keep = ({ from, to, transfers }: Bundle, score: number, closed: boolean) => {
    const pair = `${from}\n${to}`;
    const step = steps.get(pair) ?? { from, to, score, closed, carried: new Set<string>() };
    if (closed && !step.closed) Object.assign(step, { score, closed, carried: new Set<string>() });
    if (closed === step.closed) {
      step.score = Math.max(step.score, score);
      for (const key of transfers) step.carried.add(key);
    }
    steps.set(pair, step);
  };
  for (const bundle of bundles) {
    const circle = circleFrom([bundle], out, { left: mostTried });
    for (const step of circle ?? [])
      keep(step, 0.95 * (circle!.at(-1)!.total / bundle.total), true);
    for (const next of followers(bundle, out)) {
      const standing = Math.sqrt(bundle.outOfLine * next.outOfLine);
      const pieces = Math.max(severalPieces(bundle.pieces), severalPieces(next.pieces));
      for (const step of [bundle, next]) keep(step, standing * (0.5 + 0.5 * pieces), false);
    }
  }
  return inRuns([...steps.values()]);
}

type Step = Omit<Passing, 'run' | 'transfers'> & { carried: Set<string> };

function inRuns(steps: readonly Step[]): Passing[] {
  const runs = new UnionFind();
  for (const { from, to } of steps) runs.join(from, to);
  return steps.map(({ carried, ...step }) => ({
    ...step,
    score: Math.min(1, step.score),
    run: runs.find(step.from)!,
    transfers: [...carried].sort(),
  }));
}

/** The payments on which the last of `path` may have been passed on, up to the first that closes the circle. */
function circleFrom(
  path: readonly Bundle[],
  out: ReadonlyMap<string, readonly Bundle[]>,
  tries: { left: number },
): readonly Bundle[] | null {
  const first = path[0]!;
  const last = path.at(-1)!;
  if (last.to === first.from) return path.length >= shortestCircle ? path : null;
  if (path.length === longestCircle) return null;
  if (path.slice(0, -1).some(({ to }) => to === last.to)) return null;
  const nexts = out.get(last.to) ?? [];
  if (nexts.length > mostPayments) return null;
  for (const next of nexts) {
    const kept = next.total / last.total;
    const soon = next.at > last.at && next.at <= last.at + circleWindowDays;
    if (!soon || kept < leastKept || kept > mostKept || next.currency !== last.currency) continue;
    if (tries.left === 0) return null;
    tries.left -= 1;
    const circle = circleFrom([...path, next], out, tries);
    if (circle) return circle;
  }
  return null;
}

function followers(bundle: Bundle, out: ReadonlyMap<string, readonly Bundle[]>): Bundle[] {
  if (bundle.outOfLine < chainOutOfLine) return [];
  return (out.get(bundle.to) ?? []).filter(
    (next) =>
      next.to !== bundle.from &&
      next.outOfLine >= chainOutOfLine &&
      next.currency === bundle.currency &&
      next.at > bundle.at &&
      next.at <= bundle.at + chainWindowDays &&
      next.piece <= bundle.piece * sameFactor &&
      next.piece >= bundle.piece / sameFactor,
  );
}

function byTime(a: Bundle, b: Bundle): number {
  return a.at - b.at || compareText(a.to, b.to);
}
