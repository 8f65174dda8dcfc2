import { compareText } from '../../../domain/compare-text.ts';
import type { Explanation, Graph } from '../../../domain/answers.ts';
import { exceptedShare } from '../../../domain/exception.ts';
import type { Evidence, Finding, Source } from '../../../domain/finding.ts';
import { formatRef, type NodeRef } from '../../../domain/schema/graph.ts';
import { messages } from '../../../domain/messages/index.ts';
import { catalogue } from '../../detection/catalogue/catalogue.ts';
import { exceptionsOfRun } from '../exceptions/exception-store.ts';
import {
  clusterById,
  findingsByIds,
  findingsOfRun,
  latestRun,
} from '../../detection/runs/read-runs.ts';
import { accountScoresOfRun } from '../../detection/runs/score-list.ts';
import { nodesByRef } from '../../graph/canvas/canvas.ts';
import { evidenceGraph } from '../../explore/graph/evidence-graph.ts';
import { judgedInRun, judgedNow, judgementOf } from '../judge/judged-link.ts';
import { saidOf } from '../../detection/derive/judged-relations.ts';
import { applyExceptions } from '../../detection/link/excepted.ts';
import { nothingJudged } from '../../detection/link/judged-pairs.ts';
import { bondWeight, linksOf, type Link, type LinkPart } from '../../detection/link/links.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { NotFoundError, UsageError } from '../../platform/problems.ts';
import { probability } from '../../detection/weights/weights.ts';
import { weightsOfRun } from '../../detection/weights/weights-in-force.ts';
import { bondsOf } from './bonds.ts';
import { sharedTimes } from './shared-times.ts';
import { shortestPath } from './shortest-path.ts';

const text = messages.explain;

/**
 * Why two accounts are linked, after the latest run. Two accounts with nothing in common have no weights and
 * no paths; an id that is no account's is a NotFoundError. What an analyst has confirmed weighs beside what they
 * have in common; of what one has rejected all is shown, and nothing weighs. What rests on the same rows as something that
 * tells more is shown with what is left of its weight; of a family, what is weaker than its strongest is shown with none.
 */
export async function explain(database: Database, a: string, b: string): Promise<Explanation> {
  const { link, told, model, accounts, judgement, asOf, excepted, run } = await linkBetween(
    database,
    a,
    b,
  );
  const times = await sharedTimes(
    database,
    told.map(({ path }) => path),
    asOf,
  );
  const rejected = judgement?.verdict === 'rejected' ? judgement : null;
  const total = rejected ? model.prior : (link?.total ?? model.prior);
  const weights = told.map(({ part, weaker, bond, finding, path }, at) => ({
    what: finding.title,
    finding: finding.id,
    detector: finding.detector,
    nodes: path,
    weight: rejected || weaker ? 0 : part.weight,
    same_rows: part.sameRows ?? null,
    reason: weaker ? besideReason(part, bond, weaker) : reasonOf(part, bond),
    sources: sourcesAlong(finding, path),
    times: times[at] ?? null,
  }));
  const now = await judgedNow(database, a, b);
  return {
    a,
    b,
    prior: model.prior,
    weights: [...confirmation(link, a, b), ...weights],
    total,
    score: probability(total),
    group: await groupOf(database, run, [a, b]),
    paths: told.map(({ path }) => path).filter((path) => path.length > 0),
    judgement,
    outdated: now?.id !== judgement?.id,
  };

  function reasonOf(part: LinkPart, bond: string): string {
    const most = bondWeight(model, part.detector, 1);
    const reason = `${text.reason(bond, part.sharedBy, accounts, part.amount, most)}${lowered(part)}${repeated(part)}`;
    return rejected
      ? messages.judgements.notCounted(reason, part.weight, saidOf(rejected))
      : reason;
  }

  function besideReason(part: LinkPart, bond: string, stronger: LinkPart): string {
    const most = bondWeight(model, part.detector, 1);
    const { title } = told.find(({ finding }) => finding.id === stronger.finding)!.finding;
    return `${text.reason(bond, part.sharedBy, accounts, part.amount, most)}${lowered(part)}; ${text.sameFamily(title, part.weight)}`;
  }

  function repeated({ sameRows, weight }: LinkPart): string {
    const other = told.find(({ finding }) => finding.id === sameRows?.as);
    return sameRows && other
      ? `; ${text.sameRows(other.finding.title, weight, sameRows.alone)}`
      : '';
  }

  function lowered({ finding }: LinkPart): string {
    const ids = excepted.get(finding);
    return ids ? `; ${messages.exceptions.lowered(exceptedShare, ids)}` : '';
  }
}

/** The cluster of the run that all of them are in; null where there is none. */
async function groupOf(
  database: Database,
  run: string,
  ids: readonly string[],
): Promise<Explanation['group']> {
  const scores = await accountScoresOfRun(database, run, { ids });
  const [cluster, ...others] = ids.map(
    (id) => scores.find(({ account_id }) => account_id === id)?.cluster_id ?? null,
  );
  if (!cluster || others.some((other) => other !== cluster)) return null;
  const found = await clusterById(database, run, cluster);
  return (
    found && {
      ...{ cluster, name: found.name, accounts: found.accounts.length, score: found.score },
    }
  );
}

