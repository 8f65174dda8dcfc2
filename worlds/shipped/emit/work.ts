import type { Random } from '../chance/random.ts';
import { fill } from '../texts/grammar.ts';
import { askText, ratingText, talkText, type Ask } from '../texts/messages.ts';
import { pitchText } from '../texts/pitches.ts';
import { day, hour, iso, worldEnds } from '../chance/time.ts';
import { isDeveloper, type Account } from '../world/account.ts';
import type { Bid, Job } from '../world/market.ts';
import type { World } from '../world/world.ts';
import { shownAs } from './holders.ts';

/** A job with its bids, what was written about it, and the ratings at its end. */
export function emitJob(world: World, job: Job): void {
  const random = job.client.random.fork(job.id);
  world.sink.add('jobs', {
    job_id: job.id,
    client_account_id: job.client.id,
    title: job.title,
    category: random.chance(0.05) ? undefined : job.trade,
    posted_at: iso(job.posted),
    due_at: random.chance(0.15) ? undefined : iso(job.due),
    finished_at: job.finished === null ? undefined : iso(Math.min(job.finished, worldEnds)),
    budget: random.chance(0.08) ? undefined : job.budget,
    currency: job.currency,
  });
  for (const bid of job.bids) emitBid(world, job, bid);
  if (job.winner) emitRatings(world, job, job.winner, random);
}

function emitBid(world: World, job: Job, bid: Bid): void {
  const { account } = bid;
  const random = account.random.fork(bid.id);
  const text =
    account.pitches.length > 0 && random.chance(account.written)
      ? bidText(random, account, job)
      : null;
  const document = text === null ? undefined : random.id('t');
  world.sink.add('bids', {
    bid_id: bid.id,
    account_id: account.id,
    job_id: job.id,
    submitted_at: iso(bid.at),
    status: bid.status,
    document_id: document,
  });
  if (document !== undefined)
    world.sink.add('documents', {
      document_id: document,
      account_id: account.id,
      kind: 'bid',
      used_for: 'bid',
      text: text!,
      submitted_at: iso(bid.at),
      to_account_id: random.chance(0.5) ? job.client.id : undefined,
    });
  if (bid.status === 'accepted') emitTalk(world, account, job, bid, random);
}

function bidText(random: Random, account: Account, job: Job): string {
  const pitch = random.pick(account.pitches);
  // Now and then a sentence is left out, or two change places.
  const kept = pitch.filter((_, at) => at === 0 || at === pitch.length - 1 || !random.chance(0.1));
  return fill(pitchText(kept), {
    title: job.title,
    client: shownAs(job.client).name.split(' ')[0] ?? 'there',
    skill: random.pick(account.trade.skills),
    trade: account.trade.id,
    name: shownAs(account).name,
  });
}

/** What is said while work goes on. Requests that raise eyebrows come among them. */
function emitTalk(world: World, account: Account, job: Job, bid: Bid, random: Random): void {
  const messages = Math.round(account.talks * random.between(0.2, 1.6));
  const end = Math.min(job.finished ?? bid.at + 20 * day, worldEnds);
  for (let at = 0; at < messages; at++) {
    const fromClient = random.chance(0.35);
    const [from, to] = fromClient ? [job.client, account] : [account, job.client];
    emitMessage(
      world,
      from,
      to,
      Math.floor(random.between(bid.at, Math.max(end, bid.at + hour))),
      random,
    );
  }
}

/** Messages beside any job: offers, questions, thanks. */
export function emitLetters(
  world: World,
  account: Account,
  someone: (random: Random) => Account,
): void {
  const random = account.random.fork('letters');
  const wishes = Object.keys(account.asks).length;
  const count =
    random.weighted([0, 1, 2, 3], (n) => [40, 32, 18, 10][n]!) +
    (wishes > 0 ? random.int(0, 1) : 0);
  for (let at = 0; at < count; at++)
    emitMessage(
      world,
      account,
      someone(random),
      Math.floor(random.between(account.begins, account.ends)),
      random,
    );
}

function emitMessage(world: World, from: Account, to: Account, at: number, random: Random): void {
  const asked = (Object.entries(from.asks) as [Ask, number][]).find(([, share]) =>
    random.chance(share),
  );
  const { handle, name } = shownAs(from);
  const said = asked
    ? fill(askText(random, asked[0], from.tongue), {
        handle,
        name,
        email: from.claims.email ?? from.person.email,
      })
    : '';
  const rest = !asked || random.chance(0.6) ? talkText(random) : '';
  world.sink.add('documents', {
    document_id: random.id('t'),
    account_id: from.id,
    kind: 'message',
    used_for: 'communication',
    text: [rest, said].filter((part) => part !== '').join(' '),
    submitted_at: iso(Math.min(at, worldEnds - 1)),
    to_account_id: random.chance(0.04) ? undefined : to.id,
  });
}

