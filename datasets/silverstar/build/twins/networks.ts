import { joinDeveloper } from '../accounts.ts';
import { at, day, hour } from '../calendar.ts';
import { places, type Place } from '../places.ts';
import type { Random } from '../random.ts';
import { label, spare, type Member, type Sample } from '../sample.ts';
import { gather } from '../sessions.ts';

/** Addresses and machines behind which strangers meet every day. */
export function addSharedNetworks(sample: Sample, random: Random): void {
  addUniversity(sample, random);
  addCoworking(sample, random);
  addCafe(sample, random);
  addCloudDesktops(sample, random);
}

function addUniversity(sample: Sample, random: Random): void {
  const address = 'Halden Institute of Technology, Student House B, Pune';
  const ips = [201, 202, 203].map((host) =>
    sample.network.address(random, places.pune, 'education', {
      ip: `203.0.113.${host}`,
      network: 'Halden Institute of Technology',
    }),
  );
  sample.data.add('known_shared', {
    type: 'ip',
    value: '203.0.113.200/29',
    reason: 'campus network of a university',
    since: '2016-08-01',
  });
  sample.data.add('known_shared', {
    type: 'address',
    value: address,
    reason: 'student house with 300 rooms',
    since: '2016-08-01',
  });
  const lab = sample.network.device(random, { kind: 'desktop', os: 'Ubuntu 20.04' });
  sample.data.add('known_shared', {
    type: 'device',
    value: lab,
    reason: 'public machine of the computer room',
    since: '2020-09-01',
  });
  const students = Array.from({ length: 24 }, () =>
    joinDeveloper(sample, random, {
      place: places.pune,
      address,
      ips,
      trade: random.pick(['web', 'mobile', 'data', 'games']),
      account: { education: 'Halden Institute of Technology' },
    }),
  );
  for (const student of students.slice(0, 7)) {
    student.habits.push({
      ips,
      devices: [lab],
      from: student.opened,
      until: student.until,
      weight: 3,
    });
  }
  meetOften(sample, random, { members: students, ip: ips[0]!, place: places.pune, group: 7 });
  label(sample, students, { role: 'benign', kind: 'university' });
  spare(
    sample,
    students,
    ['shared-ip', 'shared-device'],
    'students on one campus; kind and known_shared say so',
  );
}

function addCoworking(sample: Sample, random: Random): void {
  const ip = sample.network.address(random, places.berlin, 'coworking', {
    network: 'Halle Neun Coworking',
  });
  const members = Array.from({ length: 13 }, () =>
    joinDeveloper(sample, random, {
      place: random.pick([places.berlin, places.berlin, places.berlin, places.kyiv, places.seoul]),
      offset: 1,
      ips: [ip, sample.network.address(random, places.berlin, 'residential')],
    }),
  );
  meetOften(sample, random, { members, ip, place: places.berlin, group: 5 });
  label(sample, members, { role: 'benign', kind: 'coworking' });
  spare(sample, members, ['shared-ip'], 'tenants of one co-working space');
}

function addCafe(sample: Sample, random: Random): void {
  const ip = sample.network.address(random, places.nairobi, 'business', {
    ip: '203.0.113.222',
    network: 'Ridge Lane Café',
  });
  sample.data.add('known_shared', {
    type: 'ip',
    value: '203.0.113.222/32',
    reason: 'internet café',
    since: '2019-05-01',
  });
  const kiosk = sample.network.device(random, { kind: 'desktop', os: 'Windows 10' });
  sample.data.add('known_shared', {
    type: 'device',
    value: kiosk,
    reason: 'machine of an internet café',
    since: '2019-05-01',
  });
  const guests = Array.from({ length: 8 }, (_, index) =>
    joinDeveloper(sample, random, {
      place: places.nairobi,
      ips: [ip],
      devices: index < 5 ? [kiosk] : undefined,
    }),
  );
  meetOften(sample, random, { members: guests.slice(5), ip, place: places.nairobi, group: 3 });
  label(sample, guests, { role: 'benign', kind: 'internet-cafe' });
  spare(
    sample,
    guests,
    ['shared-ip', 'shared-device'],
    'guests of one internet café; known_shared says so',
  );
}

