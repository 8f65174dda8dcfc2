/** What listed ones own: counted from links.csv, and from who agrees with which entry. */
import { given, type Recount } from '../recount.ts';
import { grouped, sum, type CsvRow, type World } from '../world.ts';
import { behind } from './parties.ts';

/** Stakes in force. */
function stakesOf(world: World): CsvRow[] {
  return world
    .rows('links')
    .filter(
      (row) => row['kind'] === 'owner_of' && Number(row['share_percent']) > 0 && !row['until'],
    );
}

const owner = (row: CsvRow) => `${row['from_type']} ${row['from_id']}`;
const owned = (row: CsvRow) => `${row['to_type']} ${row['to_id']}`;
const share = (row: CsvRow) => Math.min(100, Number(row['share_percent']));

/** By party, the entry that it agrees with: in several things at once, or in a number. */
function listedParties(world: World): Map<string, string> {
  const listed = new Map(
    world
      .rows('watchlist')
      .filter((row) => !row['delisted_on'])
      .map((row) => [`watchlist_entry ${row['entry_id']}`, row['entry_id']!]),
  );
  const alike = world.inferred('SAME_NAME', 'SAME_ADDRESS', 'SAME_IDENTIFIER');
  for (const [, ties] of grouped(alike, ({ from, to }) => `${from} ${to}`)) {
    const sure = 1 - ties.reduce((doubt, { score }) => doubt * (1 - score), 1);
    const [{ from, to }] = ties as [(typeof ties)[number]];
    const entry = listed.get(`watchlist_entry ${to}`);
    if (sure < 0.65 || entry === undefined) continue;
    for (const type of ['person', 'company', 'account']) listed.set(`${type} ${from}`, entry);
  }
  return listed;
}

/** Percent that listed ones own, and what they own to half or more, of each that they own so. */
function ownedShares(world: World): Map<string, number> {
  const listed = listedParties(world);
  const shares = new Map<string, number>();
  for (let found = -1; found < shares.size;) {
    found = shares.size;
    for (const [target, stakes] of grouped(stakesOf(world), owned)) {
      const counting = stakes.filter((row) => listed.has(owner(row)) || shares.has(owner(row)));
      // Two records of one listed party are one owner.
      const parties = grouped(counting, (row) => listed.get(owner(row)) ?? owner(row));
      const total = sum([...parties.values()].map((rows) => Math.max(...rows.map(share))));
      if (total >= 50) shares.set(target, Math.min(100, total));
    }
  }
  return shares;
}

const nameOf = (world: World, type: string, id: string) =>
  world.one('companies', 'company_id', id)?.['name'] ??
  world.one('persons', 'person_id', id)?.['name'] ??
  (type === 'watchlist_entry' ? world.one('watchlist', 'entry_id', id)?.['name'] : undefined) ??
  id;

const listedOwnership: Recount = (finding, world) => {
  const entity = given<string>(finding, 'entity');
  const type = given<string>(finding, 'entity_type');
  const stakes = given<{ owner: string; owned: string; share: number }[]>(finding, 'stakes');
  const shares = stakes.map((stake, at) => {
    const stated = stakesOf(world)
      .filter((row) => nameOf(world, row['from_type']!, row['from_id']!) === stake.owner)
      .filter((row) => nameOf(world, row['to_type']!, row['to_id']!) === stake.owned)
      .map((row) => Number(row['share_percent']));
    return [`stakes.${at}.share`, stated.includes(stake.share) ? stake.share : stated[0]] as const;
  });
  return {
    figures: {
      share: ownedShares(world).get(`${type} ${entity}`),
      accounts: behind(world, type, entity, false, true).length + (type === 'account' ? 1 : 0),
      ...Object.fromEntries(shares),
    },
  };
};

export const recounts: Readonly<Record<string, Recount>> = { 'listed-ownership': listedOwnership };
