/** What a route that shows evidence has shown, for the custody log. Which do, each says of itself: `shows` in `domain/api/api.ts`. */
import { routes, type Answer, type RouteName } from '../../../domain/api/api.ts';
import { formatRef, parseRef, type NodeRef } from '../../../domain/schema/graph.ts';
import { found, nodes } from '../../trust/custody/acts.ts';
import { askedOf } from '../../trust/custody/audit-acts.ts';
import { Personal, type Draft, type Value } from '../../trust/custody/draft.ts';
import type { Input } from './served.ts';

type Subject = Draft['subject'];

/** What the log names of each kind of evidence. */
interface Subjects {
  finding: { finding: Personal };
  cluster: { cluster: Personal };
  nodes: { nodes: Personal; count?: number };
  accounts: { view: string; count: number; nodes: Personal };
  row: { sha256: string; line: number };
  board: { case: string; board: string; revision?: number };
  narrative: { view: 'narrative'; of: Personal };
  query: { query: Personal; given: Personal | null };
  screening: { screening: string; count: number; nodes: Personal };
  rejects: { load: string; rejects_of: number };
  list: { view: string; asked: Value; count: number; nodes?: Personal };
  item: { item: Personal };
  file: { intake: string; file?: string };
  report: { report: string };
  audit: { audit: string; number?: number; asked?: Value };
}

type Routes = typeof routes;

/** The routes that say that they show evidence. */
type Showing = { [N in RouteName]: Routes[N]['shows'] extends null ? never : N }[RouteName];

/** One for each of those routes and for no other, of the kind that the route says. */
type Shown = {
  [N in Showing]: (input: Input<N>, answer: Answer<N>) => Subjects[NonNullable<Routes[N]['shows']>];
};

/** So many nodes of a list are named; the count is of all. */
const mostNamed = 500;

const ofAccounts = (view: string) => (input: { body: { accounts: string[] } }) => ({
  view,
  count: input.body.accounts.length,
  nodes: nodes(input.body.accounts.map((id) => ({ type: 'account', id }))),
});

/** How many items there are in all; a further page of the same is the same look. What was asked for may name anybody. */
const listed = (view: string) => (input: { params: object; query: object }, answer: object) => ({
  view,
  asked: askedOf(wordsOf({ ...input.params, ...input.query })),
  count: countIn(answer),
});

/** With all that it was asked with: the text alone need not say about whom. */
const ofQuery = ({ body: { text, parameters } }: Input<'runQuery' | 'queryGraph'>) => ({
  query: new Personal(text, []),
  given: Object.keys(parameters).length > 0 ? new Personal(JSON.stringify(parameters), []) : null,
});

/** What these show cannot be told beforehand, and may come by how they fail, too: they are recorded before they are asked, or not asked. */
const asked: ReadonlySet<RouteName> = new Set<Showing>(['runQuery', 'queryGraph']);

