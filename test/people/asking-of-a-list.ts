/** What somebody asks who looks for a list that they may not know of: every route, by what is withheld and by what lies beside it. */
import { routes, type RouteName } from '../../domain/api/api.ts';
import type { Route } from '../../domain/api/route.ts';

/** The list that is marked. */
export const list = 'OFAC-SDN';

const part = encodeURIComponent;

export type Asking = readonly [path: string, body?: unknown];

/** What there is to ask about, as whoever may know of the list finds it. */
export interface Known {
  finding: string;
  cluster: string;
  /** Of the cluster. */
  accounts: string[];
  /** Something that agrees with an entry. */
  beside: string;
  entry: string;
  row: { sha256: string; line: number };
  run: string;
  item: string;
  case: string;
  board: string;
}

/** What of the routes is asked beside what names something withheld. */
export function asking(known: Known): Partial<Record<RouteName, Asking[]>> {
  const { finding, cluster, accounts, beside, entry, row, run, item } = known;
  const [a, b] = accounts;
  const pair = `a=${part(a!)}&b=${part(b!)}`;
  const nodes = [entry, beside, `account:${a}`];
  const atNodes = (rest: string): Asking[] => nodes.map((ref) => [`/nodes/${part(ref)}${rest}`]);
  const board = { case: known.case, id: known.board };
  const text = 'MATCH (w:WatchlistEntry) RETURN w';
  const asked = { parameters: {}, rows: 10, seconds: 10 };
  return {
    findings: [
      ['/findings?limit=500'],
      ['/findings?limit=1'],
      ...accounts.map((id): Asking => [`/findings?account=${part(id)}&detector=watchlist-match`]),
      [`/findings?cluster=${cluster}`],
      [`/findings?text=${part(list)}`],
    ],
    finding: [[`/findings/${finding}`]],
    findingGraph: [[`/findings/${finding}/graph`]],
    clusters: [['/clusters?limit=500']],
    cluster: [[`/clusters/${cluster}`]],
    clusterGraph: [[`/clusters/${cluster}/graph`]],
    accounts: [['/accounts?limit=500']],
    node: atNodes(''),
    neighbours: atNodes('/neighbours'),
    expand: atNodes('/expand?limit=500'),
    explain: [[`/explain?${pair}`]],
    explainGraph: [[`/explain/graph?${pair}`]],
    pairGraph: [[`/explain/pair?${pair}`]],
    accountGraph: accounts.map((id): Asking => [`/explain/account?account=${part(id)}`]),
    linkedAccounts: accounts.map((id): Asking => [`/explain/linked?account=${part(id)}`]),
    search: [['/search?q=silverstar'], [`/search?q=${part(list)}`], ['/search?q=star&limit=50']],
    sourceRow: [[`/sources/${row.sha256}/${row.line}`]],
    runDiff: [[`/runs/${run}/diff`]],
    changeGraph: [[`/runs/${run}/diff/${cluster}/graph`]],
    path: [[`/path?from=${part(`account:${a}`)}&to=${part(entry)}`]],
    export: [[`/export?finding=${finding}`], [`/export?cluster=${cluster}`]],
    bundle: [
      ['/export', { cluster }],
      ['/export', { board }],
      ['/export', { nodes }],
    ],
    narrative: [['/narrative', { cluster }]],
    graphFile: [['/graph/file?format=nodes', { nodes, relations: [] }]],
    judgementsAmong: [['/judgements/among', { nodes }]],
    nodeValues: [
      ['/graph/nodes', { nodes }],
      ['/graph/nodes', { nodes: [beside] }],
    ],
    board: [[`/cases/${known.case}/boards/${known.board}`]],
    boardState: [[`/cases/${known.case}/boards/${known.board}/state`]],
    boardRevisions: [[`/cases/${known.case}/boards/${known.board}/revisions`]],
    boardRevision: [[`/cases/${known.case}/boards/${known.board}/revisions/1`]],
    case: [[`/cases/${known.case}`]],
    caseHistory: [[`/cases/${known.case}/history`]],
    caseCounts: [[`/cases/${known.case}/counts`]],
    casesAlike: [[`/cases/${known.case}/alike`]],
    triage: [['/triage?limit=500'], [`/triage?text=${part(list)}`]],
    triageItem: [[`/triage/${item}`]],
    explanations: [[`/triage/${item}/explanations`]],
    payouts: [['/views/payouts', { accounts }]],
    moneyFlow: [['/views/flow', { accounts }]],
    recordJudgement: [
      ['/judgements', { kind: 'link', verdict: 'rejected', subjects: [entry, beside], why: 'no' }],
    ],
    runQuery: [['/query/runs/of-others', { text, ...asked }]],
    queryGraph: [['/query/graph', { text, ...asked }]],
    asked: [[`/asked?of=${part(`/findings/${finding}`)}`]],
    createFeed: [['/feeds', { id: 'mine', name: 'Mine', list, format: 'ofac', from: '/nowhere' }]],
    auditEntries: [['/audit/entries?limit=500']],
  };
}

/** Routes that say what one may know oneself, or that would end the session or the server's work. */
const leftAlone: ReadonlySet<RouteName> = new Set(['signOut', 'endOtherSessions']);

/** Every route: as above, and with what is withheld in the place of all its names. */
export function askingAll(known: Known): [RouteName, Asking][] {
  const own = asking(known);
  const words = [known.entry.split(':')[1]!, known.finding, list];
  return (Object.keys(routes) as RouteName[])
    .filter((name) => !leftAlone.has(name))
    .flatMap((name, index) => {
      const { path }: Route = routes[name];
      const word = path.includes('{list}') ? list : words[index % words.length]!;
      const named: Asking = [path.replaceAll(/\{(\w+)\}/g, () => part(word)), {}];
      return [...(own[name] ?? []), named].map((one): [RouteName, Asking] => [name, one]);
    });
}
