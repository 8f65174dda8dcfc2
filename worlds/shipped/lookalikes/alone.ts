import { makeAddress, makeEmail, makePhone, makePlace } from '../people/person.ts';
import { bidsALot, closesSoon, saysLittle } from '../habits/conduct.ts';
import { alsoFrom, alsoOn, changesHands, worksFrom } from '../habits/machines.ts';
import { payInto } from '../habits/money.ts';
import { doubtful } from '../habits/papers.ts';
import { createdAt } from '../habits/ties.ts';
import { makePaper } from '../world/papers.ts';
import { day, hour, worldBegins, worldEnds } from '../chance/time.ts';
import { farFrom } from '../rings/ring.ts';
import type { Group, LookalikeKind } from './group.ts';
import type { Account } from '../world/account.ts';

/** Honest people who do by themselves what ring members do; nothing is shared. */
function each(
  kind: string,
  weight: number,
  plan: (account: Account, group: Group) => void,
  more: { clients?: true } = {},
): LookalikeKind {
  return { kind, size: [1, 1], weight, ...more, plan: (group) => plan(group.accounts[0]!, group) };
}

export const nomad = each('nomad', 6, (account, { world, random }) => {
  let at = account.begins;
  const lines = [];
  const clocks = [];
  while (at < worldEnds) {
    const until = at + random.between(20, 90) * day;
    const place = makePlace(random);
    const line = random.chance(0.7)
      ? world.network.home(random, place)
      : world.network.shared(random, 'coworking', place);
    lines.push(
      { line, from: at, until, weight: 8 },
      { line: world.network.mobile(place), from: at, until, weight: 2 },
    );
    clocks.push({ place, start: random.between(7, 13), span: 9, from: at, until, weight: 1 });
    at = until;
  }
  account.lines = lines;
  account.clocks = clocks;
});

export const vpnUser = each('vpn_user', 6, (account, { world, random }) => {
  for (let at = 0; at < random.int(1, 3); at++)
    alsoFrom(account, world.network.vpn(random), random.between(0.3, 0.95));
});

export const remoteWorker = each('remote_desktop_at_work', 6, (account, { world, random }) => {
  const line = random.chance(0.5) ? world.network.host(random) : account.lines[0]!.line;
  alsoFrom(account, line, random.between(0.3, 0.9), {
    port: { number: random.pick([3389, 3389, 5900]), share: random.between(0.3, 0.9) },
  });
  alsoOn(
    account,
    world.network.device(random, { kind: 'laptop', remote: 0.8 }),
    random.between(0.2, 0.7),
  );
});

export const migrant = each('migrant', 5, (account, { random }) => {
  // Lives in one country, is a citizen of another, and says so here and there.
  const before = makePlace(random);
  account.person.nationality = before.country;
  account.profiles = Math.max(1, account.profiles);
  account.elsewhere = {
    ...(random.chance(0.6) ? { place: before } : {}),
    nationality: before.country,
    ...(random.chance(0.4) ? { name: random.pick(account.person.name.variants) } : {}),
  };
  for (const paper of account.papers) if (random.chance(0.5)) paper.country = before.country;
});

export const marathon = each('marathon', 4, (account, { random }) => {
  account.chain = random.between(18, 40);
  account.sessions = Math.max(account.sessions, random.int(20, 60));
  if (random.chance(0.5)) {
    account.worth = random.between(1.4, 3);
    account.appeal = Math.max(account.appeal, random.between(2, 6));
    account.bids = Math.max(account.bids, random.int(15, 45));
  }
});

/** Works exactly as a ring's member does, and shares nothing with anybody. */
export const loner = each('loner', 12, (account, { world, random }) => {
  const place = farFrom(random, account.person.home, 3);
  const habits = random
    .shuffled([
      'desk',
      'clock',
      'exits',
      'flood',
      'asks',
      'claims',
      'papers',
      'chain',
      'thin',
      'quiet',
    ] as const)
    .slice(0, random.int(3, 6));
  for (const habit of habits) {
    if (habit === 'desk')
      alsoFrom(account, world.network.host(random), random.between(0.2, 0.7), {
        port: { number: random.pick([3389, 3389, 5900]), share: 0.7 },
      });
    if (habit === 'clock') worksFrom(random, account, place, random.between(0.7, 1.2));
    if (habit === 'exits') alsoFrom(account, world.network.vpn(random), random.between(0.2, 0.9));
    if (habit === 'flood') bidsALot(random, account, random.between(0.2, 1));
    if (habit === 'asks')
      account.asks[
        random.pick([
          'elsewhere',
          'elsewhere',
          'virtual',
          'upfront',
          'identity',
          'executive',
        ] as const)
      ] = random.between(0.1, 0.55);
    if (habit === 'claims') {
      account.profiles = Math.max(1, account.profiles);
      account.elsewhere = { place };
    }
    if (habit === 'papers') doubtful(random, account, random.between(0.2, 0.6));
    if (habit === 'chain' && random.chance(0.4)) account.chain = random.between(16, 40);
    if (habit === 'thin') saysLittle(account);
    if (habit === 'quiet' && random.chance(0.5))
      closesSoon(random, account, random.pick(['by its holder', 'no longer needed']));
  }
});

