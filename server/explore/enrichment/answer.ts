import { enrichmentAnswerSchema, type EnrichmentFact } from '../../../domain/enrichment.ts';
import { messages } from '../../../domain/messages/index.ts';
import { InvalidDataError } from '../../platform/problems.ts';

const text = messages.enrichment;

/** What would change objects of the program, were it ever copied into one. */
const badNames = new Set(['__proto__', 'prototype', 'constructor']);

/** The facts of an answer as it came. Throws InvalidDataError, saying what is wrong with it. */
export function factsIn(title: string, answer: Buffer): EnrichmentFact[] {
  const read = enrichmentAnswerSchema.safeParse(parsed(title, answer.toString('utf8')));
  if (read.success) return read.data.facts;
  const { path, message } = read.error.issues[0]!;
  throw new InvalidDataError(text.notAnswer(title, path.join('.'), message));
}

function parsed(title: string, said: string): unknown {
  const bad: string[] = [];
  const checked = (name: string, value: unknown) => {
    if (badNames.has(name)) bad.push(name);
    return value;
  };
  let found: unknown;
  try {
    found = JSON.parse(said, checked) as unknown;
  } catch {
    throw new InvalidDataError(text.notJson(title));
  }
  if (bad[0] !== undefined) throw new InvalidDataError(text.badName(title, bad[0]));
  return found;
}
