/** A pattern changed where somebody points: at what is looked for, at a node that it comes to, or at the link to that. */
import {
  given,
  mostBranches,
  mostSteps,
  type Pattern,
  type PatternCondition,
  type PatternStep,
} from '../../../../domain/pattern/pattern.ts';
import { wayOf, waysFrom, type Way } from '../../../../domain/pattern/vocabulary.ts';
import type { NodeTypeName } from '../../../../domain/schema/schema.ts';

export type Going = Pick<Way, 'relation' | 'direction' | 'type'>;
export type Steps = Pattern['branches'][number]['steps'];

/** `step` counts within its branch. */
export type Place = { of: 'start' } | { of: 'node' | 'link'; branch: number; step: number };

export const start: Place = { of: 'start' };

export function keyOfPlace(place: Place): string {
  return place.of === 'start' ? 'start' : `${place.of} ${place.branch} ${place.step}`;
}

const once = { test: 'at_least', n: given(1) } as const;

export function stepOf(
  { relation, direction, type }: Going,
  count: PatternStep['count'] = once,
): PatternStep {
  return { relation, direction, type, on: [], of: [], window: null, newly: false, count };
}

/** To something and back by the same relation: what several share. */
export function sharedSteps(way: Going, from: NodeTypeName): Steps {
  return [stepOf(way), stepOf({ relation: way.relation, direction: 'in', type: from })];
}

export function stepAt({ branches }: Pattern, place: Place): PatternStep | undefined {
  return place.of === 'start' ? undefined : branches[place.branch]?.steps[place.step];
}

/** What a link begins at, or a node is come to from. */
export function typeBefore(pattern: Pattern, place: Place): NodeTypeName {
  if (place.of === 'start' || place.step === 0) return pattern.type;
  return pattern.branches[place.branch]!.steps[place.step - 1]!.type;
}

export function typeAt(pattern: Pattern, place: Place): NodeTypeName {
  return stepAt(pattern, place)?.type ?? pattern.type;
}

/**
 * Why nothing more can be linked to a node; null where something can. `middle`: something is already, and only what is
 * looked for may have several.
 */
export type WhyNotOn = 'branches' | 'steps' | 'middle' | 'ways';

export function whyNotOn(pattern: Pattern, place: Place): WhyNotOn | null {
  if (waysFrom(typeAt(pattern, place)).length === 0) return 'ways';
  if (place.of === 'start') return pattern.branches.length < mostBranches ? null : 'branches';
  const { steps } = pattern.branches[place.branch]!;
  if (place.step < steps.length - 1) return 'middle';
  return steps.length < mostSteps ? null : 'steps';
}

/** The pattern with more linked to a node, and the last of what came; as it is where nothing can be. */
export function linkedOn(
  pattern: Pattern,
  place: Place,
  further: Steps,
): { pattern: Pattern; added: Place } {
  if (whyNotOn(pattern, place) !== null) return { pattern, added: place };
  if (place.of === 'start') {
    const branches = [...pattern.branches, { steps: further }];
    const added: Place = { of: 'node', branch: branches.length - 1, step: further.length - 1 };
    return { pattern: { ...pattern, branches }, added };
  }
  const { branch } = place;
  const steps = [...pattern.branches[branch]!.steps, ...further].slice(0, mostSteps);
  const added: Place = { of: 'node', branch, step: steps.length - 1 };
  return { pattern: withSteps(pattern, branch, steps), added };
}

/** What follows on a step that has become another stays as far as the schema has it. */
export function withStep(pattern: Pattern, place: Place, step: PatternStep): Pattern {
  if (place.of === 'start') return pattern;
  const { steps } = pattern.branches[place.branch]!;
  return withSteps(pattern, place.branch, followed(steps, place.step, step));
}

function followed(steps: Steps, at: number, step: PatternStep): Steps {
  let from = step.type;
  const after = steps.slice(at + 1);
  const broken = after.findIndex((next) => {
    const fits = wayOf(from, next) !== undefined;
    from = next.type;
    return !fits;
  });
  return [...steps.slice(0, at), step, ...(broken < 0 ? after : after.slice(0, broken))];
}

