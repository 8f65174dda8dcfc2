/**
 * A pattern as a query that a person can read and go on with. Labels, relations and columns come from the schema alone;
 * every value is a parameter, never a part of the text.
 */
import { nodeType } from '../schema/graph.ts';
import type { NodeTypeName } from '../schema/schema.ts';
import type { ParameterKind, ParameterValues, QueryParameter } from '../query.ts';
import { asOfName, faultsOf, givensOf } from './faults.ts';
import {
  mostAnswers,
  mostExamples,
  type Given,
  type Pattern,
  type PatternCondition,
  type PatternStep,
  type PatternWindow,
} from './pattern.ts';
import {
  columnsOfRelation,
  columnsOfType,
  hasOwnTime,
  hasTime,
  historyOf,
  type AskedColumn,
} from './vocabulary.ts';

export interface CompiledPattern {
  text: string;
  parameters: QueryParameter[];
}

export interface CompileOptions {
  /** Nothing that happened after `$as_of` is used, as far as the data say when it did. */
  asOf?: boolean;
}

/** Throws for a pattern that has faults. */
export function compilePattern(pattern: Pattern, options: CompileOptions = {}): CompiledPattern {
  const [fault] = faultsOf(pattern);
  if (fault) throw new Error(`A pattern may not ask for ${fault.fault} ${fault.what}.`);
  return new Compiler(pattern, options.asOf ?? false).compiled();
}

/** The usual values of a compiled pattern, with those given by name in their place. */
export function valuesOf({ parameters }: CompiledPattern, given: ParameterValues): ParameterValues {
  return Object.fromEntries(
    parameters.map(({ name, default: usual }) => [
      name,
      Object.hasOwn(given, name) ? given[name]! : usual,
    ]),
  );
}

/** What a step comes to has a name where it is counted and another where it is shown, as one stands within the other. */
type Place = 'counted' | 'shown';

/** A node in the text. */
interface Named {
  name: string;
  type: NodeTypeName;
}

class Compiler {
  readonly #pattern: Pattern;
  readonly #asOf: boolean;
  readonly #parameters = new Map<string, QueryParameter>();
  /** Values that are asked for by a name, and by column and value the names of those that are fixed. */
  readonly #names = new Map<Given, string>();
  readonly #fixed = new Map<string, string>();
  readonly #nodes = new Map<PatternStep, string>();
  readonly #relations = new Map<PatternStep, string>();
  readonly #start: Named;

  constructor(pattern: Pattern, asOf: boolean) {
    this.#pattern = pattern;
    this.#asOf = asOf;
    this.#start = { name: pattern.type, type: pattern.type };
    for (const given of givensOf(pattern))
      if (given.name !== null) this.#names.set(given, given.name);
    const steps = pattern.branches.flatMap((branch) => branch.steps);
    const counts = new Map<string, number>([[pattern.type, 1]]);
    steps.forEach((step, at) => {
      const count = (counts.get(step.type) ?? 0) + 1;
      counts.set(step.type, count);
      this.#nodes.set(step, count === 1 ? step.type : `${step.type}_${count}`);
      this.#relations.set(step, `r${at + 1}`);
    });
  }

