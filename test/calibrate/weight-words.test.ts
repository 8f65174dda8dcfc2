import { describe, expect, it } from 'vitest';
import { sumNotes } from '../../client/src/details/sum-notes.ts';
import { decimal } from '../../client/src/theme/formats.ts';
import { saysBeyond } from '../../client/src/trials/trial-words.ts';
import { weightWords } from '../../client/src/trials/weight-words.ts';
import { weighedSums } from '../../domain/calibration.ts';
import { messages } from '../../domain/messages/later.ts';
import { catalogue, detectorInfo } from '../../server/detection/catalogue/catalogue.ts';
import { shippedWeights } from '../../server/detection/weights/weights.ts';

describe('a weight in words', () => {
  it('is never its code, whichever weight there is', async () => {
    const titles = new Map(
      (await catalogue()).map((entry) => [entry.id, detectorInfo(entry).title] as const),
    );
    const weights = shippedWeights();
    for (const sum of weighedSums) {
      const terms = sum === 'cluster' ? ['least'] : ['prior', ...Object.keys(weights[sum].terms)];
      const rivals = sum === 'group' ? Object.keys(weights.group.rivals) : [];
      for (const term of [...terms, ...rivals.map((rival) => `rival:${rival}`)]) {
        const said = weightWords(sum, term, (id) => titles.get(id) ?? id);
        expect(said).not.toMatch(/\w:\w|\*/);
        const what = term.slice(term.indexOf(':') + 1);
        if (what.includes('-')) expect(said).not.toContain(what);
      }
    }
  });

  it('names the detector and what it is for, a family by its name', () => {
    const title = () => 'One address';
    expect(weightWords('link', 'tight:shared-ip', title)).toBe(
      'One address: as a link, where it is plain',
    );
    expect(weightWords('account', 'peers:device', title)).toBe('Accounts linked with it: devices');
    expect(weightWords('group', 'shown:identity', title)).toBe(
      'Shown by more of them than chance explains: identities',
    );
  });
});

describe('a weight as a figure', () => {
  it('has the sign of a sum, and none where it rounds to nothing', () => {
    expect(decimal(-6.574)).toBe('−6.57');
    expect(decimal(-0.001)).toBe('0.00');
    expect(decimal(1.305)).toBe('1.31');
  });
});

describe('beneath a sum', () => {
  const { rounded, atMost } = messages.groupSum;

  it('it is said that lines are rounded where they do not add up as shown', () => {
    expect(sumNotes([1.004, 1.004, 1.324], 3.332, true)).toEqual([rounded]);
    expect(sumNotes([1, -0.5], 0.5, true)).toEqual([]);
  });

  it('it is said that a score stops where the sum goes on', () => {
    expect(atMost).toContain('99 of 100');
    expect(sumNotes([6.87], 6.87, true)).toEqual([atMost]);
    expect(sumNotes([4.59], 4.59, true)).toEqual([]);
    expect(sumNotes([6.87], 6.87, false)).toEqual([]);
  });
});

describe('what a trial would change beside findings', () => {
  const still = { raised: 0, lowered: 0, over_count: 0, under_count: 0, line: 0.5 };
  const counts = { unchanged: 3 };
  const says = (accounts: object) =>
    saysBeyond({
      cluster_counts: counts,
      accounts: { ...still, ...accounts } as Parameters<typeof saysBeyond>[0]['accounts'],
    });

  it('is nothing where nothing is', () => {
    expect(says({})).toEqual([]);
  });

  it('says what stays where scores alone change', () => {
    expect(says({ raised: 119, lowered: 65 })).toEqual([
      messages.trialPage.sameClusters,
      '119 accounts score higher, 65 lower.',
    ]);
  });
});
