import { compareText } from '../../../domain/compare-text.ts';
import type { BareFinding } from '../../../domain/finding.ts';
import type { Link } from '../link/links.ts';
import { probability, type GroupModel } from '../weights/weights.ts';
import { candidatesOf, mostMembers } from './candidates.ts';
import type { GroupEvidence } from './evidence.ts';
import { judge, type Judged } from './judge.ts';

/** Less likely than this, in log-odds, a candidate is not looked at again. */
const hopeless = -4;

/** As many of those next to a group as may join it in one step: those whom most binds to it. */
const mostNear = 8;

/** In log-odds: what binds less adds nobody to a group, and no group to another. */
const leastHold = 0.6;

/** In log-odds: a gain worth another member, or one less; whom several kinds of evidence bind is not lost so easily. */
const [leastGain, leastGainWithoutHeld] = [0.01, 0.5];

/**
 * The groups that are judged as one, the likeliest and largest first; none that is believed overlaps another. Each
 * candidate is judged, bettered member by member, and joined with those it touches; where two overlap, the one that
 * explains more stays. Who hangs together is found by all that binds them; how likely that serves a scheme is then said
 * with each row counted once.
 */
export function judgedGroups(
  findings: readonly BareFinding[],
  links: readonly Link[],
  evidence: GroupEvidence,
  model: GroupModel,
): Judged[] {
  const binding = { ...evidence, rows: new Map() };
  const judging = (accounts: readonly string[]) => judge(accounts, binding, model);
  const steps = new Map<string, Judged | null>();
  // Many candidates come by the same groups on their way.
  const stepFrom = (group: Judged) => {
    const key = group.accounts.join('\n');
    let next = steps.get(key);
    if (next === undefined) {
      next = nextStep(group, evidence, judging);
      steps.set(key, next);
    }
    return next;
  };
  const bettered = new Map<string, Judged>();
  for (const candidate of candidatesOf(findings, links)) {
    const first = judging(candidate);
    if (first.total < hopeless) continue;
    const best = better(first, stepFrom);
    bettered.set(best.accounts.join('\n'), best);
  }
  for (const joined of joinedGroups([...bettered.values()], evidence, { judging, stepFrom }))
    bettered.set(joined.accounts.join('\n'), joined);
  return withHeld(chosen([...bettered.values()], judging), evidence, judging)
    .map(({ accounts }) => judge(accounts, evidence, model))
    .sort(byWorth);
}

type Judging = (accounts: readonly string[]) => Judged;
/** The step that gains most, as `nextStep` finds it. */
type Stepping = (group: Judged) => Judged | null;

/** Adds or leaves out one account after the other, as long as that makes the group likelier. */
function better(group: Judged, stepFrom: Stepping): Judged {
  let best = group;
  for (let step = 0; step < 2 * mostMembers; step += 1) {
    const next = stepFrom(best);
    if (!next) return best;
    best = next;
  }
  return best;
}

/** The step that gains most; null when none gains enough. */
function nextStep(group: Judged, evidence: GroupEvidence, judging: Judging): Judged | null {
  const { accounts, total } = group;
  let best: Judged | null = null;
  let most = 0;
  const consider = (candidate: readonly string[], least: number) => {
    const judged = judging(candidate);
    const gain = judged.total - total - least;
    if (gain <= most) return;
    best = judged;
    most = gain;
  };
  if (accounts.length > 2)
    for (const account of accounts) {
      const others = accounts.filter((other) => other !== account);
      consider(others, isHeld(account, others, evidence) ? leastGainWithoutHeld : leastGain);
    }
  if (accounts.length < mostMembers)
    for (const account of nearest(accounts, evidence)) consider([...accounts, account], leastGain);
  return best;
}

function nearest(accounts: readonly string[], { bonds }: GroupEvidence, most = mostNear): string[] {
  const members = new Set(accounts);
  const holds = new Map<string, number>();
  for (const account of accounts)
    for (const link of bonds.get(account) ?? []) {
      const other = link.a === account ? link.b : link.a;
      if (!members.has(other) && link.hold >= leastHold)
        holds.set(other, (holds.get(other) ?? 0) + link.hold);
    }
  return [...holds]
    .sort(([a, x], [b, y]) => y - x || compareText(a, b))
    .slice(0, most)
    .map(([account]) => account);
}

