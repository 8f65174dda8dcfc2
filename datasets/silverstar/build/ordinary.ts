import { close, joinClient, joinDeveloper } from './accounts.ts';
import { day, firstDay, isoTime, lastDay } from './calendar.ts';
import { handIn } from './papers.ts';
import { openPayment, transfer } from './payments.ts';
import type { Random } from './random.ts';
import type { Member, Sample } from './sample.ts';

const sites = ['codehearth.example', 'guildbook.example', 'folioyard.example'];

/** The crowd that belongs to no story: developers and clients from everywhere. */
export function addOrdinary(sample: Sample, random: Random): void {
  for (let n = 0; n < 118; n++) {
    const member = joinDeveloper(sample, random);
    if (random.chance(0.06))
      close(member, lastDay - random.int(5, 150) * day, 'at the holder’s wish');
    else if (random.chance(0.08)) member.account.status = 'suspended';
  }
  for (let n = 0; n < 84; n++) joinClient(sample, random);
  for (let n = 0; n < 5; n++) {
    const both = joinDeveloper(sample, random, { role: 'both', jobsPerMonth: 0.3 });
    both.funding = both.payouts[0]?.to;
  }
}

/** What any member may have beside its jobs: profiles elsewhere, diplomas, moves, laptops by post. */
export function addOrdinaryTraces(sample: Sample, random: Random): void {
  for (const member of sample.members) {
    if (random.chance(0.45)) addProfile(sample, random, member);
    if (member.bidsPerMonth > 0 && random.chance(0.25)) addDiploma(sample, random, member);
    if (random.chance(0.09)) changeContact(sample, random, member);
    if (member.bidsPerMonth > 0 && random.chance(0.08)) shipHome(sample, random, member);
    if (member.account.website) checkWebsite(sample, random, member.account.website);
    if (random.chance(0.12)) moveSavings(sample, random, member);
  }
}

function addProfile(sample: Sample, random: Random, member: Member): void {
  const { account } = member;
  const careful = random.chance(0.8);
  sample.data.add('profiles', {
    profile_id: sample.ids.next('f', 5),
    account_id: member.id,
    site: random.pick(sites),
    name: careful ? account.legal_name : account.display_name,
    nationality: random.chance(0.3) ? account.nationality : undefined,
    country: account.country,
    city: random.chance(0.85) ? account.city : undefined,
    email: random.chance(0.4) ? account.email : undefined,
    employer: account.employer,
    education: account.education,
    website: account.website,
    observed_at: isoTime(random.between(firstDay, lastDay)),
  });
}

function addDiploma(sample: Sample, random: Random, member: Member): void {
  if (!member.account.education || member.account.education === 'self-taught') return;
  handIn(sample, random, member, {
    kind: 'diploma',
    used_for: 'signup',
    name_on_document: member.name,
    issuer_name: member.account.education,
    verification_result: random.pick(['passed', 'unchecked', 'unchecked']),
    submitted_at: isoTime(member.opened + random.between(0.5, 20) * day),
  });
}

/** People change numbers, addresses and mail boxes; the row keeps what it says now. */
function changeContact(sample: Sample, random: Random, member: Member): void {
  const field = random.pick(['phone', 'email', 'city'] as const);
  const now = member.account[field];
  if (now === undefined) return;
  const changed = random.between(Math.max(member.opened, firstDay), member.until);
  const before = {
    phone: () => sample.contacts.phone(random),
    email: () => sample.contacts.email(random, member.name),
    city: () => 'Brookhaven',
  };
  sample.data.add('account_changes', {
    account_id: member.id,
    field,
    old_value: before[field](),
    new_value: now,
    changed_at: isoTime(changed),
  });
}

function shipHome(sample: Sample, random: Random, member: Member): void {
  sample.data.add('shipments', {
    shipment_id: sample.ids.next('s', 5),
    account_id: member.id,
    address: member.account.address,
    country: member.account.country,
    recipient_name: member.name,
    requested_at: isoTime(random.between(Math.max(member.opened, firstDay), member.until)),
  });
}

function checkWebsite(sample: Sample, random: Random, url: string | number): void {
  if (sample.data.rows('websites').some((row) => row.url === url)) return;
  sample.data.add('websites', {
    url,
    status: random.pick(['live', 'live', 'live', 'parked', 'defunct']),
    checked_at: isoTime(lastDay - random.int(1, 120) * day),
  });
}

/** Who is paid into a wallet moves the money on to a bank account of the same name now and then. */
function moveSavings(sample: Sample, random: Random, member: Member): void {
  const wallet = member.payouts[0]?.to;
  const alone = sample.members.every(
    (other) => other === member || other.payouts.every((payout) => payout.to !== wallet),
  );
  if (!wallet || !alone || member.payouts.length > 1) return;
  const bank = openPayment(sample, random, {
    kind: 'bank',
    holder: member.name,
    country: member.place.country,
    opened: member.opened,
  });
  for (let n = random.int(1, 5); n > 0; n--) {
    const sent = random.between(Math.max(member.opened, firstDay), member.until);
    transfer(sample, {
      from: wallet,
      to: bank,
      amount: random.int(60, 900),
      sent,
      channel: 'withdrawal',
      by: 'payee',
    });
  }
}
