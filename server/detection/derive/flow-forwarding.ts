import { append, type Ledger, type Transfer } from './flow-ledger.ts';

/** A payment account that sends on to another what comes into it. */
export interface Forwarding {
  from: string;
  to: string;
  /** How much of what came in went there, in [0, 1]. */
  share: number;
  /** The same, less where it happened once or twice only. */
  steady: number;
  times: number;
}

/** Money that waits longer than a quarter was kept, and is spent like one's own; a careful team lets it rest for weeks. */
const windowDays = 90;
/** What went out in another currency than came in cannot be measured against it, only by time. */
const convertedWeight = 0.8;
/** Where nothing is known to have come in, only what went out can be parted. */
const unseenIncomeWeight = 0.6;
/** One transfer may be a chance; each further one takes from that doubt. */
const doubtOfOnce = 0.5;
/** Less than this is a bill that is paid, and of no account has more than a handful. */
const leastShare = 0.15;

/** For each payment account, where its money goes within weeks of coming in, currency by currency. */
export function forwardings(ledger: Ledger): Forwarding[] {
  const found: Forwarding[] = [];
  for (const [from, out] of ledger.out) {
    const own = out.filter((transfer) => !transfer.worked);
    if (own.length === 0) continue;
    const shares = sharesOf(ledger.into.get(from) ?? [], out, own);
    const times = new Map<string, number>();
    for (const { to } of own) times.set(to, (times.get(to) ?? 0) + 1);
    for (const [to, share] of shares) {
      const n = times.get(to) ?? 0;
      const steady = (share * n) / (n + doubtOfOnce);
      if (steady >= leastShare) found.push({ from, to, share, steady, times: n });
    }
  }
  return found;
}

/** Each currency counts by the number of transfers sent in it: amounts of two currencies are not added up. */
function sharesOf(
  into: readonly Transfer[],
  out: readonly Transfer[],
  own: readonly Transfer[],
): Map<string, number> {
  const byCurrency = new Map<string, Transfer[]>();
  for (const transfer of own) append(byCurrency, transfer.currency, transfer);
  const shares = new Map<string, number>();
  for (const [currency, sent] of byCurrency) {
    const weight = sent.length / own.length;
    const income = into.filter((transfer) => transfer.currency === currency);
    const spent = out.filter((transfer) => transfer.currency === currency);
    for (const [to, amount] of movedOn(into, income, sent)) {
      const whole = Math.max(sum(income), sum(spent));
      shares.set(to, (shares.get(to) ?? 0) + (weight * amount) / whole);
    }
  }
  return shares;
}

function movedOn(
  into: readonly Transfer[],
  income: readonly Transfer[],
  sent: readonly Transfer[],
): Map<string, number> {
  if (income.length > 0) return drawnFrom(income, sent);
  const moved = new Map<string, number>();
  for (const { to, amount, at } of sent) {
    const weight = into.length === 0 ? unseenIncomeWeight : convertedWeight;
    const covered = into.length === 0 || into.some((one) => isWithin(one.at, at));
    if (covered) moved.set(to, (moved.get(to) ?? 0) + weight * amount);
  }
  return moved;
}

/** Draws each payment on what came in before it, oldest first, as far as it is no older than the window. */
function drawnFrom(income: readonly Transfer[], sent: readonly Transfer[]): Map<string, number> {
  const moved = new Map<string, number>();
  const left = income.map(({ amount }) => amount);
  let first = 0;
  for (const { to, amount, at } of sent) {
    while (first < income.length && income[first]!.at < at - windowDays) first += 1;
    let wanted = amount;
    for (let i = first; i < income.length && income[i]!.at <= at && wanted > 0; i += 1) {
      const drawn = Math.min(wanted, left[i]!);
      left[i]! -= drawn;
      wanted -= drawn;
      if (left[i] === 0 && i === first) first += 1;
    }
    moved.set(to, (moved.get(to) ?? 0) + amount - wanted);
  }
  return moved;
}

function isWithin(earlier: number, later: number): boolean {
  return earlier <= later && earlier >= later - windowDays;
}

function sum(transfers: readonly Transfer[]): number {
  return transfers.reduce((total, { amount }) => total + amount, 0);
}