function emitRatings(world: World, job: Job, winner: Account, random: Random): void {
  if (job.finished === null) return;
  const isFavourite = job.client.favourites.includes(winner);
  const rate = (from: Account, to: Account, isKind: boolean) => {
    const at = job.finished! + random.lognormal(30, 1.1) * hour;
    if (at > worldEnds) return;
    const score = isKind
      ? random.weighted([5, 4.5, 4], (one) => (one - 3.6) ** 2)
      : random.weighted(
          [5, 4.5, 4, 3.5, 3, 2, 1],
          (one) => ({ 5: 46, 4.5: 17, 4: 17, 3.5: 7, 3: 6, 2: 4, 1: 3 })[one] ?? 0,
        );
    world.sink.add('ratings', {
      rating_id: random.id('r'),
      from_account_id: from.id,
      to_account_id: to.id,
      score,
      scale_min: random.chance(0.5) ? 1 : undefined,
      scale_max: random.chance(0.5) ? 5 : undefined,
      rated_at: iso(Math.floor(at)),
      job_id: random.chance(0.08) ? undefined : job.id,
      comment: random.chance(0.45) ? undefined : ratingText(random, score >= 3.5),
    });
  };
  if (random.chance(0.68)) rate(job.client, winner, isFavourite);
  if (random.chance(0.4)) rate(winner, job.client, isFavourite);
}

/** Résumés, portfolios, contracts and the papers of verification. */
export function emitPapers(
  world: World,
  account: Account,
  referees: readonly { name: string; domain: string; phone: string }[],
): void {
  const random = account.random.fork('papers');
  for (const paper of account.papers) {
    if (paper.at > worldEnds) continue;
    const some = (share: number, value: string | undefined) =>
      random.chance(share) ? value : undefined;
    world.sink.add('documents', {
      document_id: random.id('t'),
      account_id: account.id,
      kind: paper.kind,
      used_for: paper.usedFor,
      name_on_document: some(0.96, paper.name),
      birth_date: some(0.92, paper.birth),
      number: some(0.97, paper.number),
      issuing_country: some(0.97, paper.country),
      issuer_name: some(0.97, paper.issuer),
      issuer_email: some(0.95, paper.issuerEmail),
      issuer_phone: some(0.9, paper.issuerPhone),
      address_on_document: some(0.95, paper.address),
      sha256: some(0.97, paper.sha256),
      perceptual_hash: some(0.94, paper.looks),
      photo_hash: some(0.97, paper.photo),
      verification_result: some(0.97, paper.result),
      submitted_at: iso(paper.at),
    });
  }
  const plain = (kind: string, usedFor: string, more: Record<string, string | undefined>) =>
    world.sink.add('documents', {
      document_id: random.id('t'),
      account_id: account.id,
      kind,
      used_for: usedFor,
      submitted_at: iso(Math.floor(random.between(account.begins, account.ends))),
      sha256: random.hex(64),
      ...more,
    });
  const slots = () => ({
    skill: random.pick(account.trade.skills),
    trade: account.trade.id,
    tongue: { en: 'Spanish', zh: 'Chinese', ko: 'Korean', ru: 'Russian', fr: 'French' }[
      account.tongue
    ],
  });
  if (isDeveloper(account) && account.resume.length > 0) {
    if (random.chance(0.55))
      plain('resume', 'signup', {
        name_on_document: account.claims.legal ?? account.person.legal,
        text: account.resume.map((line) => fill(line, slots())).join('\n'),
      });
    if (random.chance(0.25))
      plain('profile', 'signup', {
        text: account.resume
          .slice(0, 3)
          .map((line) => fill(line, slots()))
          .join(' '),
      });
    if (random.chance(0.15)) plain('portfolio', 'signup', {});
  }
  for (const kind of ['contract', 'invoice'] as const) {
    if (!random.chance(0.09)) continue;
    const referee = random.pick(referees);
    plain(kind, 'communication', {
      issuer_name: referee.name,
      issuer_email: random.chance(0.75) ? `office@${referee.domain}` : undefined,
      issuer_phone: random.chance(0.6) ? referee.phone : undefined,
    });
  }
}
