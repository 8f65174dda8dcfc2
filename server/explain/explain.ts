import type { Explanation } from '../../domain/answers.ts';
import type { Evidence, Finding, Source } from '../../domain/finding.ts';
import type { NodeRef } from '../../domain/graph.ts';
import { words } from '../../domain/words/index.ts';
import { catalogue } from '../detect/catalogue.ts';
import { findingsByIds, findingsOfRun, latestRun } from '../detect/run-store.ts';
import { nodesByRef } from '../explore/canvas.ts';
import { bondWeight, linksOf, type LinkPart } from '../link/links.ts';
import type { Database } from '../neo4j/database.ts';
import { NotFoundError, UsageError } from '../problems.ts';
import { probability, shippedWeights } from '../score/weights.ts';
import { shortestPath } from './shortest-path.ts';

const text = words.explain;

/**
 * Why two accounts are linked, after the latest run. Two accounts with nothing in common have no weights and
 * no paths; an id that is no account's is a NotFoundError.
 */
export async function explain(database: Database, a: string, b: string): Promise<Explanation> {
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
  const bonds = new Map(detectors.map((entry) => [entry.id, entry.words.en.bond]));
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const told = (link?.parts ?? []).map((part) => {
    const finding = byId.get(part.finding)!;
    const path = shortestPath(finding.evidence, accountRef(a), accountRef(b));
    return { part, finding, path };
  });
  const total = link?.total ?? model.prior;
  return {
    a,
    b,
    prior: model.prior,
    weights: told.map(({ part, finding, path }) => ({
      what: finding.title,
      finding: finding.id,
      detector: finding.detector,
      nodes: path,
      weight: part.weight,
      reason: reasonOf(part, bonds.get(part.detector) ?? part.detector, accounts),
      sources: sourcesAlong(finding, path),
    })),
    total,
    score: probability(total),
    paths: told.map(({ path }) => path).filter((path) => path.length > 0),
  };

  function reasonOf(part: LinkPart, bond: string, platform: number): string {
    const most = bondWeight(model, part.detector, 1);
    return text.reason(bond, part.sharedBy, platform, part.amount, most);
  }
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

/** The rows that the path's own steps rest on. */
function sourcesAlong(finding: Finding, path: readonly NodeRef[]): Source[] {
  const steps = new Set(path.map(({ type, id }) => `${type}:${id}`));
  const on = (ref: NodeRef) => steps.has(`${ref.type}:${ref.id}`);
  const rows = finding.evidence.filter(
    (fact: Evidence) => fact.to !== null && on(fact.from) && on(fact.to),
  );
  const sources = new Map(
    rows.flatMap((fact) => fact.sources.map((source) => [JSON.stringify(source), source])),
  );
  return [...sources].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, source]) => source);
}
