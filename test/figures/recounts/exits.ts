/** Exits of VPNs, Tor and rented servers: counted from logins.csv and ips.csv alone. */
import { given, type Recount } from '../recount.ts';
import { distinct, grouped, most, type Session, type World } from '../world.ts';

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

export const recounts = { 'same-exits': sameExits };
