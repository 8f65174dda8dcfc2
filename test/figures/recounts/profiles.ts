/** How much a profile holds: counted from accounts.csv, profiles.csv and documents.csv. */
import type { Recount } from '../recount.ts';
import { rounded, sum, type CsvRow, type World } from '../world.ts';
import { bidsOf, loginsOf } from './work.ts';

const ownFields = ['city', 'address', 'phone', 'website', 'employer', 'education'];
const profileFields = ['name', 'city', 'email', 'phone', 'employer', 'education', 'website'];
const filled = (row: CsvRow, columns: readonly string[]) =>
  columns.filter((column) => row[column]).length;
const hundreds = (row: CsvRow) => Math.floor((row['text'] ?? '').length / 100);

function portfolioOf(world: World, id: string): CsvRow[] {
  return world
    .where('documents', 'account_id', id)
    .filter((row) => ['portfolio', 'resume', 'profile'].includes(row['kind']!));
}

function richnessOf(world: World, id: string) {
  const own = filled(world.account(id), ownFields);
  const profiles = sum(
    world.where('profiles', 'account_id', id).map((row) => 1 + filled(row, profileFields)),
  );
  const portfolio = sum(
    portfolioOf(world, id).map((row) => 1 + Math.trunc(Math.log2(1 + hundreds(row)))),
  );
  return { own, profiles, portfolio, richness: own + profiles + portfolio };
}

/** Those of its role and trade, or of its role where these are few. */
function peersOf(world: World, account: string): string[] {
  const { role, trade } = world.account(account);
  const ofRole = world.rows('accounts').filter((row) => row['role'] === role);
  const ofTrade = ofRole.filter((row) => row['trade']?.toLowerCase() === trade?.toLowerCase());
  return (ofTrade.length >= 20 ? ofTrade : ofRole).map((row) => row['account_id']!);
}

/** Of the peers, how many have as little. */
function asBare(world: World, account: string, peers: readonly string[]): number {
  const { richness } = richnessOf(world, account);
  return peers.filter((id) => richnessOf(world, id).richness <= richness).length;
}

/** Which fields are filled in and how long each part is. */
function shapeOf(world: World, id: string): string {
  const own = ownFields.map((column) => (world.account(id)[column] ? '+' : '-')).join('');
  const parts = [
    ...world
      .where('profiles', 'account_id', id)
      .map((row) => [row['profile_id'], `${row['site']} 0`]),
    ...portfolioOf(world, id).map((row) => [row['document_id'], `${row['kind']} ${hundreds(row)}`]),
  ].sort(([a], [b]) => (a! < b! ? -1 : 1));
  return [own, ...parts.map(([, part]) => part)].join('|');
}

function isActive(world: World, id: string): boolean {
  return (
    bidsOf(world, id).length + loginsOf(world, id).length > 0 ||
    world.where('ratings', 'from_account_id', id).length > 0 ||
    world.where('ratings', 'to_account_id', id).length > 0
  );
}

const thinProfile: Recount = (finding, world) => {
  const [account = ''] = finding.accounts;
  const peers = peersOf(world, account);
  const bare = asBare(world, account, peers);
  const alike = peers.filter(
    (id) =>
      id !== account &&
      shapeOf(world, id) === shapeOf(world, account) &&
      isActive(world, id) &&
      asBare(world, id, peers) <= 0.05 * peers.length,
  );
  return {
    figures: {
      ...richnessOf(world, account),
      peers_accounts: peers.length,
      share_as_bare: rounded(bare / peers.length, 5),
      others: peers.filter((id) => id !== account).length,
      others_as_bare: asBare(
        world,
        account,
        peers.filter((id) => id !== account),
      ),
      // As many lie below it as above, the one in the middle counted below.
      usual_richness: peers.map((id) => richnessOf(world, id).richness).sort((a, b) => a - b)[
        Math.trunc(peers.length / 2)
      ],
      alike: alike.length,
    },
  };
};

export const recounts: Readonly<Record<string, Recount>> = { 'thin-profile': thinProfile };
