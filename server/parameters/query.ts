import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../cypher/parameters/', import.meta.url));

const texts = new Map<string, string>();

/** The query `cypher/parameters/<name>.cypher`. */
export function parametersQuery(name: string): string {
  let text = texts.get(name);
  if (text === undefined) {
    text = readFileSync(`${folder}${name}.cypher`, 'utf8');
    texts.set(name, text);
  }
  return text;
}