/** Moved to another country: machine, address, hours and bank change in one month, and it is said. */
export const movedHouse = each('moved_abroad', 6, (account, { world, random }) => {
  const at = account.begins + random.between(0.15, 0.7) * (worldEnds - account.begins - 20 * day);
  const to = makePlace(random);
  const use = { from: at, until: worldEnds * 2, weight: 10 };
  changesHands(
    account,
    at,
    [{ ...use, line: world.network.home(random, to) }],
    random.chance(0.5) ? [{ ...use, device: world.network.device(random) }] : [],
    [{ ...use, place: to, start: random.between(7, 11), span: 9 }],
  );
  account.ends = worldEnds;
  const later = at + random.exponential(20) * day;
  if (random.chance(0.6))
    payInto(
      account,
      world.purses.open(random, { holder: account.person.legal, place: to, opened: later }),
      later,
    );
  const said = Math.floor(Math.min(worldEnds - hour, at + random.exponential(20) * day));
  if (random.chance(0.85)) {
    account.changes.push(
      { field: 'country', old: account.person.home.country, new: to.country, at: said },
      { field: 'timezone', old: account.person.home.zone, new: to.zone, at: said + 61_000 },
    );
    account.claims.country = to;
    account.claims.address = makeAddress(random, to);
  }
  if (random.chance(0.6))
    account.changes.push({
      field: 'phone',
      old: account.person.phone,
      new: (account.claims.phone = makePhone(random, to)),
      at: said + 7_777_000,
    });
});

/** A laptop sold on: two strangers, one after the other. */
export const refurbished: LookalikeKind = {
  kind: 'refurbished_machine',
  size: [2, 2],
  weight: 6,
  clients: true,
  plan({ random, accounts }) {
    const [seller, buyer] = accounts;
    const at = random.between(
      Math.max(seller!.begins, worldBegins) + 20 * day,
      worldEnds - 40 * day,
    );
    const device = seller!.seats[0]!.device;
    seller!.seats[0]!.until = at;
    if (seller!.seats.length < 2)
      seller!.ends = Math.min(seller!.ends, Math.max(at, seller!.begins + day));
    buyer!.seats.push({
      device,
      from: at + random.exponential(15) * day,
      until: worldEnds * 2,
      weight: random.between(5, 30),
    });
  },
};

/** Closed the account, and came back later under the same name, openly. */
export const returned: LookalikeKind = {
  kind: 'returned_openly',
  size: [2, 2],
  weight: 6,
  plan({ random, accounts }) {
    const [first, second] = accounts;
    createdAt(first!, random.between(worldBegins - 400 * day, worldBegins + 100 * day));
    first!.ends = Math.max(first!.begins, worldBegins) + random.between(40, 200) * day;
    first!.ended = {
      at: Math.floor(first!.ends + random.between(0, 3) * day),
      status: 'closed',
      reason: random.pick(['by its holder', 'no longer needed', 'inactive']),
    };
    createdAt(second!, first!.ends + random.between(5, 120) * day);
    second!.person = {
      ...first!.person,
      email: random.chance(0.5) ? first!.person.email : makeEmail(random, first!.person.name),
    };
    second!.lines = [...first!.lines.map((line) => ({ ...line }))];
    second!.seats = [
      ...first!.seats.slice(0, 1).map((seat) => ({ ...seat, until: worldEnds * 2 })),
    ];
    second!.clocks = [...first!.clocks];
    second!.pitches = random.chance(0.6) ? first!.pitches : second!.pitches;
    if (random.chance(0.5)) second!.payouts = [...first!.payouts];
    const [paper] = first!.papers;
    second!.papers = [
      paper
        ? { ...paper, at: second!.created + 3_600_000 }
        : makePaper(random, second!.person, 'passport', second!.created + 3_600_000),
    ];
    second!.trade = first!.trade;
  },
};

/** A translator of names in several scripts: each paper and profile spells it another way. */
export const manySpellings = each('many_spellings', 5, (account, { random }) => {
  const { variants, local } = account.person.name;
  account.profiles = Math.max(2, account.profiles);
  account.elsewhere = { name: random.pick([...variants, local]) };
  account.papers.forEach(
    (paper, at) => (paper.name = [local, ...variants][at % (variants.length + 1)]!),
  );
});

export const freshStarter = each('eager_beginner', 6, (account, { random }) => {
  createdAt(account, random.between(worldBegins + 30 * day, worldEnds - 60 * day));
  bidsALot(random, account, random.between(0.3, 1));
  if (random.chance(0.5)) saysLittle(account);
});
