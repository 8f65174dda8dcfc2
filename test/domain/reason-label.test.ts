import { describe, expect, it } from 'vitest';
import type { DerivedRule } from '../../domain/detector.ts';
import { reasonLabel } from '../../domain/labels/reason-label.ts';
import { requestKinds } from '../../domain/requests.ts';
import { en } from '../../domain/messages/en/index.ts';
import { messagesIn, type Messages } from '../../domain/messages/index.ts';
import { withLocale } from '../../server/platform/locale.ts';

const fr = messagesIn('fr');

type Say = Messages['reasons'];

/** Of every rule that says something in words: how its reasons are said. */
const reasons: readonly [DerivedRule, (say: Say) => string][] = [
  ['declared-together', (say) => say.declaredTogether],
  ['same-name', (say) => say.born('Kim, Il of "A"', '1970-01-01')],
  ['same-name', (say) => say.born('Ōe\nKen', '1970')],
  [
    'listed-ownership',
    (say) =>
      [
        say.ownership.total('60.5'),
        say.ownership.stake('A, the entry', '60.5', 'B owns', ''),
        say.ownership.stake('C', '100', 'A, the entry', '2019-03'),
        say.ownership.agrees('C', 'OFAC-SDN-1'),
        say.ownership.entry('D, Co.', 'OFAC-SDN-2'),
      ].join(' | '),
  ],
  ['moves-on', (say) => say.movesOn(1)],
  ['moves-on', (say) => say.movesOn(1_200)],
  ['splits-to', (say) => say.splitsTo(4, 1_999.5, 'USD')],
  ['splits-to', (say) => say.splitsTo(4, 0.004, '')],
  ['passes-to', (say) => say.ofRun('p 1', 1, 't 1')],
  ['circles-to', (say) => say.ofRun('with the run of p', 12, 't2')],
  ['rating-support', (say) => say.ratedAlone(100)],
  ['rating-support', (say) => say.ratedBeside(0, 97)],
  ['dense-rating-blocks', (say) => say.ratingBlock(5, 4, 18, 20)],
  ['same-text', (say) => say.wording(12, 3, 1_500, false, 'to one client: “so”')],
  ['same-text', (say) => say.wording(1, 100, 2, true, 'a\nb')],
  ['writes-like', (say) => say.textsInCommon(1, [2, 2], [1, 1], '', '')],
  ['writes-like', (say) => say.textsInCommon(3, [7, 40], [27, 31], '2021-11-09', '2022-05-22')],
  ['same-exits', (say) => say.sameExits(3, 7, 20.3, 70, 852)],
  ['text-circle', (say) => say.textCircle],
  ['name-disagrees', (say) => say.namesPartlySame('A / B', 'C, in part the same')],
  ['claim-disagrees', (say) => say.claimsDiffer([say.claims.employer])],
  ['claim-disagrees', (say) => say.claimsDiffer([say.claims.employer, say.claims.education])],
  ['same-paper', (say) => Object.values(say.marks).join(', ')],
  ['same-paper', (say) => say.marks.nearPhoto],
  ['created-alike', (say) => Object.values(say.traits).join(', ')],
  ['created-alike', (say) => say.traits.steps],
  [
    'risky-request',
    (say) =>
      requestKinds
        .map((kind) => say.request(say.requests[kind], 'kind: “to me”, or / not'))
        .join(' | '),
  ],
];

describe('why a relation was inferred', () => {
  it.each(reasons)('is said of %s in French from the English that is stored', (rule, said) => {
    const stored = said(en.reasons);
    const told = withLocale('fr', () => reasonLabel(`derived.${rule}`, stored));
    expect(told).toBe(said(fr.reasons));
    expect(told).not.toBe(stored);
    expect(reasonLabel(`derived.${rule}`, stored)).toBe(stored);
  });

  it('is said in the words of a language that is named, whichever is in force', () => {
    expect(reasonLabel('derived.same-paper', 'file, holder', fr.reasons)).toBe(
      'fichier, titulaire',
    );
  });

  it.each([
    ['derived.same-name', 'Kim Il'],
    ['derived.name-disagrees', 'A / B'],
    ['derived.known-shared', 'family, employment or one openly named person'],
    ['derived.declared-together', 'family, employment or marriage'],
    ['derived.writes-like', '1 texts in common'],
    ['derived.writes-like', '3 texts in common, of 4'],
    ['derived.same-paper', 'number, stamp'],
    ['derived.risky-request', 'other-channel: “so” | unheard-of: “so”'],
    ['derived.of-an-older-program', '3 texts in common'],
    ['constructor', '3 texts in common'],
  ])('stays as it is where it is data alone or another’s: %s %s', (type, stored) => {
    expect(withLocale('fr', () => reasonLabel(type, stored))).toBe(stored);
  });
});
