import { joinDeveloper } from '../accounts.ts';
import { at, day, hour, isoTime } from '../calendar.ts';
import { identityPaper } from '../papers.ts';
import { openPayment } from '../payments.ts';
import { places } from '../places.ts';
import type { Random } from '../random.ts';
import { addContradictions } from './contradictions.ts';
import { label, type Member, type Sample } from '../sample.ts';
import { gather, logIn } from '../sessions.ts';

/**
 * One or two workers behind six names: one laptop, one flat, one wallet, a passport number and a face
 * that serve twice, and exits all over the world within hours. One account was stolen, one is rented.
 */
export function addBorrowedIdentities(sample: Sample, random: Random): void {
  const flat = sample.network.address(random, places.shenyang, 'residential');
  const laptop = sample.network.device(random, {
    kind: 'laptop',
    os: 'Windows 10',
    remoteAccess: 'teamviewer',
  });
  const members = addAccounts(sample, random);
  const stolen = members[4]!;
  const rented = members[5]!;
  const fake = members.slice(0, 4);
  for (const member of [...fake, stolen]) workFrom(member, flat, laptop);
  takeOver(sample, random, stolen);
  shareWallet(sample, random, [...members.slice(0, 3), rented]);
  repeatIdentities(sample, random, fake);
  alternateOnLaptop(sample, random, { members: [...fake, stolen], flat, laptop });
  hopAround(sample, random, members.slice(0, 2));
  for (const member of members.slice(1, 4)) member.account.referred_by = members[0]!.id;

  addContradictions(sample, random, fake);

  const cluster = 'borrowed identities';
  const kind = 'borrowed-identities';
  label(sample, fake, { cluster, role: 'operator', kind });
  label(sample, [stolen], { cluster, role: 'victim', kind, note: 'taken over from its holder' });
  label(sample, [rented], { cluster, role: 'mule', kind, note: 'rents out account and name' });
  expect(sample, { members, fake, stolen, rented });
}

function addAccounts(sample: Sample, random: Random): Member[] {
  const claimed = [
    places.kualaLumpur,
    places.busan,
    places.lahore,
    places.kyiv,
    places.austin,
    places.nairobi,
  ];
  return claimed.map((place, index) =>
    joinDeveloper(sample, random, {
      place,
      offset: index === 5 ? place.offset : 8,
      opened: at(index === 4 ? '2021-04-02' : '2021-06-15') + random.int(0, 80) * day,
      trade: random.pick(['design', 'mobile', 'data']),
      ips: index < 4 ? [] : undefined,
      bidsPerMonth: 1.5,
      papers: index > 3,
    }),
  );
}

function workFrom(member: Member, flat: string, laptop: string): void {
  const from = Math.max(member.opened, at('2021-09-12'));
  member.habits.push({ ips: [flat], devices: [laptop], from, until: member.until, weight: 4 });
}

/** C2, H11: e-mail, phone and machine change within a day, and the holder is seen no more. */
function takeOver(sample: Sample, random: Random, member: Member): void {
  const taken = at('2021-09-12');
  member.habits[0]!.until = taken;
  for (const field of ['email', 'phone'] as const) {
    const old = member.account[field];
    member.account[field] =
      field === 'email'
        ? sample.contacts.email(random, member.name)
        : sample.contacts.phone(random);
    sample.data.add('account_changes', {
      account_id: member.id,
      field,
      old_value: old,
      new_value: member.account[field],
      changed_at: isoTime(taken + random.int(1, 20) * hour),
    });
  }
}

function shareWallet(sample: Sample, random: Random, members: readonly Member[]): void {
  const from = at('2021-10-04');
  const to = openPayment(sample, random, {
    kind: 'wallet',
    holder: 'Amina K.',
    country: 'AE',
    opened: from,
  });
  for (const member of members) member.payouts.push({ to, from: from + random.int(0, 25) * day });
}

function repeatIdentities(sample: Sample, random: Random, fake: readonly Member[]): void {
  const number = `ZZ${random.digits(7)}`;
  const face = random.hex(16);
  for (const [index, member] of fake.entries()) {
    identityPaper(sample, random, member, {
      kind: 'passport',
      ...(index % 2 === 1 ? { number } : { photo_hash: face }),
    });
  }
}

function alternateOnLaptop(
  sample: Sample,
  random: Random,
  shared: { members: readonly Member[]; flat: string; laptop: string },
): void {
  for (let night = 0; night < 16; night++) {
    let start = at('2021-10-15T00:30:00Z') + night * 13 * day + random.int(0, 90) * 60_000;
    for (const member of random.some(shared.members, 3)) {
      const minutes = random.int(50, 130);
      logIn(sample, random, member, { ip: shared.flat, device: shared.laptop, start, minutes });
      start += (minutes - random.int(5, 20)) * 60_000;
    }
  }
  for (const start of ['2022-01-11T01:00:00Z', '2022-03-02T02:00:00Z', '2022-04-20T01:15:00Z']) {
    gather(sample, random, shared.members, { ip: shared.flat, start: at(start), hours: 4 });
  }
}

/** P1: eight or more exits in four or more countries within a day. */
function hopAround(sample: Sample, random: Random, members: readonly Member[]): void {
  const countries = [
    places.berlin,
    places.toronto,
    places.manila,
    places.saoPaulo,
    places.london,
    places.lagos,
  ];
  const exits = countries.flatMap((place) => [
    sample.network.address(random, place, 'hosting'),
    sample.network.address(random, place, 'vpn', { network: 'Veilpath VPN' }),
  ]);
  for (const member of members) {
    for (const date of ['2021-11-09', '2022-02-17']) {
      for (const [index, ip] of random.some(exits, 9).entries()) {
        const device = member.habits.at(-1)!.devices[0]!;
        logIn(sample, random, member, {
          ip,
          device,
          start: at(date) + (index * 2 + 1) * hour,
          minutes: random.int(8, 70),
        });
      }
    }
  }
}

function expect(
  sample: Sample,
  ring: { members: Member[]; fake: Member[]; stolen: Member; rented: Member },
): void {
  const { verdicts } = sample;
  verdicts.must(
    'shared-device',
    [...ring.fake, ring.stolen],
    'five accounts of five names take turns on one laptop within one night, again and again',
  );
  verdicts.must(
    'shared-ip',
    ring.fake,
    'online at one home address in the same hours, while they claim four countries',
  );
  verdicts.must(
    'shared-payout',
    [...ring.members.slice(0, 3), ring.rented],
    'four unrelated names in four countries moved their pay to one wallet of a fifth within a month',
  );
  // The rented sixth is tied by its wallet alone: shared-payout names it, but that is not yet one pair of hands.
  verdicts.together([...ring.fake, ring.stolen], 'one laptop, one flat');
}
