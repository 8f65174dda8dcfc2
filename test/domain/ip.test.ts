import ipaddr from 'ipaddr.js';
import { expect, it } from 'vitest';
import { canonicalIp, isIp } from '../../domain/input/ip.ts';

const parts = [
  '',
  '0',
  '00',
  '01',
  '1',
  '9',
  '10',
  '99',
  '100',
  '199',
  '200',
  '249',
  '250',
  '255',
  '256',
  '300',
  '1e1',
  ' 1',
  'a',
];
const fours = parts.flatMap((one) =>
  ['1.2.3', '1.2', '1.2.3.4', '1.2..3'].flatMap((rest) => [`${one}.${rest}`, `${rest}.${one}`]),
);
const others = [
  ...[
    '::',
    '::1',
    '1::',
    ':',
    ':::',
    '2001:DB8::1',
    '2001:db8:0:0:0:0:0:1',
    '1:2:3:4:5:6:7:8:9',
    'g::1',
  ],
  ...[
    '::ffff:10.0.0.1',
    '::ffff:0x7f.0.0.1',
    '::ffff:010.0.0.1',
    '::10.0.0.256',
    '64:ff9b::1.2.3.4',
  ],
  ...[
    'fe80::1%eth0',
    'fe80::1%',
    '%eth0',
    '::1%a:b',
    '10.0.0.1%eth0',
    '10.0.0.1:80',
    '[::1]',
    '::1/128',
  ],
  ...[
    '2024-01-01T00:00:00Z',
    'https://a.example',
    'a:b',
    '12:30',
    '10',
    '0x7f000001',
    '١.٢.٣.٤',
    '1.2.3.4\n',
  ],
];

it('takes for addresses what the library does, IPv4 in four decimal parts alone, and writes them as it does', () => {
  const all = [...fours, ...others];
  const told = (text: string) =>
    ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);
  expect(all.filter(isIp)).toEqual(all.filter(told));
  const addresses = all.filter(isIp);
  expect(addresses.length).toBeGreaterThan(20);
  for (const address of addresses) {
    const parsed = ipaddr.parse(address);
    const written = parsed instanceof ipaddr.IPv6 ? parsed.toRFC5952String() : parsed.toString();
    expect(canonicalIp(address)).toBe(written);
  }
});
