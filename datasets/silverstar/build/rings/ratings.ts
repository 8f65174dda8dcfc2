import { joinClient, joinDeveloper } from '../accounts.ts';
import { at, day, hour, isoTime } from '../calendar.ts';
import { bid, pay, postJob, rate } from '../market.ts';
import { handIn, identityPaper, nearHash } from '../papers.ts';
import { openPayment } from '../payments.ts';
import { places } from '../places.ts';
import type { Random } from '../random.ts';
import { label, type Member, type Sample } from '../sample.ts';
import { gather } from '../sessions.ts';

/**
 * Two client accounts lift seven developer accounts: small jobs, five stars, all within weeks, papers
 * that repeat, and a client that pays from the wallet into which its developers are paid.
 */
export function addRatingRing(sample: Sample, random: Random): void {
  const wallet = openPayment(sample, random, {
    kind: 'wallet',
    holder: 'M. Villacorta',
    country: 'PH',
    opened: at('2021-05-01'),
  });
  const developers = addDevelopers(sample, random, wallet);
  const first = joinClient(sample, random, {
    place: places.newark,
    opened: at('2021-08-19'),
    funding: wallet,
    jobsPerMonth: 0.2,
    papers: false,
  });
  const second = joinClient(sample, random, {
    place: places.dublin,
    opened: at('2021-10-02'),
    jobsPerMonth: 0.2,
    papers: false,
  });
  praise(sample, random, {
    client: first,
    developers: developers.slice(0, 6),
    start: at('2021-09-06'),
    days: 19,
  });
  praise(sample, random, {
    client: second,
    developers: developers.slice(4),
    start: at('2021-11-03'),
    days: 12,
  });
  repeatPapers(sample, random, { developers, first, second });
  meetAtServer(sample, random, [first, ...developers.slice(0, 4)]);

  nameDefunctWebsite(sample, developers.slice(2, 5));

  const cluster = 'rating ring';
  const kind = 'rating-ring';
  label(sample, [first, second, ...developers.slice(0, 5)], { cluster, role: 'operator', kind });
  label(sample, developers.slice(5), { cluster, role: 'mule', kind, note: 'rented account' });
  expect(sample, { developers, first, second });
}

function addDevelopers(sample: Sample, random: Random, wallet: string): Member[] {
  const claimed = [
    places.manila,
    places.london,
    places.saoPaulo,
    places.seoul,
    places.pune,
    places.denver,
    places.warsaw,
  ];
  return claimed.map((place, index) =>
    joinDeveloper(sample, random, {
      place,
      offset: 8,
      opened: at('2021-05-10') + random.int(0, 90) * day,
      trade: index % 2 === 0 ? 'web' : 'mobile',
      payout: index < 3 ? wallet : undefined,
      bidStyle: 'rating ring',
      bidsPerMonth: 1.6,
      papers: false,
    }),
  );
}

function praise(
  sample: Sample,
  random: Random,
  round: { client: Member; developers: readonly Member[]; start: number; days: number },
): void {
  const { client, developers } = round;
  for (const [index, member] of developers.entries()) {
    const posted = round.start + Math.floor((index / developers.length) * round.days * 24) * hour;
    const finished = posted + random.int(20, 60) * hour;
    const job = postJob(sample, random, {
      client,
      trade: member.trade,
      posted,
      budget: random.int(15, 45),
      finished,
    });
    bid(sample, random, {
      member,
      job,
      sent: posted + random.int(5, 40) * 60_000,
      status: 'accepted',
      written: true,
    });
    pay(sample, job, member, { sent: finished + 3 * hour });
    rate(sample, {
      from: client,
      to: member,
      score: 5,
      rated: finished + random.int(1, 9) * hour,
      job,
      comment: 'Perfect developer! Highly recommended!',
    });
  }
}

/** M6, M8: one diploma, one face and one statement serve several names. */
function repeatPapers(
  sample: Sample,
  random: Random,
  ring: { developers: Member[]; first: Member; second: Member },
): void {
  const { developers, first, second } = ring;
  const [a, b, c, d, e, f, g] = developers as [
    Member,
    Member,
    Member,
    Member,
    Member,
    Member,
    Member,
  ];
  const diploma = { sha256: random.hex(64), perceptual_hash: random.hex(16) };
  for (const member of [a, d, f]) {
    handIn(sample, random, member, {
      kind: 'diploma',
      used_for: 'signup',
      name_on_document: member.name,
      issuer_name: 'Port Ellery Polytechnic',
      submitted_at: isoTime(member.opened + day),
      ...diploma,
    });
  }
  const face = random.hex(16);
  for (const member of [b, e]) identityPaper(sample, random, member, { photo_hash: face });
  const card = random.hex(16);
  identityPaper(sample, random, c, { kind: 'resident_card', perceptual_hash: card });
  identityPaper(sample, random, first, {
    kind: 'resident_card',
    perceptual_hash: nearHash(random, card),
  });
  const statement = { kind: 'statement', used_for: 'verification', sha256: random.hex(64) };
  for (const member of [second, g]) {
    handIn(sample, random, member, {
      ...statement,
      name_on_document: member.name,
      submitted_at: isoTime(member.opened + 2 * day),
      issuer_name: 'Harbourline Bank',
    });
  }
  for (const member of [a, d, f, g]) identityPaper(sample, random, member);
}

/** M3: three of them name one website that has never answered. */
function nameDefunctWebsite(sample: Sample, developers: readonly Member[]): void {
  const url = 'https://total-solution-studio.example';
  for (const member of developers) member.account.website = url;
  sample.data.add('websites', { url, status: 'defunct', checked_at: '2021-09-30T08:00:00Z' });
}

function meetAtServer(sample: Sample, random: Random, members: readonly Member[]): void {
  const ip = sample.network.address(random, places.newark, 'hosting');
  for (const start of ['2021-09-08T02:00:00Z', '2021-09-14T01:30:00Z', '2021-09-21T03:00:00Z']) {
    gather(sample, random, members, { ip, start: at(start), hours: 5 });
  }
}

function expect(
  sample: Sample,
  { developers, first, second }: { developers: Member[]; first: Member; second: Member },
): void {
  const { verdicts } = sample;
  verdicts.must(
    'rating-ring',
    [first, ...developers.slice(0, 6)],
    'one client gave six developers five stars within three weeks; it pays from the wallet of three of them, and diplomas, a face and a resident card repeat',
  );
  verdicts.must(
    'rating-ring',
    [second, ...developers.slice(4)],
    'one client gave three developers five stars within two weeks; its bank statement is also one of theirs',
  );
  verdicts.must(
    'shared-payout',
    developers.slice(0, 3),
    'three unrelated names in three countries are paid into one wallet of a fourth',
  );
  verdicts.together([first, second, ...developers], 'the two rounds of ratings share developers');
}
