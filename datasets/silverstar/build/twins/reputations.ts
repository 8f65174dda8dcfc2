import { joinClient, joinDeveloper } from '../accounts.ts';
import { at, day, hour } from '../calendar.ts';
import { bid, pay, postJob, rate } from '../market.ts';
import { places } from '../places.ts';
import type { Random } from '../random.ts';
import { label, type Member, type Sample } from '../sample.ts';

/** Honest clients who praise much, and an honest member who brings in many. */
export function addReputations(sample: Sample, random: Random): void {
  addLongStandingClient(sample, random);
  addProjectEnd(sample, random);
  addReferrer(sample, random);
}

/** Five stars, again and again, for the same three over fourteen months. */
function addLongStandingClient(sample: Sample, random: Random): void {
  const client = joinClient(sample, random, {
    place: places.london,
    opened: at('2018-04-12'),
    jobsPerMonth: 0.3,
  });
  const team = [places.kyiv, places.bengaluru, places.seoul].map((place) =>
    joinDeveloper(sample, random, {
      place,
      trade: 'design',
      opened: at('2019-01-01') + random.int(0, 500) * day,
    }),
  );
  for (let round = 0; round < 24; round++) {
    const posted = at('2021-03-03') + round * 17 * day + random.int(0, 40) * hour;
    work(sample, random, {
      client,
      member: team[round % team.length]!,
      posted,
      days: 12,
      score: round % 7 === 5 ? 4 : 5,
    });
  }
  label(sample, [client, ...team], { role: 'benign', kind: 'long-standing-client' });
  sample.verdicts.mustNot(
    'rating-ring',
    [client, ...team],
    'many five-star ratings, but spread over fourteen months and for work of weeks',
  );
  sample.verdicts.notInCluster([client, ...team], 'a long-standing client and its developers');
}

/** A client with one large project: it ends for everyone within a month, and not all did equally well. */
function addProjectEnd(sample: Sample, random: Random): void {
  const client = joinClient(sample, random, {
    place: places.austin,
    opened: at('2019-08-01'),
    jobsPerMonth: 0.4,
  });
  const scores = [5, 4, 5, 3, 5, 4];
  const team = scores.map(() =>
    joinDeveloper(sample, random, {
      trade: random.pick(['web', 'data']),
      opened: at('2020-06-01') + random.int(0, 200) * day,
      bidsPerMonth: 2,
    }),
  );
  for (const [index, member] of team.entries()) {
    const posted = at('2021-10-11') + index * 20 * hour;
    work(sample, random, { client, member, posted, days: 45 + index * 5, score: scores[index]! });
  }
  label(sample, [client, ...team], { role: 'benign', kind: 'project-end' });
  sample.verdicts.mustNot(
    'rating-ring',
    [client, ...team],
    'one project ended for six developers at about the same time; no papers and no money in common',
  );
  sample.verdicts.notInCluster([client, ...team], 'one large project');
}

function work(
  sample: Sample,
  random: Random,
  about: { client: Member; member: Member; posted: number; days: number; score: number },
): void {
  const { client, member, posted } = about;
  const finished = posted + about.days * day;
  const job = postJob(sample, random, {
    client,
    trade: member.trade,
    posted,
    budget: random.int(30, 190) * 10,
    finished,
  });
  bid(sample, random, {
    member,
    job,
    sent: posted + random.int(2, 60) * hour,
    status: 'accepted',
    written: false,
  });
  pay(sample, job, member, { sent: finished + random.int(3, 70) * hour });
  rate(sample, {
    from: client,
    to: member,
    score: about.score,
    rated: finished + random.int(5, 90) * hour,
    job,
  });
}

function addReferrer(sample: Sample, random: Random): void {
  const referrer = joinDeveloper(sample, random, {
    place: places.manila,
    opened: at('2020-02-02'),
  });
  const friends = Array.from({ length: 6 }, () =>
    joinDeveloper(sample, random, {
      place: random.pick([places.manila, places.hanoi]),
      account: { referred_by: referrer.id },
    }),
  );
  label(sample, [referrer, ...friends], { role: 'benign', kind: 'referrer' });
  sample.verdicts.notInCluster([referrer, ...friends], 'friends whom one member brought in');
}
