/** Ratings: counted from ratings.csv, account_payments.csv and documents.csv. */
import { given, type Recount } from '../recount.ts';
import {
  distinct,
  grouped,
  rounded,
  seconds,
  sum,
  timesOf,
  type CsvRow,
  type World,
} from '../world.ts';
import { repeatedPapers } from './papers.ts';

function height(row: CsvRow): number {
  const [least, top] = [Number(row['scale_min'] || 1), Number(row['scale_max'] || 5)];
  return (Number(row['score']) - least) / (top - least);
}

const rater = (row: CsvRow) => row['from_account_id']!;
const rated = (row: CsvRow) => row['to_account_id']!;
const pursesOf = (world: World, account: string) =>
  world.where('account_payments', 'account_id', account).map((row) => row['payment_account_id']!);

/** High ratings within a fortnight of one another that went to three accounts at least. */
function burst(given: readonly CsvRow[]): CsvRow[] {
  const inside = new Set<CsvRow>();
  for (const opening of given) {
    const from = seconds(opening['rated_at']!);
    const window = given.filter((row) => {
      const at = seconds(row['rated_at']!);
      return at >= from && at <= from + 14 * 86_400;
    });
    if (distinct(window.map(rated)) >= 3) for (const row of window) inside.add(row);
  }
  return [...inside];
}

const postedBy = (world: World, row: CsvRow) =>
  world.one('jobs', 'job_id', row['job_id'] ?? '')?.['client_account_id'];

const ratingRing: Recount = (finding, world) => {
  const shape = given<'client' | 'block' | 'circle'>(finding, 'shape');
  const client = given<string | null>(finding, 'client');
  const members = new Set(finding.accounts);
  const high = world
    .rows('ratings')
    .filter((row) => rater(row) !== rated(row) && height(row) >= 0.9 - 1e-9 && row['rated_at']);
  const inside = high.filter((row) => members.has(rater(row)) && members.has(rated(row)));
  const isClient = (row: CsvRow) => world.account(rated(row))['role'] === 'client';
  const ratings =
    shape === 'client'
      ? burst(high.filter((row) => rater(row) === client && !isClient(row))).filter((row) =>
          members.has(rated(row)),
        )
      : shape === 'block'
        ? inside.filter((row) => !isClient(row) && postedBy(world, row) !== rated(row))
        : inside.filter((row) => postedBy(world, row) === rater(row));
  const ring = [...new Set([...ratings.map(rater), ...ratings.map(rated)])];
  const likes = world
    .inferred('WRITES_LIKE')
    .filter(({ from, to, score }) => score >= 0.4 && ring.includes(from) && ring.includes(to));
  const times = timesOf(ratings, 'rated_at').sort();
  const days =
    times.length === 0 ? null : rounded((seconds(times.at(-1)!) - seconds(times[0]!)) / 86_400, 1);
  const papers = ring.flatMap((account) => repeatedPapers(world, account));
  const timed = ratings.flatMap((row) => {
    const posted = world.one('jobs', 'job_id', row['job_id'] || '-')?.['posted_at'];
    return posted ? [(seconds(row['rated_at']!) - seconds(posted)) / 86_400] : [];
  });
  return {
    figures: {
      first_rating: times[0] ?? null,
      over_days: days,
      whole_days: Math.max(1, Math.ceil(days ?? 0)),
      raters: distinct(ratings.map(rater)),
      developers: distinct(ratings.map(rated)),
      ratings: ratings.length,
      pairs: distinct(ratings.map((row) => `${rater(row)} ${rated(row)}`)),
      of_pairs: distinct(ratings.map(rater)) * distinct(ratings.map(rated)),
      unrelated: world.parties(ratings.map(rated)),
      unrelated_raters: world.parties(ratings.map(rater)),
      with_repeated_papers: ring.filter((account) => repeatedPapers(world, account).length > 0)
        .length,
      with_repeated_identity: ring.filter(
        (account) => repeatedPapers(world, account, 'identity').length > 0,
      ).length,
      given_overall: sum(
        [...new Set(ratings.map(rater))].map((account) =>
          distinct(world.where('ratings', 'from_account_id', account).map(rated)),
        ),
      ),
      received_overall: sum(
        [...new Set(ratings.map(rated))].map((account) =>
          distinct(world.where('ratings', 'to_account_id', account).map(rater)),
        ),
      ),
      timed: timed.length,
      hasty: timed.filter((days) => days <= 4).length,
      writes_alike: distinct(likes.flatMap(({ from, to }) => [from, to])),
    },
    times: [...times, ...timesOf(papers, 'submitted_at')],
    rows: { 'ratings.to_account_id': ratings.length, 'documents.account_id': papers.length },
  };
};

