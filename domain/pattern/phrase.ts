/** A pattern said in a sentence, in the language in force: what the search box completes and a report calls it. */
import { valueLabel, relationLabel } from '../labels/relation-label.ts';
import { messages } from '../messages/later.ts';
import type { NodeTypeName } from '../schema/schema.ts';
import type { Given, Pattern, PatternCondition, PatternStep, PatternWindow } from './pattern.ts';
import { wayOf } from './vocabulary.ts';

type Said = (given: Given) => string;

const inBraces: Said = ({ name, value }) => (name === null ? String(value) : `{${name}}`);

/** What is asked for stands in braces by its name, `{n}`; what is fixed as it is. */
export function phraseOf(pattern: Pattern): string {
  return sentence(pattern, inBraces);
}

/** How many of which: “at least 3 accounts”; of one alone its name. */
export function countPhrase(step: PatternStep): string {
  const { one, many } = messages.schema.nodes[step.type];
  if (isOne(step)) return one;
  return counted(step, isSingular(step) ? one : many, inBraces);
}

export function conditionPhrase(one: PatternCondition): string {
  return condition(one, inBraces);
}

export function windowPhrase(window: PatternWindow): string {
  return when(window, inBraces);
}

function sentence({ type, on, branches }: Pattern, said: Said): string {
  const { says } = messages.pattern;
  const { many } = messages.schema.nodes[type];
  const conditions = on.map((one) => condition(one, said));
  const parts = branches.map(({ steps }) => ofSteps(type, steps, type, said));
  return [
    many,
    ...(conditions.length > 0 ? [says.whose(conditions)] : []),
    ...(parts.length > 0 ? [says.branches(parts)] : []),
  ].join('');
}

function ofSteps(
  from: NodeTypeName,
  steps: readonly PatternStep[],
  start: NodeTypeName,
  said: Said,
): string {
  const [step, next, ...rest] = steps;
  if (!step) return '';
  const { says } = messages.pattern;
  if (next && isShared(from, step, next)) {
    const thing = messages.schema.nodes[step.type].one;
    const shared = says.share(`${thing}${details(step, said)}`);
    const others = `${counted(next, says.others, said)}${details(next, said)}`;
    return `${shared}${says.with(others)}${ofRest(next.type, rest, start, said)}`;
  }
  const { one, many } = messages.schema.nodes[step.type];
  const called = step.type === start ? says.other(many) : isOne(step) ? one : many;
  const way = wayOf(from, step);
  const by = way ? says.by(relationLabel(way.says)) : '';
  const what = `${counted(step, called, said)}${by}${details(step, said)}`;
  return `${says.with(what)}${ofRest(step.type, next ? [next, ...rest] : rest, start, said)}`;
}

function ofRest(
  from: NodeTypeName,
  steps: readonly PatternStep[],
  start: NodeTypeName,
  said: Said,
): string {
  if (steps.length === 0) return '';
  return messages.pattern.says.each(ofSteps(from, steps, start, said).trim());
}

/** To something and back by the same relation: what several have in common. */
function isShared(from: NodeTypeName, step: PatternStep, next: PatternStep): boolean {
  const back = step.relation === next.relation && next.type === from;
  const opposite = step.direction === 'out' && next.direction === 'in';
  return back && opposite && isOne(step) && next.count.test === 'at_least';
}

function isOne({ count: { test, n } }: PatternStep): boolean {
  return test === 'at_least' && n.value === 1 && n.name === null;
}

function isSingular({ count: { test, n } }: PatternStep): boolean {
  return test !== 'none' && n.value === 1 && n.name === null;
}

function counted(step: PatternStep, called: string, said: Said): string {
  const { says } = messages.pattern;
  const { test, n } = step.count;
  if (test === 'none') return `${says.none} ${called}`;
  const number = said(n);
  return `${test === 'at_least' ? says.atLeast(number) : says.atMost(number)} ${called}`;
}

function details({ newly, window, of, on }: PatternStep, said: Said): string {
  const { says } = messages.pattern;
  const all = [
    ...(newly ? [says.newlyIn] : []),
    ...(window ? [when(window, said)] : []),
    ...(of.length + on.length > 0
      ? [says.where([...of, ...on].map((one) => condition(one, said))).trim()]
      : []),
  ];
  return all.length > 0 ? ` ${all.join(' ')}` : '';
}

function condition({ column, test, value, window }: PatternCondition, said: Said): string {
  const { tests } = messages.pattern.says;
  const names: Readonly<Record<string, string>> = messages.schema.columns;
  const name = Object.hasOwn(names, column) ? names[column]! : column;
  if (test === 'changed') return tests.changed(name, window ? when(window, said) : '');
  if (test === 'known' || test === 'unknown') return tests[test](name);
  return tests[test](name, value === null ? '' : valueSaid(value, said));
}

function valueSaid(value: Given, said: Said): string {
  return value.name === null ? valueLabel(String(value.value)) : said(value);
}

function when(window: PatternWindow, said: Said): string {
  const { says } = messages.pattern;
  if (window.kind === 'month') return says.month(said(window.month));
  if (window.kind === 'last') return says.last(said(window.days));
  return says.between(said(window.from), said(window.until));
}
