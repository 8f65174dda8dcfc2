/** Patterns by what the schema allows: every type, way, column and test at least once. */
import {
  given,
  type Pattern,
  type PatternCondition,
  type PatternStep,
  type PatternWindow,
} from '../../domain/pattern/pattern.ts';
import {
  columnsOfRelation,
  columnsOfType,
  hasTime,
  historyOf,
  patternTypes,
  takesValue,
  testsOf,
  waysFrom,
  type AskedColumn,
  type Way,
} from '../../domain/pattern/vocabulary.ts';

const march: PatternWindow = { kind: 'month', month: given('2026-03') };

const windows: readonly PatternWindow[] = [
  march,
  { kind: 'between', from: given('2026-01-01'), until: given('2026-02-01') },
  { kind: 'last', days: { value: 30, name: 'within' } },
];

export function stepOf(
  { relation, direction, type }: Pick<Way, 'relation' | 'direction' | 'type'>,
  more: Partial<PatternStep> = {},
): PatternStep {
  return {
    ...{ relation, direction, type, on: [], of: [], window: null, newly: false },
    count: { test: 'at_least', n: given(1) },
    ...more,
  };
}

/** "accounts that share a payout with at least n others and changed it in March". */
export const sharedPayout: Pattern = {
  type: 'account',
  on: [],
  branches: [
    {
      steps: [
        stepOf(
          { relation: 'PAID_THROUGH', direction: 'out', type: 'payment_account' },
          {
            of: [purpose()],
            newly: true,
            window: { kind: 'month', month: { value: '2026-03', name: 'month' } },
          },
        ),
        stepOf(
          { relation: 'PAID_THROUGH', direction: 'in', type: 'account' },
          { of: [purpose()], count: { test: 'at_least', n: { value: 3, name: 'n' } } },
        ),
      ],
    },
  ],
};

function purpose(): PatternCondition {
  return { column: 'purpose', test: 'is', value: given('payout'), window: null };
}

/** One pattern for each type with every test of its columns, and one for each way on from it. */
export function everyPattern(): Pattern[] {
  return patternTypes.flatMap((type) => [
    ...conditionsOf(columnsOfType(type), historyOf(type) !== null).map((on): Pattern => ({
      type,
      on,
      branches: [],
    })),
    ...waysFrom(type).map((way, at): Pattern => ({ type, on: [], branches: branchesOf(way, at) })),
  ]);
}

/** In turns, so that every count and window meets relations of every sort. */
function branchesOf(way: Way, at: number): Pattern['branches'] {
  const timed = hasTime(way.relation);
  const of = conditionsOf(columnsOfRelation(way.relation), false)[0] ?? [];
  const window = timed ? windows[at % windows.length]! : null;
  const first = stepOf(way, { of, window, newly: timed && at % 2 === 0 });
  const further = waysFrom(way.type)[at % waysFrom(way.type).length]!;
  const test = (['at_least', 'at_most', 'none'] as const)[at % 3]!;
  const second = stepOf(further, { count: { test, n: { value: 2, name: 'many' } } });
  return [{ steps: [first, second] }, { steps: [stepOf(way, { count: { test, n: given(4) } })] }];
}

/** In lists of as many as a pattern may have. */
function conditionsOf(columns: readonly AskedColumn[], changes: boolean): PatternCondition[][] {
  const all = columns.flatMap((column) =>
    testsOf(column, changes).map((test): PatternCondition => ({
      column: column.name,
      test,
      value: takesValue(test) ? given(valueOf(column)) : null,
      window: test === 'changed' ? march : null,
    })),
  );
  return Array.from({ length: Math.ceil(all.length / 6) }, (_, at) =>
    all.slice(at * 6, at * 6 + 6),
  );
}

function valueOf({ kind, values }: AskedColumn): string | number {
  if (kind === 'decimal' || kind === 'integer') return 3;
  if (kind === 'time' || kind === 'date') return '2026-03-01';
  return kind === 'enum' ? values[0]! : 'x';
}

/**
 * As few as name every relation once, and every column of every type, and most of them short: the database takes long to
 * plan a query with others in it.
 */
export function fewPatterns(): Pattern[] {
  const seen = new Set<string>();
  return everyPattern().flatMap((pattern) => {
    const steps = pattern.branches[0]?.steps;
    if (!steps) return [pattern];
    const [first] = steps;
    if (seen.has(first!.relation)) return [];
    seen.add(first!.relation);
    const isLong = seen.size % 12 === 1;
    return [{ ...pattern, branches: isLong ? pattern.branches : [{ steps: [first!] }] }];
  });
}
