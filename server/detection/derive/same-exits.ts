import { addTo } from '../../../domain/group-by.ts';
import { compareText } from '../../../domain/compare-text.ts';
import { reasonsMessages as says } from '../../../domain/messages/en/reasons.ts';
import { logChoose, logTail } from '../group/chance.ts';
import { circlesByLinkage, type AlikePair } from './average-linkage.ts';
import type { Derivation } from './derivation.ts';
import { exitUsesSql, readExitUses, type ExitUse } from './exit-uses.ts';

/**
 * Who logs in through the same exits, a network counting once. Hundreds of strangers use each exit of a VPN, so that to
 * share one says nothing; but of the many there are everybody uses a few, and who was set up by one hand uses the same few. How
 * improbable that is by chance is counted against how much each exit is used on this platform.
 */
const sameExits: Derivation = {
  version: 1,
  makes: ['SAME_EXITS'],
  counts: [exitUsesSql],
  infer: async (_database, asOf, columns) =>
    circlesOfExits(await readExitUses(columns, asOf)).flatMap(relations),
};
export default sameExits;

/** Two of a circle, `a` before `b`. */
export interface ExitPair extends AlikePair {
  common: number;
}

export interface ExitCircle {
  /** Sorted. */
  members: string[];
  pairs: ExitPair[];
  /** How improbable the circle is by chance, as a natural logarithm, after the search is paid for; 0 when it is not. */
  beyond: number;
  /** Exits and accounts that use any, on the whole platform. */
  exits: number;
  users: number;
}

/** To share one exit is everyday. */
const leastCommon = 2;
/** In decades of improbability: less is no likeness, and as much is as good as certain. */
const [leastDecades, wholeDecades] = [1, 4];
/** Two alone must be as unlike chance as this; of three or more each pair may be less. */
const decadesOfTwo = 3;
/** An exit that more than these use is a whole town’s. */
const mostUsers = 150;
/** What the mean likeness across two circles must be of the pair that would join them. */
const meanShare = 0.5;

/** Circles of accounts that use the same exits oftener than chance would have it. */
export function circlesOfExits(uses: readonly ExitUse[]): ExitCircle[] {
  const platform = platformOf(uses);
  const pairs = new Map(alikePairs(platform).map((pair) => [`${pair.a}\n${pair.b}`, pair]));
  const [exits, users] = [platform.usersOf.size, platform.exitsOf.size];
  return circlesByLinkage([...pairs.values()], meanShare)
    .map((circle) => core(circle.sort(), platform))
    .sort(({ members: [one] }, { members: [other] }) => compareText(one!, other!))
    .flatMap(({ members, beyond }) => {
      const within = members.flatMap((a, at) =>
        members.slice(at + 1).flatMap((b) => pairs.get(`${a}\n${b}`) ?? []),
      );
      if (members.length === 2 && within[0]!.score * wholeDecades < decadesOfTwo) return [];
      return [{ members, pairs: within, beyond: Math.max(0, beyond), exits, users }];
    });
}

/** Those of a circle that are farthest beyond chance, left out one by one; all of it where none are. */
function core(
  circle: readonly string[],
  platform: Platform,
): Pick<ExitCircle, 'members' | 'beyond'> {
  const whole = { members: [...circle], beyond: beyondChance(circle, platform) };
  let best = whole;
  for (let at = whole; at.members.length > 2;) {
    at = at.members
      .map((left) => at.members.filter((member) => member !== left))
      .map((members) => ({ members, beyond: beyondChance(members, platform) }))
      .reduce((one, other) => (other.beyond > one.beyond ? other : one));
    if (at.beyond > best.beyond) best = at;
  }
  return best.beyond > 0 ? best : whole;
}

interface Platform {
  usersOf: Map<string, string[]>;
  exitsOf: Map<string, string[]>;
}

/** Exits that at least two use. */
function platformOf(uses: readonly ExitUse[]): Platform {
  const usersOf = new Map<string, string[]>();
  for (const { account, exit } of uses) addTo(usersOf, exit, account);
  const exitsOf = new Map<string, string[]>();
  for (const [exit, users] of usersOf) {
    if (users.length < 2) usersOf.delete(exit);
    else for (const account of users) addTo(exitsOf, account, exit);
  }
  return { usersOf, exitsOf };
}

/** Pairs with more exits in common than two would have who use as many, each as often used as it is. */
function alikePairs({ usersOf, exitsOf }: Platform): ExitPair[] {
  const common = new Map<string, number>();
  let [uses, squares] = [0, 0];
  for (const users of usersOf.values()) {
    uses += users.length;
    squares += users.length ** 2;
    if (users.length > mostUsers) continue;
    const sorted = [...users].sort();
    for (const [at, a] of sorted.entries())
      for (const b of sorted.slice(at + 1))
        common.set(`${a}\n${b}`, (common.get(`${a}\n${b}`) ?? 0) + 1);
  }
  const chance = squares / uses ** 2;
  return [...common].flatMap(([key, both]) => {
    if (both < leastCommon) return [];
    const [a, b] = key.split('\n') as [string, string];
    const expected = exitsOf.get(a)!.length * exitsOf.get(b)!.length * chance;
    const decades = -Math.log10(poissonTail(both, expected));
    if (decades < leastDecades) return [];
    return [{ a, b, common: both, score: Math.min(1, decades / wholeDecades) }];
  });
}

/**
 * Exit by exit, how improbably many of the circle use it, less what it costs to have picked that exit of all and these
 * accounts of all who use any; below 0 where chance would find as much.
 */
function beyondChance(members: readonly string[], { usersOf, exitsOf }: Platform): number {
  const [of, users] = [members.length, exitsOf.size];
  const counts = new Map<string, number>();
  for (const account of members)
    for (const exit of exitsOf.get(account)!) counts.set(exit, (counts.get(exit) ?? 0) + 1);
  let nats = 0;
  for (const [exit, count] of [...counts].sort(([one], [other]) => compareText(one, other))) {
    if (count < 2) continue;
    const share = usersOf.get(exit)!.length / users;
    nats += Math.max(0, -logTail(count, of, share) - Math.log(usersOf.size));
  }
  return nats - logChoose(of, users);
}

/** The probability of `least` or more where `expected` are to be expected. */
function poissonTail(least: number, expected: number): number {
  let [term, sum] = [Math.exp(-expected), 0];
  for (let count = 0; count < least; count += 1) {
    sum += term;
    term *= expected / (count + 1);
  }
  return Math.max(Number.MIN_VALUE, 1 - sum);
}

function relations({ members, pairs, beyond, exits, users }: ExitCircle) {
  const columns = { circle: members[0]!, beyond: Math.round(beyond * 10) / 10, exits, users };
  return pairs.map(({ a, b, common, score }) => ({
    relation: 'SAME_EXITS' as const,
    from: { type: 'account' as const, id: a },
    to: { type: 'account' as const, id: b },
    score: Math.round(score * 1_000) / 1_000,
    reason: says.sameExits(common, members.length, columns.beyond, exits, users),
    columns: { ...columns, common },
  }));
}
