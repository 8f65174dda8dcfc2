import { table } from '../server/edge/docs/table.ts';
import { fixed, mean, percent } from './figures.ts';
import { decidable, type Limits } from './limit.ts';
import type { GeneratorFigures } from './worlds-page.ts';

/** What was reached beside what can be known, by generator; nothing where no limit was measured. */
export function limitPage(
  figures: readonly Pick<GeneratorFigures, 'generator' | 'worlds'>[],
  limits: Limits | null,
): string[] {
  if (limits === null) return [];
  const rows = figures.flatMap(({ generator, worlds }) => {
    const limit = limits.generators[generator];
    if (!limit) return [];
    const reached = mean(worlds.map(({ score }) => score.ap));
    const verdict = limit.ap < decidable ? 'undecidable' : '';
    return [[generator, fixed(reached), fixed(limit.ap), percent(reached, limit.ap), verdict]];
  });
  return [
    '## What can be known',
    about(limits),
    table(['generator', 'AP of Skein', 'limit', 'share of the limit', ''], rows),
    ...Object.entries(limits.generators).map(([name, { features }]) => telling(name, features)),
    honesty,
  ];
}

function about({ accounts, trainingSeeds }: Limits): string {
  return `Worlds may hide who belongs to a scheme so well that nobody could tell. How far it can be told is measured by a supervised model (\`quality/limit\`) that reads the same files, with features of accounts, pairs and groups, and is trained on the labels of ${trainingSeeds.length} other worlds of the same generator, of ${accounts.toLocaleString('en')} accounts each (seeds ${trainingSeeds.join(', ')}). Its AP on the reported worlds is the limit; a generator whose limit is below ${decidable} is called undecidable. Skein has no labels of a platform to learn from.`;
}

/** Names as `quality/limit` gives them. */
function telling(generator: string, features: Limits['generators'][string]['features']): string {
  const named = (gains: Record<string, number>) =>
    Object.keys(gains)
      .slice(0, 8)
      .map((name) => `\`${name}\``)
      .join(', ');
  return `What tells most in the ${generator} generator: of accounts alone ${named(features.accounts)}; of pairs ${named(features.pairs)}.`;
}

const honesty =
  'A model can be weak, too, and its features were chosen with the reported worlds in view, so that the limit is an estimate and no bound. A kind of ring that few of its training worlds had is hardly learnt; more worlds or better features may raise it. On the other hand the model has learnt how this generator makes rings, which on a platform that nobody has labelled is not to be had: what it reaches is no promise for any other.';
