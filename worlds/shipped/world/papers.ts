import { makeAddress, rewrittenAddress, typo, type Person } from '../people/person.ts';
import type { Random } from '../chance/random.ts';
import { day, worldEnds } from '../chance/time.ts';
import type { Account, Paper } from './account.ts';

const firstKinds = ['passport', 'national_id', 'driving_licence', 'resident_card'];
const furtherKinds = [
  'statement',
  'diploma',
  'visa',
  'social_security',
  'national_id',
  'statement',
];
const issuers: Readonly<Record<string, readonly string[]>> = {
  statement: [
    'Marlow Savings',
    'Copperfield Bank',
    'Harbour Mutual',
    'City Waterworks',
    'Northmoor Power',
  ],
  diploma: [
    'Registrar of the Technical University',
    'College Office',
    'Polytechnic Examination Board',
  ],
};

/** The name as an office may have put it. */
function nameOnPaper(random: Random, person: Person, kind: string): string {
  const { name } = person;
  if (kind === 'national_id' && random.chance(0.6)) return name.local;
  if (random.chance(0.12)) return random.pick(name.variants);
  if (random.chance(0.08)) return `${name.family} ${name.given}`;
  if (random.chance(0.06)) return person.legal.toUpperCase();
  if (random.chance(0.02)) return typo(random, person.legal);
  return person.legal;
}

/** The papers that somebody hands in to be verified. */
export function ownPapers(
  random: Random,
  person: Person,
  account: Pick<Account, 'created' | 'verified'>,
): Paper[] {
  const checked = account.verified ?? account.created + random.exponential(5) * day;
  const before = () =>
    Math.floor(Math.min(worldEnds, account.created + random.next() * (checked - account.created)));
  const papers: Paper[] = [];
  // Those who never handed in anything are few.
  if (random.chance(0.96))
    papers.push(makePaper(random, person, random.pick(firstKinds), before()));
  const further = random.weighted([0, 1, 2, 3], (count) => [45, 35, 15, 5][count]!);
  for (let at = 0; at < further; at++)
    papers.push(makePaper(random, person, random.pick(furtherKinds), before()));
  return papers;
}

export function makePaper(random: Random, person: Person, kind: string, at: number): Paper {
  const hasPhoto = !['statement', 'diploma', 'social_security'].includes(kind);
  const issuer = issuers[kind];
  const named = issuer && random.chance(0.85) ? random.pick(issuer) : undefined;
  const reachable = named !== undefined && random.chance(0.7);
  return {
    kind,
    usedFor: random.chance(0.85) ? 'verification' : 'signup',
    name: nameOnPaper(random, person, kind),
    ...(kind !== 'statement' && random.chance(0.92) ? { birth: person.birth } : {}),
    ...(random.chance(0.93) ? { number: `${random.hex(1).toUpperCase()}${random.digits(8)}` } : {}),
    ...(random.chance(0.94)
      ? { country: kind === 'passport' ? person.nationality : person.home.country }
      : {}),
    ...(named === undefined ? {} : { issuer: named }),
    ...(reachable
      ? {
          issuerEmail: `records@${named.toLowerCase().replace(/[^a-z]/g, '')}.example`,
          issuerPhone: `+${person.home.dialling}55501${random.digits(6)}`,
        }
      : {}),
    ...(random.chance(0.6)
      ? {
          address: random.chance(0.12)
            ? makeAddress(random, person.home)
            : random.chance(0.3)
              ? rewrittenAddress(random, person.address)
              : person.address,
        }
      : {}),
    sha256: random.hex(64),
    looks: random.hex(16),
    ...(hasPhoto && random.chance(0.95) ? { photo: random.hex(16) } : {}),
    result: random.weighted(
      ['passed', 'poor_image', 'failed', 'unchecked'],
      (one) => ({ passed: 88, poor_image: 4, failed: 1.6, unchecked: 6.4 })[one] ?? 0,
    ),
    at,
  };
}
