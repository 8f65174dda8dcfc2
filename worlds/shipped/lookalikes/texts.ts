import { bidsALot } from '../habits/conduct.ts';
import { worksFrom } from '../habits/machines.ts';
import { createdTogether } from '../habits/ties.ts';
import { oneVoice } from '../habits/voices.ts';
import { makePlace, type LookalikeKind } from './group.ts';

/** Honest people who learned to write from the same sheet. */
export const graduates: LookalikeKind = {
  kind: 'course_graduates',
  size: [4, 14],
  weight: 11,
  plan({ random, accounts }) {
    oneVoice(random, accounts, random.between(0, 0.5), { part: 0.9, resumes: random.chance(0.4) });
    if (random.chance(0.3)) createdTogether(random, accounts, 60);
    // Beginners bid on everything.
    if (random.chance(0.4))
      for (const account of accounts) bidsALot(account.random, account, random.between(0, 0.7));
  },
};

export const resumeTemplate: LookalikeKind = {
  kind: 'resume_template',
  size: [5, 20],
  weight: 7,
  plan({ random, accounts }) {
    const pitches = accounts.map(({ pitches: own }) => own);
    oneVoice(random, accounts, random.between(0, 0.35), { resumes: true });
    accounts.forEach((account, at) => (account.pitches = pitches[at]!));
  },
};

/** A pitch found on the net; those who use it live anywhere and keep any hours. */
export const foundPitch: LookalikeKind = {
  kind: 'found_pitch',
  size: [3, 10],
  weight: 7,
  plan({ random, accounts }) {
    oneVoice(random, accounts, random.between(0, 0.4), { part: 0.6 });
    for (const account of accounts)
      if (random.chance(0.25)) worksFrom(account.random, account, makePlace(random), 0.9);
  },
};
