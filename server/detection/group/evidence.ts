import type { Family } from '../../../domain/detector.ts';
import { exceptedShare } from '../../../domain/exception.ts';
import { honestExplanations, type Explained } from '../../../domain/honest-explanation.ts';
import type { BareFinding } from '../../../domain/finding.ts';
import type { Link } from '../link/links.ts';
import { rowsByAccount, type RowsByAccount } from '../link/same-rows.ts';
import { telling } from '../weights/weights.ts';
import type { Platform } from './chance.ts';
import type { Exits } from './exits.ts';
import type { Hires } from './clients.ts';

/** The strongest that a detector says of one account by itself. */
export interface Sign {
  account: string;
  amount: number;
  finding: string;
}

/** A link as groups weigh it. */
export interface Bond extends Link {
  /** What binds the two, in log-odds, before any prior. */
  hold: number;
}

/** What groups are judged by. */
export interface GroupEvidence {
  /** By account, what binds it to others; the same link under both of its ends. */
  bonds: ReadonlyMap<string, readonly Bond[]>;
  /** By account and detector, what it shows by itself. */
  signs: ReadonlyMap<string, ReadonlyMap<string, Sign>>;
  platform: Platform;
  accounts: number;
  familyOf: ReadonlyMap<string, Family>;
  /** By finding, what else than a scheme would show it. */
  explained: ReadonlyMap<string, Explained>;
  exits: Exits;
  hires: Hires;
  /** See `silentShare`. */
  silent: number;
  /** By finding and account, the rows that the account's tie rests on, where they were noted. */
  rows: ReadonlyMap<string, RowsByAccount>;
}

interface Detecting {
  id: string;
  family: Family;
  binds: boolean;
  explainedBy?: ((facts: never) => Explained) | undefined;
}

/** What somebody found an honest reason for, whichever: as much of it is left as an exception leaves. */
const foundHonest: Explained = Object.fromEntries(
  honestExplanations.map((explanation) => [explanation, 1 - exceptedShare]),
);

/** `covered`: the findings that an exception covers whole. */
export function groupEvidence(
  findings: readonly BareFinding[],
  links: readonly Link[],
  detectors: readonly Detecting[],
  about: Pick<GroupEvidence, 'accounts' | 'exits' | 'hires' | 'silent'> & {
    covered: ReadonlySet<string>;
  },
): GroupEvidence {
  const { accounts, covered, exits, hires, silent } = about;
  const byId = new Map(detectors.map((detector) => [detector.id, detector]));
  const bonds = new Map<string, Bond[]>();
  for (const one of links) {
    const link = { ...one, hold: holdOf(one) };
    for (const account of [link.a, link.b]) {
      const near = bonds.get(account);
      if (near) near.push(link);
      else bonds.set(account, [link]);
    }
  }
  // What one finding says of several is one circumstance, not a sign of each.
  const signs = signsOf(
    findings.filter(
      ({ detector, accounts: about }) => about.length === 1 && byId.get(detector)?.binds === false,
    ),
  );
  const explained = new Map<string, Explained>();
  for (const { id, detector, facts } of findings) {
    const said = byId.get(detector)?.explainedBy?.(facts as never);
    if (covered.has(id)) explained.set(id, foundHonest);
    else if (said) explained.set(id, said);
  }
  const familyOf = new Map(detectors.map(({ id, family }) => [id, family]));
  const rows = new Map(findings.map((finding) => [finding.id, rowsByAccount(finding)]));
  const platform = platformOf(signs);
  return { bonds, signs, platform, accounts, familyOf, explained, exits, hires, silent, rows };
}

function signsOf(findings: readonly BareFinding[]): Map<string, Map<string, Sign>> {
  const signs = new Map<string, Map<string, Sign>>();
  for (const { id, detector, accounts, score } of findings) {
    const amount = telling(score);
    for (const account of accounts) {
      const own = signs.get(account) ?? new Map<string, Sign>();
      signs.set(account, own);
      const known = own.get(detector);
      if (!known || amount > known.amount || (amount === known.amount && id < known.finding))
        own.set(detector, { account, amount, finding: id });
    }
  }
  return signs;
}

function platformOf(signs: GroupEvidence['signs']): Platform {
  const amounts = new Map<string, number[]>();
  for (const own of signs.values())
    for (const [detector, { amount }] of own) {
      const all = amounts.get(detector);
      if (all) all.push(amount);
      else amounts.set(detector, [amount]);
    }
  for (const all of amounts.values()) all.sort((one, other) => other - one);
  return amounts;
}

/** What binds the two, in log-odds. */
export function holdOf({ parts, confirmed }: Pick<Link, 'parts' | 'confirmed'>): number {
  return parts.reduce((sum, { weight }) => sum + weight, confirmed?.weight ?? 0);
}
