import { readFileSync } from 'node:fs';

const texts = new Map<string, string>();

/** The query `cypher/views/<name>.cypher`. */
export function viewQuery(name: string): string {
  let text = texts.get(name);
  if (text === undefined) {
    text = readFileSync(new URL(`../../cypher/views/${name}.cypher`, import.meta.url), 'utf8');
    texts.set(name, text);
  }
  return text;
}
