import { holdOf, type Bond, type GroupEvidence } from '../group/evidence.ts';
import { judge } from '../group/judge.ts';
import { bondWeight } from '../link/links.ts';
import { silentTerm } from '../weights/silent.ts';
import { termOf, type GroupModel } from '../weights/weights.ts';
import { rivalTerm } from '../weights/named-weights.ts';

/**
 * How the log-odds of a group move with each weight. They are made of pieces that are straight in the weights (which
 * bond of a family counts, which explanation fits best), so a small step tells.
 */
export interface Slopes {
  total: number;
  /** By term, and by `rival:<explanation>` for the prior against it; those that move nothing are left out. */
  slopes: Map<string, number>;
}

const step = 1e-3;
const leastSlope = 1e-6;

export function slopesOf(
  accounts: readonly string[],
  evidence: GroupEvidence,
  model: GroupModel,
): Slopes {
  const { total, rivals } = judge(accounts, evidence, model);
  const slopes = new Map<string, number>([[rivalTerm(rivals[0]!.explanation), 1]]);
  for (const name of termsOf(accounts, evidence)) {
    const moved = withStep(model, name);
    const under = name.startsWith('bond:') ? reweighed(accounts, evidence, moved) : evidence;
    const slope = (judge(accounts, under, moved).total - total) / step;
    if (Math.abs(slope) >= leastSlope) slopes.set(name, slope);
  }
  return { total, slopes };
}

function withStep(model: GroupModel, name: string): GroupModel {
  const { weight, why } = termOf(model, name);
  return { ...model, terms: { ...model.terms, [name]: { weight: weight + step, why } } };
}

function termsOf(
  accounts: readonly string[],
  { bonds, signs, familyOf }: GroupEvidence,
): Set<string> {
  const names = new Set(['group:size', 'group:tight', silentTerm]);
  const members = new Set(accounts);
  for (const account of accounts) {
    for (const { a, b, parts } of bonds.get(account) ?? [])
      if (members.has(a) && members.has(b))
        for (const { detector } of parts) names.add(`bond:${detector}`);
    for (const detector of signs.get(account)?.keys() ?? [])
      names.add(`shown:${familyOf.get(detector)!}`);
  }
  return names;
}

/** The evidence about these accounts as other weights see it. */
function reweighed(
  accounts: readonly string[],
  evidence: GroupEvidence,
  model: GroupModel,
): GroupEvidence {
  const bonds = new Map(
    accounts.map((account) => [
      account,
      (evidence.bonds.get(account) ?? []).map((bond) => reweighedBond(bond, model)),
    ]),
  );
  return { ...evidence, bonds };
}

function reweighedBond(bond: Bond, model: GroupModel): Bond {
  const parts = bond.parts.map((part) => ({
    ...part,
    weight: bondWeight(model, part.detector, part.amount),
  }));
  const again = { ...bond, parts };
  return { ...again, hold: holdOf(again) };
}
