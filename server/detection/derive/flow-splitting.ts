import { append, median, ramp, type Ledger, type Transfer } from './flow-ledger.ts';

/** What one payment account sent another within a day, as one sum in like pieces. */
export interface Bundle {
  from: string;
  to: string;
  currency: string;
  at: number;
  pieces: number;
  /** Keys of all its transfers. */
  transfers: readonly string[];
  /** The usual piece, and all of them together. */
  piece: number;
  total: number;
  /** How far the pieces lie below what the payer otherwise sends, in [0, 1]. */
  outOfLine: number;
}

export interface Splitting {
  from: string;
  to: string;
  score: number;
  pieces: number;
  piece: number;
  currency: string;
}

const dayLength = 1;
/** Pieces of one sum are alike; half as much again is another purchase. */
const likeFactor = 1.5;
/** A fourth of the usual amount is a small payment, a tenth one that stands out. */
const outOfLineFrom = Math.log(4);
const outOfLineTo = Math.log(10);
/** A payer of few payments is held to count as this many of the platform's usual ones. */
const priorPayments = 3;
/** A single payment stands beside others’ pieces only if it is of about their size. */
const companionFactor = 2;
/** One piece says less than several. */
const companionWeight = 0.6;

/** The payments of each pair and day, in order of payer and time; what was paid for jobs is left out. */
export function bundlesOf(ledger: Ledger): Bundle[] {
  const usual = usualAmounts(ledger);
  return [...ledger.out].flatMap(([, out]) => {
    const own = out.filter((transfer) => !transfer.worked);
    const groups = new Map<string, Transfer[]>();
    for (const transfer of own) append(groups, `${transfer.to}\n${transfer.currency}`, transfer);
    const all = logSums(out);
    return [...groups.values()].flatMap((transfers) => {
      const { currency } = transfers[0]!;
      const typical = typicalBeside(transfers, all.get(currency)!, usual.get(currency)!);
      return byDay(transfers).map((day) => bundleOf(day, typical));
    });
  });
}

function bundleOf(day: readonly Transfer[], typical: number): Bundle {
  const { from, to, currency, at } = day[0]!;
  const piece = median(day.map(({ amount }) => amount));
  const alike = day.filter(
    ({ amount }) => amount <= piece * likeFactor && amount >= piece / likeFactor,
  );
  return {
    from,
    to,
    currency,
    at,
    pieces: alike.length,
    transfers: day.map(({ key }) => key),
    piece,
    total: day.reduce((total, { amount }) => total + amount, 0),
    outOfLine: ramp(typical - Math.log(piece), outOfLineFrom, outOfLineTo),
  };
}

function byDay(transfers: readonly Transfer[]): Transfer[][] {
  const days: Transfer[][] = [];
  for (const transfer of transfers) {
    const last = days.at(-1);
    if (last && transfer.at - last[0]!.at < dayLength) last.push(transfer);
    else days.push([transfer]);
  }
  return days;
}

interface LogSum {
  sum: number;
  count: number;
}

function logSums(transfers: Iterable<Transfer>): Map<string, LogSum> {
  const sums = new Map<string, LogSum>();
  for (const { currency, amount } of transfers) {
    const known = sums.get(currency) ?? { sum: 0, count: 0 };
    sums.set(currency, { sum: known.sum + Math.log(amount), count: known.count + 1 });
  }
  return sums;
}

/** The mean logarithm of amounts on the whole platform, by currency. */
function usualAmounts(ledger: Ledger): Map<string, number> {
  const every = [...ledger.out.keys()].sort().flatMap((id) => ledger.out.get(id)!);
  return new Map([...logSums(every)].map(([currency, { sum, count }]) => [currency, sum / count]));
}

/** What the payer usually sends to others, in logarithms, leaning on the platform where that is little. */
function typicalBeside(transfers: readonly Transfer[], all: LogSum, usual: number): number {
  const here = transfers.reduce((sum, { amount }) => sum + Math.log(amount), 0);
  const others = all.count - transfers.length;
  return (all.sum - here + priorPayments * usual) / (others + priorPayments);
}

/** How much a number of like pieces in a day is more than chance: one is none, five nearly all. */
export function severalPieces(pieces: number): number {
  return 1 - 0.5 ** (pieces - 1);
}

/**
 * Pairs of which the first sent the second, within a day, several like pieces that are far smaller than what
 * it sends otherwise; and beside them those who sent the same payee one such piece.
 */
export function splittings(bundles: readonly Bundle[]): Splitting[] {
  const best = new Map<string, Splitting>();
  const keep = (bundle: Bundle, score: number) => {
    const { from, to, pieces, piece, currency } = bundle;
    const pair = `${from}\n${to}`;
    if (score > (best.get(pair)?.score ?? 0))
      best.set(pair, { from, to, score, pieces, piece, currency });
  };
  for (const bundle of bundles) keep(bundle, bundle.outOfLine * severalPieces(bundle.pieces));
  const payees = new Map<string, Splitting[]>();
  for (const splitting of best.values())
    if (splitting.score >= 0.5) append(payees, splitting.to, splitting);
  for (const bundle of bundles) {
    const beside = (payees.get(bundle.to) ?? []).some(
      ({ from, piece, currency }) =>
        from !== bundle.from &&
        currency === bundle.currency &&
        piece <= bundle.piece * companionFactor &&
        piece >= bundle.piece / companionFactor,
    );
    if (beside) keep(bundle, bundle.outOfLine * companionWeight);
  }
  return [...best.values()].filter(({ score }) => score >= 0.3);
}
