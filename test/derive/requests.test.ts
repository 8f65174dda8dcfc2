import { describe, expect, it } from 'vitest';
import { languages, sharedWords } from '../../domain/requests.ts';
import { requestsIn } from '../../server/detection/derive/risky-requests.ts';
import { heldOut } from './held-out-requests.ts';
import { unseen } from './held-out-requests-2.ts';
import { knownRequests, type Sentences } from './known-requests.ts';

type Sets = Readonly<Record<string, Readonly<Record<string, Sentences>>>>;

function measure(sets: Sets) {
  const counts = { found: 0, missed: 0, wrong: 0 };
  for (const [kind, languages] of Object.entries(sets)) {
    for (const { hits, near } of Object.values(languages)) {
      for (const sentence of hits.split('\n')) {
        if (requestsIn(sentence).some((request) => request.kind === kind)) counts.found += 1;
        else counts.missed += 1;
      }
      counts.wrong += near.split('\n').filter((sentence) => requestsIn(sentence).length > 0).length;
    }
  }
  return {
    recall: counts.found / (counts.found + counts.missed),
    precision: counts.found / (counts.found + counts.wrong),
  };
}

describe('requests in a text', () => {
  it('knows the wordings that its words were made for, and lets refusals, rules and work be', () => {
    for (const sets of [knownRequests, heldOut]) {
      const { recall, precision } = measure(sets);
      expect(recall).toBeGreaterThan(0.9);
      expect(precision).toBeGreaterThan(0.95);
    }
  });

  it('finds less than half of what it was not made for, and is seldom wrong there', () => {
    const { recall, precision } = measure(unseen);
    expect(recall).toBeGreaterThan(0.4);
    expect(precision).toBeGreaterThan(0.85);
  });

  it('tells kinds apart, with the sentence that asks', () => {
    const text =
      'Thank you for the quick answer. Could you pay me in USDT? And add me on Telegram, please.';
    expect(requestsIn(text)).toEqual([
      { kind: 'other-channel', sentence: 'and add me on telegram, please.' },
      { kind: 'virtual-currency', sentence: 'could you pay me in usdt?' },
    ]);
  });

  it('lets release of what is done be: courtesy is no haste, and pay after the work no pay before it', () => {
    const done = [
      'Today’s progress is 99% as planned and all working steps are finished. Kindly release the milestone and leave a five star review.',
      'Everything has been delivered. Please release the milestone today.',
      'Kindly release the milestone.',
      '全部工作都已经完成。请现在放款。',
      '작업이 모두 끝났습니다. 지금 마일스톤을 풀어 주세요.',
      'Всё готово. Пожалуйста, отпустите этап сегодня.',
      'Les travaux sont terminés. Merci de débloquer le jalon maintenant.',
    ];
    expect(done.flatMap((text) => requestsIn(text))).toEqual([]);
    const open = [
      'Please release the milestone now. I will tell you once the work is done.',
      'The first page is done. Please pay the rest in advance.',
      'Please release the payment even though the test is not done yet.',
    ];
    for (const text of open)
      expect(requestsIn(text).map(({ kind }) => kind)).toEqual(['paid-before-work']);
  });

  // A pattern that goes back and forth would take hours, and the test its end.
  it('takes a long hostile text in its stride', () => {
    requestsIn(`${'not accept our site of the '.repeat(8_000)}.`);
    expect(requestsIn('no '.repeat(50_000))).toEqual([]);
  });
});

it('words have no flags, so that several can be looked for at once', () => {
  const words = [sharedWords, ...Object.values(languages)].flatMap((of) => Object.values(of));
  expect(words.filter(({ flags }) => flags !== '')).toEqual([]);
});
