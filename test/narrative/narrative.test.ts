import { describe, expect, test } from 'vitest';
import { dayProblem, daysAfter } from '../../server/evidence/narrative/deadline.ts';
import { narrative } from '../../server/evidence/narrative/narrative.ts';
import { withLocale } from '../../server/platform/locale.ts';
import type { Money } from '../../server/graph/money/money-totals.ts';
import { exhibit, hostile } from '../evidence/exhibits.ts';

const headings = (text: string) =>
  text.split('\n').flatMap((line) => (line.startsWith('## ') ? [line.slice(3)] : []));

function section(text: string, title: string): string {
  const from = text.indexOf(`## ${title}\n`);
  const next = text.indexOf('\n## ', from + 1);
  return text.slice(from, next < 0 ? undefined : next);
}

const money: Money = {
  own: ['escrow', 'p1'],
  totals: [
    total('in', 'EUR', '2018-01', '0.1', 1),
    total('in', 'EUR', '2018-03', '0.2', 2),
    total('in', 'EUR', '2018-04', '1234567.005', 1),
    total('out', 'EUR', '2018-04', '5', 1),
    total('in', 'USD', '', '10', 1),
    { ...total('in', 'USD', '2019-12', '0', 0), unsettled: 2 },
  ],
  counted: 2,
  not_counted: ['escrow'],
};

function total(
  direction: 'in' | 'out',
  currency: string,
  month: string,
  amount: string,
  transfers: number,
) {
  return { direction, currency, month, amount, transfers, unsettled: 0 };
}

describe('the draft of a narrative', () => {
  test('answers who, what, when, where, why and how, each from the findings', () => {
    const text = narrative(exhibit(), null);
    expect(headings(text)).toEqual([
      'Decision and deadline',
      'Who',
      'What was seen',
      'When',
      'Where',
      'Why it is suspicious',
      'How the money moved',
      'What this rests on',
    ]);
    expect(section(text, 'Who')).toContain('- a1, “');
    expect(section(text, 'What was seen')).toContain(
      'Two accounts are paid through one \\<img src=x onerror="alert(1)">, between 2018-01-02 and 2018-03-04.',
    );
    expect(section(text, 'When')).toContain('2018-01-02 03:04 UTC and 2018-03-04 05:06 UTC');
    expect(section(text, 'Why it is suspicious')).toContain('- P5: a fraudulent client account');
    expect(section(text, 'Why it is suspicious')).toContain(
      '- An agency with one payout account. [why it does not hold here, or that it may]',
    );
    expect(section(text, 'How the money moved')).toContain('USD 1,234.50 in 3 transfers');
  });

  test('adds up each currency by itself, to the last digit, by quarter', () => {
    const how = section(narrative({ ...exhibit(), money }, null), 'How the money moved');
    expect(how).toContain('Received: EUR 1,234,567.305 in 4 transfers, from 2018-01 to 2018-04');
    expect(how).toContain('- quarter 1 of 2018: EUR 0.30 in 3 transfers');
    expect(how).toContain('- quarter 2 of 2018: EUR 1,234,567.005 in 1 transfer');
    expect(how).toContain('Sent: EUR 5.00 in 1 transfer, in 2018-04');
    expect(how).toContain('- undated: USD 10.00 in 1 transfer');
    expect(how).toContain('2 transfers that failed, were reversed or are disputed are not in');
    expect(how).toContain('1 payment account has more than 20,000 transfers');
    expect(how).not.toContain('2019');
  });

  test('counts the deadline from the day of the decision', () => {
    expect(narrative(exhibit(), null)).toContain('[Date of the decision]. To be filed within 30');
    const decided = section(narrative(exhibit(), '2024-01-31'), 'Decision and deadline');
    expect(decided).toContain('Decided on 2024-01-31. To be filed by 2024-03-01;');
    expect(decided).toContain('by 2024-03-31 at the latest');
    expect(decided).toContain('31 CFR 1020.320(b)(3)');
  });

  test('speaks French', () => {
    const text = withLocale('fr', () => narrative({ ...exhibit(), money }, '2024-01-31'));
    expect(headings(text)).toContain('Pourquoi c’est suspect');
    expect(text).toContain('À déposer au plus tard le 2024-03-01');
    expect(text).toMatch(/EUR 1\s234\s567,305 en 4 virements/u);
  });

  test('lets no value begin a heading, and shows what is invisible', () => {
    const hidden = { ...exhibit() };
    const [first, ...rest] = hidden.findings;
    const text = narrative(
      {
        ...hidden,
        findings: [{ ...first!, title: `one\n## Guilty ${hostile.direction}` }, ...rest],
      },
      null,
    );
    expect(headings(text)).toHaveLength(8);
    expect(text).toContain('⟨U+202E⟩');
  });

  test('lets no value be a picture or a link that a viewer would fetch', () => {
    const whole = exhibit();
    const [account] = whole.nodes;
    const beacon = { ...account!, id: 'b', caption: '![x](https://example.org/seen)' };
    const text = narrative({ ...whole, nodes: [...whole.nodes, beacon] }, null);
    expect(text).toContain('- b, “!\\[x\\](https://example.org/seen)”');
    expect(text).not.toMatch(/(^|[^\\])<img/);
  });

  test('says of masked values that a filing needs them', () => {
    const text = narrative({ ...exhibit(), masked: { email: 2, phone: 1 } }, null);
    expect(text).toContain('Pseudonyms stand for: e-mail addresses, phone numbers.');
  });
});

describe('a day', () => {
  test.each([
    ['2024-02-29', 1, '2024-03-01'],
    ['2023-12-31', 60, '2024-02-29'],
  ])('%s and %i days is %s', (day, days, due) => {
    expect(daysAfter(day, days)).toBe(due);
  });

  test.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2024-2-9', false],
    ['2024-06-02', false],
    ['yesterday', false],
  ])('%s was one by 1 June 2024: %s', (text, is) => {
    expect(dayProblem(text, '2024-06-01') === null).toBe(is);
  });

  test('that is refused is refused for what it is: no day, or one still to come', () => {
    expect(dayProblem('2024-06-02', '2024-06-01')).toBe(
      '2024-06-02 is still to come; today is 2024-06-01 (UTC). A decision can only be dated until today.',
    );
    expect(dayProblem('2024-02-30', '2024-06-01')).toBe(
      '2024-02-30 is no day. Write it as 2024-06-01.',
    );
  });
});