/** A provider of rented desktops: one way out for all its customers, remote desktop included. */
function addCloudDesktops(sample: Sample, random: Random): void {
  const ip = sample.network.address(random, places.tallinn, 'hosting', {
    ip: '203.0.113.230',
    network: 'Nimbus Desk',
    ports: '443|3389',
  });
  sample.data.add('known_shared', {
    type: 'ip',
    value: '203.0.113.230/31',
    reason: 'gateway of a provider of cloud desktops',
    since: '2020-02-01',
  });
  const customers = Array.from({ length: 9 }, () =>
    joinDeveloper(sample, random, {
      ips: [ip, sample.network.address(random, places.tallinn, 'residential')],
    }),
  );
  meetOften(sample, random, { members: customers, ip, place: places.tallinn, group: 4 });
  label(sample, customers, { role: 'benign', kind: 'cloud-desktop' });
  spare(
    sample,
    customers,
    ['shared-ip'],
    'customers of one provider of cloud desktops; known_shared says so',
  );
}

/** A VPN's exits and carriers' gateways, for anyone of the platform, ring accounts too. */
export function addPublicExits(sample: Sample, random: Random): void {
  const exits = [240, 241].map((host) =>
    sample.network.address(random, places.toronto, 'vpn', {
      ip: `203.0.113.${host}`,
      network: 'Veilpath VPN',
    }),
  );
  const vpnUsers = random.some(sample.members, 34);
  useAlso(vpnUsers, exits);
  meetOften(sample, random, { members: vpnUsers, ip: exits[0]!, place: places.toronto, group: 9 });
  const carriers: readonly Place[] = [places.lagos, places.bengaluru, places.manila];
  const mobileUsers = carriers.flatMap((place, index) => {
    const gateway = sample.network.address(random, place, 'mobile', {
      ip: `203.0.113.${250 + index}`,
      network: `Skyreach Mobile ${place.country}`,
    });
    const users = sample.members.filter((member) => member.place.country === place.country);
    useAlso(users, [gateway]);
    meetOften(sample, random, { members: users, ip: gateway, place, group: 5 });
    return users;
  });
  const listed = new Set(sample.data.rows('labels').map((row) => row.account_id));
  const honest = (members: readonly Member[]) => members.filter(({ id }) => !listed.has(id));
  label(sample, honest(vpnUsers), { role: 'benign', kind: 'vpn' });
  const justMobile = honest(mobileUsers).filter((member) => !vpnUsers.includes(member));
  label(sample, justMobile, { role: 'benign', kind: 'mobile-carrier' });
  sample.verdicts.mustNot('shared-ip', honest(vpnUsers), 'users of one VPN');
  sample.verdicts.mustNot('shared-ip', justMobile, 'customers of mobile carriers');
  sample.verdicts.notInCluster(
    [...honest(vpnUsers), ...justMobile],
    'a VPN or a carrier in common, nothing else',
  );
}

function useAlso(members: readonly Member[], ips: readonly string[]): void {
  for (const member of members) {
    const devices = member.habits.at(-1)?.devices ?? [];
    member.habits.push({ ips, devices, from: member.opened, until: member.until, weight: 1.5 });
  }
}

/** Some of them at once, on fourteen days of the year: honest people overlap too. */
function meetOften(
  sample: Sample,
  random: Random,
  about: { members: readonly Member[]; ip: string; place: Place; group: number },
): void {
  for (let round = 0; round < 14; round++) {
    const morning = at('2021-06-01') + (round * 24 + random.int(0, 20)) * day;
    const start = morning + (10 - about.place.offset) * hour;
    const open = about.members.filter(({ opened, until }) => opened < start && start < until);
    gather(sample, random, random.some(open, about.group), { ip: about.ip, start, hours: 6 });
  }
}
