import { describe, expect, it } from 'vitest';
import '../../domain/messages/index.ts';
import { compilePattern, valuesOf } from '../../domain/pattern/compile.ts';
import { faultsOf } from '../../domain/pattern/faults.ts';
import { given, patternSchema, type Pattern } from '../../domain/pattern/pattern.ts';
import { phraseOf } from '../../domain/pattern/phrase.ts';
import { columnsOfType, patternTypes, waysFrom } from '../../domain/pattern/vocabulary.ts';
import { relationTypes } from '../../domain/schema/graph.ts';
import { refusedExtent } from '../../server/explore/query/extent.ts';
import { parametersOf, refusedWording } from '../../server/explore/query/wording.ts';
import { readQuery } from '../../server/graph/neo4j/tokens.ts';
import { everyPattern, fewPatterns, sharedPayout, stepOf } from './every-pattern.ts';

const all = everyPattern();

const injected = 'x` RETURN 1 //';
const toPayout = { relation: 'PAID_THROUGH', direction: 'out', type: 'payment_account' } as const;

function asking(change: Partial<Pattern>): Pattern {
  return { type: 'account', on: [], branches: [], ...change };
}

describe('the sentence of the task', () => {
  it('is said, and its query reads like it', () => {
    expect(phraseOf(sharedPayout)).toBe(
      'accounts that share the same payment account taken in place of another in {month} where purpose is payout with at least {n} others where purpose is payout',
    );
    expect(compilePattern(sharedPayout).text).toBe(`MATCH (account:Account)
WHERE EXISTS {
  MATCH (account)-[r1:PAID_THROUGH]->(payment_account:PaymentAccount)
  WHERE r1.purpose = $purpose
    AND r1._at STARTS WITH $month
    AND EXISTS {
      MATCH (account)-[earlier:PAID_THROUGH]->(earlier_payment_account:PaymentAccount)
      WHERE earlier_payment_account <> payment_account
        AND earlier._at < r1._at
        AND earlier.purpose = $purpose
    }
    AND COUNT {
      MATCH (payment_account)<-[r2:PAID_THROUGH]-(account_2:Account)
      WHERE account_2 <> account
        AND r2.purpose = $purpose
      RETURN DISTINCT account_2
    } >= $n
}
WITH account
ORDER BY account.id
LIMIT 1000
RETURN account,
COLLECT {
  MATCH path = (account)-[shown_r1:PAID_THROUGH]->(shown_payment_account:PaymentAccount)<-[shown_r2:PAID_THROUGH]-(shown_account_2:Account)
  WHERE shown_r1.purpose = $purpose
    AND shown_r1._at STARTS WITH $month
    AND EXISTS {
      MATCH (account)-[earlier:PAID_THROUGH]->(earlier_payment_account:PaymentAccount)
      WHERE earlier_payment_account <> shown_payment_account
        AND earlier._at < shown_r1._at
        AND earlier.purpose = $purpose
    }
    AND COUNT {
      MATCH (shown_payment_account)<-[r2:PAID_THROUGH]-(account_2:Account)
      WHERE account_2 <> account
        AND r2.purpose = $purpose
      RETURN DISTINCT account_2
    } >= $n
    AND shown_account_2 <> account
    AND shown_r2.purpose = $purpose
  RETURN path ORDER BY shown_payment_account.id, shown_account_2.id LIMIT 25
} AS how`);
    const compiled = compilePattern(sharedPayout);
    expect(valuesOf(compiled, { n: 5 })).toEqual({ purpose: 'payout', month: '2026-03', n: 5 });
  });
});

