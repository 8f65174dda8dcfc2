import { describe, expect, it } from 'vitest';
import { detecting, plainAccounts, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('vpn-slip');

const home = '203.0.113.9';
const exits = ['198.51.100.1', '198.51.100.2'];
const ips = [
  { ip: home, kind: 'residential', asn: '64500', as_name: 'Town Net' },
  ...exits.map((ip) => ({ ip, kind: 'vpn', asn: '64600' })),
];

function login(account_id: string, ip: string, day: number) {
  return { account_id, ip, started_at: time(day, 9), ended_at: time(day, 10) };
}

/** Ten days through exits, and one at the stray address, each on another day. */
function hiding(account_id: string, at: number, stray = home) {
  return [
    ...Array.from({ length: 10 }, (_, day) => login(account_id, exits[(at + day) % 2]!, day)),
    login(account_id, stray, 20 + 9 * at),
  ];
}

const team = plainAccounts(4);
const teamLogins = team.flatMap(({ account_id }, at) => hiding(account_id, at));

describe('vpn-slip', () => {
  it('finds accounts that hide, and were each seen once at one address that is nobody’s', async () => {
    const found = await findingsIn({ accounts: team, ips, logins: teamLogins });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      accounts: ['a1', 'a2', 'a3', 'a4'],
      facts: {
        ...{ ip: home, kind: 'residential', network: 'AS64500', accounts: 4, unrelated: 4 },
        ...{
          guests: 4,
          sessions: 4,
          hidden_share: 1,
          least_hidden: 1,
          most_hidden: 1,
          at_home: 0,
          passed_through: 0,
        },
      },
    });
    expect(found[0]!.score).toBeGreaterThan(0.7);
    // The exits, which hundreds share, are no evidence of it.
    expect(new Set(found[0]!.nodes.map(({ type }) => type))).toEqual(new Set(['account', 'ip']));
    expect(found[0]!.evidence.filter(({ to }) => to?.type === 'ip')).toHaveLength(4);
    expect((await findingsAgain())[0]!.id).toBe(found[0]!.id);
    expect(await findingsAgain(time(19))).toEqual([]);
    const [pair] = await findingsAgain(time(30));
    expect(pair!.accounts).toEqual(['a1', 'a2']);
    expect(pair!.score).toBeLessThan(found[0]!.score);
  });

  it('takes the addresses of one IPv6 network for one', async () => {
    const six = (at: number) => `2001:db8:7:1::${String(at + 1)}`;
    const found = await findingsIn({
      accounts: team,
      ips: [...ips, ...team.map((_, at) => ({ ip: six(at), kind: 'residential', asn: '64500' }))],
      logins: team.flatMap(({ account_id }, at) => hiding(account_id, at, six(at))),
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ facts: { ip: '2001:db8:7:1::/64', accounts: 4 } });
  });

  it('near miss: somebody is at home there, nobody hides elsewhere, or many pass through such places', async () => {
    const [host] = plainAccounts(1, 'h');
    const days = Array.from({ length: 10 }, (_, day) => login(host!.account_id, home, day));
    expect(
      await findingsIn({ accounts: [...team, host!], ips, logins: [...teamLogins, ...days] }),
    ).toEqual([]);
    const open = ips.map((ip) => ({ ...ip, kind: 'residential' }));
    expect(await findingsIn({ accounts: team, ips: open, logins: teamLogins })).toEqual([]);
    const mobile = ips.map((ip) => (ip.ip === home ? { ...ip, kind: 'mobile' } : ip));
    expect(await findingsIn({ accounts: team, ips: mobile, logins: teamLogins })).toEqual([]);
    const known = await findingsIn({
      ...{ accounts: team, ips, logins: teamLogins },
      known_shared: [{ type: 'ip', value: home, reason: 'a guest house' }],
    });
    expect(known).toEqual([]);
  });

  it('says little of a network that hands its addresses out anew', async () => {
    const strangers = plainAccounts(30, 's');
    const pool = Array.from({ length: 10 }, (_, at) => `203.0.113.${String(100 + at)}`);
    const found = await findingsIn({
      accounts: [...team, ...strangers],
      ips: [...ips, ...pool.map((ip) => ({ ip, kind: 'residential', asn: 'AS64500' }))],
      logins: [
        ...teamLogins,
        ...strangers.flatMap(({ account_id }, at) => [
          login(account_id, pool[at % 10]!, at),
          login(account_id, pool[(at + 3) % 10]!, 40 + at),
        ]),
      ],
    });
    const ofTeam = found.find(({ accounts }) => accounts.includes('a1'));
    expect(ofTeam).toMatchObject({ facts: { passed_through: 10 } });
    expect(ofTeam!.score).toBeLessThan(0.2);
  });

  it('the honest twin: staff behind a company’s VPN, openly connected, say next to nothing', async () => {
    const found = await findingsIn({
      accounts: team,
      companies: [{ company_id: 'co1', name: 'Larkmoor Ltd' }],
      links: team.map(({ account_id }) => ({
        ...{ from_type: 'company', from_id: 'co1', to_type: 'account', to_id: account_id },
        kind: 'employs',
      })),
      ips,
      logins: teamLogins,
    });
    expect(found.every(({ score }) => score < 0.05)).toBe(true);
  });
});
