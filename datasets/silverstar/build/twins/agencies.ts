import { joinDeveloper } from '../accounts.ts';
import { at, day, isoDate } from '../calendar.ts';
import { openPayment, transfer } from '../payments.ts';
import { places, type Place } from '../places.ts';
import type { Random } from '../random.ts';
import { label, type Member, type Sample } from '../sample.ts';
import { gather } from '../sessions.ts';
import { company, tie } from '../ties.ts';

interface Agency {
  company: string;
  name: string;
  /** Its name in the register. */
  legal: string;
  place: Place;
  staff: number;
}

/** Honest accounts that are paid together, each for a reason that the data state. */
export function addAgencies(sample: Sample, random: Random): { paySalaries: () => void } {
  const studio = addAgency(sample, random, {
    company: 'c-vane',
    name: 'Copperfield Vane Studio',
    legal: 'Copperfield Vane Studio Ltd',
    place: places.leeds,
    staff: 8,
  });
  const border = addAgency(sample, random, {
    company: 'c-linhe',
    name: 'Linhe Software',
    legal: 'Linhe Software Co., Ltd.',
    place: places.shenyang,
    staff: 5,
  });
  shareDesk(sample, random, studio.members.slice(1, 5));
  addCooperative(sample, random);
  addPayrollService(sample, random);
  return {
    paySalaries: () => {
      for (const agency of [studio, border]) paySalaries(sample, random, agency);
    },
  };
}

function addAgency(
  sample: Sample,
  random: Random,
  agency: Agency,
): { members: Member[]; account: string } {
  const { place } = agency;
  company(sample, agency.company, {
    name: agency.legal,
    country: place.country,
    address: `3 ${place.streets[0]}, ${place.city}`,
    incorporated_on: '2014-06-01',
  });
  const account = openPayment(sample, random, {
    kind: 'bank',
    holder: agency.legal,
    country: place.country,
    opened: at('2020-01-10'),
    company: agency.company,
  });
  const office = sample.network.address(random, place, 'business');
  const join = (role: 'agency' | 'developer', name?: string) =>
    joinDeveloper(sample, random, {
      role,
      name,
      place,
      trade: random.pick(['web', 'design', 'mobile']),
      opened: at('2020-11-01') + random.int(0, 280) * day,
      ips: [office, sample.network.address(random, place, 'residential')],
      payout: account,
      bidsPerMonth: 1.3,
    });
  const head = join('agency', agency.name);
  const staff = Array.from({ length: agency.staff }, () => join('developer'));
  for (const member of staff) {
    tie(sample, ['account', head.id], 'employs', ['account', member.id], {
      since: isoDate(member.opened),
      source: 'employment contracts, checked by the platform',
    });
  }
  tie(sample, ['account', head.id], 'represents', ['company', agency.company], {
    source: 'extract of the company register',
  });
  for (let week = 0; week < 12; week++) {
    const start = at('2021-10-05T09:00:00Z') - place.offset * 3_600_000 + week * 14 * day;
    gather(sample, random, random.some(staff, 4), { ip: office, start, hours: 7 });
  }
  const members = [head, ...staff];
  label(sample, members, {
    role: 'benign',
    kind: 'agency',
    note: 'one company account, employees declared',
  });
  for (const detector of ['shared-payout', 'shared-ip', 'shared-device', 'front-company']) {
    sample.verdicts.mustNot(
      detector,
      members,
      `${agency.name} is an honest agency: it employs these people and says so`,
    );
  }
  sample.verdicts.notInCluster(members, `${agency.name} is an honest agency`);
  return { members, account };
}

/** The desk by the door, on which whoever comes in looks at the day's jobs. */
function shareDesk(sample: Sample, random: Random, members: readonly Member[]): void {
  const desk = sample.network.device(random, { kind: 'desktop', os: 'Windows 10' });
  for (const member of members) {
    const ips = member.habits[0]!.ips;
    member.habits.push({
      ips,
      devices: [desk],
      from: member.opened,
      until: member.until,
      weight: 2,
    });
  }
}

function paySalaries(
  sample: Sample,
  random: Random,
  agency: { members: Member[]; account: string },
): void {
  for (const member of agency.members.slice(1)) {
    const { country } = member.place;
    const own = openPayment(sample, random, {
      kind: 'bank',
      holder: member.name,
      country,
      opened: member.opened,
    });
    for (let sent = at('2021-12-28'); sent < at('2022-06-01'); sent += 30 * day) {
      if (sent < member.opened) continue;
      transfer(sample, {
        from: agency.account,
        to: own,
        amount: random.int(1400, 2600),
        sent,
        channel: 'bank transfer',
        by: 'payer',
        reference: 'salary',
      });
    }
  }
}

/** Five owners of one company, paid into its account. */
function addCooperative(sample: Sample, random: Random): void {
  company(sample, 'c-fivehands', {
    name: 'Five Hands Cooperative eG',
    country: 'DE',
    address: '12 Lindenweg, Berlin',
    incorporated_on: '2017-02-15',
  });
  const account = openPayment(sample, random, {
    kind: 'bank',
    holder: 'Five Hands Cooperative eG',
    country: 'DE',
    opened: at('2019-03-01'),
    company: 'c-fivehands',
  });
  const members = [places.berlin, places.berlin, places.warsaw, places.belgrade, places.berlin].map(
    (place) =>
      joinDeveloper(sample, random, {
        place,
        payout: account,
        opened: at('2021-02-01') + random.int(0, 60) * day,
      }),
  );
  for (const member of members) {
    tie(sample, ['account', member.id], 'owner_of', ['company', 'c-fivehands'], {
      since: '2017-02-15',
      share: 20,
      source: 'register of cooperatives',
    });
  }
  label(sample, members, {
    role: 'benign',
    kind: 'cooperative',
    note: 'owners of the company that is paid',
  });
  sample.verdicts.mustNot(
    'shared-payout',
    members,
    'the five own the cooperative into whose account they are paid',
  );
  sample.verdicts.mustNot(
    'listed-ownership',
    members,
    'the five own the cooperative together, and none of them agrees with an entry',
  );
  sample.verdicts.notInCluster(members, 'an honest cooperative');
}

/** Strangers who let the same firm collect and tax their earnings. */
function addPayrollService(sample: Sample, random: Random): void {
  company(sample, 'c-kestrelpay', {
    name: 'Kestrel Payroll Services Ltd',
    country: 'IE',
    address: '40 Orchard Row, Dublin',
    incorporated_on: '2011-09-09',
  });
  const account = openPayment(sample, random, {
    kind: 'bank',
    holder: 'Kestrel Payroll Services Ltd',
    country: 'IE',
    opened: at('2018-01-01'),
    company: 'c-kestrelpay',
  });
  sample.data.add('known_shared', {
    type: 'payment_account',
    value: account,
    reason: 'collecting account of a payroll service for freelancers',
    since: '2018-01-01',
  });
  const members = Array.from({ length: 12 }, () =>
    joinDeveloper(sample, random, {
      payout: account,
      place: random.pick([places.dublin, places.london, places.tallinn, places.kyiv, places.seoul]),
    }),
  );
  label(sample, members, { role: 'benign', kind: 'payroll-service' });
  sample.verdicts.mustNot(
    'shared-payout',
    members,
    'a payroll service collects for many strangers; known_shared says so',
  );
  sample.verdicts.notInCluster(members, 'customers of one payroll service');
}
