import { makeFirm, makePlace, makeEmail } from '../people/person.ts';
import { alsoFrom, alsoOn } from '../habits/machines.ts';
import { moneyMeets, onePayout, payInto } from '../habits/money.ts';
import { broughtIn, createdTogether, linked } from '../habits/ties.ts';
import { oneVoice } from '../habits/voices.ts';
import { registerFirm } from '../world/world.ts';
import { knownShared, shareHome, type Group, type LookalikeKind } from './group.ts';

/** Honest people who live, work or are paid together. */
function openAgency(group: Group, shifts: boolean): void {
  const { world, random, accounts } = group;
  const firm = makeFirm(random, accounts[0]!.person.home);
  registerFirm(world, firm);
  const office = world.network.shared(random, 'business', firm.home, random.int(1, 2));
  const head = accounts[0]!;
  head.role = 'agency';
  head.firm = firm;
  for (const account of accounts) {
    account.claims.employer = firm.name;
    if (random.chance(0.6)) account.claims.website = firm.website;
    if (random.chance(0.5))
      account.claims.email = makeEmail(account.random, account.person.name, firm.domain);
    alsoFrom(account, office, random.between(0.3, 0.9));
    // Registers are behind: not every one of them is on record.
    if (random.chance(0.85))
      linked(
        world,
        random,
        ['company', firm.id],
        ['account', account.id],
        account === head ? 'represents' : 'employs',
      );
  }
  onePayout(world, random, accounts.filter(() => random.chance(0.85)).concat(head), {
    holder: firm.name,
    place: firm.home,
    firm,
  });
  if (random.chance(0.6)) oneVoice(random, accounts, random.between(0.05, 0.4));
  if (!shifts) return;
  const devices = [world.network.device(random), world.network.device(random)];
  for (const account of accounts) {
    account.chain = random.between(16, 45);
    account.sessions = Math.max(account.sessions, random.int(25, 70));
    account.bids = Math.max(account.bids, random.int(20, 60));
    account.appeal = Math.max(account.appeal, random.between(2, 8));
    account.worth = random.between(1.3, 2.8);
    for (const device of devices) alsoOn(account, device, 0.4);
  }
}

export const agency: LookalikeKind = {
  kind: 'agency',
  size: [3, 9],
  weight: 9,
  plan: (group) => openAgency(group, false),
};
export const shiftAgency: LookalikeKind = {
  kind: 'shift_agency',
  size: [2, 4],
  weight: 4,
  plan: (group) => openAgency(group, true),
};

export const studio: LookalikeKind = {
  kind: 'studio',
  size: [2, 5],
  weight: 7,
  plan(group) {
    const { world, random, accounts } = group;
    onePayout(world, random, accounts, {
      holder: accounts[0]!.person.legal,
      place: accounts[0]!.person.home,
    });
    const line = world.network.shared(random, 'business', accounts[0]!.person.home);
    if (random.chance(0.6))
      for (const account of accounts) alsoFrom(account, line, random.between(0.1, 0.6));
    broughtIn(random, accounts, 0.5);
  },
};

export const family: LookalikeKind = {
  kind: 'family',
  size: [2, 4],
  weight: 9,
  clients: true,
  plan(group) {
    const { random, accounts, world } = group;
    shareHome(group, 0.9);
    const line = accounts[0]!.lines[0]!.line;
    const device = accounts[0]!.seats[0]!.device;
    accounts.slice(1).forEach((account) => {
      if (random.chance(0.7)) {
        const { family } = accounts[0]!.person.name;
        account.person = {
          ...account.person,
          name: { ...account.person.name, family },
          legal: `${account.person.name.given} ${family}`,
        };
      }
      account.lines[0]!.line = line;
      if (random.chance(0.5)) alsoOn(account, device, random.between(0.1, 0.6));
      if (random.chance(0.3) && accounts[0]!.payouts[0])
        payInto(account, accounts[0]!.payouts[0].purse, 0);
      if (random.chance(0.5))
        linked(world, random, ['account', accounts[0]!.id], ['account', account.id], 'family_of');
    });
    broughtIn(random, accounts, 0.4);
  },
};

function sharedNetwork(
  kind: string,
  line: 'education' | 'coworking' | 'business',
  size: readonly [number, number],
  weight: number,
  reason: string,
  known: number,
): LookalikeKind {
  return {
    kind,
    size,
    weight,
    clients: true,
    plan(group) {
      const { random, accounts, world } = group;
      const [first] = accounts;
      const shared = world.network.shared(random, line, first!.person.home, random.int(1, 3));
      for (const account of accounts) alsoFrom(account, shared, random.between(0.1, 0.7));
      for (const ip of shared.ips)
        knownShared(group, 'ip', ip.includes(':') ? `${ip}/128` : `${ip}/32`, reason, known);
    },
  };
}

export const campus = sharedNetwork('campus', 'education', [5, 14], 9, 'campus network', 0.6);
export const cafe = sharedNetwork('cafe', 'coworking', [3, 9], 8, 'café or coworking space', 0.4);
export const office = sharedNetwork(
  'office_nat',
  'business',
  [3, 8],
  7,
  'office behind one address',
  0.3,
);

export const landlord: LookalikeKind = {
  kind: 'landlord',
  size: [3, 7],
  weight: 6,
  plan(group) {
    const { random, accounts, world } = group;
    shareHome(group, 0.85);
    const line = world.network.home(random, accounts[0]!.person.home);
    for (const account of accounts)
      if (random.chance(0.6)) alsoFrom(account, line, random.between(0.3, 0.9));
    moneyMeets(
      world,
      random,
      accounts.filter(() => random.chance(0.7)),
      { hops: 1, share: random.between(0.2, 0.5), place: accounts[0]!.person.home },
    );
    knownShared(group, 'address', accounts[0]!.person.address, 'house of rooms to let', 0.3);
  },
};

/** One bookkeeper, one village, one savings club: money of unrelated people that meets. */
export const bookkeeper: LookalikeKind = {
  kind: 'bookkeeper',
  size: [3, 12],
  weight: 11,
  plan(group) {
    const { random, accounts, world } = group;
    const end = moneyMeets(world, random, accounts, {
      hops: random.int(1, 3),
      share: random.between(0.4, 0.95),
      firms: random.between(0, 0.5),
      place: makePlace(random),
    });
    knownShared(group, 'payment_account', end.id, 'bookkeeper of many', 0.15);
  },
};

export const payrollHub: LookalikeKind = {
  kind: 'payroll_hub',
  size: [12, 30],
  weight: 8,
  plan(group) {
    const { random, accounts, world } = group;
    const firm = makeFirm(random);
    const purse = onePayout(world, random, accounts, { holder: firm.name, place: firm.home, firm });
    knownShared(group, 'payment_account', purse.id, 'payroll provider', 0.8);
  },
};

export const cohort: LookalikeKind = {
  kind: 'onboarded_together',
  size: [4, 12],
  weight: 6,
  plan(group) {
    createdTogether(group.random, group.accounts, group.random.between(1, 30));
    if (group.random.chance(0.5)) broughtIn(group.random, group.accounts, 0.6);
  },
};
