import { joinDeveloper } from '../accounts.ts';
import { at, day, hour, isoTime, minute } from '../calendar.ts';
import { bid, jobsBetween } from '../market.ts';
import { places, type Place } from '../places.ts';
import type { Random } from '../random.ts';
import { addContradictions } from './contradictions.ts';
import { label, type Member, type Sample } from '../sample.ts';
import { gather, logIn } from '../sessions.ts';

/**
 * Seven accounts worked from one rented server by remote desktop, for days without a break, with one
 * bid text sent everywhere. Laptops meant for them go to the holder of one of the accounts.
 */
export function addRemoteFarm(sample: Sample, random: Random): { bidEverywhere: () => void } {
  const server = sample.network.address(random, places.denver, 'hosting', {
    ports: '22|3389',
    network: 'Pinemesa Servers',
  });
  const claimed = [
    places.denver,
    places.berlin,
    places.lagos,
    places.hanoi,
    places.shenzhen,
    places.newark,
    places.moscow,
  ];
  const members = claimed.map((place, index) =>
    joinFarm(sample, random, { place, server, host: index === 5 }),
  );
  const host = members[5]!;
  workTogether(sample, random, members, server);
  sendLaptops(sample, random, members, host);

  addContradictions(sample, random, members.slice(0, 5));

  const cluster = 'remote farm';
  const kind = 'remote-farm';
  label(
    sample,
    members.filter((member) => member !== host),
    { cluster, role: 'operator', kind },
  );
  label(sample, [host], {
    cluster,
    role: 'mule',
    kind,
    note: 'keeps laptops at home for the others',
  });
  sample.verdicts.must(
    'shared-ip',
    members,
    'seven accounts at one rented server with remote desktop open, at the same hours, day after day',
  );
  sample.verdicts.together(members, 'one server, the same hours, the same bid text');
  return { bidEverywhere: () => bidEverywhere(sample, random, members) };
}

function joinFarm(
  sample: Sample,
  random: Random,
  about: { place: Place; server: string; host: boolean },
): Member {
  const machine = { kind: 'virtual machine', os: 'Windows 10', remoteAccess: 'rdp|anydesk' };
  const member = joinDeveloper(sample, random, {
    place: about.place,
    offset: 8,
    opened: at('2021-09-20') + random.int(0, 60) * day,
    trade: random.pick(['web', 'mobile', 'data']),
    ips: about.host ? undefined : [],
    bidStyle: 'remote farm',
    bidsPerMonth: 0.3,
    merit: 0.6,
  });
  member.habits.push({
    ips: [about.server],
    devices: [sample.network.device(random, machine)],
    from: member.opened,
    until: member.until,
    weight: 3,
  });
  return member;
}

/** P2, P3, P4: together, through port 3389, and now and then for more than a day. */
function workTogether(
  sample: Sample,
  random: Random,
  members: readonly Member[],
  server: string,
): void {
  for (let week = 0; week < 14; week++) {
    const start = at('2021-12-01T23:30:00Z') + (week * 8 + random.int(0, 3)) * day;
    gather(sample, random, random.some(members, random.int(4, 6)), { ip: server, start, hours: 9 });
  }
  for (const member of members) {
    const device = member.habits.at(-1)!.devices[0]!;
    for (let n = 0; n < 3; n++) {
      const start = at('2021-12-05') + random.int(0, 150 * 24) * hour;
      logIn(sample, random, member, {
        ip: server,
        device,
        start,
        minutes: random.int(26, 58) * 60,
        port: 3389,
      });
    }
  }
}

/** H7: to an address that is not on their papers. */
function sendLaptops(
  sample: Sample,
  random: Random,
  members: readonly Member[],
  host: Member,
): void {
  for (const member of members.slice(0, 4)) {
    sample.data.add('shipments', {
      shipment_id: sample.ids.next('s', 5),
      account_id: member.id,
      address: host.account.address,
      country: host.account.country,
      recipient_name: `${member.name} c/o ${host.name}`,
      requested_at: isoTime(at('2021-12-10') + random.int(0, 60) * day),
    });
  }
}

/** P8: bids on whatever is offered; called when the market's jobs exist. */
function bidEverywhere(sample: Sample, random: Random, members: readonly Member[]): void {
  const jobs = jobsBetween(sample, at('2021-12-02'), at('2022-04-01'));
  for (const member of members) {
    for (const job of random.some(jobs, random.int(58, 76))) {
      const sent = job.posted + random.int(2, 50) * minute;
      bid(sample, random, { member, job, sent, status: 'rejected', written: random.chance(0.4) });
    }
  }
}
