/**
 * Makes datasets/silverstar: `npx tsx datasets/silverstar/build/main.ts`, or with a folder to write to
 * another place. The same program gives the same bytes.
 */
import { join } from 'node:path';
import { firstDay, isoTime, lastDay } from './calendar.ts';
import { addListed } from './listed.ts';
import { runMarket } from './market.ts';
import { addMessages } from './messages.ts';
import { addOrdinary, addOrdinaryTraces } from './ordinary.ts';
import { addBorrowedIdentities } from './rings/borrowed-identities.ts';
import { addFronts } from './rings/fronts.ts';
import { passEarningsOn, spareClients } from './rings/funnel.ts';
import { addRatingRing } from './rings/ratings.ts';
import { addRemoteFarm } from './rings/remote-farm.ts';
import { emptySample, type Sample } from './sample.ts';
import { logInAsUsual } from './sessions.ts';
import { addAgencies } from './twins/agencies.ts';
import { addHabits } from './twins/habits.ts';
import { addHouseholds } from './twins/households.ts';
import { addNamesakes } from './twins/namesakes.ts';
import { addPublicExits, addSharedNetworks } from './twins/networks.ts';
import { addSpecimenPortfolios } from './twins/papers.ts';
import { addReputations } from './twins/reputations.ts';

function make(): Sample {
  const sample = emptySample(20_180_913);
  const random = (theme: string) => sample.random.fork(theme);
  addListed(sample);
  const funnel = addFronts(sample, random('fronts'));
  addRatingRing(sample, random('ratings'));
  const farm = addRemoteFarm(sample, random('remote farm'));
  addBorrowedIdentities(sample, random('borrowed identities'));
  const agencies = addAgencies(sample, random('agencies'));
  addSharedNetworks(sample, random('networks'));
  addHouseholds(sample, random('households'));
  addReputations(sample, random('reputations'));
  const habits = addHabits(sample, random('habits'));
  addNamesakes(sample, random('namesakes'));
  addOrdinary(sample, random('ordinary'));
  addSpecimenPortfolios(sample, random('specimens'));
  addPublicExits(sample, random('exits'));
  runMarket(sample, random('market'));
  farm.bidEverywhere();
  habits.bidEagerly();
  addMessages(sample, random('messages'));
  spareClients(sample, funnel);
  passEarningsOn(sample, random('funnel'), funnel);
  agencies.paySalaries();
  addOrdinaryTraces(sample, random('traces'));
  logInAsUsual(sample, random('logins'));
  recordPaymentUse(sample);
  return sample;
}

/** Which account used which payment account for what, from its first to its last use. */
function recordPaymentUse(sample: Sample): void {
  for (const { id, opened, until, payouts, funding } of sample.members) {
    const from = Math.max(opened, firstDay);
    for (const [index, payout] of payouts.entries()) {
      sample.data.add('account_payments', {
        account_id: id,
        payment_account_id: payout.to,
        purpose: 'payout',
        first_used_at: isoTime(Math.max(from, payout.from)),
        last_used_at: isoTime(
          Math.max(from, payout.from, payouts[index + 1]?.from ?? Math.min(until, lastDay)),
        ),
      });
    }
    if (funding) {
      sample.data.add('account_payments', {
        account_id: id,
        payment_account_id: funding,
        purpose: 'funding',
        first_used_at: isoTime(from),
        last_used_at: isoTime(Math.max(from, Math.min(until, lastDay))),
      });
    }
  }
}

const folder = process.argv[2] ?? join(import.meta.dirname, '..');
const sample = make();
sample.data.write(folder);
sample.verdicts.write(join(folder, 'expected.json'));
