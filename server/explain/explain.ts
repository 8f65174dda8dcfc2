import type { Explanation, Graph } from '../../domain/answers.ts';
import type { Evidence, Finding, Source } from '../../domain/finding.ts';
import { formatRef, type NodeRef } from '../../domain/graph.ts';
import { words } from '../../domain/words/index.ts';
import { catalogue } from '../detect/catalogue.ts';
import { findingsByIds, findingsOfRun, latestRun } from '../detect/run-store.ts';
import { nodesByRef } from '../explore/canvas.ts';
import { evidenceGraph } from '../explore/evidence-graph.ts';
import { bondWeight, linksOf, type LinkPart } from '../link/links.ts';
import type { Database } from '../neo4j/database.ts';
import { NotFoundError, UsageError } from '../problems.ts';
import { probability, shippedWeights } from '../score/weights.ts';
import { bondsOf } from './bonds.ts';
import { shortestPath } from './shortest-path.ts';

const text = words.explain;

/**
 * Why two accounts are linked, after the latest run. Two accounts with nothing in common have no weights and
 * no paths; an id that is no account's is a NotFoundError.
 */
export async function explain(database: Database, a: string, b: string): Promise<Explanation> {
  const { link, told, model, accounts } = await linkBetween(database, a, b);
  const total = link?.total ?? model.prior;
  return {
    a,
    b,
    prior: model.prior,
    weights: told.map(({ part, bond, finding, path }) => ({
      what: finding.title,
      finding: finding.id,
      detector: finding.detector,
      nodes: path,
      weight: part.weight,
      reason: reasonOf(part, bond),
      sources: sourcesAlong(finding, path),
    })),
    total,
    score: probability(total),
    paths: told.map(({ path }) => path).filter((path) => path.length > 0),
  };

  function reasonOf(part: LinkPart, bond: string): string {
    const most = bondWeight(model, part.detector, 1);
    return text.reason(bond, part.sharedBy, accounts, part.amount, most);
  }
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
async function linkBetween(database: Database, a: string, b: string) {
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
  const model = shippedWeights().link;
  const accounts = run.counts['accounts'] ?? 0;
  const [first = '', second = ''] = [a, b].sort();
  const link = linksOf(findings, { detectors, accounts, model }).find(
    (one) => one.a === first && one.b === second,
  );
  const bonds = bondsOf(detectors);
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const told = (link?.parts ?? []).map((part) => {
    const finding = byId.get(part.finding)!;
    const path = wayBetween(finding.evidence, accountRef(a), accountRef(b));
    return { part, bond: bonds.get(part.detector) ?? part.detector, finding, path };
  });
  return { link, told, model, accounts };
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
  return [...sources].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, source]) => source);
}
