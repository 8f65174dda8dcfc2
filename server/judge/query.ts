import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DerivedRelationName } from '../../domain/derived.ts';

const folder = fileURLToPath(new URL('../../cypher/judge/', import.meta.url));

const texts = new Map<string, string>();

/** The query `cypher/judge/<name>.cypher`. */
export function judgeQuery(name: string): string {
  let text = texts.get(name);
  if (text === undefined) {
    text = readFileSync(`${folder}${name}.cypher`, 'utf8');
    texts.set(name, text);
  }
  return text;
}

/** The query that finds an inferred relation of that kind. */
export function relationQuery(relation: DerivedRelationName): string {
  return judgeQuery('relation').replaceAll('`<relation>`', `\`${relation}\``);
}
