import { createHash } from 'node:crypto';
import type { Explanation } from '../../../domain/explanation-check.ts';
import { honestExplanations } from '../../../domain/honest-explanation.ts';
import { messages } from '../../../domain/messages/index.ts';
import { catalogue, messagesOf } from '../../detection/catalogue/catalogue.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { inEnglish } from '../../platform/locale.ts';
import type { Item } from '../triage/items.ts';
import { bare, checksInForce, checksOf, type StoredCheck } from './check-store.ts';

/** An explanation by its name, in words. */
type Named = Pick<Explanation, 'explanation' | 'says'>;

/** The honest explanations of an item, in the language in force, each with how it was checked. */
export async function explanationsOf(database: Database, item: Item): Promise<Explanation[]> {
  const named = await namedExplanations(item);
  const { disposition } = item;
  const checks = disposition
    ? await checksOf(database, [...disposition.lineage, disposition.id])
    : [];
  const known = new Set(named.map(({ explanation }) => explanation));
  // Of an explanation that its detector does not give any more.
  const gone = checksInForce(checks).filter(({ explanation }) => !known.has(explanation));
  return [...named, ...gone].map(({ explanation, says }) => ({
    ...{ explanation, says },
    ...checked(checks.filter((check) => check.explanation === explanation)),
  }));
}

function checked(checks: readonly StoredCheck[]): Pick<Explanation, 'check' | 'former'> {
  const [check] = checksInForce(checks);
  return {
    check: check ? bare(check) : null,
    former: checks
      .filter((one) => one !== check)
      .map(bare)
      .reverse(),
  };
}

/**
 * A finding's are what its detector gives to consider. A cluster's are those that it was held against, what fits best first;
 * all there are, where it was held against none. An answer of a pattern has none.
 */
export async function namedExplanations(item: Item): Promise<Named[]> {
  if (item.kind === 'answer') return [];
  if (item.kind === 'finding')
    return benignOf(item.finding?.detector ?? item.disposition?.found_by?.detector ?? '');
  const held = item.cluster?.group?.rivals.map(({ explanation }) => explanation);
  const { explanations } = messages.groupSum;
  return (held ?? honestExplanations).map((explanation) => ({
    explanation,
    says: explanations[explanation],
  }));
}

/** Nothing of a detector that is no more. */
async function benignOf(detector: string): Promise<Named[]> {
  const entry = (await catalogue()).find(({ id }) => id === detector);
  if (!entry) return [];
  const english = inEnglish(() => messagesOf(entry).benign);
  const localized = messagesOf(entry).benign;
  return english.map((says, at) => ({
    explanation: benignName(detector, says),
    says: localized[at] ?? says,
  }));
}

/** An explanation that says something else is another one, wherever it stands in the list. */
function benignName(detector: string, english: string): string {
  return `${detector}:${createHash('sha256').update(english).digest('hex').slice(0, 10)}`;
}
