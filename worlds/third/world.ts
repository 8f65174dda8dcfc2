import { makeLookalikes } from './lookalikes.ts';
import { Market } from './market.ts';
import { writePurses } from './money.ts';
import { Registry } from './papers.ts';
import { drawFirm, drawHousehold } from './people.ts';
import { attendAll } from './presence.ts';
import { Random } from './random.ts';
import { DAY } from './regime.ts';
import { makeRings } from './rings.ts';
import { openSeat, steadyClient, type Label, type Seat } from './seats.ts';
import { coincide } from './slips.ts';
import { World } from './state.ts';
import { isoDay } from './tables.ts';

/** Firms that people say they work for, and who heads them. */
function writeFirms(world: World, seats: Seat[]): void {
  const { rng, regime, tables } = world;
  const names = new Set(
    seats.map((seat) => seat.employer).filter((name) => name !== '' && rng.chance(0.15)),
  );
  for (let i = 0; i < 12; i++) names.add(drawFirm(rng));
  for (const name of names) {
    const home = drawHousehold(world);
    const company_id = world.newId('co');
    const host = `${name.toLowerCase().replaceAll(' ', '')}.example`;
    const seated = rng.chance(0.3) ? rng.pick(seats) : undefined;
    tables.add('companies', {
      company_id,
      name,
      country: home.country.code,
      registration_number: rng.digits(8),
      address: `${home.address}, ${home.city.name}`,
      email: `info@${host}`,
      website: `https://${host}`,
      incorporated_on: isoDay(regime.start - rng.logBetween(60, 7000) * DAY),
      dissolved_on: rng.chance(0.04) ? isoDay(rng.between(regime.start, regime.end)) : '',
    });
    const person_id = world.newId('per');
    const { person } = seated ?? rng.pick(seats);
    tables.add('persons', {
      person_id,
      name: person.display,
      nationality: person.nationality.code,
      country: person.home.country.code,
      birth_date: rng.chance(0.6) ? person.birth : '',
    });
    const link = { from_type: 'person', from_id: person_id, to_type: 'company', to_id: company_id };
    tables.add('links', {
      ...link,
      kind: rng.pick(['officer_of', 'owner_of', 'founded']),
      source: 'register',
    });
    if (!seated || !rng.chance(regime.declares)) continue;
    const employs = {
      from_type: 'company',
      from_id: company_id,
      to_type: 'account',
      to_id: seated.id,
    };
    tables.add('links', { ...employs, kind: 'employs', source: 'company page' });
  }
}

/** The referral programme: some invite many, most nobody. */
function invite(world: World): void {
  const { rng, regime } = world;
  const hosts = rng.sample(world.seats, Math.ceil(world.seats.length / 12));
  for (const seat of world.seats) {
    if (seat.referredBy || !rng.chance(regime.invited)) continue;
    const host = rng.pick(rng.chance(0.4) ? hosts.slice(0, 20) : hosts);
    if (host.created < seat.created) seat.referredBy = host;
  }
}

function writeKnownShared(world: World): void {
  const { rng, regime, tables, hubs } = world;
  if (rng.chance(regime.knowsShared)) {
    for (const [value, reason] of world.nets.tunnelRanges()) {
      if (rng.chance(0.8))
        tables.add('known_shared', { type: 'ip', value, reason: `VPN ${reason}` });
    }
  }
  const escrow = { type: 'payment_account', value: hubs.escrow.id, reason: 'platform escrow' };
  if (rng.chance(0.7)) tables.add('known_shared', escrow);
  for (const { id, holder } of [...hubs.exchanges, ...hubs.remittance]) {
    if (!rng.chance(regime.knowsShared)) continue;
    tables.add('known_shared', { type: 'payment_account', value: id, reason: holder });
  }
  for (const value of world.forwarders) {
    if (rng.chance(regime.knowsShared))
      tables.add('known_shared', { type: 'address', value, reason: 'parcel firm' });
  }
}

function writeLabels(world: World, labels: Label[]): void {
  for (const { seat, cluster, role, kind, note } of labels) {
    world.tables.add('labels', { account_id: seat.id, cluster, role, kind, note });
  }
}

/**
 * Writes one labelled, fictional platform: people with homes, habits and employers, the accounts they keep, and the rings
 * among them. The same seed writes the same files.
 */
export async function writeThirdWorld(options: {
  accounts: number;
  seed: number;
  folder: string;
}): Promise<void> {
  const rng = new Random(options.seed);
  const world = new World(rng);
  const { accounts } = options;
  while (world.seats.length < accounts / 2) openSeat(world);
  world.ordinary = world.seats.length;
  const rings = makeRings(world, Math.max(3, Math.round(world.regime.badShare * accounts)));
  const honest = makeLookalikes(world, accounts, rings.length);
  const settled = world.seats.length;
  while (world.seats.length < accounts) openSeat(world);
  coincide(world, [...world.seats.slice(0, world.ordinary), ...world.seats.slice(settled)]);
  invite(world);
  const apart = new Set([...rings, ...honest].map(({ seat }) => seat));
  for (const seat of world.seats) {
    const works = seat.role !== 'client' && !apart.has(seat);
    for (let i = works ? rng.poisson(0.6) : 0; i > 0; i--) steadyClient(world, seat);
  }
  for (const { seat } of honest) {
    const works = seat.role !== 'client';
    for (let i = works ? rng.poisson(1) : 0; i > 0; i--) steadyClient(world, seat);
  }
  const seats = rng.shuffle(world.seats);
  world.seats.splice(0, world.seats.length, ...seats);
  attendAll(world);
  new Market(world).run();
  const registry = new Registry(world);
  for (const seat of world.seats) registry.write(seat);
  registry.writeSites();
  writeFirms(world, world.seats);
  writePurses(world);
  world.nets.write(world.tables);
  world.machines.write(world.tables);
  writeKnownShared(world);
  writeLabels(world, [...rings, ...honest]);
  await world.tables.write(options.folder, world.regime, rng);
}
