import { Marks } from './marks.ts';
import { Market } from './market.ts';
import { People } from './people.ts';
import { Random } from './random.ts';
import {
  boosters,
  documentMill,
  frontAgency,
  referralChain,
  reopened,
  smallDebits,
  takenOver,
} from './ring-schemes.ts';
import {
  type Scheme,
  bidFactory,
  carefulTeam,
  carelessTeam,
  copyists,
  laptopFarm,
  relay,
  rentedAccounts,
} from './ring-teams.ts';
import { DAY, drawRules } from './rules.ts';
import { Sessions } from './sessions.ts';
import { type Stage, slip } from './slips.ts';
import { World, isDay } from './state.ts';
import { writeTables } from './tables.ts';
import { Ties } from './ties.ts';
import * as lives from './twins-lives.ts';
import * as places from './twins-places.ts';
import * as work from './twins-work.ts';

/** Kinds of ring, and the columns without which a kind could not be told. */
const RINGS: { kind: string; make: Scheme; needs: string[] }[] = [
  { kind: 'careful_team', make: carefulTeam, needs: [] },
  { kind: 'careless_team', make: carelessTeam, needs: [] },
  { kind: 'copyists', make: copyists, needs: ['documents.text', 'bids.document_id'] },
  { kind: 'rented_accounts', make: rentedAccounts, needs: [] },
  { kind: 'laptop_farm', make: laptopFarm, needs: [] },
  { kind: 'relay', make: relay, needs: [] },
  { kind: 'bid_factory', make: bidFactory, needs: ['documents.text'] },
  { kind: 'boosters', make: boosters, needs: [] },
  { kind: 'front_agency', make: frontAgency, needs: [] },
  { kind: 'document_mill', make: documentMill, needs: ['documents.perceptual_hash'] },
  { kind: 'reopened', make: reopened, needs: [] },
  { kind: 'small_debits', make: smallDebits, needs: [] },
  { kind: 'taken_over', make: takenOver, needs: [] },
  { kind: 'referral_chain', make: referralChain, needs: [] },
];

const TWINS: Record<string, places.Twin> = {
  agency: work.agency,
  studio: work.studio,
  payroll: work.payroll,
  resume_template: work.resumeTemplate,
  graduates: work.graduates,
  loyal_client: work.loyalClient,
  bookkeepers: work.bookkeepers,
  shift_pair: work.shiftPair,
  subcontractors: work.subcontractors,
  savings_club: work.savingsClub,
  changer_customers: work.changerCustomers,
  campus: places.campus,
  cafe: places.cafe,
  coworking: places.coworking,
  computer_lab: places.computerLab,
  family: places.family,
  flatmates: places.flatmates,
  nomads: places.nomads,
  refurbished: places.refurbished,
  vpn_users: places.vpnUsers,
  remote_office: places.remoteOffice,
  moved_abroad: lives.movedAbroad,
  returned: lives.returned,
  married: lives.married,
  declared_twin: lives.declaredTwin,
  loner: lives.loner,
  referrer: lives.referrer,
  poor_scans: lives.poorScans,
  sends_home: lives.sendsHome,
};

/** Rings until their share is reached; the kinds come in an order of the world's own. */
function raiseRings(stage: Stage, accounts: number): void {
  const { random, world } = stage;
  const able = RINGS.filter((ring) => ring.needs.every((column) => world.has(column)));
  let queue: typeof RINGS = [];
  let left = Math.max(3, Math.round(accounts * world.rules.badShare));
  while (left >= 3) {
    if (queue.length === 0) queue = random.shuffle(able);
    const ring = queue.pop()!;
    const size = Math.min(left, random.int(3, 8));
    const cluster = world.id('g');
    for (const { account, role } of ring.make(stage, size)) {
      world.label(account, { cluster, role, kind: ring.kind, note: '' });
      left--;
    }
  }
}

/** Honest groups, so many of each kind as the world has. */
function raiseTwins(stage: Stage, accounts: number): void {
  const { random, world } = stage;
  for (const [kind, make] of Object.entries(TWINS)) {
    const count = random.whole((random.logUniform(0.3, 3) * accounts) / 1000);
    for (let n = 0; n < count; n++) {
      let cluster = world.id('g');
      for (const { account, role } of make(stage)) {
        if (kind === 'loner') cluster = world.id('g');
        world.label(account, { cluster, role, kind, note: '' });
      }
    }
  }
}

/** Ties by accident among ordinary people, pages elsewhere, parcels, sole traders: the noise of life. */
function mingle(stage: Stage): void {
  const { random, world, marks } = stage;
  for (const account of world.accounts) {
    const { person, row } = account;
    if (!account.marked && random.chance(world.rules.mingling)) {
      slip(stage, [account, random.pick(world.accounts.filter((one) => !one.marked))], 1);
    }
    if (random.chance(0.35)) marks.profile(account, random.chance(world.rules.mismatch));
    if (random.chance(0.05)) marks.profile(account, random.chance(world.rules.mismatch));
    if (random.chance(0.1)) {
      const own = random.chance(0.85);
      marks.ship(
        [account],
        own ? person.address : stage.people.address(person.city),
        person.city.country.code,
      );
    }
    if (!random.chance(0.04)) continue;
    const holder = world.id('h');
    world.tables.persons.push({
      person_id: holder,
      name: person.name,
      aliases: '',
      nationality: row.nationality ?? '',
      country: person.city.country.code,
      birth_date: person.birth,
      address: person.address,
      email: person.email,
      phone: person.phone,
    });
    world.tables.links.push({
      from_type: 'person',
      from_id: holder,
      to_type: 'account',
      to_id: account.id,
      kind: random.pick(['owner_of', 'represents']),
      share_percent: '',
      since: isDay(Math.min(account.from, world.rules.end - DAY)),
      until: '',
      source: 'registry',
    });
  }
}

/** Writes a labelled world: the contract's files and, beside them, who did what. */
export async function writeFourthWorld(options: {
  accounts: number;
  seed: number;
  folder: string;
}): Promise<void> {
  const random = new Random(`fourth ${options.seed}`);
  const world = new World(random, drawRules(random));
  const people = new People(world);
  const stage: Stage = {
    people,
    world,
    random,
    ties: new Ties(people, random),
    marks: new Marks(people, random),
  };
  // A few ordinary people first: those whom schemes draw clients and payers from.
  const some = Math.round(options.accounts * 0.4);
  for (let n = 0; n < some; n++) people.enrol();
  raiseTwins(stage, options.accounts);
  raiseRings(stage, options.accounts);
  while (world.accounts.length < options.accounts) people.enrol();
  mingle(stage);
  new Sessions(world).run();
  for (const account of world.accounts) {
    const text = account.later?.voice ?? account.voice;
    people.registry.resume(account, text.resume.join(' '));
  }
  new Market(people).run();
  await writeTables(
    world.tables,
    options.folder,
    random,
    (name) => world.rules.keep.get(name) ?? 1,
  );
}
