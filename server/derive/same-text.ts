import { reasonsWords as says } from '../../domain/words/en/reasons.ts';
import type { Derivation, Inferred } from './derivation.ts';
import { circlesOf } from './text-circles.ts';
import { readTexts } from './text-source.ts';
import { likenessOf } from './text-likeness.ts';

/** How many texts in common are written for a pair, the most telling first. */
const textsShown = 6;

/**
 * Who words texts as others do. Every text is cut into short runs of words (shingles: Broder, "On the resemblance
 * and containment of documents", 1997). An index from each run to its texts finds all that two accounts share,
 * exactly, also where only two sentences of a text are left; runs that many accounts use are struck first, as Moss
 * does (Schleimer, Wilkerson and Aiken, "Winnowing", 2003), so that no list is long. Texts that are near copies as
 * a whole are found beside that (`near-copies.ts`), however usual their sentences.
 */
const sameText: Derivation = {
  version: 3,
  makes: ['SAME_TEXT', 'WRITES_LIKE', 'IN_TEXT_CIRCLE'],
  infer: async (database, asOf) => {
    const texts = await readTexts(database, asOf);
    const likeness = likenessOf(texts);
    return [
      ...likeness.flatMap(({ a, b, score, acts }): Inferred[] => [
        {
          relation: 'WRITES_LIKE',
          from: { type: 'account', id: a },
          to: { type: 'account', id: b },
          score,
          reason: says.textsInCommon(acts.length),
        },
        ...acts.slice(0, textsShown).map((act): Inferred => ({
          relation: 'SAME_TEXT',
          from: { type: 'document', id: act.from },
          to: { type: 'document', id: act.to },
          score: act.weight,
          reason: says.wording(
            act.runs,
            Math.round(act.alike * 100),
            act.accounts,
            act.sameClient,
            act.sample,
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
