import { describe, expect, it } from 'vitest';
import { dismissalReasons, type DismissalReason } from '../../domain/disposition.ts';
import type { HonestExplanation } from '../../domain/honest-explanation.ts';
import { honestExplanations } from '../../domain/honest-explanation.ts';
import { messagesIn } from '../../domain/messages/index.ts';

/** By what a cluster's own page offers as an explanation, the reason for which it can be dismissed. */
const reasonFor: Readonly<Record<HonestExplanation, DismissalReason>> = {
  chance: 'chance',
  second_account: 'second_account',
  household: 'family',
  business: 'agency',
  studio: 'friends',
  place: 'coworking',
  course: 'course',
  bookkeeper: 'bookkeeper',
  regulars: 'regulars',
};

describe('reasons for dismissing', () => {
  it('hold every honest explanation that a cluster is judged against', () => {
    expect(dismissalReasons).toEqual(
      expect.arrayContaining(honestExplanations.map((one) => reasonFor[one])),
    );
  });

  it('hold those of before, which are stored', () => {
    const before = ['office_nat', 'family', 'agency', 'coworking', 'vpn_or_proxy'];
    const others = ['shared_device', 'known_customer', 'data_error', 'other'];
    expect(dismissalReasons).toEqual(expect.arrayContaining([...before, ...others]));
  });

  it.each(['fr', 'es'])('are all said in %s, each otherwise', (language) => {
    const said = messagesIn(language).triage.reasons;
    const english = messagesIn('en').triage.reasons;
    expect(new Set(Object.values(said)).size).toBe(dismissalReasons.length);
    for (const reason of dismissalReasons) expect(said[reason]).not.toBe(english[reason]);
  });
});
