import { joinDeveloper } from '../accounts.ts';
import { at, day } from '../calendar.ts';
import { openPayment } from '../payments.ts';
import { places, type Place } from '../places.ts';
import type { Random } from '../random.ts';
import { label, spare, type Member, type Sample } from '../sample.ts';
import { gather } from '../sessions.ts';
import { tie } from '../ties.ts';

/** People who live together, and strangers whom a machine or an address connects by chance. */
export function addHouseholds(sample: Sample, random: Random): void {
  addFamily(sample, random, { place: places.lagos, family: 'Okorafor', size: 4 });
  addFamily(sample, random, { place: places.busan, family: 'Han', size: 3 });
  addSpouses(sample, random);
  addFlatmates(sample, random);
  addRefurbishedLaptop(sample, random);
  addReassignedAddress(sample, random);
}

function addFamily(
  sample: Sample,
  random: Random,
  about: { place: Place; family: string; size: number },
): void {
  const { place, family } = about;
  const home = sample.network.address(random, place, 'residential');
  const laptop = sample.network.device(random, { kind: 'laptop', os: 'Windows 10' });
  const address = `17 ${place.streets[0]}, ${place.city}`;
  const members = Array.from({ length: about.size }, () =>
    joinDeveloper(sample, random, {
      family,
      place,
      address,
      ips: [home],
      devices: [laptop, sample.network.device(random)],
      opened: at('2021-03-10') + random.int(0, 120) * day,
      sessionsPerMonth: 2.5,
    }),
  );
  for (const member of members.slice(1)) {
    tie(sample, ['account', member.id], 'family_of', ['account', members[0]!.id], {
      source: 'stated by the family at sign-up',
    });
  }
  for (let week = 0; week < 9; week++) {
    const start = at('2021-09-03T17:00:00Z') - place.offset * 3_600_000 + week * 21 * day;
    gather(sample, random, members, { ip: home, start, hours: 3 });
  }
  label(sample, members, { role: 'benign', kind: 'family' });
  spare(
    sample,
    members,
    ['shared-ip', 'shared-device'],
    `the ${family} family shares home and laptop, and says so`,
  );
}

function addSpouses(sample: Sample, random: Random): void {
  const place = places.saoPaulo;
  const wallet = openPayment(sample, random, {
    kind: 'wallet',
    holder: 'Moraes & Figueira',
    country: 'BR',
    opened: at('2020-05-05'),
  });
  const home = sample.network.address(random, place, 'residential');
  const couple = ['Camila Figueira', 'Rafael Moraes'].map((name) =>
    joinDeveloper(sample, random, {
      name,
      place,
      ips: [home],
      payout: wallet,
      address: '61 Rua das Figueiras, São Paulo',
      trade: 'writing',
    }),
  );
  tie(sample, ['account', couple[0]!.id], 'family_of', ['account', couple[1]!.id], {
    since: '2015-10-17',
    source: 'stated by both',
  });
  label(sample, couple, { role: 'benign', kind: 'spouses' });
  spare(sample, couple, ['shared-payout', 'shared-ip'], 'spouses with one wallet, and they say so');
}

/** Nobody states this tie. One address at home is all they have in common. */
function addFlatmates(sample: Sample, random: Random): void {
  const home = sample.network.address(random, places.dublin, 'residential');
  const mates = ['design', 'it-support'].map((trade) =>
    joinDeveloper(sample, random, {
      place: places.dublin,
      trade,
      ips: [home],
      address: '8 Larch Street, Dublin',
      sessionsPerMonth: 2,
    }),
  );
  label(sample, mates, { role: 'benign', kind: 'flatmates' });
  sample.verdicts.mustNot('shared-payout', mates, 'two flatmates with pay of their own');
  sample.verdicts.mustNot('shared-device', mates, 'two flatmates with machines of their own');
}

function addRefurbishedLaptop(sample: Sample, random: Random): void {
  const laptop = sample.network.device(random, { kind: 'laptop', os: 'Ubuntu 20.04' });
  const use = (place: Place, from: string, until: string): Member => {
    const member = joinDeveloper(sample, random, {
      place,
      opened: at('2021-02-10'),
      sessionsPerMonth: 2.4,
    });
    const ips = member.habits[0]!.ips;
    member.habits.push({ ips, devices: [laptop], from: at(from), until: at(until), weight: 12 });
    return member;
  };
  const owners = [
    use(places.warsaw, '2021-03-01', '2021-09-20'),
    use(places.istanbul, '2021-11-08', '2022-06-01'),
  ];
  label(sample, owners, { role: 'benign', kind: 'refurbished-laptop' });
  spare(sample, owners, ['shared-device'], 'one sold a laptop to the other; it never went back');
}

/** A provider gives an address to one customer in summer and to others later. */
function addReassignedAddress(sample: Sample, random: Random): void {
  const ip = sample.network.address(random, places.denver, 'residential');
  const spans = [
    ['2021-03-01', '2021-08-15'],
    ['2021-09-01', '2022-01-10'],
    ['2022-02-01', '2022-06-01'],
  ] as const;
  const members = spans.map(([from, until]) => {
    const member = joinDeveloper(sample, random, {
      place: places.denver,
      opened: at('2021-02-20'),
      sessionsPerMonth: 2,
    });
    const devices = member.habits[0]!.devices;
    member.habits.push({ ips: [ip], devices, from: at(from), until: at(until), weight: 9 });
    return member;
  });
  label(sample, members, { role: 'benign', kind: 'reassigned-address' });
  spare(
    sample,
    members,
    ['shared-ip'],
    'customers who had one address one after the other, months apart',
  );
}