/** What an analyst has confirmed, as one of the weights: heavier than any finding, so the first of them. */
function confirmation(link: Link | undefined, a: string, b: string): Explanation['weights'] {
  if (!link?.confirmed) return [];
  const { by, weight } = link.confirmed;
  const what =
    by.kind === 'identity' ? messages.judgements.oneIdentity : messages.judgements.sameHands;
  return [
    {
      ...{ what, weight, reason: saidOf(by) },
      ...{ finding: null, detector: null, sources: [], times: null, same_rows: null },
      nodes: [accountRef(a), accountRef(b)],
    },
  ];
}

/** Two accounts and what lies on the strongest paths between them; of accounts with nothing in common, the two. */
export async function explainGraph(database: Database, a: string, b: string): Promise<Graph> {
  const { told } = await linkBetween(database, a, b);
  return evidenceGraph(database, [
    { nodes: [accountRef(a), accountRef(b)], evidence: [] },
    ...told.map(({ finding, path }) => ({ nodes: path, evidence: factsAlong(finding, path) })),
  ]);
}

/** The link of two accounts by the findings that name both, and its parts with the way that each goes. */
export async function linkBetween(database: Database, a: string, b: string) {
  if (a === b) throw new UsageError(text.sameAccount(a));
  await checkAccounts(database, [a, b]);
  const run = await latestRun(database);
  if (!run) throw new NotFoundError(text.noRun);
  const detectors = await catalogue();
  const both = (await findingsOfRun(database, run.run, { account: a })).filter((finding) =>
    finding.accounts.includes(b),
  );
  const findings = await findingsByIds(
    database,
    run.run,
    both.map(({ id }) => id),
  );
  const model = (await weightsOfRun(database, run)).link;
  const accounts = run.counts['accounts'] ?? 0;
  const [first = '', second = ''] = [a, b].sort();
  const judged = await judgedInRun(database, run);
  // A rejected link is told as well: what speaks for it must stay visible.
  const unrejected = { ...judged, rejected: nothingJudged.rejected };
  const binding = new Set(detectors.filter(({ binds }) => binds).map(({ id }) => id));
  const counted = applyExceptions(findings, await exceptionsOfRun(database, run), binding);
  const linkOf = (of: typeof counted.findings) =>
    linksOf(of, { detectors, accounts, model, judged: unrejected }).find(
      (one) => one.a === first && one.b === second,
    );
  const link = linkOf(counted.findings);
  const bonds = bondsOf(detectors);
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const counting = [...(link?.parts ?? []), ...(link?.repeats ?? [])];
  const counts = new Set(counting.map(({ finding }) => finding));
  const weaker = counted.findings.flatMap((finding) => {
    const [part] = counts.has(finding.id) ? [] : (linkOf([finding])?.parts ?? []);
    const stronger = counting.find(({ family }) => family === part?.family);
    return part && stronger ? [{ part, weaker: stronger }] : [];
  });
  const told = [...counting.map((part) => ({ part, weaker: null })), ...weaker].map((one) => {
    const { part } = one;
    const finding = byId.get(part.finding)!;
    const path = wayBetween(finding.evidence, accountRef(a), accountRef(b));
    return { ...one, bond: bonds.get(part.detector) ?? part.detector, finding, path };
  });
  const judgement = judgementOf(judged, a, b);
  return {
    ...{ link, told, model, accounts, judgement },
    ...{ asOf: run.as_of, excepted: counted.by, run: run.run },
  };
}

/**
 * The way from one account to the other by what they share; where the finding has no such thing to show, by
 * what was inferred of the two.
 */
function wayBetween(evidence: readonly Evidence[], a: NodeRef, b: NodeRef): NodeRef[] {
  const things = evidence.filter(
    ({ from, to }) => from.type !== 'account' || to?.type !== 'account',
  );
  const way = shortestPath(things, a, b);
  const direct = way.slice(1, -1).every(({ type }) => type !== 'account');
  return way.length > 0 && direct ? way : shortestPath(evidence, a, b);
}

async function checkAccounts(database: Database, ids: readonly string[]): Promise<void> {
  const found = await nodesByRef(database, ids.map(accountRef));
  const known = new Set(found.map(({ shown }) => shown.id));
  const missing = ids.find((id) => !known.has(id));
  if (missing !== undefined) throw new NotFoundError(text.noAccount(missing));
}

function accountRef(id: string): NodeRef {
  return { type: 'account', id };
}

/** The facts that the path's own steps rest on. */
function factsAlong(finding: Finding, path: readonly NodeRef[]): Evidence[] {
  const steps = new Set(path.map(formatRef));
  const on = (ref: NodeRef) => steps.has(formatRef(ref));
  return finding.evidence.filter((fact) => fact.to !== null && on(fact.from) && on(fact.to));
}

function sourcesAlong(finding: Finding, path: readonly NodeRef[]): Source[] {
  const sources = new Map(
    factsAlong(finding, path).flatMap((fact) =>
      fact.sources.map((source) => [JSON.stringify(source), source]),
    ),
  );
  return [...sources].sort(([one], [other]) => compareText(one, other)).map(([, source]) => source);
}