const shown: Shown = {
  findings: listed('findings'),
  clusters: listed('clusters'),
  accounts: (input, answer) => ({
    ...listed('accounts')(input, answer),
    nodes: nodes(accounts(answer.items.map(({ account_id: id }) => id))),
  }),
  neighbours: ({ params }) => ({ nodes: nodes(refs([params.ref])) }),
  triage: listed('triage'),
  triageItem: ({ params }, { kind }) => ({ item: found(kind, params.id, []) }),
  explanations: ({ params }) => ({ item: new Personal(params.id, []) }),
  judgements: listed('judgements'),
  judgementsAmong: listed('judgements'),
  exceptions: listed('exceptions'),
  runDiff: listed('changes'),
  trial: listed('trial'),
  retention: listed('retention'),
  cases: listed('cases'),
  case: listed('case'),
  caseComments: listed('comments'),
  caseTasks: listed('tasks'),
  tasks: listed('tasks'),
  mentions: listed('mentions'),
  caseHistory: listed('history'),
  casesAlike: listed('cases-alike'),
  joinedCases: listed('joined-cases'),
  intake: ({ params }) => ({ intake: params.intake }),
  previewFile: ({ params }) => ({ intake: params.intake, file: params.name }),
  jobReport: ({ params }) => ({ report: params.job }),
  finding: (_input, { id, accounts }) => ({ finding: found('finding', id, accounts) }),
  findingGraph: ({ params }, graph) => ({
    finding: found('finding', params.id, accountsIn(graph)),
  }),
  cluster: (_input, { id, accounts }) => ({ cluster: found('cluster', id, accounts) }),
  clusterGraph: ({ params }, graph) => ({
    cluster: found('cluster', params.id, accountsIn(graph)),
  }),
  clusterOverview: (_input, { ties }) => {
    const things = new Set(ties.flatMap((tie) => tie.things.map(({ node }) => formatRef(node))));
    return { count: things.size, nodes: nodes(refs([...things].slice(0, mostNamed))) };
  },
  changeGraph: ({ params }, graph) => ({
    cluster: found('cluster', params.cluster, accountsIn(graph)),
  }),
  node: ({ params }) => ({ nodes: nodes(refs([params.ref])) }),
  expand: ({ params }) => ({ nodes: nodes(refs([params.ref])) }),
  explain: ({ query }) => ({ nodes: nodes(accounts([query.a, query.b])) }),
  explainGraph: ({ query }) => ({ nodes: nodes(accounts([query.a, query.b])) }),
  pairGraph: ({ query }) => ({ nodes: nodes(accounts([query.a, query.b])) }),
  accountGraph: ({ query }) => ({ nodes: nodes(accounts([query.account])) }),
  linkedAccounts: ({ query }) => ({ nodes: nodes(accounts([query.account])) }),
  path: ({ query }) => ({ nodes: nodes(refs([query.from, query.to])) }),
  sourceRow: ({ params }) => ({ sha256: params.sha256, line: params.line }),
  board: ({ params }) => ({ case: params.case, board: params.board }),
  boardRevision: ({ params }) => ({ ...params }),
  nodeValues: ({ body }) => ({
    count: body.nodes.length,
    nodes: nodes(refs(body.nodes.slice(0, mostNamed))),
  }),
  payouts: ofAccounts('payouts'),
  ratingsAmong: ofAccounts('ratings'),
  moneyFlow: ofAccounts('flow'),
  workingWeeks: ofAccounts('hours'),
  narrative: ({ body }) => ({
    view: 'narrative',
    of: new Personal(JSON.stringify(body), []),
  }),
  runQuery: ofQuery,
  queryGraph: ofQuery,
  screening: ({ params }, { difference: { matches } }) => {
    const all = [...matches.new, ...matches.changed.map(({ after }) => after), ...matches.gone];
    const subjects = all.map(({ subject }) => `${subject.type}:${subject.id}`);
    return {
      screening: params.id,
      count: subjects.length,
      nodes: nodes(refs(subjects.slice(0, mostNamed))),
    };
  },
  // A further page of the same is the same look.
  auditEntries: ({ query: { act, by, since, until, thing, log, text } }) => ({
    audit: 'entries',
    asked: askedOf({ act, by, since, until, thing, log, text }),
  }),
  auditEntry: ({ params }) => ({ audit: 'entry', number: params.number }),
  loadRejects: ({ params }) => ({ load: params.load, rejects_of: params.number }),
};

/** What a request asks for, where that is recorded before it is answered; null where what was answered is. */
export function auditedRequest(name: RouteName, input: unknown): Subject | null {
  return asked.has(name) ? auditSubject(name, input, null) : null;
}

/**
 * What an answer has shown; null when it is no evidence. Of a route that sends a file there is no answer: it is recorded before the
 * first byte (`fileShown`), since whoever leaves before the last one has seen what came.
 */
export function auditSubject(name: RouteName, input: unknown, answer: unknown): Subject | null {
  if (!showsEvidence(name) || routes[name].answer === null) return null;
  // The table's entries agree with their routes one by one, which a name alone cannot express.
  const subjectOf = shown[name] as unknown as (input: unknown, answer: unknown) => Subject;
  return subjectOf(input, answer);
}

/** For the handlers of routes that send a file, once it is there to be sent. */
export function fileShown<N extends ShowingFile>(name: N, input: Input<N>): Subject {
  const subjectOf = shown[name] as unknown as (input: unknown) => Subject;
  return subjectOf(input);
}

type ShowingFile = { [N in Showing]: Routes[N]['answer'] extends null ? N : never }[Showing];

function showsEvidence(name: RouteName): name is Showing {
  return routes[name].shows !== null;
}

function wordsOf(given: object): Record<string, string | undefined> {
  const said = Object.entries(given).filter(
    ([name, value]) => !paging.has(name) && value !== null && value !== undefined,
  );
  return Object.fromEntries(said.map(([name, value]) => [name, String(value)]));
}

const paging = new Set(['cursor', 'limit']);

function countIn(answer: object): number {
  if ('total' in answer) return Number(answer.total);
  return 'items' in answer && Array.isArray(answer.items) ? answer.items.length : 1;
}

function accountsIn(graph: { nodes: readonly NodeRef[] }): string[] {
  return graph.nodes.flatMap(({ type, id }) => (type === 'account' ? [id] : []));
}

function accounts(ids: readonly string[]): NodeRef[] {
  return ids.map((id) => ({ type: 'account', id }));
}

function refs(texts: readonly string[]): NodeRef[] {
  return texts.map((text) => parseRef(text)!);
}
