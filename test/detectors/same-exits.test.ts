import { describe, expect, it } from 'vitest';
import { detecting, plainAccounts, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('same-exits');

const exits = Array.from({ length: 30 }, (_, at) => `198.51.100.${String(at + 1)}`);
const ips = exits.map((ip) => ({ ip, kind: 'vpn' }));

function logins(account_id: string, through: readonly number[], day = 0) {
  return through.map((at, index) => ({
    account_id,
    ip: exits[at]!,
    started_at: time(day + index, 9),
    ended_at: time(day + index, 10),
  }));
}

/** Two hundred strangers, two exits each: neighbours have one in common, nobody two but by chance. */
const strangers = plainAccounts(200, 's');
const strangersLogins = strangers.flatMap(({ account_id }, at) =>
  logins(account_id, [at % 30, (at + 1 + Math.floor(at / 30)) % 30]),
);

const team = plainAccounts(6);
const chosen = [
  [2, 9, 17, 25],
  [2, 9, 17, 21],
  [2, 9, 17, 25],
  [2, 9, 17],
  [2, 9, 25, 21],
  [2, 9, 17, 21],
];
const teamLogins = team.flatMap(({ account_id }, at) => logins(account_id, chosen[at]!));

describe('same-exits', () => {
  it('finds accounts that chose the same few exits of many, and cites their logins', async () => {
    const found = await findingsIn({
      accounts: [...team, ...strangers],
      ips,
      logins: [...teamLogins, ...strangersLogins],
    });
    const [strongest] = [...found].sort((one, other) => other.score - one.score);
    expect(strongest!.accounts).toEqual(team.map(({ account_id }) => account_id));
    expect(strongest).toMatchObject({
      facts: { accounts: 6, unrelated: 6, networks: 5, networks_seen: 30, users_seen: 206 },
    });
    expect(strongest!.score).toBeGreaterThan(0.45);
    // Counted another way: who of the six, and who of all, ever came through the exit that the title names.
    const all = [...teamLogins, ...strangersLogins].filter(({ ip }) => ip === exits[2]);
    const of = new Set(all.map(({ account_id }) => account_id));
    const own = [...of].filter((id) => id.startsWith('a'));
    expect(strongest!.title).toContain(
      `${String(own.length)} of them use ${exits[2]!}, as ${String(of.size)} of all accounts do`,
    );
    const cited = strongest!.evidence.filter(({ to }) => to?.type === 'ip');
    expect(cited.length).toBe(teamLogins.length);
    expect((await findingsAgain())[0]!.id).toBe(found[0]!.id);
    expect(await findingsAgain(time(-1))).toEqual([]);
  });

  it('near miss: exits of an office, or a VPN that is known to be shared', async () => {
    const accounts = [...team, ...strangers];
    const all = [...teamLogins, ...strangersLogins];
    const office = ips.map(({ ip }) => ({ ip, kind: 'business' }));
    expect(await findingsIn({ accounts, ips: office, logins: all })).toEqual([]);
    const known = await findingsIn({
      accounts,
      ips,
      logins: all,
      known_shared: [{ type: 'ip', value: '198.51.100.0/24', reason: 'the company’s own VPN' }],
    });
    expect(known).toEqual([]);
  });

  it('near miss: customers of one VPN, whichever of its exits they get', async () => {
    const wanderport = ips.map((ip) => ({ ...ip, asn: '64500', as_name: 'Wanderport' }));
    const found = await findingsIn({
      accounts: [...team, ...strangers],
      ips: wanderport,
      logins: [...teamLogins, ...strangersLogins],
    });
    expect(found).toEqual([]);
  });

  it('says of openly connected accounts next to nothing', async () => {
    const found = await findingsIn({
      accounts: [
        ...team.map((account) => ({ ...account, employer: 'Larkmoor Ltd' })),
        ...strangers,
      ],
      companies: [{ company_id: 'co1', name: 'Larkmoor Ltd' }],
      links: team.map(({ account_id }) => ({
        from_type: 'company',
        from_id: 'co1',
        to_type: 'account',
        to_id: account_id,
        kind: 'employs',
      })),
      ips,
      logins: [...teamLogins, ...strangersLogins],
    });
    const ofTeam = found.find(({ accounts }) => accounts.includes('a1'));
    expect(ofTeam).toMatchObject({ facts: { accounts: 6, unrelated: 1 }, ties: [] });
    expect(ofTeam!.score).toBeLessThan(0.05);
  });
});
