import { joinDeveloper } from '../accounts.ts';
import { at, day, hour } from '../calendar.ts';
import { bid, jobsBetween } from '../market.ts';
import { openPayment, transfer } from '../payments.ts';
import { places, type Place } from '../places.ts';
import type { Random } from '../random.ts';
import { label, type Member, type Sample } from '../sample.ts';
import { logIn } from '../sessions.ts';

/** Single honest accounts whose habits look like an indicator, each for an everyday reason. */
export function addHabits(sample: Sample, random: Random): { bidEagerly: () => void } {
  addTravellers(sample, random);
  addOnCall(sample, random);
  addRemoteAdministrators(sample, random);
  addPaidInChina(sample, random);
  const newcomers = addNewcomers(sample, random);
  return { bidEagerly: () => bidEagerly(sample, random, newcomers) };
}

function spareEach(sample: Sample, members: readonly Member[], kind: string, why: string): void {
  label(sample, members, { role: 'benign', kind });
  for (const member of members) sample.verdicts.notInCluster([member], why);
}

/** Twin of P1: many addresses in many countries, but days of travel lie between them. */
function addTravellers(sample: Sample, random: Random): void {
  const route: readonly Place[] = [
    places.dublin,
    places.berlin,
    places.warsaw,
    places.kyiv,
    places.istanbul,
    places.nairobi,
    places.bengaluru,
    places.hanoi,
    places.kualaLumpur,
    places.seoul,
  ];
  const travellers = [1, 2].map(() => {
    const member = joinDeveloper(sample, random, {
      place: places.dublin,
      opened: at('2021-03-15'),
      trade: 'web',
    });
    const device = member.habits[0]!.devices[0]!;
    for (const [stop, place] of random.some(route, 9).entries()) {
      const arrival = at('2021-07-01') + stop * 31 * day;
      const ips = (['residential', 'coworking', 'mobile'] as const).map((kind) =>
        sample.network.address(random, place, kind),
      );
      for (let n = 0; n < 5; n++) {
        const start = arrival + (2 + n * 5) * day + random.int(6, 15) * hour;
        logIn(sample, random, member, {
          ip: random.pick(ips),
          device,
          start,
          minutes: random.int(40, 300),
        });
      }
    }
    return member;
  });
  spareEach(
    sample,
    travellers,
    'traveller',
    'travels for a living: one machine, and days between countries',
  );
}

/** Twin of P3: stays logged in for a night and a day when on call, from home. */
function addOnCall(sample: Sample, random: Random): void {
  const members = [places.newark, places.moscow].map((place) => {
    const member = joinDeveloper(sample, random, {
      place,
      trade: 'it-support',
      opened: at('2020-10-01'),
    });
    const { ips, devices } = member.habits[0]!;
    for (let n = 0; n < 7; n++) {
      const start = at('2021-04-02T18:00:00Z') + n * 49 * day;
      logIn(sample, random, member, {
        ip: ips[0]!,
        device: devices[0]!,
        start,
        minutes: random.int(25, 38) * 60,
      });
    }
    return member;
  });
  spareEach(sample, members, 'on-call', 'on call for weekends, from one home address');
}

/** Twin of P4: remote desktop is the trade. */
function addRemoteAdministrators(sample: Sample, random: Random): void {
  const members = [places.toronto, places.pune, places.shenzhen].map((place) => {
    const machine = sample.network.device(random, {
      kind: 'desktop',
      os: 'Windows 11',
      remoteAccess: 'rdp|teamviewer',
    });
    const ip = sample.network.address(random, place, 'business', { ports: '443|3389' });
    const member = joinDeveloper(sample, random, {
      place,
      trade: 'it-support',
      ips: [ip],
      devices: [machine],
      opened: at('2021-01-05'),
    });
    for (let n = 0; n < 8; n++) {
      const start = at('2021-05-03') + n * 40 * day + random.int(2, 12) * hour;
      logIn(sample, random, member, {
        ip,
        device: machine,
        start,
        minutes: random.int(30, 240),
        port: 3389,
      });
    }
    return member;
  });
  spareEach(
    sample,
    members,
    'remote-administrator',
    'administers others’ machines by remote desktop',
  );
}

/** Twin of P9: earnings go regularly to a bank in China, to an account of the same name. */
function addPaidInChina(sample: Sample, random: Random): void {
  const members = [places.yanji, places.shenzhen, places.shenyang, places.seoul, places.yanji].map(
    (place) => {
      const member = joinDeveloper(sample, random, {
        place,
        opened: at('2021-01-20'),
        payout: null,
      });
      const opened = member.opened;
      const wallet = openPayment(sample, random, {
        kind: 'wallet',
        holder: member.name,
        country: place.country,
        opened,
      });
      const bank = openPayment(sample, random, {
        kind: 'bank',
        holder: member.name,
        country: 'CN',
        opened,
      });
      member.payouts.push({ to: wallet, from: opened });
      for (let n = 0; n < 11; n++) {
        const sent = at('2021-04-08') + n * 33 * day + random.int(0, 90) * hour;
        transfer(sample, {
          from: wallet,
          to: bank,
          amount: random.int(300, 1500),
          sent,
          channel: 'withdrawal',
          by: 'payee',
        });
      }
      return member;
    },
  );
  spareEach(sample, members, 'paid-in-china', 'draws pay to an own bank account in China');
}

/** Twin of P8: new, keen, and turned down a lot. */
function addNewcomers(sample: Sample, random: Random): Member[] {
  const members = [places.dhaka, places.lahore, places.leeds].map((place) =>
    joinDeveloper(sample, random, {
      place,
      opened: at('2022-01-04') + random.int(0, 40) * day,
      trade: 'web',
      sessionsPerMonth: 6,
      bidsPerMonth: 0.5,
      bidStyle: 'own words',
    }),
  );
  spareEach(
    sample,
    members,
    'eager-newcomer',
    'bids a lot in the first weeks, in own words, and learns',
  );
  return members;
}

function bidEagerly(sample: Sample, random: Random, members: readonly Member[]): void {
  for (const member of members) {
    const jobs = jobsBetween(sample, member.opened + 2 * day, member.opened + 50 * day);
    for (const [index, job] of random.some(jobs, 44).entries()) {
      bid(sample, random, {
        member,
        job,
        sent: job.posted + random.int(3, 90) * hour,
        status: index % 15 === 7 ? 'withdrawn' : 'rejected',
        written: random.chance(0.4),
      });
    }
  }
}
