/** Names, employers, companies and lists: counted from links.csv and the rows they join, and from what was inferred. */
import { given, type Recount } from '../recount.ts';
import { distinct, sum, type CsvRow, type World } from '../world.ts';

const ends = (row: CsvRow) => [
  `${row['from_type']} ${row['from_id']}`,
  `${row['to_type']} ${row['to_id']}`,
];

/** Accounts paid through what a party holds or is linked to, or linked to it themselves. */
function behind(
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
function stepsTo(world: World, party: string, entry: string): number {
  const parties = new Set([
    ...world.rows('companies').map((row) => row['company_id']!),
    ...world.rows('persons').map((row) => row['person_id']!),
    entry,
  ]);
  const ties = [
    ...world.rows('links').map((row) => [row['from_id']!, row['to_id']!] as const),
    ...world
      .inferred('SAME_NAME', 'SAME_ADDRESS', 'SAME_IDENTIFIER', 'SAME_CONTACT')
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
    const ties = steps.map(({ from, to }) => tiesBetween(world, from, to));
    return [
      [`entries.${at}.steps.length`, type === 'watchlistentry' ? 0 : stepsTo(world, entity, entry)],
      ...ties.map(({ all }, step) => [`entries.${at}.steps.${step}.ties.length`, all] as const),
      [`ties.${at}`, sum(ties.map(({ all }) => all))],
      [`ended.${at}`, sum(ties.map(({ ended }) => ended))],
    ] as [string, number][];
  });
  return { figures: { accounts: accounts.length, ...Object.fromEntries(figures) } };
};

interface FoundEntry {
  entry: string;
  steps: { from: string; to: string }[];
}

/** Ties of any kind between those of the one name and those of the other, and those that have ended. */
function tiesBetween(world: World, from: string, to: string) {
  const named = (name: string) => [
    ...world.where('companies', 'name', name).map((row) => row['company_id']!),
    ...world.where('persons', 'name', name).map((row) => row['person_id']!),
    ...world.where('watchlist', 'name', name).map((row) => row['entry_id']!),
  ];
  const [these, those] = [named(from), named(to)];
  const joins = (a: string, b: string) =>
    (these.includes(a) && those.includes(b)) || (those.includes(a) && these.includes(b));
  const stated = world.rows('links').filter((row) => joins(row['from_id']!, row['to_id']!));
  const alike = world
    .inferred('SAME_NAME', 'SAME_ADDRESS', 'SAME_IDENTIFIER', 'SAME_CONTACT')
    .filter((one) => joins(one.from, one.to));
  return {
    all: stated.length + alike.length,
    ended: stated.filter((row) => row['until'] !== '').length,
  };
}

const listedOwnership: Recount = (finding, world) => {
  const entity = given<string>(finding, 'entity');
  const type = given<string>(finding, 'entity_type');
  const stakes = given<{ owner: string; owned: string; share: number }[]>(finding, 'stakes');
  const owners = stakes.filter(({ owned }) => owned === given(finding, 'name'));
  const nameOf = (row: CsvRow) =>
    world.one('companies', 'company_id', row['from_id']!)?.['name'] ??
    world.one('persons', 'person_id', row['from_id']!)?.['name'] ??
    row['from_id']!;
  const shares = world
    .where('links', 'to_id', entity)
    .filter((row) => row['share_percent'] && !row['until'])
    .filter((row) => owners.some(({ owner }) => owner === nameOf(row)))
    .map((row) => Number(row['share_percent']));
  return {
    figures: {
      share: shares.reduce((a, b) => a + b, 0),
      accounts: behind(world, type, entity, false, true).length,
    },
  };
};

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
    },
  };
};

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
  const counted: Readonly<Record<string, readonly [readonly CsvRow[], string, string]>> = {
    birth_date: [papers, 'birth_date', 'birth_date'],
    nationality: [profiles, 'nationality', 'nationality'],
    issuer: [passports, 'nationality', 'issuing_country'],
    country: [profiles, 'country', 'country'],
    payout_country: [payouts, 'country', 'country'],
  };
  const found = Object.entries(topics)
    .flatMap(([topic, is]) => (is ? [topic] : []))
    .sort();
  return {
    figures: {
      'contradictions.length': found.length,
      ...Object.fromEntries(found.map((topic, at) => [`contradictions.${at}.topic`, topic])),
      ...Object.fromEntries(
        found.flatMap((topic, at) => {
          const [rows, mine, theirs] = counted[topic] ?? [[], '', ''];
          const stating = rows.filter((row) => row[theirs]);
          const differing = stating.filter((row) => row[theirs] !== own[mine]);
          return stating.length === 0
            ? []
            : [
                [`contradictions.${at}.stating`, stating.length],
                [`contradictions.${at}.differing`, differing.length],
              ];
        }),
      ),
      ...Object.fromEntries(
        Object.entries({
          names: profiles.filter((row) => row['name']).length,
          named_papers: papers.filter((row) => row['name_on_document']).length,
          claims: profiles.filter((row) => row['employer'] || row['education']).length,
          payouts: payouts.length,
          differing_names: world
            .inferred('NAME_DISAGREES')
            .filter(
              ({ from, to }) =>
                from === account && profiles.some((row) => row['profile_id'] === to),
            ).length,
          differing_papers: world
            .inferred('NAME_DISAGREES')
            .filter(
              ({ from, to }) => from === account && papers.some((row) => row['document_id'] === to),
            ).length,
          differing_claims: world.inferred('CLAIM_DISAGREES').filter(({ from }) => from === account)
            .length,
        }),
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

const watchlistMatch: Recount = (finding, world) => {
  const entry = world.one('watchlist', 'entry_id', given(finding, 'entry')) ?? {};
  return {
    figures: {
      entry_name: entry['name'],
      entry_kind: entry['kind'] || null,
      entry_country: entry['country'] || null,
    },
  };
};

export const recounts: Readonly<Record<string, Recount>> = {
  'front-company': frontCompany,
  'listed-ownership': listedOwnership,
  'lookalike-domain': lookalikeDomain,
  'identity-mismatch': identityMismatch,
  'watchlist-match': watchlistMatch,
};
