/** Exits of VPNs, Tor and rented servers: counted from logins.csv and ips.csv alone. */
import { placeOf } from '../places.ts';
import { given, type Recount } from '../recount.ts';
import { distinct, grouped, most, rounded, sum, type Session, type World } from '../world.ts';

const hiding = ['vpn', 'tor', 'hosting'];

function throughExits(world: World): Session[] {
  return world
    .sessions()
    .filter(({ ip }) => hiding.includes(world.one('ips', 'ip', ip)?.['kind'] ?? ''));
}

/** By its number, or its name, or the address itself. */
function networkOf(world: World, ip: string): string {
  const { asn = '', as_name = '' } = world.one('ips', 'ip', ip) ?? {};
  return asn !== '' ? `AS${asn.toUpperCase().replace('AS', '')}` : as_name !== '' ? as_name : ip;
}

const usersOf = (sessions: readonly Session[]) => distinct(sessions.map(({ account }) => account));

const sameExits: Recount = (finding, world) => {
  const all = throughExits(world);
  const byExit = [...grouped(all, ({ ip }) => networkOf(world, ip))].filter(
    ([, there]) => usersOf(there) > 1,
  );
  const own = byExit
    .map(([network, there]) => ({
      network,
      users: usersOf(there),
      there: there.filter(({ account }) => finding.accounts.includes(account)),
    }))
    .filter(({ there }) => usersOf(there) > 1);
  const exitsOf = (account: string) =>
    own
      .filter(({ there }) => there.some((one) => one.account === account))
      .map(({ network }) => network);
  const overlaps = finding.accounts.flatMap((a, at) =>
    finding.accounts
      .slice(at + 1)
      .map((b) => exitsOf(a).filter((network) => exitsOf(b).includes(network)).length),
  );
  const named = given<readonly { network: string }[]>(finding, 'used_by_most').map(({ network }) =>
    own.find((exit) => exit.network === network)!,
  );
  const within = own.flatMap(({ there }) => there);
  return {
    figures: {
      accounts: finding.accounts.length,
      unrelated: world.parties(finding.accounts),
      networks: own.length,
      most_in_common: most(overlaps),
      pairs: world
        .inferred('SAME_EXITS')
        .filter(({ from, to }) => [from, to].every((end) => finding.accounts.includes(end))).length,
      networks_seen: byExit.length,
      users_seen: usersOf(byExit.flatMap(([, there]) => there)),
      ...Object.fromEntries(
        named.flatMap(({ there, users }, at) => [
          [`used_by_most.${String(at)}.members`, usersOf(there)],
          [`used_by_most.${String(at)}.users`, users],
        ]),
      ),
    },
    times: within.flatMap(({ times: [first = ''] }) => [first]),
    rows: { 'logins.ip': within.length },
  };
};

const passing = [...hiding, 'mobile', 'coworking', 'education'];

/** Where guests alone came to, several: each place of a network, with its sessions. */
function guestsOnly(world: World, network: string): Session[][] {
  const open = world.sessions().filter(({ ip }) => {
    const kind = world.one('ips', 'ip', ip)?.['kind'] ?? '';
    return !passing.includes(kind) && !world.isKnownShared(ip) && nameOf(world, ip) === network;
  });
  return [
    ...grouped(open, ({ ip }) => placeOf(ip, ip.includes(':') ? '::/64' : ip)).values(),
  ].filter(
    (there) =>
      usersOf(there) > 1 &&
      usersOf(there) <= 40 &&
      [...grouped(there, ({ account }) => account).values()].every(({ length }) => length <= 2),
  );
}

/** Its number or name; nothing where neither is known. */
function nameOf(world: World, ip: string): string {
  const network = networkOf(world, ip);
  return network === ip ? '' : network;
}

const vpnSlip: Recount = (finding, world) => {
  const place = given<string>(finding, 'ip');
  const all = world.sessions();
  const here = all.filter(({ ip }) => placeOf(ip, place) === place);
  const network = nameOf(world, here[0]!.ip);
  const own = here.filter(({ account }) => finding.accounts.includes(account));
  const elsewhere = (account: string) =>
    all.filter((one) => one.account === account && placeOf(one.ip, place) !== place);
  const hidden = (account: string) => {
    const others = elsewhere(account);
    const masked = throughExits(world).filter((one) => one.account === account);
    return masked.length / others.length;
  };
  const atHome = (account: string) => {
    const others = elsewhere(account);
    const same = others.filter(({ ip }) => network !== '' && nameOf(world, ip) === network);
    return same.length > 0.2 * others.length;
  };
  const guests = [...new Set(here.map(({ account }) => account))];
  return {
    figures: {
      // Counted from the files: who of all guests hides elsewhere.
      accounts: guests.filter((account) => hidden(account) >= 0.3).length,
      unrelated: world.parties(finding.accounts),
      guests: guests.length,
      sessions: own.length,
      hidden_share: rounded(
        sum(finding.accounts.map((account) => hidden(account))) / finding.accounts.length,
        2,
      ),
      least_hidden: rounded(Math.min(...finding.accounts.map(hidden)), 2),
      most_hidden: rounded(Math.max(...finding.accounts.map(hidden)), 2),
      at_home: finding.accounts.filter((account) => atHome(account)).length,
      passed_through: guestsOnly(world, network).length - 1,
    },
    times: own.flatMap(({ times }) => times),
    rows: { 'logins.ip': own.length },
  };
};

export const recounts = { 'same-exits': sameExits, 'vpn-slip': vpnSlip };
