import type { Random } from '../chance/random.ts';
import { makePitch, rewritten } from '../texts/pitches.ts';
import { makeResume, resumeVariant } from '../texts/resumes.ts';
import { isDeveloper, type Account } from '../world/account.ts';

/**
 * Writes from one model. `change` says how much each makes it their own: at 0 copies, at 1 nothing is left of it; `part`
 * is the share of pitches that follow the model at all.
 */
export function oneVoice(
  random: Random,
  accounts: readonly Account[],
  change: number,
  about: { part?: number; resumes?: boolean } = {},
): void {
  const models = [makePitch(random), makePitch(random)];
  const resume = makeResume(random);
  for (const account of accounts.filter(isDeveloper)) {
    const { random: own } = account;
    account.pitches = account.pitches.map((pitch, at) =>
      at === 0 || own.chance(about.part ?? 0.7)
        ? rewritten(own, models[at === 0 ? 0 : own.int(0, 1)]!, change)
        : pitch,
    );
    if (about.resumes) account.resume = resumeVariant(own, resume, change);
  }
}
