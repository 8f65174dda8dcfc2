import { boughtAccounts } from './bought-accounts.ts';
import { carefulTeam } from './careful-team.ts';
import { carelessTeam } from './careless-team.ts';
import { frontAgency } from './front-agency.ts';
import { identityMill } from './identity-mill.ts';
import { ratingBoosters } from './rating-boosters.ts';
import { referralCell } from './referral-cell.ts';
import { rentedAccounts } from './rented-accounts.ts';
import { reopened } from './reopened.ts';
import type { RingKind } from './ring.ts';
import { sameVoice } from './same-voice.ts';
import { shiftWork } from './shift-work.ts';
import { smallDebits } from './small-debits.ts';

export const ringKinds: readonly RingKind[] = [
  carefulTeam,
  rentedAccounts,
  boughtAccounts,
  ratingBoosters,
  frontAgency,
  sameVoice,
  carelessTeam,
  identityMill,
  shiftWork,
  smallDebits,
  reopened,
  referralCell,
];