const selfRating: Recount = (finding, world) => {
  const client = given<string>(finding, 'client');
  const developers = given<{ developer: string; how: string; where: string }[]>(
    finding,
    'developers',
  );
  const high = world
    .where('ratings', 'from_account_id', client)
    .filter((row) => height(row) >= 0.75 - 1e-9 && rated(row) !== client);
  const own = new Set(pursesOf(world, client));
  const inOnePurse = [...new Set(high.map(rated))].filter((account) =>
    pursesOf(world, account).some((purse) => own.has(purse)),
  );
  const others = developers.filter(({ how }) => how !== 'same');
  for (const { developer, where } of others)
    if (!meets(world, developer, client, where))
      throw new Error(`the money of ${developer} and ${client} does not meet at ${where}`);
  const met = new Set([...inOnePurse, ...others.map(({ developer }) => developer)]);
  const ratings = high.filter((row) => met.has(rated(row)));
  return {
    figures: {
      'developers.length': met.size,
      ratings: ratings.length,
      same: inOnePurse.length,
      others: others.length,
      ...Object.fromEntries(
        developers.flatMap(({ where }, at) =>
          Object.entries(aroundPurse(world, where)).map(
            ([name, counted]) => [`developers.${at}.${name}`, counted] as const,
          ),
        ),
      ),
    },
    rows: { 'ratings.to_account_id': ratings.length },
  };
};

/** How many are paid through a payment account, and how many others send it money or get some from it. */
function aroundPurse(world: World, purse: string) {
  return {
    holders: distinct(
      world.where('account_payments', 'payment_account_id', purse).map((row) => row['account_id']),
    ),
    partners: distinct([
      ...world
        .where('transfers', 'to_payment_account_id', purse)
        .map((row) => row['from_payment_account_id']),
      ...world
        .where('transfers', 'from_payment_account_id', purse)
        .map((row) => row['to_payment_account_id']),
    ]),
  };
}

/** Whether a developer's money comes to a payment account of the client, or to that place. */
function meets(world: World, developer: string, client: string, where: string): boolean {
  const sent = pursesOf(world, developer).flatMap((purse) =>
    world
      .where('transfers', 'from_payment_account_id', purse)
      .map((row) => row['to_payment_account_id']!),
  );
  return sent.includes(where) || sent.some((purse) => pursesOf(world, client).includes(purse));
}

const unreliableRater: Recount = (finding, world) => {
  const account = given<string>(finding, 'rater');
  const beside = world.inferred('BESIDE_OTHERS').filter(({ from }) => from === account);
  const ratings = world
    .where('ratings', 'from_account_id', account)
    .filter((row) => rated(row) !== account);
  const all = distinct(ratings.map(rated));
  return {
    figures: {
      rated: all,
      judged: distinct(beside.map(({ to }) => to)),
      without_side: all - distinct(beside.map(({ to }) => to)),
      against: beside.filter(({ score }) => 2 * score - 1 < 0).length,
      little_borne_out: beside.filter(
        ({ score }) => 2 * score - 1 < given<number>(finding, 'usual_support'),
      ).length,
      praised_at_once: praisedAtOnce(
        world.where('ratings', 'from_account_id', account).filter((row) => rated(row) !== account),
      ),
    },
    times: timesOf(ratings, 'rated_at'),
    rows: { 'ratings.to_account_id': ratings.length },
  };
};

function praisedAtOnce(given: readonly CsvRow[]): boolean {
  const high = given.filter((row) => row['rated_at'] && height(row) >= 0.9 - 1e-9);
  const first = [...grouped(high, rated).values()].map((rows) =>
    Math.min(...rows.map((row) => seconds(row['rated_at']!))),
  );
  return first.some(
    (from) => first.filter((at) => at >= from && at <= from + 14 * 86_400).length >= 3,
  );
}

export const recounts: Readonly<Record<string, Recount>> = {
  'rating-ring': ratingRing,
  'self-rating': selfRating,
  'unreliable-rater': unreliableRater,
};
