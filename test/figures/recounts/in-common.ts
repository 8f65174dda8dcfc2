/** What ties an account to the one that it brought in, or that was there before it: counted from the rows of both. */
import type { Finding } from '../../../domain/finding.ts';
import { given, type Recount } from '../recount.ts';
import { distinct, grouped, rounded, seconds, written, type World } from '../world.ts';

interface Trait {
  kind: string;
  id: string;
}

/** Devices, addresses and payment accounts of an account. */
function traitsOf(world: World, account: string): Trait[] {
  const sessions = world.sessions().filter((one) => one.account === account);
  const ofKind = (kind: string, ids: readonly string[]) =>
    [...new Set(ids)].filter((id) => id !== '').map((id) => ({ kind, id }));
  return [
    ...ofKind(
      'device',
      sessions.map(({ device }) => device),
    ),
    ...ofKind(
      'ip',
      sessions.map(({ ip }) => ip),
    ),
    ...ofKind(
      'payout',
      world
        .where('account_payments', 'account_id', account)
        .map((row) => row['payment_account_id']!),
    ),
  ];
}

function holdersOf(world: World, { kind, id }: Trait): number {
  if (kind === 'payout')
    return distinct(
      world.where('account_payments', 'payment_account_id', id).map((row) => row['account_id']),
    );
  return distinct(
    world
      .sessions()
      .filter((one) => (kind === 'device' ? one.device : one.ip) === id)
      .map(({ account }) => account),
  );
}

function traitsOfBoth(world: World, a: string, b: string): Trait[] {
  const theirs = new Set(traitsOf(world, b).map(({ kind, id }) => `${kind} ${id}`));
  return traitsOf(world, a)
    .filter(({ kind, id }) => theirs.has(`${kind} ${id}`))
    .filter((trait) => holdersOf(world, trait) <= 15)
    .sort((x, y) => (`${x.kind} ${x.id}` < `${y.kind} ${y.id}` ? -1 : 1));
}

interface StatedTrait {
  kind: string;
  holders: number;
  id?: string;
}

/** How many hold each of the things that two have in common; where two of a kind have other numbers, either may be told. */
function holdersOfTraits(finding: Finding, world: World, a: string, b: string) {
  const both = traitsOfBoth(world, a, b);
  return Object.fromEntries(
    given<readonly StatedTrait[]>(finding, 'traits').flatMap(({ kind, id, holders }, at) => {
      const counted = both
        .filter((trait) => trait.kind === kind && (id === undefined || trait.id === id))
        .map((trait) => holdersOf(world, trait));
      if (!['device', 'ip', 'payout'].includes(kind)) return [];
      return [[`traits.${at}.holders`, counted.includes(holders) ? holders : counted[0]] as const];
    }),
  );
}

/** Papers of the one that the other handed in too. */
function papersOfBoth(world: World, a: string, b: string): number {
  const theirs = world.where('documents', 'account_id', b);
  return world
    .where('documents', 'account_id', a)
    .filter((mine) => distinct(world.where('documents', 'sha256', mine['sha256'] || '-')) <= 15)
    .filter((mine) =>
      theirs.some(
        (other) =>
          (!!mine['sha256'] && mine['sha256'] === other['sha256']) ||
          (!!mine['photo_hash'] && mine['photo_hash'] === other['photo_hash']) ||
          (!!mine['number'] &&
            mine['number'] === other['number'] &&
            mine['kind'] === other['kind']),
      ),
    ).length;
}

/** Clients for whom an account's bids were accepted. */
function clientsOf(world: World, account: string): Set<string> {
  const jobs = world
    .where('bids', 'account_id', account)
    .filter((row) => row['status'] === 'accepted')
    .map((row) => world.one('jobs', 'job_id', row['job_id']!)?.['client_account_id'] ?? '');
  return new Set(jobs.filter((client) => client !== ''));
}

function hiredBy(world: World, client: string): number {
  const jobs = new Set(
    world.where('jobs', 'client_account_id', client).map((row) => row['job_id']),
  );
  const bids = world
    .rows('bids')
    .filter((row) => row['status'] === 'accepted' && jobs.has(row['job_id']));
  return distinct(bids.map((row) => row['account_id']));
}

const referralChain: Recount = (finding, world) => {
  const [from, brought] = [given<string>(finding, 'from'), given<string>(finding, 'brought')];
  const traits = traitsOfBoth(world, from, brought);
  const clients = [...clientsOf(world, from)].filter(
    (client) => clientsOf(world, brought).has(client) && hiredBy(world, client) <= 15,
  );
  const kinds = [...grouped(traits, ({ kind }) => kind).values()].map((all) => all.length);
  const [opened, referrer] = [brought, from].map((id) => world.account(id)['created_at']);
  const days =
    opened && referrer ? rounded((seconds(opened) - seconds(referrer)) / 86_400, 2) : null;
  return {
    figures: {
      opened: opened ? written(opened) : null,
      days_apart: days,
      days_before: days !== null && days < 0 ? Math.ceil(-days) : null,
      brought_in: world.where('accounts', 'referred_by', from).length,
      'traits.length': traits.length,
      ...holdersOfTraits(finding, world, from, brought),
      papers: papersOfBoth(world, from, brought),
      ...Object.fromEntries(
        given<readonly { client: string }[]>(finding, 'clients').map(({ client }, at) => [
          `clients.${at}.hired`,
          hiredBy(world, client),
        ]),
      ),
      'clients.length': clients.length,
      ...Object.fromEntries(kinds.map((number, at) => [`of_kind_${at}`, number])),
    },
  };
};

const reopenedAccount: Recount = (finding, world) => {
  const [closed, reopened] = [given<string>(finding, 'closed'), given<string>(finding, 'reopened')];
  const changed = world
    .where('account_changes', 'account_id', closed)
    .filter(
      (row) => row['field'] === 'status' && ['closed', 'suspended'].includes(row['new_value']!),
    )
    .map((row) => row['changed_at']!)
    .sort();
  const logins = world
    .sessions()
    .filter((one) => one.account === closed)
    .map(({ times }) => times[0]!)
    .sort();
  const ended = world.account(closed)['closed_at'] || changed[0] || logins.at(-1)!;
  const created = world.account(reopened)['created_at']!;
  const days = (seconds(created) - seconds(ended)) / 86_400;
  return {
    figures: {
      ended: written(ended),
      days_between: rounded(days, 2),
      whole_days: Math.abs(Math.round(rounded(days, 2))),
      ...holdersOfTraits(finding, world, closed, reopened),
    },
    // How many bear a paper in common is not counted here; the headline says nothing of it.
    noCounts: ['traits.0.holders'],
    rows: { accounts: 2 },
  };
};

export const recounts: Readonly<Record<string, Recount>> = {
  'referral-chain': referralChain,
  'reopened-account': reopenedAccount,
};