describe('a compiled pattern', () => {
  it('goes through every type, way and column that the schema allows, and has no fault', () => {
    expect(all.length).toBeGreaterThan(300);
    for (const pattern of all) {
      expect(faultsOf(pattern)).toEqual([]);
      expect(patternSchema.parse(pattern)).toEqual(pattern);
      expect(phraseOf(pattern)).not.toMatch(/undefined|\[object/);
    }
    expect(fewPatterns().length).toBeLessThan(150);
    const ways = new Set(patternTypes.flatMap(waysFrom).map(({ relation }) => relation));
    for (const { relation, from } of relationTypes)
      if (from !== 'label') expect(ways).toContain(relation);
  });

  it('has no value in its text, names exactly the parameters that it takes, and has only words that the gate lets through', () => {
    const strange = `it's "$x" \`y\` // ) RETURN 1`;
    const pattern = asking({
      on: [
        { column: 'handle', test: 'contains', value: given(strange), window: null },
        { column: 'trade', test: 'is', value: { value: strange, name: 'trade' }, window: null },
      ],
    });
    const { text, parameters } = compilePattern(pattern);
    expect(text).not.toContain('RETURN 1');
    expect(parameters.map(({ name, default: value }) => [name, value])).toEqual([
      ['handle', strange],
      ['trade', strange],
    ]);
    for (const one of all) {
      const compiled = compilePattern(one, { asOf: true });
      const { tokens, refusal } = readQuery(compiled.text);
      expect([refusal, refusedWording(tokens), refusedExtent(tokens)]).toEqual([null, null, null]);
      expect(parametersOf(tokens).sort()).toEqual(
        compiled.parameters.map(({ name }) => name).sort(),
      );
      expect(compiled.text.replaceAll("''", '')).not.toMatch(/['"]/);
    }
  });

  it('orders and limits what it answers, and shows a path only where something must be there', () => {
    for (const pattern of all) expect(compilePattern(pattern).text).toMatch(/ORDER BY \S+\nLIMIT /);
    const none = asking({
      branches: [{ steps: [stepOf(toPayout, { count: { test: 'none', n: given(0) } })] }],
    });
    expect(compilePattern(none).text).toMatch(/NOT EXISTS \{[^]*RETURN account$/);
  });
});

describe('what the schema does not have', () => {
  const refused: [string, Pattern, string][] = [
    [
      'a relation',
      asking({ branches: [{ steps: [stepOf({ ...toPayout, relation: injected })] }] }),
      'relation',
    ],
    [
      'a relation of other types',
      asking({ branches: [{ steps: [stepOf({ ...toPayout, type: 'ip' })] }] }),
      'relation',
    ],
    [
      'a direction',
      asking({ branches: [{ steps: [stepOf({ ...toPayout, direction: 'in' })] }] }),
      'relation',
    ],
    [
      'a column',
      asking({ on: [{ column: injected, test: 'known', value: null, window: null }] }),
      'column',
    ],
    ['the ground truth', { type: 'label', on: [], branches: [] }, 'type'],
    [
      'a test',
      asking({ on: [{ column: 'status', test: 'contains', value: given('a'), window: null }] }),
      'test',
    ],
    [
      'a choice',
      asking({ on: [{ column: 'status', test: 'is', value: given('gone'), window: null }] }),
      'value',
    ],
    [
      'no value',
      asking({ on: [{ column: 'handle', test: 'is', value: null, window: null }] }),
      'value',
    ],
    [
      'a count',
      asking({
        branches: [{ steps: [stepOf(toPayout, { count: { test: 'at_least', n: given('1') } })] }],
      }),
      'value',
    ],
    [
      'a month',
      asking({
        branches: [
          { steps: [stepOf(toPayout, { window: { kind: 'month', month: given('March') } })] },
        ],
      }),
      'value',
    ],
    [
      'a taken name',
      asking({
        on: [{ column: 'handle', test: 'is', value: { value: 'x', name: 'as_of' }, window: null }],
      }),
      'name',
    ],
  ];

  it.each(refused)('%s is refused and no query is made of it', (_, pattern, fault) => {
    expect(faultsOf(pattern).map((one) => one.fault)).toContain(fault);
    expect(() => compilePattern(pattern)).toThrow(messagePart(fault));
  });

  it('a name that is no word is refused when it is read', () => {
    const named = { value: 1, name: 'n} RETURN 1 //' };
    const step = stepOf(toPayout, { count: { test: 'at_least', n: named } });
    expect(patternSchema.safeParse(asking({ branches: [{ steps: [step] }] })).success).toBe(false);
  });

  it('nowhere is it asked where somebody lives or comes from', () => {
    const columns = patternTypes.flatMap((type) => columnsOfType(type).map(({ name }) => name));
    for (const name of ['country', 'nationality', 'issuing_country', 'city', 'address', 'timezone'])
      expect(columns).not.toContain(name);
    expect(columns).toContain('email');
  });
});

const messagePart = (fault: string) => new RegExp(` ${fault} `);
