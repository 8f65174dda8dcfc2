import { bidText } from './bid-texts.ts';
import { at, day, firstDay, hour, isoTime, lastDay, month } from './calendar.ts';
import { jobTitle } from './job-titles.ts';
import { handIn } from './papers.ts';
import { transfer, type TransferStatus } from './payments.ts';
import type { Random } from './random.ts';
import type { Member, Sample } from './sample.ts';

interface Job {
  id: string;
  client: Member;
  trade: string;
  title: string;
  posted: number;
  budget: number;
}

const praise = [
  'Good work, on time.',
  'Clear and friendly.',
  'Would hire again.',
  'Solved it quickly.',
  'Fine, with some delay.',
  'Very thorough.',
  'All as agreed.',
];

export function postJob(
  sample: Sample,
  random: Random,
  job: { client: Member; trade: string; posted: number; budget?: number; finished?: number },
): Job {
  const id = sample.ids.next('j', 5);
  const title = jobTitle(random, job.trade);
  const budget = job.budget ?? Math.round(random.between(80, 2400) / 10) * 10;
  sample.data.add('jobs', {
    job_id: id,
    client_account_id: job.client.id,
    title,
    category: job.trade,
    posted_at: isoTime(job.posted),
    due_at: isoTime(job.posted + random.int(14, 50) * day),
    finished_at: job.finished === undefined ? undefined : isoTime(job.finished),
    budget: budget.toFixed(2),
    currency: 'USD',
  });
  return { id, client: job.client, trade: job.trade, title, posted: job.posted, budget };
}

/** All jobs that were posted between two times. */
export function jobsBetween(sample: Sample, from: number, until: number): Job[] {
  const members = new Map(sample.members.map((member) => [member.id, member]));
  return sample.data.rows('jobs').flatMap((row) => {
    const posted = at(String(row.posted_at));
    const client = members.get(String(row.client_account_id));
    if (!client || posted <= from || posted >= until) return [];
    const { job_id: id, category, title, budget } = row;
    return [
      {
        id: String(id),
        client,
        trade: String(category),
        title: String(title),
        posted,
        budget: Number(budget),
      },
    ];
  });
}

export function bid(
  sample: Sample,
  random: Random,
  about: { member: Member; job: Job; sent: number; status: string; written: boolean },
): void {
  const { member, job, sent } = about;
  const document = about.written
    ? handIn(sample, random, member, {
        kind: 'bid',
        used_for: 'bid',
        perceptual_hash: undefined,
        text: bidText(random, member, job.title),
        submitted_at: isoTime(sent),
        to_account_id: job.client.id,
      })
    : undefined;
  sample.data.add('bids', {
    bid_id: sample.ids.next('b', 6),
    account_id: member.id,
    job_id: job.id,
    submitted_at: isoTime(sent),
    status: about.status,
    document_id: document,
  });
}

export function rate(
  sample: Sample,
  about: { from: Member; to: Member; score: number; rated: number; job?: Job; comment?: string },
): void {
  sample.data.add('ratings', {
    rating_id: sample.ids.next('r', 6),
    from_account_id: about.from.id,
    to_account_id: about.to.id,
    score: about.score,
    scale_min: 1,
    scale_max: 5,
    rated_at: isoTime(about.rated),
    job_id: about.job?.id,
    comment: about.comment,
  });
}

/** The payment account that a member's earnings go to at that time. */
function payoutAt(member: Member, time: number): string | undefined {
  return member.payouts.findLast((payout) => payout.from <= time)?.to;
}

/** Pays a job to whoever did it; nothing happens when one of the two has no payment account. */
export function pay(
  sample: Sample,
  job: Job,
  worker: Member,
  about: { sent: number; share?: number; status?: TransferStatus },
): void {
  const { sent, share = 1, status } = about;
  const to = payoutAt(worker, sent);
  if (!job.client.funding || !to) return;
  transfer(sample, {
    from: job.client.funding,
    to,
    amount: job.budget * share,
    sent,
    job: job.id,
    status,
  });
}

