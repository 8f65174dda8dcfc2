import { joinDeveloper } from '../accounts.ts';
import { at, day, isoTime } from '../calendar.ts';
import { transfer } from '../payments.ts';
import { places, type Place } from '../places.ts';
import type { Random } from '../random.ts';
import { label, type Member, type Sample } from '../sample.ts';
import { tie } from '../ties.ts';
import { addFrontCompanies } from './front-companies.ts';
import { openFunnel, type Funnel } from './funnel.ts';

/**
 * Two local companies behind which developers work: Larkmoor takes the pay of accounts all over the
 * world, Dawnreach poses as an agency. Control chains lead from both to listed names.
 */
export function addFronts(sample: Sample, random: Random): Funnel {
  addFrontCompanies(sample);
  const funnel = openFunnel(sample, random);
  const behindLarkmoor = addLarkmoorAccounts(sample, random, funnel);
  const local = addLocalDirector(sample, random);
  const dawnreach = addDawnreach(sample, random, funnel);
  const switched = behindLarkmoor[6]!;
  switched.payouts.push({ to: funnel.dawnreach, from: at('2022-01-17') });

  const cluster = 'fronts';
  label(sample, behindLarkmoor.slice(0, 3), { cluster, role: 'operator', kind: 'front-payout' });
  label(sample, behindLarkmoor.slice(3), {
    cluster,
    role: 'mule',
    kind: 'front-payout',
    note: 'rented account, handed over after verification',
  });
  label(sample, [local], {
    cluster,
    role: 'unwitting',
    kind: 'front-payout',
    note: 'local director for a fee',
  });
  label(sample, dawnreach.team, { cluster, role: 'operator', kind: 'front-agency' });
  label(sample, [dawnreach.subcontractor], {
    cluster,
    role: 'unwitting',
    kind: 'front-agency',
    note: 'subcontractor who believed in the agency',
  });
  expect(sample, { behindLarkmoor, local, dawnreach: dawnreach.team });
  return funnel;
}

function addLarkmoorAccounts(sample: Sample, random: Random, funnel: Funnel): Member[] {
  const claimed = [
    places.warsaw,
    places.austin,
    places.leeds,
    places.toronto,
    places.belgrade,
    places.manila,
    places.kyiv,
  ];
  return claimed.map((place, index) => {
    const opened = at('2021-03-05') + random.int(0, 190) * day;
    const about = { place, opened, offset: 10, trade: random.pick(['web', 'mobile']), merit: 2.5 };
    if (index < 3) {
      const member = joinDeveloper(sample, random, {
        ...about,
        ips: [],
        payout: funnel.larkmoor,
        bidsPerMonth: 2.2,
      });
      workThroughServer(sample, random, member, place, opened);
      return member;
    }
    return rent(
      sample,
      random,
      joinDeveloper(sample, random, { ...about, bidsPerMonth: 1.8 }),
      funnel,
    );
  });
}

/** C3: a machine of its own per account, behind a server in the country that it claims. */
function workThroughServer(
  sample: Sample,
  random: Random,
  member: Member,
  place: Place,
  from: number,
): void {
  const server = sample.network.address(random, place, 'hosting');
  const exits = [server, sample.network.address(random, place, 'residential')];
  const device = sample.network.device(random);
  member.habits.push({ ips: exits, devices: [device], from, until: member.until, weight: 5 });
}

/** C2: the account stays its holder's for some weeks, then contacts, machine and pay change at once. */
function rent(sample: Sample, random: Random, member: Member, funnel: Funnel): Member {
  const handed = member.opened + random.int(30, 75) * day;
  for (const habit of member.habits) habit.until = handed;
  workThroughServer(sample, random, member, member.place, handed);
  member.payouts.push({ to: funnel.larkmoor, from: handed + 4 * day });
  const email = member.account.email;
  member.account.email = sample.contacts.email(random, member.name);
  sample.data.add('account_changes', {
    account_id: member.id,
    field: 'email',
    old_value: email,
    new_value: member.account.email,
    changed_at: isoTime(handed + day),
  });
  return member;
}

function addLocalDirector(sample: Sample, random: Random): Member {
  const member = joinDeveloper(sample, random, {
    name: 'Rhys Pellow',
    place: places.cardiff,
    trade: 'writing',
    bidsPerMonth: 0.5,
  });
  tie(sample, ['account', member.id], 'officer_of', ['company', 'c-larkmoor'], {
    since: '2020-09-14',
    source: 'extract of the company register, name and birth date as verified by the platform',
  });
  return member;
}

function addDawnreach(
  sample: Sample,
  random: Random,
  funnel: Funnel,
): { team: Member[]; subcontractor: Member } {
  const office = sample.network.address(random, places.tallinn, 'business');
  const join = (role: 'agency' | 'developer', place: Place, name?: string) =>
    joinDeveloper(sample, random, {
      name,
      place,
      role,
      offset: 8,
      opened: at('2021-03-20') + random.int(0, 150) * day,
      trade: random.pick(['mobile', 'games', 'web']),
      ips: [office],
      payout: funnel.dawnreach,
      bidsPerMonth: role === 'agency' ? 0.6 : 1.6,
      merit: 2,
    });
  const agency = join('agency', places.tallinn, 'Dawnreach Interactive');
  const staff = [places.tallinn, places.tallinn, places.berlin, places.hanoi].map((place) =>
    join('developer', place),
  );
  const dawnreach = ['company', 'c-dawnreach'] as const;
  tie(sample, dawnreach, 'controls', ['account', agency.id], { source: 'agency contract' });
  const subcontractor = joinDeveloper(sample, random, {
    place: places.istanbul,
    trade: 'games',
    opened: at('2021-05-11'),
  });
  const source = 'the agency’s own statement';
  for (const member of [...staff, subcontractor]) {
    tie(sample, dawnreach, 'employs', ['account', member.id], { since: '2021-06', source });
  }
  for (const sent of ['2021-08-03', '2021-09-02', '2021-10-04', '2021-11-02']) {
    const to = subcontractor.payouts[0]!.to;
    transfer(sample, {
      from: funnel.dawnreach,
      to,
      amount: random.int(300, 620),
      sent: at(sent),
      channel: 'bank transfer',
      by: 'payer',
      reference: 'subcontract',
    });
  }
  return { team: [agency, ...staff], subcontractor };
}

function expect(
  sample: Sample,
  {
    behindLarkmoor,
    local,
    dawnreach,
  }: { behindLarkmoor: Member[]; local: Member; dawnreach: Member[] },
): void {
  const { verdicts } = sample;
  verdicts.must(
    'shared-payout',
    behindLarkmoor,
    'seven unrelated names in six countries are paid into one account of Larkmoor Digital Ltd, and nothing says that it employs them',
  );
  verdicts.must(
    'front-company',
    behindLarkmoor,
    'paid into an account of Larkmoor, whose owner Pavel Ostrenko runs Severny Bereg Soft at the listed address of Volasys Silver Star, which it represents',
  );
  verdicts.must('front-company', [local], 'the register names its holder as director of Larkmoor');
  verdicts.must(
    'front-company',
    dawnreach,
    'employed by or controlled by Dawnreach, owned by a studio at the listed address of Yanbian Silverstar, with one of its aliases and an officer who signed for it',
  );
  verdicts.must(
    'listed-ownership',
    dawnreach,
    'behind Dawnreach, of which a studio owns 100 % that agrees with Yanbian Silverstar in one of its aliases and in its address',
  );
  verdicts.together(
    [...behindLarkmoor, ...dawnreach],
    'two fronts of one scheme: one account moved its pay from the first to the second, and both send their earnings on to the same accounts',
  );
}
