import { makeHandle, typo } from '../people/person.ts';
import type { Random } from '../chance/random.ts';
import { minute, iso, worldEnds } from '../chance/time.ts';
import type { Account } from '../world/account.ts';
import type { Cell } from '../world/sink.ts';
import type { World } from '../world/world.ts';

const platforms = ['Workbench', 'Workbench', 'Workbench', 'Giglane', 'Taskfield'];

/** Cells that forms leave empty, by how often; the same for everybody. */
const blank = {
  display_name: 0.05,
  legal_name: 0.07,
  birth_date: 0.15,
  trade: 0.08,
  nationality: 0.15,
  country: 0.04,
  city: 0.12,
  address: 0.22,
  timezone: 0.12,
  email: 0.03,
  phone: 0.2,
};

export interface Shown {
  handle: string;
  name: string;
}

export function shownAs(account: Account): Shown {
  const random = account.random.fork('shown');
  return {
    handle: makeHandle(random, account.person.name),
    name: account.claims.display ?? account.person.legal,
  };
}

export function emitHolder(world: World, account: Account): void {
  const random = account.random.fork('holder');
  const { person, claims, ended } = account;
  const place = claims.country ?? person.home;
  const unless = (column: keyof typeof blank, value: Cell): Cell =>
    random.chance(blank[column]) ? undefined : value;
  const legal = claims.legal ?? person.legal;
  const { handle, name } = shownAs(account);
  world.sink.add('accounts', {
    account_id: account.id,
    platform: random.pick(platforms),
    role: account.role,
    handle,
    display_name: unless(
      'display_name',
      random.chance(0.12)
        ? `${person.name.given} ${person.name.family.charAt(0)}.`
        : random.chance(0.05)
          ? handle
          : name,
    ),
    legal_name: unless('legal_name', random.chance(0.015) ? typo(random, legal) : legal),
    birth_date: unless('birth_date', claims.birth ?? person.birth),
    trade: account.role === 'client' ? undefined : unless('trade', account.trade.id),
    nationality: unless('nationality', claims.nationality ?? person.nationality),
    country: unless('country', place.country),
    city: unless('city', place.city),
    address: unless('address', claims.address ?? person.address),
    timezone: unless('timezone', place.zone),
    email: unless('email', claims.email ?? person.email),
    phone: unless('phone', claims.phone ?? person.phone),
    website: claims.website,
    employer: claims.employer,
    education: claims.education,
    status: ended?.status ?? 'active',
    created_at: iso(account.created),
    verified_at: account.verified === null ? undefined : iso(account.verified),
    video_verified_at:
      account.video === null || account.video > worldEnds ? undefined : iso(account.video),
    closed_at: ended ? iso(ended.at) : undefined,
    closed_reason: ended && !random.chance(0.1) ? ended.reason : undefined,
    referred_by: account.referredBy?.id,
  });
  for (const change of account.changes)
    world.sink.add('account_changes', {
      account_id: account.id,
      field: change.field,
      old_value: random.chance(0.06) ? undefined : change.old,
      new_value: change.new,
      changed_at: iso(change.at),
    });
  for (const parcel of account.parcels)
    world.sink.add('shipments', {
      shipment_id: random.id('s'),
      account_id: account.id,
      address: parcel.address,
      country: random.chance(0.1) ? undefined : parcel.place.country,
      recipient_name: random.chance(0.1) ? undefined : parcel.name,
      requested_at: iso(parcel.at),
    });
  emitProfiles(world, account, random);
  if (account.label) world.sink.add('labels', { account_id: account.id, ...account.label });
}

const sites = ['linkboard.example', 'codehub.example', 'portfolios.example', 'chirp.example'];

function emitProfiles(world: World, account: Account, random: Random): void {
  const { person, claims, elsewhere } = account;
  for (const site of random.shuffled(sites).slice(0, account.profiles)) {
    const place = elsewhere.place ?? (random.chance(0.04) ? null : (claims.country ?? person.home));
    const some = (share: number, value: Cell): Cell => (random.chance(share) ? value : undefined);
    world.sink.add('profiles', {
      profile_id: random.id('f'),
      account_id: account.id,
      site,
      name: some(
        0.95,
        elsewhere.name ??
          (random.chance(0.2)
            ? random.pick([...person.name.variants, person.name.local, person.name.given])
            : (claims.legal ?? person.legal)),
      ),
      nationality: some(0.25, elsewhere.nationality ?? person.nationality),
      country: some(0.7, place?.country),
      city: some(0.6, place?.city),
      email: some(0.4, elsewhere.email ?? claims.email ?? person.email),
      phone: some(0.2, elsewhere.phone ?? claims.phone ?? person.phone),
      employer: some(0.6, elsewhere.employer ?? claims.employer),
      education: some(0.6, elsewhere.education ?? claims.education),
      website: some(0.5, claims.website),
      observed_at: iso(Math.floor(random.between(account.begins, worldEnds - minute))),
    });
  }
}
