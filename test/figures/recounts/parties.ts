/** Names, employers, companies and lists: counted from links.csv and the rows they join, and from what was inferred. */
import type { FileName } from '../../../domain/schema/schema.ts';
import { accountsOf, isPayout, paidInto } from '../money-rows.ts';
import { given, type Recount } from '../recount.ts';
import { distinct, sum, type CsvRow, type World } from '../world.ts';

const ends = (row: CsvRow) => [
  `${row['from_type']} ${row['from_id']}`,
  `${row['to_type']} ${row['to_id']}`,
];

/** Accounts paid through what a party holds or is linked to, or linked to it themselves. */
export function behind(
  world: World,
  type: string,
  id: string,
  contacts: boolean,
  openOnly: boolean,
): string[] {
  const links = world
    .rows('links')
    .filter((row) => ends(row).includes(`${type} ${id}`))
    .filter((row) => !openOnly || !row['until']);
  const others = (kind: string) =>
    links
      .flatMap(ends)
      .filter((end) => end.startsWith(`${kind} `))
      .map((end) => end.slice(kind.length + 1));
  const purses = [
    ...world
      .where('payment_accounts', 'holder_company', id)
      .map((row) => row['payment_account_id']!),
    ...others('payment_account'),
  ];
  const paid = purses.flatMap((purse) =>
    world.where('account_payments', 'payment_account_id', purse).map((row) => row['account_id']!),
  );
  const linked = contacts
    ? world
        .inferred('SAME_CONTACT')
        .flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []))
    : [];
  const isAccount = (one: string) => world.where('accounts', 'account_id', one).length > 0;
  return [...new Set([...paid, ...others('account'), ...linked.filter(isAccount)])].filter(
    (one) => one !== id,
  );
}

/** How many steps lead from a party to that entry at least, through companies and people alone. */
function stepsTo(world: World, party: string, entry: string, list?: string): number {
  const parties = new Set([
    ...world.rows('companies').map((row) => row['company_id']!),
    ...world.rows('persons').map((row) => row['person_id']!),
    entry,
  ]);
  const ties = [
    ...world.rows('links').map((row) => [row['from_id']!, row['to_id']!] as const),
    ...world
      .inferred('SAME_NAME', 'SAME_ADDRESS', 'SAME_IDENTIFIER', 'SAME_CONTACT')
      .filter((one) => list === undefined || one.to !== entry || one.list === list)
      .map(({ from, to }) => [from, to] as const),
  ];
  let [reached, at] = [new Set([party]), 0];
  while (!reached.has(entry) && at < 6) {
    const next = ties.flatMap(([a, b]) => (reached.has(a) ? [b] : reached.has(b) ? [a] : []));
    reached = new Set([...reached, ...next.filter((one) => parties.has(one))]);
    at += 1;
  }
  return at;
}

const frontCompany: Recount = (finding, world) => {
  const entity = given<string>(finding, 'entity');
  const type = given<string>(finding, 'entity_type');
  const entries = given<FoundEntry[]>(finding, 'entries');
  const name = type === 'watchlistentry' ? 'watchlist_entry' : type;
  const accounts = behind(world, name, entity, true, false);
  const figures = entries.flatMap(({ entry, steps }, at) => {
    const ties = steps.map((_, step) => tiesBetween(world, entity, entries[at]!, step));
    return [
      [`entries.${at}.steps.length`, type === 'watchlistentry' ? 0 : stepsTo(world, entity, entry)],
      ...ties.map(({ all }, step) => [`entries.${at}.steps.${step}.ties.length`, all] as const),
      [`ties.${at}`, sum(ties.map(({ all }) => all))],
      [`ended.${at}`, sum(ties.map(({ ended }) => ended))],
    ] as [string, number][];
  });
  return {
    figures: {
      accounts: accounts.length,
      entries_found: type === 'watchlistentry' ? 1 : entriesWithin(world, entity, 5),
      ...Object.fromEntries(figures),
    },
  };
};

interface FoundEntry {
  entry: string;
  list: string | null;
  steps: { from: string; to: string }[];
}

