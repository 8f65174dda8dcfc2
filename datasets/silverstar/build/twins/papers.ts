import { isoTime, day } from '../calendar.ts';
import { handIn } from '../papers.ts';
import type { Random } from '../random.ts';
import { label, spare, type Sample } from '../sample.ts';

/** Ten members never changed the specimen that their page builder shows: one file, ten accounts. */
export function addSpecimenPortfolios(sample: Sample, random: Random): void {
  const told = new Set(sample.data.rows('labels').map((row) => row.account_id));
  const plainDevelopers = sample.members.filter(
    ({ id, bidsPerMonth }) => bidsPerMonth > 0 && !told.has(id),
  );
  const members = random.some(plainDevelopers, 10);
  const specimen = { sha256: random.hex(64), perceptual_hash: random.hex(16) };
  for (const member of members) {
    const document = handIn(sample, random, member, {
      kind: 'portfolio',
      used_for: 'signup',
      text: 'Your name here. Lorem ipsum: three projects that show what you can do.',
      submitted_at: isoTime(member.opened + random.int(0, 3) * day),
      ...specimen,
    });
    sample.data.add('known_shared', {
      type: 'document',
      value: document,
      reason: 'specimen portfolio of a page builder',
      since: '2019-01-01',
    });
  }
  label(sample, members, { role: 'benign', kind: 'specimen-portfolio' });
  spare(sample, members, ['rating-ring'], 'one specimen portfolio in common; known_shared says so');
}
