import { stamp, start } from './calendar.ts';
import { introduce } from './details.ts';
import { stories } from './honest.ts';
import { Labels } from './labels.ts';
import { Life } from './life.ts';
import { drawCompany, drawName, full } from './places.ts';
import { Platform } from './platform.ts';
import { Chance } from './random.ts';
import { company, listed } from './registers.ts';
import { rings } from './rings.ts';
import type { Seat } from './seats.ts';
import { Tables } from './tables.ts';
import { anyone, type Town } from './town.ts';

interface WorldRequest {
  accounts: number;
  seed: number;
  folder: string;
}

/**
 * A second generator of labelled worlds, made without knowledge of the first or of any detector, so that
 * detection is also measured where those who built it did not choose the cases.
 *
 * What it assumes:
 * - People first. Hands with waking hours sit down day by day at accounts, on a machine, at a place; log-ins,
 *   bids, hiring, messages, pay and what is spent of it follow. A change of hands is an account that other
 *   hands sit down at from some day on. No row is painted: rings and honest people go through the same code.
 * - A platform with a third of clients, eight trades (half of them not about computers), 28 cities, and pay
 *   straight from client to worker. Clients hire whom they know in a third of the cases.
 * - Much is unknown: a third of log-ins without a device, four addresses in ten without a row and seven in ten
 *   without a look at ports, half of the accounts without a birth date, one in three bids with its text, few
 *   profiles. Cells are missing at the same rates for everyone, row by row.
 * - Addresses at home change every few weeks for half; phones of a city share a few addresses; a fifth use one
 *   of five VPN services; earnings move on through one or two purses of one's own.
 * - Who means to send earnings on sends a small sum first, ring or not; so a route that exists is seen.
 * - Twelve kinds of ring take turns until 1.3 to 2.4 % of the accounts are bad. Each crew draws once how
 *   careful it is (0.59 of 1 on average); every slip (a shared server, machine, purse, text, number, date of
 *   opening) happens by that, account by account. Careful crews leave only hours that do not fit, money that
 *   meets two or three hops on, and wording that was partly rewritten.
 * - Names, nationality and cities of the shown persons and of the crews are drawn from the same lists as
 *   everyone's, independently, and say nothing.
 * - Nearly half of the honest are in one of 23 labelled stories that look like some ring in one respect; the
 *   rest make mistakes too. Four in ten developers work as much as crews do.
 * - Ids are random, rows are written in random order. 5,000 accounts make about 135,000 rows.
 */
export async function writeSecondWorld({ accounts, seed, folder }: WorldRequest): Promise<void> {
  const chance = new Chance(`second world ${seed}`);
  const tables = new Tables(new Chance(`second world ${seed} ids`));
  const platform = new Platform(chance, tables);
  const labels = new Labels(tables, chance);
  const town: Town = { platform, labels };
  tellRings(town, accounts);
  tellStories(town, accounts);
  while (platform.seats.length < accounts) anyone(platform);
  settleIn(platform);
  publishList(platform);
  new Life(platform).live();
  await tables.write(folder);
}

/** Kinds take turns in a random order, until enough accounts are bad. */
function tellRings(town: Town, accounts: number): void {
  const { platform, labels } = town;
  const { chance } = platform;
  const wanted = accounts * chance.between(0.013, 0.024);
  const kinds = Object.keys(rings);
  let turns: string[] = [];
  while (labels.bad < wanted) {
    if (turns.length === 0) turns = chance.shuffled(kinds);
    const kind = turns.pop()!;
    const cluster = labels.ring();
    for (const [seat, role] of rings[kind]!(town)) labels.tell([seat], role, kind, '', cluster);
  }
}

function tellStories(town: Town, accounts: number): void {
  const { platform, labels } = town;
  for (const [kind, { share, tell }] of Object.entries(stories)) {
    let left = accounts * share;
    for (let group = 1; left > 0 && platform.seats.length < accounts - 30; group++) {
      // The last group is told with the chance that keeps the share right.
      if (left < 3 && !platform.chance.yes(left / 3)) break;
      const seats = tell(town);
      labels.tell(seats, 'benign', kind, seats.length > 1 ? `group ${group}` : '');
      left -= seats.length;
    }
  }
}

/** What everyone does once, whatever story they are in: papers, a friend who brought one in, a firm. */
function settleIn(platform: Platform): void {
  const { chance } = platform;
  const byAge = [...platform.seats].sort((a, b) => a.created - b.created);
  for (const [at, seat] of byAge.entries()) {
    if (!platform.papers.identified.has(seat) && chance.yes(0.62)) platform.papers.identify(seat);
    introduce(platform, seat);
    // Some bring in many, most nobody.
    if (at > 0 && seat.row['referred_by'] === '' && chance.yes(0.09))
      seat.row['referred_by'] = byAge[Math.floor(at * chance.unit() ** 2)]!.id;
    if (seat.role === 'client' && chance.yes(0.04)) ownFirm(platform, seat);
  }
}

function ownFirm(platform: Platform, { id, shown }: Seat): void {
  platform.tables.add('links', {
    from_type: 'company',
    from_id: company(platform, shown),
    to_type: 'account',
    to_id: id,
    kind: platform.chance.pick(['uses', 'owner_of']),
    since: '',
    source: 'platform',
  });
}

/** Lists name firms and people nobody here has to do with, and now and then a namesake. */
function publishList(platform: Platform): void {
  const { chance, tables } = platform;
  for (let left = 40; left > 0; left--)
    tables.add(
      'watchlist',
      chance.yes(0.6)
        ? listed(platform, drawCompany(chance), 'company')
        : listed(platform, full(drawName(chance)), 'person'),
    );
  for (const ip of platform.network.exits[0]!)
    tables.add('known_shared', {
      type: 'ip',
      value: ip,
      reason: 'exits of a VPN',
      since: stamp(start).slice(0, 10),
    });
}