/** Ties of any kind between two next to one another on the way to an entry, and those that have ended. */
function tiesBetween(world: World, entity: string, { entry, list, steps }: FoundEntry, at: number) {
  const named = (name: string) => [
    ...world.where('companies', 'name', name).map((row) => row['company_id']!),
    ...world.where('persons', 'name', name).map((row) => row['person_id']!),
  ];
  const isLast = at === steps.length - 1;
  const these = at === 0 ? [entity] : named(steps[at]!.from);
  const those = isLast ? [entry] : named(steps[at]!.to);
  const joins = (a: string, b: string) =>
    (these.includes(a) && those.includes(b)) || (those.includes(a) && these.includes(b));
  const stated = world.rows('links').filter((row) => joins(row['from_id']!, row['to_id']!));
  const alike = world
    .inferred('SAME_NAME', 'SAME_ADDRESS', 'SAME_IDENTIFIER', 'SAME_CONTACT')
    .filter((one) => joins(one.from, one.to) && (!isLast || one.list === list));
  return {
    all: stated.length + alike.length,
    ended: stated.filter((row) => row['until'] !== '').length,
  };
}

/** Entries of lists that five steps lead to at most. */
function entriesWithin(world: World, party: string, most: number): number {
  return world
    .rows('watchlist')
    .filter((row) => !row['delisted_on'])
    .filter((row) => stepsTo(world, party, row['entry_id']!, row['list']) <= most).length;
}

const lookalikeDomain: Recount = (finding, world) => {
  const what = given<string>(finding, 'what');
  const sort = given<string>(finding, 'sort');
  const like = world.inferred('LOOKALIKE_DOMAIN').filter(({ reason }) => reason === what);
  const same = world
    .inferred('SAME_EMPLOYEE')
    .filter(({ from, to }) => finding.accounts.includes(from) && finding.accounts.includes(to));
  const accounts =
    sort === 'domain' ? like.map(({ from }) => from) : same.flatMap(({ from, to }) => [from, to]);
  const of = (column: string) =>
    distinct([...new Set(accounts)].flatMap((id) => world.account(id)[column] || []));
  return {
    figures: {
      accounts: distinct(accounts),
      unrelated: world.parties(new Set(accounts)),
      birth_dates: of('birth_date'),
      emails: of('email'),
      platforms: of('platform'),
      countries: of('country'),
    },
  };
};

/** Papers in whose name somebody stands. */
const namedKinds = [
  'passport',
  'national_id',
  'driving_licence',
  'social_security',
  'resident_card',
  'diploma',
  'visa',
  'statement',
  'resume',
];

