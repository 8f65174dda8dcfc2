import { reasonsMessages as says } from '../../../domain/messages/en/reasons.ts';
import { givenRatings } from './given-ratings.ts';
import { weighRatings, type WeighedRating } from './rater-reliability.ts';
import type { Derivation } from './derivation.ts';

/**
 * Each rating beside what others say of the same account. Its score is 1 where they are of one mind, 0 where
 * the rater praises whom all others warn of, or warns of whom all others praise; 0.5 where nothing can be said.
 * A rating in the very middle of its scale takes no side and is left out.
 */
const ratingSupport: Derivation = {
  version: 1,
  makes: ['BESIDE_OTHERS'],
  infer: async (database, asOf) =>
    weighRatings(await givenRatings(database, asOf))
      .filter((rating) => rating.value !== 0.5)
      .map((rating) => ({
        relation: 'BESIDE_OTHERS' as const,
        from: { type: 'account' as const, id: rating.rater },
        to: { type: 'account' as const, id: rating.rated },
        score: Math.round((1 + rating.support) * 500) / 1_000,
        reason: reason(rating),
      })),
};
export default ratingSupport;

function reason({ value, others, weight }: WeighedRating): string {
  return weight < 0.05
    ? says.ratedAlone(percent(value))
    : says.ratedBeside(percent(value), percent(others));
}

function percent(share: number): number {
  return Math.round(share * 100);
}
