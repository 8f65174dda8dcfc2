import { messages } from '../../../domain/messages/index.ts';
import { termOf, type Model } from '../weights/weights.ts';

const measured = /^of ([\d,]+) that show it, ([\d.]+) % are part of a scheme$/;

/** As `withWeights` writes it. */
const estimated = /^estimated from (\d+) decisions on this platform; shipped: (\S+)$/;

/** Why a term weighs what it does, in the language in force; `weights.json` says it as the fit wrote it. */
export function reasonOf(model: Model, name: string): string {
  const { why } = termOf(model, name);
  const figures = measured.exec(why);
  if (figures) return messages.score.measured(figures[1]!, figures[2]!);
  const learned = estimated.exec(why);
  if (learned) return messages.score.estimated(Number(learned[1]), learned[2]!);
  const unmeasured: Readonly<Record<string, string>> = messages.score.unmeasured;
  return unmeasured[name.slice(0, name.indexOf(':'))] ?? why;
}
