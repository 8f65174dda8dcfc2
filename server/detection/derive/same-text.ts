import { reasonsMessages as says } from '../../../domain/messages/en/reasons.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { Derivation, Inferred } from './derivation.ts';
import { computedInThread } from '../../platform/computing-thread.ts';
import { cutSlices } from './cut-texts.ts';
import { circlesOf } from './text-circles.ts';
import { readTexts, textsById } from './text-source.ts';
import type { Act, Likeness } from './text-likeness.ts';

/** How many texts in common are written for a pair, the most telling first. */
const textsShown = 6;

const thread = new URL('text-likeness-thread.ts', import.meta.url);

/**
 * Who words texts as others do. Every text is cut into short runs of words (shingles: Broder, "On the resemblance
 * and containment of documents", 1997). An index from each run to its texts finds all that two accounts share,
 * exactly, also where only two sentences of a text are left; runs that many accounts use are struck first, as Moss
 * does (Schleimer, Wilkerson and Aiken, "Winnowing", 2003), so that no list is long. Texts that are near copies as
 * a whole are found beside that (`near-copies.ts`), however usual their sentences.
 */
const sameText: Derivation = {
  version: 5,
  makes: ['SAME_TEXT', 'WRITES_LIKE', 'IN_TEXT_CIRCLE'],
  aside: true,
  infer: async (database, asOf) => {
    const { parts, arrays } = await cutSlices(readTexts(database, asOf));
    const likeness = await computedInThread<Likeness[]>(thread, parts, arrays);
    const sampleOf = await samples(database, likeness.flatMap(shown));
    return [
      ...likeness.flatMap(({ a, b, score, acts, uses }): Inferred[] => [
        { ...inAll(acts, uses), relation: 'WRITES_LIKE', from: account(a), to: account(b), score },
        ...shown({ acts }).map((act): Inferred => ({
          relation: 'SAME_TEXT',
          from: { type: 'document', id: act.from },
          to: { type: 'document', id: act.to },
          score: act.weight,
          reason: says.wording(
            act.runs,
            Math.round(act.alike * 100),
            act.accounts,
            act.sameClient,
            sampleOf(act),
          ),
        })),
      ]),
      ...circlesOf(likeness).flatMap(([first, ...others]) =>
        others.map((member): Inferred => ({
          relation: 'IN_TEXT_CIRCLE',
          from: { type: 'account', id: member },
          to: { type: 'account', id: first! },
          score: 1,
          reason: says.textCircle,
        })),
      ),
    ];
  },
};
export default sameText;

/** The most telling. */
function shown({ acts }: Pick<Likeness, 'acts'>): readonly Act[] {
  return acts.slice(0, textsShown);
}

/** As much of a copied text as a reader needs to know it again. */
const sampleLength = 160;

/** What a reader is shown of each: of whole texts their beginning, which nobody has kept in memory. */
async function samples(database: Database, acts: readonly Act[]): Promise<(act: Act) => string> {
  const whole = acts.flatMap(({ sample, from }) => (sample === null ? [from] : []));
  const texts = await textsById(database, [...new Set(whole)]);
  return ({ sample, from }) => sample ?? texts.get(from)!.slice(0, sampleLength);
}

const account = (id: string) => ({ type: 'account' as const, id });

/** All that two accounts have in common: as many texts as are written, and those beyond. */
function inAll(
  acts: Likeness['acts'],
  uses: Likeness['uses'],
): Pick<Inferred, 'reason' | 'columns'> {
  const users = acts.map(({ accounts }) => accounts);
  const [fewest, most] = [Math.min(...users), Math.max(...users)];
  const times = [...uses.a, ...uses.b].flatMap(({ at }) => (at === null ? [] : [at])).sort();
  const [first, last] = [times[0] ?? null, times.at(-1) ?? null];
  const days = [first, last].map((time) => (time ?? '').slice(0, 10));
  const documents = [uses.a.length, uses.b.length] as const;
  return {
    reason: says.textsInCommon(acts.length, [fewest, most], documents, days[0]!, days[1]!),
    columns: {
      texts: acts.length,
      fewest_users: fewest,
      most_users: most,
      of_a: documents[0],
      of_b: documents[1],
      first,
      last,
    },
  };
}