/** Groups that something binds to one another, taken together where that is likelier than either. */
function joinedGroups(
  groups: readonly Judged[],
  evidence: GroupEvidence,
  { judging, stepFrom }: { judging: Judging; stepFrom: Stepping },
): Judged[] {
  const ranked = [...groups].sort(byTotal);
  const groupsOf = new Map<string, number[]>();
  ranked.forEach(({ accounts }, index) => {
    for (const account of accounts) {
      const own = groupsOf.get(account);
      if (own) own.push(index);
      else groupsOf.set(account, [index]);
    }
  });
  const joined: Judged[] = [];
  ranked.forEach((group, index) => {
    let best = group;
    const touching = new Set(
      group.accounts.flatMap((account) => [
        ...(groupsOf.get(account) ?? []),
        ...(evidence.bonds.get(account) ?? [])
          .filter(({ hold }) => hold >= leastHold)
          .flatMap(({ a, b }) => [...(groupsOf.get(a) ?? []), ...(groupsOf.get(b) ?? [])]),
      ]),
    );
    touching.delete(index);
    for (const other of [...touching].sort((x, y) => x - y)) {
      const both = [...new Set([...best.accounts, ...ranked[other]!.accounts])];
      if (both.length === best.accounts.length || both.length > mostMembers) continue;
      const together = judging(both);
      if (worth(together) > Math.max(worth(best), worth(ranked[other]!))) best = together;
    }
    if (best !== group) joined.push(better(best, stepFrom));
  });
  return joined;
}

/** The likelier and the larger, the more it explains. */
function worth({ total, accounts }: Judged): number {
  return probability(total) ** 4 * Math.sqrt(accounts.length);
}

function chosen(groups: readonly Judged[], judging: Judging): Judged[] {
  const taken = new Set<string>();
  const all: Judged[] = [];
  const queue = [...groups].sort(byWorth);
  // What is left of a group goes in after where the queue stands, so that it need not be sorted anew.
  for (let at = 0; at < queue.length; at += 1) {
    const group = queue[at]!;
    const left = group.accounts.filter((account) => !taken.has(account));
    if (left.length < 2) continue;
    if (left.length < group.accounts.length) {
      const rest = judging(left);
      if (rest.total < hopeless) continue;
      queue.splice(placeOf(rest, queue, at + 1), 0, rest);
      continue;
    }
    all.push(group);
    for (const account of group.accounts) taken.add(account);
  }
  return all;
}

/** Where the group belongs among those from that place on, which are in order: after all that are worth as much. */
function placeOf(group: Judged, ordered: readonly Judged[], from: number): number {
  let [least, most] = [from, ordered.length];
  while (least < most) {
    const middle = (least + most) >>> 1;
    if (byWorth(ordered[middle]!, group) <= 0) least = middle + 1;
    else most = middle;
  }
  return least;
}

/**
 * Believed groups with those whom several kinds of evidence bind to half of them, though they show little themselves: who
 * comes new onto a ring's machine and purse is of the ring. The group must be believed with them as well.
 */
function withHeld(groups: readonly Judged[], evidence: GroupEvidence, judging: Judging): Judged[] {
  const taken = new Set(groups.filter(isBelieved).flatMap(({ accounts }) => accounts));
  const all: Judged[] = [];
  for (const group of groups) {
    if (!isBelieved(group)) {
      all.push(group);
      continue;
    }
    let whole = group;
    for (const account of heldBy(group, evidence)) {
      if (taken.has(account) || whole.accounts.length >= mostMembers) continue;
      const more = judging([...whole.accounts, account]);
      if (more.total < Math.min(believedWith, group.total - mostLost)) continue;
      whole = more;
      taken.add(account);
    }
    all.push(whole);
  }
  return all;
}

/** In log-odds: with those it holds a group must be as likely as this, or have lost less. */
const [believedWith, mostLost] = [2, 0.7];

function isBelieved({ total }: Judged): boolean {
  return total > 0;
}

/** Those outside whom several kinds of evidence bind to half of the members, whom most binds first. */
function heldBy({ accounts }: Judged, evidence: GroupEvidence): string[] {
  const outside = nearest(accounts, evidence, mostMembers);
  return outside.filter((account) => isHeld(account, accounts, evidence));
}

function isHeld(account: string, accounts: readonly string[], { bonds }: GroupEvidence): boolean {
  const members = new Set(accounts);
  const held = (bonds.get(account) ?? []).filter(
    ({ a, b, hold, parts }) =>
      members.has(a === account ? b : a) && parts.length >= severalKinds && hold >= heldFirmly,
  );
  return 2 * held.length >= accounts.length;
}

/** Families of evidence that bind, and what they come to in log-odds. */
const [severalKinds, heldFirmly] = [2, 2];

function byTotal(one: Judged, other: Judged): number {
  return other.total - one.total || compareText(one.accounts.join('\n'), other.accounts.join('\n'));
}

function byWorth(one: Judged, other: Judged): number {
  return worth(other) - worth(one) || byTotal(one, other);
}