/** Which particulars of an account another row of its own contradicts. */
const identityMismatch: Recount = (finding, world) => {
  const account = given<string>(finding, 'account');
  const own = world.account(account);
  const papers = world.where('documents', 'account_id', account);
  const profiles = world.where('profiles', 'account_id', account);
  const payouts = world
    .where('account_payments', 'account_id', account)
    .filter((row) => row['purpose'] === 'payout')
    .map(
      (row) =>
        world.one('payment_accounts', 'payment_account_id', row['payment_account_id']!) ?? {},
    );
  const differs = (rows: readonly CsvRow[], mine: string, theirs = mine) =>
    rows.some((row) => !!own[mine] && !!row[theirs] && own[mine] !== row[theirs]);
  const passports = papers.filter((row) => ['passport', 'national_id'].includes(row['kind']!));
  const inferred = (relation: string, ids: readonly (string | undefined)[]) =>
    world.inferred(relation).some(({ from, to }) => from === account && ids.includes(to));
  const topics = {
    birth_date: differs(papers, 'birth_date'),
    nationality: differs(profiles, 'nationality'),
    issuer: differs(passports, 'nationality', 'issuing_country'),
    country: differs(profiles, 'country'),
    payout_country: differs(payouts, 'country'),
    place: isElsewhere(world, account),
    name_papers: inferred(
      'NAME_DISAGREES',
      papers.map((row) => row['document_id']),
    ),
    name_profile: inferred(
      'NAME_DISAGREES',
      profiles.map((row) => row['profile_id']),
    ),
    name_payout: inferred(
      'NAME_DISAGREES',
      world.rows('payment_accounts').map((row) => row['payment_account_id']),
    ),
    work_history: inferred(
      'CLAIM_DISAGREES',
      profiles.map((row) => row['profile_id']),
    ),
  };
  const of = (rows: readonly CsvRow[], mine: string, theirs: string) => {
    const stating = rows.filter((row) => row[theirs]);
    return {
      stating: stating.length,
      differing: stating.filter((row) => own[mine] && row[theirs] !== own[mine]).length,
    };
  };
  const disagreeing = (relation: string, file: FileName, key: string) =>
    world
      .inferred(relation)
      .filter(({ from, to }) => from === account && world.one(file, key, to) !== undefined).length;
  const claims = profiles.filter((row) => row['employer'] || row['education']);
  const counted: Readonly<Record<string, { stating: number; differing: number }>> = {
    birth_date: of(papers, 'birth_date', 'birth_date'),
    nationality: of(profiles, 'nationality', 'nationality'),
    issuer: of(passports, 'nationality', 'issuing_country'),
    country: of(profiles, 'country', 'country'),
    payout_country: of(payouts, 'country', 'country'),
    name_papers: {
      stating: papers.filter((row) => row['name_on_document'] && namedKinds.includes(row['kind']!))
        .length,
      differing: disagreeing('NAME_DISAGREES', 'documents', 'document_id'),
    },
    name_profile: {
      stating: profiles.filter((row) => row['name']).length,
      differing: disagreeing('NAME_DISAGREES', 'profiles', 'profile_id'),
    },
    name_payout: {
      stating: distinct(
        world
          .where('account_payments', 'account_id', account)
          .filter(isPayout)
          .map((row) => row['payment_account_id']!)
          .filter((id) => world.one('payment_accounts', 'payment_account_id', id)?.['holder_name']),
      ),
      differing: disagreeing('NAME_DISAGREES', 'payment_accounts', 'payment_account_id'),
    },
    work_history: {
      stating: claims.length,
      differing: disagreeing('CLAIM_DISAGREES', 'profiles', 'profile_id'),
    },
    // Sessions are no papers.
    place: { stating: 0, differing: 0 },
  };
  const found = Object.entries(topics)
    .flatMap(([topic, is]) => (is ? [topic] : []))
    .sort();
  return {
    figures: {
      'contradictions.length': found.length,
      ...Object.fromEntries(found.map((topic, at) => [`contradictions.${at}.topic`, topic])),
      ...Object.fromEntries(
        found.flatMap((topic, at) => [
          [`contradictions.${at}.stating`, counted[topic]!.stating],
          [`contradictions.${at}.differing`, counted[topic]!.differing],
        ]),
      ),
    },
  };
};

function isElsewhere(world: World, account: string): boolean {
  const { country } = world.account(account);
  const places = world
    .sessions()
    .filter((one) => one.account === account)
    .map(({ ip }) => world.one('ips', 'ip', ip))
    .filter((place) => place?.['country'] && !['hosting', 'vpn', 'tor'].includes(place['kind']!));
  const home = places.filter((place) => place!['country'] === country).length;
  return !!country && places.length >= 10 && home / places.length < 0.1;
}

/** Who a name or number stands for: whose paper, change or payment account it is on. */
function holdersOf(world: World, id: string): string[] {
  if (world.where('payment_accounts', 'payment_account_id', id).length > 0)
    return accountsOf(paidInto(world, id));
  return [world.one('documents', 'document_id', id)?.['account_id'] ?? id];
}

const watchlistMatch: Recount = (finding, world) => {
  const id = given<string>(finding, 'entry');
  const list = given<string | null>(finding, 'list');
  const entry = world.where('watchlist', 'entry_id', id).find((row) => row['list'] === list) ?? {};
  // An address alone is where many are.
  const agreeing = world
    .inferred('SAME_NAME', 'SAME_IDENTIFIER')
    .filter((one) => one.to === id && one.list === list)
    .flatMap(({ from }) => holdersOf(world, from));
  return {
    figures: {
      namesakes: distinct(agreeing),
      entry_name: entry['name'],
      entry_kind: entry['kind'] || null,
      entry_country: entry['country'] || null,
    },
  };
};

export const recounts: Readonly<Record<string, Recount>> = {
  'front-company': frontCompany,
  'lookalike-domain': lookalikeDomain,
  'identity-mismatch': identityMismatch,
  'watchlist-match': watchlistMatch,
};
