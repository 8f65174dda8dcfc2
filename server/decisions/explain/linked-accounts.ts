import { compareText } from '../../../domain/compare-text.ts';
import type { LinkedAccount } from '../../../domain/answers.ts';
import { messages } from '../../../domain/messages/index.ts';
import { catalogue } from '../../detection/catalogue/catalogue.ts';
import { findingsOfRun, latestRun } from '../../detection/runs/read-runs.ts';
import { exceptionsOfRun } from '../exceptions/exception-store.ts';
import { nodesByRef } from '../../graph/canvas/canvas.ts';
import { judgedInRun } from '../judge/judged-link.ts';
import { applyExceptions } from '../../detection/link/excepted.ts';
import { linksOf } from '../../detection/link/links.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { NotFoundError } from '../../platform/problems.ts';
import { weightsOfRun } from '../../detection/weights/weights-in-force.ts';
import { bondsOf } from './bonds.ts';

/** Of the latest run, the links of an account, the likeliest first, and all findings that name it. */
export async function linksOfAccount(database: Database, account: string) {
  const [known] = await nodesByRef(database, [{ type: 'account', id: account }]);
  if (!known) throw new NotFoundError(messages.explain.noAccount(account));
  const run = await latestRun(database);
  if (!run) return null;
  const detectors = await catalogue();
  const binding = new Set(detectors.filter(({ binds }) => binds).map(({ id }) => id));
  const { findings } = applyExceptions(
    await findingsOfRun(database, run.run, { account }),
    await exceptionsOfRun(database, run),
    binding,
  );
  const links = linksOf(findings, {
    detectors,
    accounts: run.counts['accounts'] ?? 0,
    model: (await weightsOfRun(database, run)).link,
    judged: await judgedInRun(database, run),
  })
    .filter(({ a, b }) => a === account || b === account)
    .map((link) => ({ ...link, other: link.a === account ? link.b : link.a }))
    .sort((one, other) => other.total - one.total || compareText(one.other, other.other));
  return { run, detectors, findings, links };
}

/**
 * The accounts that one shares something with after the latest run, the likeliest first, at most `most`; none
 * before the first run. An id that is no account's is a NotFoundError.
 */
export async function linkedAccounts(
  database: Database,
  account: string,
  most: number,
): Promise<LinkedAccount[]> {
  const known = await linksOfAccount(database, account);
  if (!known) return [];
  const links = known.links.slice(0, most);
  const found = await nodesByRef(
    database,
    links.map(({ other }) => ({ type: 'account', id: other })),
  );
  const nodes = new Map(found.map(({ shown }) => [shown.id, shown]));
  const bonds = bondsOf(known.detectors);
  return links.flatMap(({ other, probability, parts, confirmed }) => {
    const node = nodes.get(other);
    if (!node) return [];
    const names = parts.map(({ detector }) => bonds.get(detector) ?? detector);
    if (confirmed) names.unshift(messages.judgements.clusterBond);
    return [{ account: node, score: probability, bonds: names }];
  });
}
