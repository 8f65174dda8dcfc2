import { describe, expect, it } from 'vitest';
import type { Row } from '../dataset.ts';
import { detecting, plainAccounts, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('remote-desktop');

function sessions(account_id: string, about: { ip?: string; device_id?: string; port?: number }) {
  return Array.from({ length: 12 }, (_, day) => ({
    account_id,
    ip: about.ip ?? '192.0.2.1',
    ...(about.device_id === undefined ? {} : { device_id: about.device_id }),
    ...(about.port === undefined ? {} : { service_port: about.port }),
    started_at: time(day),
    ended_at: time(day, 12),
  }));
}
const peers = plainAccounts(30, 'p').map((account) => ({ ...account, trade: 'web' }));
const peerLogins = peers.flatMap(({ account_id }) => sessions(account_id, { device_id: 'plain' }));
const devices: readonly Row[] = [
  { device_id: 'plain', kind: 'laptop' },
  { device_id: 'remote', kind: 'virtual machine', remote_access: 'anydesk|rdp' },
];
const ips: readonly Row[] = [
  { ip: '192.0.2.1', kind: 'residential', open_ports: '443' },
  { ip: '192.0.2.2', kind: 'hosting', open_ports: '22|3389', observed_at: time(5) },
];

describe('remote-desktop', () => {
  it('finds an account worked through port 3389 of a rented server, where its peers have nothing of it', async () => {
    const found = await findingsIn({
      accounts: [...peers, { account_id: 'a1', trade: 'web' }],
      devices,
      ips,
      logins: [
        ...peerLogins,
        ...sessions('a1', { ip: '192.0.2.2', device_id: 'remote', port: 3389 }),
      ],
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      accounts: ['a1'],
      possible_role: 'operator',
      facts: { ports: ['3389'], tools: ['anydesk', 'rdp'], sessions: 12, beside: 30 },
    });
    // What the strength takes leans on the average; what is said was counted.
    expect(found[0]!.title).toContain('port in 12 of 12 sessions (0 of 30 peers show it)');
    expect(found[0]!.indicators).toContain('P4');
    expect(found[0]!.score).toBeGreaterThan(0.7);
    expect((await findingsAgain())[0]!.id).toBe(found[0]!.id);
    const before = await findingsAgain(time(3));
    const signs = (before[0]!.facts['signs'] as { sign: string }[]).map(({ sign }) => sign);
    expect(signs).toEqual(['port', 'tool']);
    expect(await findingsAgain(time(-1))).toEqual([]);
  });

  it('near miss: port 22, a VPN, and a server reached once', async () => {
    const found = await findingsIn({
      accounts: [...peers, ...plainAccounts(3)],
      devices,
      ips: [...ips, { ip: '192.0.2.3', kind: 'vpn' }],
      logins: [
        ...peerLogins,
        ...sessions('a1', { port: 22 }),
        ...sessions('a2', { ip: '192.0.2.3' }),
        ...sessions('a3', {}),
        { account_id: 'a3', ip: '192.0.2.2', started_at: time(20) },
      ],
    });
    expect(found).toEqual([]);
  });

  it('weighs little what the whole trade does', async () => {
    const admins = plainAccounts(30, 's').map((account) => ({ ...account, trade: 'it-support' }));
    const found = await findingsIn({
      accounts: [...peers, ...admins],
      devices,
      ips,
      logins: [
        ...peerLogins,
        ...admins.flatMap(({ account_id }) =>
          sessions(account_id, { device_id: 'remote', port: 3389 }),
        ),
      ],
    });
    for (const { score } of found) expect(score).toBeLessThan(0.25);
  });

  it('sees in tools on a machine at home the holder who lends it', async () => {
    const found = await findingsIn({
      accounts: [...peers, { account_id: 'a1', trade: 'web' }],
      devices,
      ips,
      logins: [...peerLogins, ...sessions('a1', { device_id: 'remote' })],
    });
    expect(found[0]).toMatchObject({ possible_role: 'mule' });
    expect(found[0]!.score).toBeLessThan(0.4);
  });
});
