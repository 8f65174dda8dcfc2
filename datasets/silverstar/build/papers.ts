import { day, isoTime } from './calendar.ts';
import type { Row } from './dataset.ts';
import type { Random } from './random.ts';
import type { Member, Sample } from './sample.ts';

/** Hands in a document with digests of its own; what the theme says stands over what is drawn. */
export function handIn(
  sample: Sample,
  random: Random,
  member: Member,
  paper: Row<'documents'>,
): string {
  const id = sample.ids.next('doc', 6);
  sample.data.add('documents', {
    document_id: id,
    account_id: member.id,
    sha256: random.hex(64),
    perceptual_hash: random.hex(16),
    ...paper,
  });
  return id;
}

/** The paper with which most members prove who they are. */
export function identityPaper(
  sample: Sample,
  random: Random,
  member: Member,
  paper: Row<'documents'> = {},
): string {
  const kind = random.pick(['passport', 'passport', 'national_id', 'driving_licence']);
  return handIn(sample, random, member, {
    kind,
    used_for: 'verification',
    name_on_document: member.name,
    birth_date: member.account.birth_date,
    number: `ZZ${random.digits(7)}`,
    issuing_country: member.account.nationality,
    address_on_document: kind === 'passport' ? undefined : member.account.address,
    photo_hash: random.hex(16),
    verification_result: random.chance(0.9) ? 'passed' : random.pick(['poor_image', 'unchecked']),
    submitted_at: isoTime(member.opened + random.between(0.1, 3) * day),
    ...paper,
  });
}

/** A digest that differs from another in a few bits, as for two photos of one sheet of paper. */
export function nearHash(random: Random, hash: string): string {
  const place = random.int(0, hash.length - 1);
  const digit = parseInt(hash[place] ?? '0', 16) ^ (1 << random.int(0, 3));
  return hash.slice(0, place) + digit.toString(16) + hash.slice(place + 1);
}