/**
 * A step goes another way, which may be two: what was asked of the old relation, or of another type, is asked no more.
 */
export function wentBy(steps: Steps, at: number, way: Steps): Steps {
  const [first, ...more] = way as [PatternStep, ...Steps];
  if (more.length > 0) return [...steps.slice(0, at), ...way].slice(0, mostSteps);
  const old = steps[at]!;
  const on = first.type === old.type ? old.on : [];
  return followed(steps, at, { ...first, count: old.count, on });
}

/** As `wentBy`, where somebody points. */
export function linkedBy(pattern: Pattern, place: Place, way: Steps): Pattern {
  if (place.of === 'start') return pattern;
  const { steps } = pattern.branches[place.branch]!;
  return withSteps(pattern, place.branch, wentBy(steps, place.step, way));
}

/** The types that a node may be of, where it stands. */
export function typesAt(pattern: Pattern, place: Place): NodeTypeName[] {
  return [...new Set(waysFrom(typeBefore(pattern, place)).map(({ type }) => type))];
}

/** Another type of node: by the same relation where that leads there, else by the first that does. */
export function ofType(pattern: Pattern, place: Place, type: NodeTypeName): Pattern {
  const step = stepAt(pattern, place);
  if (!step) return type === pattern.type ? pattern : { type, on: [], branches: [] };
  const ways = waysFrom(typeBefore(pattern, place)).filter((way) => way.type === type);
  const same = ways.find(({ relation }) => relation === step.relation);
  const way = same ?? ways[0];
  return way && type !== step.type ? linkedBy(pattern, place, [stepOf(way)]) : pattern;
}

export function conditionsAt(pattern: Pattern, place: Place): PatternCondition[] {
  return stepAt(pattern, place)?.on ?? pattern.on;
}

export function withConditions(pattern: Pattern, place: Place, on: PatternCondition[]): Pattern {
  const step = stepAt(pattern, place);
  return step ? withStep(pattern, place, { ...step, on }) : { ...pattern, on };
}

/** Without a node or the link to it, and what follows; and where one then is. */
export function withoutPlace(pattern: Pattern, place: Place): { pattern: Pattern; left: Place } {
  if (place.of === 'start') return { pattern, left: start };
  const { branch, step } = place;
  if (step > 0) {
    const steps = pattern.branches[branch]!.steps.slice(0, step);
    const left: Place = { of: 'node', branch, step: step - 1 };
    return { pattern: withSteps(pattern, branch, steps), left };
  }
  const branches = pattern.branches.filter((_, at) => at !== branch);
  return { pattern: { ...pattern, branches }, left: start };
}

/** Where an arrow key goes: along a branch, or to the one beside it; null where nothing is. */
export function placeBeside(pattern: Pattern, place: Place, by: Arrow): Place | null {
  const along = by === 'ArrowRight' ? 1 : by === 'ArrowLeft' ? -1 : 0;
  if (along !== 0) return placeAlong(pattern, place, along);
  if (place.of === 'start') return null;
  const branch = place.branch + (by === 'ArrowDown' ? 1 : -1);
  const steps = pattern.branches[branch]?.steps;
  return steps ? { ...place, branch, step: Math.min(place.step, steps.length - 1) } : null;
}

export const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const;
export type Arrow = (typeof arrows)[number];

function placeAlong({ branches }: Pattern, place: Place, along: 1 | -1): Place | null {
  if (place.of === 'start')
    return along > 0 && branches.length > 0 ? { of: 'link', branch: 0, step: 0 } : null;
  const { of, branch, step } = place;
  if (along > 0) {
    if (of === 'link') return { of: 'node', branch, step };
    return step + 1 < branches[branch]!.steps.length
      ? { of: 'link', branch, step: step + 1 }
      : null;
  }
  if (of === 'node') return { of: 'link', branch, step };
  return step === 0 ? start : { of: 'node', branch, step: step - 1 };
}

function withSteps(pattern: Pattern, branch: number, steps: Steps): Pattern {
  const branches = pattern.branches.map((one, at) => (at === branch ? { steps } : one));
  return { ...pattern, branches };
}
