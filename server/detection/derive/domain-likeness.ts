import { editDistance } from '../../graph/names/edit-distance.ts';

/** The domain of an e-mail address, in lower case; null if there is none. */
export function mailDomain(address: string | null): string | null {
  const domain = /@([^@\s>]+)>?\s*$/.exec(address ?? '')?.[1];
  return domain === undefined ? null : cleaned(domain);
}

/** The host of a website's address without `www.`. */
export function siteDomain(address: string | null): string | null {
  const host = /^(?:[a-z]+:\/\/)?(?:[^/@\s]*@)?([^/:?#\s]+)/i.exec((address ?? '').trim())?.[1];
  return host === undefined ? null : cleaned(host.replace(/^www\d?\./i, ''));
}

function cleaned(domain: string): string | null {
  const lower = domain.toLowerCase().replace(/\.+$/, '');
  return /^[^.]+(\.[^.]+)+$/.test(lower) ? lower : null;
}

/** Second levels under which names are registered in some countries: example.co.uk. */
const registries = new Set(['co', 'com', 'org', 'net', 'gov', 'edu', 'ac']);

/** What its owner chose of a domain: `example` of mail.example.co.uk. */
export function nameOfDomain(domain: string): string {
  const parts = domain.split('.');
  const end = parts.length >= 3 && registries.has(parts.at(-2)!) ? 2 : 1;
  return parts.at(-1 - end) ?? parts[0]!;
}

function endOfDomain(domain: string): string {
  return domain.slice(domain.lastIndexOf(`${nameOfDomain(domain)}.`) + nameOfDomain(domain).length);
}

/** Shorter names are near one another by chance. */
const shortest = 5;

/** What the eye takes for one another. */
function seen(name: string): string {
  return name
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('cl', 'd')
    .replaceAll('0', 'o')
    .replaceAll(/[1i|]/g, 'l')
    .replaceAll('5', 's')
    .replaceAll('-', '');
}

/** Forms that two names one keystroke apart have in common: each with one letter left out. */
export function slips(name: string): string[] {
  if (name.length < shortest) return [];
  const without = Array.from(name, (_, at) => name.slice(0, at) + name.slice(at + 1));
  return [...new Set([name, seen(name), ...without])];
}

/** How much one domain looks made like another, in [0, 1]; 0 if it does not, or is the same owner's. */
export function isLookalike(domain: string, real: string): number {
  const [name, other] = [nameOfDomain(domain), nameOfDomain(real)];
  if (name.length < shortest || other.length < shortest) return 0;
  // Companies hold their name under several endings.
  if (name === other) return 0;
  const ends = endOfDomain(domain) === endOfDomain(real) ? 1 : 0.8;
  if (seen(name) === seen(other)) return 0.9 * ends;
  if (editDistance(name, other) !== 1) return 0;
  // One letter in five may be another word; one in twelve is a slip or a disguise.
  const length = Math.min(name.length, other.length);
  return Math.round(Math.min(0.85, 0.25 + 0.06 * length) * ends * 1e6) / 1e6;
}
