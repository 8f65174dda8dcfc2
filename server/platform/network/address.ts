import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** All of IPv6 that is given out to be reached from everywhere. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');
/** Behind it stands an address of IPv4, which a translator of the network reaches (RFC 6052). */
const translated = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/** An IP address, one of IPv4 that is written as IPv6 read as what it is; null for a name. */
export function addressIn(text: string): Address | null {
  const plain = text.replace(/^\[(.*)\]$/, '$1');
  if (!ipaddr.isValid(plain)) return null;
  const address = ipaddr.parse(plain);
  if (address.kind() !== 'ipv6') return address;
  const six = address as ipaddr.IPv6;
  if (six.isIPv4MappedAddress()) return six.toIPv4Address();
  return six.match(translated) ? new ipaddr.IPv4(six.toByteArray().slice(12)) : six;
}

/**
 * Whether anybody on the internet may be behind it: no address of this machine, of a private network or of a cloud's own
 * services, in whatever spelling, and none that is set apart.
 */
export function isPublic(address: Address): boolean {
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || (address as ipaddr.IPv6).match(globalUnicast);
}

/** A block of addresses, one alone too; null for what is neither. */
export function blockIn(text: string): [Address, number] | null {
  const [written = '', bits, ...more] = text.split('/');
  const address = addressIn(written);
  if (!address || more.length > 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits))) return null;
  const whole = address.kind() === 'ipv4' ? 32 : 128;
  const length = bits === undefined ? whole : Number(bits);
  return length > whole ? null : [address, length];
}

export function isIn(address: Address, [first, bits]: [Address, number]): boolean {
  return address.kind() === first.kind() && address.match(first, bits);
}
