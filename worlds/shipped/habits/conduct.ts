import type { Random } from '../chance/random.ts';
import { day, worldEnds } from '../chance/time.ts';
import type { Account } from '../world/account.ts';

/** Many bids, few accepted. `degree` 0..1. */
export function bidsALot(random: Random, account: Account, degree: number): void {
  if (account.bids === 0) return;
  account.bids = Math.round(
    Math.min(170, Math.max(account.bids, 8) * (1 + degree * random.between(3, 8))),
  );
  account.appeal *= 1 - 0.85 * degree;
}

/** Hardly anything is said of oneself. */
export function saysLittle(account: Account): void {
  account.profiles = 0;
  delete account.claims.employer;
  delete account.claims.education;
  delete account.claims.website;
}

/** Closed soon after the first clients were met. */
export function closesSoon(random: Random, account: Account, reason: string): void {
  const at = Math.min(worldEnds - day, account.begins + random.between(35, 130) * day);
  account.ends = Math.floor(at);
  account.ended = { at: Math.floor(at + random.between(0.1, 6) * day), status: 'closed', reason };
}
