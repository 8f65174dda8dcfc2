/** What an answer tells of what was left out of it, without naming it: how many there are, and what binds two accounts. */
import type { Answer, RouteName } from '../../../../domain/api/api.ts';
import type { LinkedAccount, NeighbourCount } from '../../../../domain/answers.ts';
import { findingsOfRun, latestRun } from '../../../detection/runs/read-runs.ts';
import type { Withheld } from '../../../decisions/lists/withheld.ts';
import { expand } from '../../../explore/graph/neighbours.ts';
import type { Database } from '../../../graph/neo4j/database.ts';
import { refIn } from '../refs.ts';

interface Asking {
  database: Database;
  params: unknown;
  query: unknown;
}

interface Answered {
  before: unknown;
  /** Without what is withheld; null where all of it is. */
  left: unknown;
}

export async function withoutHints(
  name: RouteName,
  asking: Asking,
  { before, left }: Answered,
  withheld: Withheld,
): Promise<unknown> {
  if (name === 'neighbours') return neighboursLeft(asking, left as Answer<'neighbours'>, withheld);
  if (name === 'linkedAccounts')
    return linkedLeft(asking, left as Answer<'linkedAccounts'>, withheld);
  return counted(asking, before, left);
}

/** Where a list is all on one page, it is as long as what is left of it. */
function counted({ query }: Asking, before: unknown, left: unknown): unknown {
  if (!isCounted(before) || !isCounted(left)) return left;
  const isWhole = (query as { cursor?: string }).cursor === undefined && before.next === null;
  const gone = before.items.length - left.items.length;
  return { ...left, total: isWhole ? left.items.length : left.total - gone };
}

interface Counted {
  items: unknown[];
  next: unknown;
  total: number;
}

function isCounted(answer: unknown): answer is Counted {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'items' in answer &&
    Array.isArray(answer.items) &&
    'total' in answer &&
    typeof answer.total === 'number' &&
    'next' in answer
  );
}

/** So many entries at one thing are told apart; of more, all count. */
const mostEntries = 500;

/** Entries are counted again, one by one. */
async function neighboursLeft(
  { database, params }: Asking,
  { items }: Answer<'neighbours'>,
  withheld: Withheld,
): Promise<Answer<'neighbours'>> {
  const { ref: asked } = params as { ref: string };
  const ref = refIn(asked, 'params.ref');
  const left: NeighbourCount[] = [];
  for (const item of items) {
    if (item.other !== 'watchlist_entry') {
      left.push(item);
      continue;
    }
    const { type, direction } = item;
    const { nodes } = await expand(database, ref, { type, direction, limit: mostEntries });
    const entries = nodes.filter(
      (node) => node.type === 'watchlist_entry' && !(ref.type === node.type && ref.id === node.id),
    );
    const hidden = entries.filter(({ id }) => withheld.is(id)).length;
    if (item.count > hidden) left.push({ ...item, count: item.count - hidden });
  }
  return { items: left };
}

/** What binds two accounts is told in words alone: where a finding that is withheld has both, those are left out, and both, where no other has them. */
async function linkedLeft(
  { database, query }: Asking,
  { items, next }: Answer<'linkedAccounts'>,
  withheld: Withheld,
): Promise<Answer<'linkedAccounts'>> {
  const { account } = query as { account: string };
  const doubtful = new Set(
    withheld.together.filter((accounts) => accounts.includes(account)).flat(),
  );
  if (!items.some(({ account: { id } }) => doubtful.has(id))) return { items, next };
  const run = await latestRun(database);
  const findings = run ? await findingsOfRun(database, run.run, { account }) : [];
  const told = new Set(
    findings.filter(({ id }) => !withheld.is(id)).flatMap(({ accounts }) => accounts),
  );
  const left = items.flatMap((item): LinkedAccount[] => {
    const { id } = item.account;
    if (!doubtful.has(id)) return [item];
    return told.has(id) ? [{ ...item, bonds: [] }] : [];
  });
  return { items: left, next };
}