  compiled(): CompiledPattern {
    const { type, on, branches } = this.#pattern;
    const { name } = this.#start;
    const conditions = [
      ...this.#ofNode(this.#start, on),
      ...branches.map(({ steps }) => this.#counted([this.#start], steps)),
    ];
    const shown = branches.flatMap(({ steps }, at) => this.#examples(steps, at));
    const text = [
      `MATCH (${name}:${nodeType(type).label})`,
      ...where(conditions),
      `WITH ${name}`,
      `ORDER BY ${name}.id`,
      `LIMIT ${mostAnswers}`,
      `RETURN ${[name, ...shown].join(',\n')}`,
    ].join('\n');
    return { text, parameters: [...this.#parameters.values()] };
  }

  /** That a step comes to as many as it says; what follows on it holds of each that is counted. */
  #counted(before: readonly Named[], steps: readonly PatternStep[]): string {
    const [step, ...rest] = steps as [PatternStep, ...PatternStep[]];
    const node = this.#node(step, 'counted');
    const inner = [
      `MATCH ${this.#from(before)}${this.#arrow(step, 'counted')}`,
      ...where([
        ...this.#ofStep(before, step, 'counted'),
        ...(rest.length > 0 ? [this.#counted([...before, node], rest)] : []),
      ]),
    ];
    const { test, n } = step.count;
    if (test === 'none') return `NOT EXISTS {\n${indented(inner)}\n}`;
    if (test === 'at_least' && n.value === 1 && n.name === null)
      return `EXISTS {\n${indented(inner)}\n}`;
    const sign = test === 'at_least' ? '>=' : '<=';
    const counting = [...inner, `RETURN DISTINCT ${node.name}`];
    return `COUNT {\n${indented(counting)}\n} ${sign} ${this.#value(n, 'n', 'number')}`;
  }

  /** Paths that show how it fits, as far as a step demands that there is something. */
  #examples(steps: readonly PatternStep[], at: number): string[] {
    const until = steps.findIndex(({ count }) => count.test !== 'at_least');
    const walked = until < 0 ? steps : steps.slice(0, until);
    if (walked.length === 0) return [];
    let before = [this.#start];
    const conditions: string[] = [];
    let path = `(${this.#start.name})`;
    walked.forEach((step, index) => {
      path += this.#arrow(step, 'shown');
      conditions.push(...this.#ofStep(before, step, 'shown'));
      before = [...before, this.#node(step, 'shown')];
      const rest = steps.slice(index + 1);
      // One that is there at all is what the path itself shows.
      if (rest.length > 0 && !isOneAtLeast(rest[0]!)) conditions.push(this.#counted(before, rest));
    });
    const order = before.slice(1).map(({ name }) => `${name}.id`);
    const inner = [
      `MATCH path = ${path}`,
      ...where(conditions),
      `RETURN path ORDER BY ${order.join(', ')} LIMIT ${mostExamples}`,
    ];
    return [`COLLECT {\n${indented(inner)}\n} AS ${at === 0 ? 'how' : `how_${at + 1}`}`];
  }

  #from(before: readonly Named[]): string {
    return `(${before.at(-1)!.name})`;
  }

  #node(step: PatternStep, place: Place): Named {
    const name = this.#nodes.get(step)!;
    return { name: place === 'shown' ? `shown_${name}` : name, type: step.type };
  }

  #relation(step: PatternStep, place: Place): string {
    const name = this.#relations.get(step)!;
    return place === 'shown' ? `shown_${name}` : name;
  }

  #arrow(step: PatternStep, place: Place): string {
    return arrow(step, this.#relation(step, place), this.#node(step, place).name);
  }

  #ofStep(before: readonly Named[], step: PatternStep, place: Place): string[] {
    const node = this.#node(step, place);
    const relation = this.#relation(step, place);
    // Others: nobody is counted beside themselves.
    const others = before.filter(({ type }) => type === node.type);
    return [
      ...others.map((other) => `${node.name} <> ${other.name}`),
      ...this.#ofRelation(relation, step),
      ...(step.newly ? [this.#earlier(before, step, place)] : []),
      ...this.#ofNode(node, step.on),
    ];
  }

  #ofRelation(name: string, step: PatternStep): string[] {
    const columns = columnsOfRelation(step.relation);
    return [
      ...step.of.map((one) => this.#compared(name, one, columns)),
      ...this.#within(name, step.window),
      ...(this.#asOf && hasTime(step.relation) ? [this.#notLater(name)] : []),
    ];
  }

  /** Something else was there in its place before. */
  #earlier(before: readonly Named[], step: PatternStep, place: Place): string {
    const [was, then] = [`earlier_${step.type}`, 'earlier'];
    const columns = columnsOfRelation(step.relation);
    const inner = [
      `MATCH ${this.#from(before)}${arrow(step, then, was)}`,
      ...where([
        `${was} <> ${this.#node(step, place).name}`,
        `${then}._at < ${this.#relation(step, place)}._at`,
        ...step.of.map((one) => this.#compared(then, one, columns)),
      ]),
    ];
    return `EXISTS {\n${indented(inner)}\n}`;
  }

  #ofNode(node: Named, on: readonly PatternCondition[]): string[] {
    const columns = columnsOfType(node.type);
    return [
      ...on.map((one) =>
        one.test === 'changed' ? this.#changed(node, one) : this.#compared(node.name, one, columns),
      ),
      ...(this.#asOf && hasOwnTime(node.type) ? [this.#notLater(node.name)] : []),
    ];
  }

  #changed(node: Named, { column, window }: PatternCondition): string {
    const { type, relation } = historyOf(node.type)!;
    const conditions = [
      `change.field = ${this.#unnamed('changed', column, 'text')}`,
      ...this.#within('change', window),
      ...(this.#asOf ? [this.#notLater('change')] : []),
    ];
    const inner = [
      `MATCH (${node.name})<-[:${relation}]-(change:${nodeType(type).label})`,
      ...where(conditions),
    ];
    return `EXISTS {\n${indented(inner)}\n}`;
  }

  #compared(
    name: string,
    { column, test, value }: PatternCondition,
    columns: readonly AskedColumn[],
  ): string {
    const { property, kind } = columns.find((one) => one.name === column)!;
    const left = `${name}.${property}`;
    if (test === 'known') return `${left} IS NOT NULL`;
    if (test === 'unknown') return `${left} IS NULL`;
    const given = this.#value(value!, column, kindOf(kind));
    if (kind === 'list') return `${given} IN ${left}`;
    if (test === 'contains') return `toLower(${left}) CONTAINS toLower(${given})`;
    return `${left} ${signs[test as keyof typeof signs]} ${given}`;
  }

  /** Times are texts in ISO 8601, so a month is what they begin with. */
  #within(name: string, window: PatternWindow | null): string[] {
    if (window === null) return [];
    switch (window.kind) {
      case 'month':
        return [`${name}._at STARTS WITH ${this.#value(window.month, 'month', 'text')}`];
      case 'between':
        return [
          `${name}._at >= ${this.#value(window.from, 'from', 'date')}`,
          `${name}._at < ${this.#value(window.until, 'until', 'date')}`,
        ];
      case 'last': {
        const days = this.#value(window.days, 'days', 'number');
        const asOf = this.#asOfValue();
        return [
          `${name}._at >= toString(date(datetime(${asOf})) - duration({days: ${days}}))`,
          `${name}._at <= ${asOf}`,
        ];
      }
    }
  }

  #notLater(name: string): string {
    return `coalesce(${name}._at, '') <= ${this.#asOfValue()}`;
  }

  #asOfValue(): string {
    const known = { kind: 'time', label: 'as of', default: null, required: true } as const;
    this.#parameters.set(asOfName, { name: asOfName, ...known });
    return `$${asOfName}`;
  }

  #value(given: Given, base: string, kind: ParameterKind): string {
    const named = this.#names.get(given);
    if (named === undefined) return this.#unnamed(base, given.value, kind);
    return this.#parameters.has(named) ? `$${named}` : this.#put(named, given.value, kind);
  }

  /** One value for what is asked of a column in several places. */
  #unnamed(base: string, value: string | number, kind: ParameterKind): string {
    const same = this.#fixed.get(JSON.stringify([base, value]));
    if (same !== undefined) return `$${same}`;
    const name = this.#free(base);
    this.#fixed.set(JSON.stringify([base, value]), name);
    return this.#put(name, value, kind);
  }

  #put(name: string, value: string | number, kind: ParameterKind): string {
    const label = name.replaceAll('_', ' ');
    this.#parameters.set(name, { name, kind, label, default: value, required: true });
    return `$${name}`;
  }

