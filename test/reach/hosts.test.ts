import { describe, expect, it } from 'vitest';
import { tried } from '../hostile/tally.ts';
import { entryIn, isNamed, mayConnect } from '../../server/platform/reach/hosts.ts';

/** Whether somebody who reaches nothing but the internet may be sent there. */
const isOpen = (address: string) => mayConnect(address, 443, ['hooks.example']);

describe('an address', () => {
  it.each([
    ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '10.0.0.5', '172.16.0.1', '172.31.255.255'],
    ...['192.168.1.1', '169.254.169.254', '100.64.0.1', '100.127.255.255', '192.0.0.192'],
    ...['198.18.0.1', '224.0.0.1', '240.0.0.1', '255.255.255.255', '192.88.99.1'],
    ...['::', '::1', '::127.0.0.1', '::ffff:127.0.0.1', '::ffff:7f00:1', '0:0:0:0:0:ffff:7f00:1'],
    ...['::FFFF:A9FE:A9FE', '::ffff:0:127.0.0.1', 'fe80::1', 'fe80::1%eth0', 'febf::1', 'fec0::1'],
    ...['fc00::1', 'fd00:ec2::254', '64:ff9b::127.0.0.1', '64:ff9b::a9fe:a9fe', '64:ff9b:1::1'],
    ...['2002:7f00:1::', '2001:0:7f00:1::', '2001:db8::1', '3fff::1', 'ff02::1', '100::1'],
    ...['4000::1', '5f00::1', 'not an address', '', 'localhost'],
  ])('is not connected to unless it is named: %s', (address) => {
    tried('address', address);
    expect(isOpen(address)).toBe(false);
  });

  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '64:ff9b::8.8.8.8'])(
    'of the internet may be connected to: %s',
    (address) => {
      expect(isOpen(address)).toBe(true);
    },
  );

  it('that is named, alone, with its port or in a block, may be connected to', () => {
    const hosts = ['10.1.0.0/16', '127.0.0.1:9000', '[fd00::5]:9000', 'fd01::/32'];
    const may = (address: string, port: number) => mayConnect(address, port, hosts);
    expect(may('10.1.255.1', 80)).toBe(true);
    expect(may('::ffff:10.1.2.3', 80)).toBe(true);
    expect(may('10.2.0.1', 80)).toBe(false);
    expect(may('127.0.0.1', 9000)).toBe(true);
    expect(may('127.0.0.1', 9001)).toBe(false);
    expect(may('fd00::5', 9000)).toBe(true);
    expect(may('fd01:0:1::1', 1)).toBe(true);
    expect(may('fd02::1', 1)).toBe(false);
  });
});

describe('a host', () => {
  it.each([
    ['https://hooks.example/x', ['hooks.example'], true],
    ['https://HOOKS.example./x', ['Hooks.Example.'], true],
    ['http://hooks.example/x', ['hooks.example'], true],
    ['https://hooks.example:8443/x', ['hooks.example'], false],
    ['https://hooks.example:8443/x', ['hooks.example:8443'], true],
    ['https://hooks.example/x', ['hooks.example:443'], true],
    ['http://hooks.example/x', ['hooks.example:443'], false],
    ['https://hooks.example.evil.example/', ['hooks.example'], false],
    ['https://evil-hooks.example/', ['hooks.example'], false],
    ['https://bücher.example/', ['xn--bcher-kva.example'], true],
    ['https://xn--bcher-kva.example/', ['bücher.example'], true],
    ['http://0x7f.1/', ['127.0.0.1'], true],
    ['http://[::ffff:7f00:1]/', ['127.0.0.0/8'], true],
    ['http://127.0.0.1/', ['10.0.0.0/8'], false],
    ['http://[fd00::5]:9000/', ['[fd00::5]:9000'], true],
    ['http://localhost/', ['127.0.0.1'], false],
  ])('%s of those named %j: %s', (url, hosts, named) => {
    expect(isNamed(new URL(url), hosts)).toBe(named);
  });

  it.each([
    'https://hooks.example',
    'a b',
    'user@hooks.example',
    'hooks.example/x',
    '10.0.0.0/33',
    '',
  ])('is not written so: %j', (host) => {
    expect(entryIn(host)).toBeNull();
  });
});
