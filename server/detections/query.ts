import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../cypher/detections/', import.meta.url));

const texts = new Map<string, string>();

/** The query `cypher/detections/<name>.cypher`. */
export function detectionQuery(name: string): string {
  let text = texts.get(name);
  if (text === undefined) {
    text = readFileSync(`${folder}${name}.cypher`, 'utf8');
    texts.set(name, text);
  }
  return text;
}
