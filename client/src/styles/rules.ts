import type { LookRule, RuleMark } from '../../../domain/look-rules.ts';
import { ruleMarks } from '../../../domain/look-rules.ts';
import { messages } from '../../../domain/messages/later.ts';
import { neutral, steps, swatches, swatchNames, type Swatch } from '../board/swatches.ts';
import type { DrawnThing } from '../board/drawn-things.ts';
import type { Field } from './fields.ts';
import { saysValue } from './fields.ts';
import type { Looks, Values } from './field-values.ts';

const text = messages.lookRules;

/** What rules make of a node; what none of them sets is absent. */
export interface RuledLook {
  colour?: Swatch;
  /** In [0, 1], from the smallest node to the largest. */
  size?: number;
  says?: string;
  mark?: RuleMark;
}

export interface RuleEntry extends Pick<RuledLook, 'colour' | 'mark'> {
  label: string;
}

/** A rule on a board, with what it stands for there. */
export interface AppliedRule {
  rule: LookRule;
  /** As a sentence: the heading of its part of the legend. */
  heading: string;
  /** What each step or kind looks like; empty where the heading says it all. */
  entries: readonly RuleEntry[];
  /** Null until the values are known, and where nothing on the board has any. */
  lookOf: ((thing: DrawnThing) => RuledLook | null) | null;
}

/** The rules of a board, in their order. */
export function appliedRules(
  rules: readonly LookRule[],
  things: readonly DrawnThing[],
  looks: Looks,
): AppliedRule[] {
  return rules.map((rule) => {
    const field = looks.fields.find(({ id }) => id === rule.by);
    const heading = headingOf(rule, field);
    const all = looks.values.get(rule.by);
    const own = field && all ? valuesFor(rule, things, all) : null;
    if (!field || !own || own.size === 0)
      return { rule, heading: text.without(heading), entries: [], lookOf: null };
    return { rule, heading, ...applied(rule, field, own) };
  });
}

/** What all rules together make of a node: where two set the same, the later one holds. */
export function ruledLook(rules: readonly AppliedRule[], thing: DrawnThing): RuledLook {
  return Object.assign({}, ...rules.map(({ lookOf }) => lookOf?.(thing) ?? {})) as RuledLook;
}

/** "Colour of accounts: PageRank, by rank". */
function headingOf({ types, by, sets, cut }: LookRule, field: Field | undefined): string {
  const names: Readonly<Record<string, { many: string }>> = messages.schema.nodes;
  const whose = types.map((type) => names[type]?.many ?? type).join(', ');
  const how = sets === 'label' || field?.kind === 'kind' ? '' : text.cutShort[cut];
  return text.heading(text.sets[sets], whose, field?.label ?? by, how);
}

function valuesFor({ types }: LookRule, things: readonly DrawnThing[], all: Values): Values {
  const values = new Map<string, number | string>();
  for (const { ref, node } of things) {
    const value = all.get(ref);
    if (value !== undefined && (types.length === 0 || types.includes(node.type)))
      values.set(ref, value);
  }
  return values;
}

function applied(
  rule: LookRule,
  field: Field,
  own: Values,
): Pick<AppliedRule, 'entries' | 'lookOf'> {
  if (rule.sets === 'label')
    return {
      entries: [],
      lookOf: ({ ref }) => {
        const value = own.get(ref);
        return value === undefined ? null : { says: saysValue(field, value) };
      },
    };
  const numbers = new Map(
    [...own].flatMap(([ref, value]) => (typeof value === 'number' ? [[ref, value] as const] : [])),
  );
  if (field.kind === 'kind' || rule.cut === 'kinds' || numbers.size === 0)
    return byKinds(rule, field, own);
  return rule.sets === 'size' && rule.cut !== 'bounds'
    ? growing(rule, field, numbers)
    : inSteps(rule, field, numbers);
}