/** The platform's ordinary life: clients post jobs, developers bid, one is chosen, paid and rated. */
export function runMarket(sample: Sample, random: Random): void {
  const jobs = postOrdinaryJobs(sample, random);
  const bidders = new Map<Job, Member[]>(jobs.map((job) => [job, []]));
  for (const member of sample.members) {
    for (const job of jobsToBidOn(random, member, jobs)) bidders.get(job)?.push(member);
  }
  for (const [job, members] of bidders) settle(sample, random, job, members);
}

function postOrdinaryJobs(sample: Sample, random: Random): Job[] {
  const jobs: Job[] = [];
  for (const client of sample.members) {
    if (client.jobsPerMonth === 0) continue;
    const wanted = random.some(ordinaryTrades, random.int(1, 3));
    const start = Math.max(client.opened, firstDay);
    for (let from = start; from < client.until - month; from += month) {
      const count = Math.floor(client.jobsPerMonth + random.next());
      for (let n = 0; n < count; n++) {
        const posted = from + Math.floor(random.between(0, 29) * 24 * 60) * 60_000;
        jobs.push(postJob(sample, random, { client, trade: random.pick(wanted), posted }));
      }
    }
  }
  return jobs;
}

const ordinaryTrades = [
  'web',
  'web',
  'mobile',
  'mobile',
  'design',
  'data',
  'writing',
  'devops',
  'games',
  'it-support',
];

function jobsToBidOn(random: Random, member: Member, jobs: readonly Job[]): Job[] {
  if (member.bidsPerMonth === 0) return [];
  const open = jobs.filter(
    (job) =>
      job.trade === member.trade &&
      job.client !== member &&
      job.posted > member.opened + 3 * day &&
      job.posted < member.until - 3 * day,
  );
  const months = (member.until - Math.max(member.opened, firstDay)) / month;
  return random.some(open, Math.floor(member.bidsPerMonth * months + random.next()));
}

function settle(sample: Sample, random: Random, job: Job, bidders: readonly Member[]): void {
  const chosen = random.chance(0.85) ? choose(random, bidders) : undefined;
  for (const member of bidders) {
    const sent = job.posted + Math.floor(random.between(1, 70)) * hour;
    const status =
      member === chosen
        ? 'accepted'
        : random.pick(['rejected', 'rejected', 'submitted', 'withdrawn']);
    bid(sample, random, { member, job, sent, status, written: random.chance(0.4) });
  }
  if (chosen) finish(sample, random, job, chosen);
}

function choose(random: Random, bidders: readonly Member[]): Member | undefined {
  let left = random.next() * bidders.reduce((sum, member) => sum + member.merit, 0);
  return bidders.find((member) => (left -= member.merit) < 0);
}

function finish(sample: Sample, random: Random, job: Job, worker: Member): void {
  const done = job.posted + Math.floor(random.between(8, 45) * 24) * hour;
  if (done > Math.min(lastDay, worker.until)) return;
  pay(sample, job, worker, {
    sent: done + random.int(2, 60) * hour,
    share: random.pick([1, 1, 1, 0.9, 1.1]),
    status: random.chance(0.95) ? 'settled' : random.pick(['failed', 'reversed', 'disputed']),
  });
  if (random.chance(0.75)) {
    const score = random.pick([5, 5, 5, 5, 5, 5, 4, 4, 4, 3, 2]);
    const comment = random.chance(0.4) ? random.pick(praise) : undefined;
    rate(sample, {
      from: job.client,
      to: worker,
      score,
      rated: done + random.int(3, 200) * hour,
      job,
      comment,
    });
  }
  if (random.chance(0.4)) {
    const score = random.pick([5, 5, 5, 5, 4, 4, 3]);
    rate(sample, {
      from: worker,
      to: job.client,
      score,
      rated: done + random.int(3, 200) * hour,
      job,
    });
  }
}