  #free(base: string): string {
    const taken = new Set([asOfName, ...this.#names.values(), ...this.#parameters.keys()]);
    for (let at = 1; ; at += 1) {
      const name = at === 1 ? base : `${base}_${at}`;
      if (!taken.has(name)) return name;
    }
  }
}

function arrow({ relation, direction, type }: PatternStep, by: string, to: string): string {
  const [step, node] = [`[${by}:${relation}]`, `(${to}:${nodeType(type).label})`];
  if (direction === 'out') return `-${step}->${node}`;
  return direction === 'in' ? `<-${step}-${node}` : `-${step}-${node}`;
}

function isOneAtLeast({ count: { test, n } }: PatternStep): boolean {
  return test === 'at_least' && n.value === 1 && n.name === null;
}

const signs = {
  is: '=',
  is_not: '<>',
  at_least: '>=',
  at_most: '<=',
  since: '>=',
  before: '<',
} as const;

function kindOf(kind: AskedColumn['kind']): ParameterKind {
  if (kind === 'decimal' || kind === 'integer') return 'number';
  return kind === 'time' || kind === 'date' ? 'date' : 'text';
}

function where(conditions: readonly string[]): string[] {
  return conditions.map((one, at) => (at === 0 ? `WHERE ${one}` : `  AND ${hung(one)}`));
}

/** Further lines of a condition stand under its first. */
function hung(condition: string): string {
  return condition.replaceAll('\n', '\n  ');
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `  ${line.replaceAll('\n', '\n  ')}`).join('\n');
}