/** The most frequent kinds each have a look of their own; the others share one. */
function byKinds({ sets }: LookRule, field: Field, own: Values) {
  const counts = new Map<number | string, number>();
  for (const value of own.values()) counts.set(value, (counts.get(value) ?? 0) + 1);
  const kinds = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const most = sets === 'colour' ? swatchNames.length : sets === 'mark' ? ruleMarks.length : 0;
  const lookAt = (at: number): RuledLook =>
    sets === 'colour' ? { colour: swatches[swatchNames[at]!] } : { mark: ruleMarks[at]! };
  const looks = new Map(kinds.slice(0, most).map(([kind], at) => [kind, lookAt(at)]));
  const rest = kinds.length - looks.size;
  const other: RuledLook = sets === 'colour' ? { colour: neutral } : {};
  return {
    entries: [
      ...[...looks].map(([kind, look]) => ({ label: saysValue(field, kind), ...look })),
      ...(rest > 0 ? [{ label: text.otherKinds(rest), ...other }] : []),
    ],
    lookOf: ({ ref }: DrawnThing) => {
      const kind = own.get(ref);
      return kind === undefined ? null : (looks.get(kind) ?? other);
    },
  };
}

/** From the least to the most: of its value, or of its place among all. */
function growing({ cut }: LookRule, field: Field, values: ReadonlyMap<string, number>) {
  const sorted = [...values.values()].sort((a, b) => a - b);
  const [least, most] = [sorted[0]!, sorted.at(-1)!];
  const places = new Map(sorted.map((value, at) => [value, at / Math.max(1, sorted.length - 1)]));
  const sizeOf = (value: number) =>
    cut === 'rank' ? places.get(value)! : most > least ? (value - least) / (most - least) : 0.5;
  return {
    entries: [
      { label: text.smallest(saysValue(field, least)) },
      { label: text.largest(saysValue(field, most)) },
    ],
    lookOf: ({ ref }: DrawnThing) => {
      const value = values.get(ref);
      return value === undefined ? null : { size: sizeOf(value) };
    },
  };
}

/** From each bound on, the next step. */
function inSteps(rule: LookRule, field: Field, values: ReadonlyMap<string, number>) {
  const sorted = [...values.values()].sort((a, b) => a - b);
  const bounds = boundsOf(rule, sorted);
  const stepOf = (value: number) => bounds.findLastIndex((bound) => value >= bound) + 1;
  const last = bounds.length;
  const lookAt = (step: number): RuledLook => {
    if (rule.sets === 'size') return { size: last === 0 ? 0.5 : step / last };
    if (rule.sets === 'mark') return step === last && last > 0 ? { mark: rule.mark } : {};
    return { colour: steps[last === 0 ? 0 : Math.round((step / last) * (steps.length - 1))]! };
  };
  const label = (step: number) => {
    const inside = sorted.filter((value) => stepOf(value) === step);
    const ends =
      step === 0
        ? text.below(saysValue(field, bounds[0] ?? sorted[0]!))
        : text.from(saysValue(field, bounds[step - 1]!));
    return text.step(ends, inside.length);
  };
  const all = Array.from({ length: last + 1 }, (_, step) => step);
  const shown = rule.sets === 'mark' ? [last] : all;
  return {
    // All have the same: there is one step, and no highest.
    entries:
      last === 0
        ? [{ label: text.alike(saysValue(field, sorted[0]!)) }]
        : shown.map((step) => ({ label: label(step), ...lookAt(step) })),
    lookOf: ({ ref }: DrawnThing) => {
      const value = values.get(ref);
      return value === undefined ? null : lookAt(stepOf(value));
    },
  };
}

/** Rising, and none that parts nothing. */
function boundsOf({ cut, bounds }: Pick<LookRule, 'cut' | 'bounds'>, sorted: readonly number[]) {
  if (cut === 'bounds') return bounds;
  const [least, most] = [sorted[0]!, sorted.at(-1)!];
  const at = (share: number) =>
    cut === 'rank'
      ? sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
      : least + share * (most - least);
  const wanted = steps.slice(1).map((_, step) => at((step + 1) / steps.length));
  return [...new Set(wanted)].filter((bound) => bound > least);
}
