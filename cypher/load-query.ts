import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of every query, absolute. */
export const cypherFolder = fileURLToPath(new URL('.', import.meta.url));

const texts = new Map<string, string>();

/** Names of the schema that stand in a query where no parameter can: labels and relation types. */
export type SchemaNames = Readonly<Record<string, string | readonly string[]>>;

/**
 * The query `cypher/<name>.cypher`, its `` `<slot>` `` and `'<slot>'` filled with names of the schema. Several names
 * in one slot mean any of them. Never given anything that a person or a file wrote.
 */
export function loadQuery(name: string, names: SchemaNames = {}): string {
  let text = textOf(`${name}.cypher`);
  for (const [slot, value] of Object.entries(names)) {
    const several = typeof value === 'string' ? [value] : value;
    text = text
      .replaceAll(`\`<${slot}>\``, several.map((one) => `\`${one}\``).join('|'))
      .replaceAll(`'<${slot}>'`, several.map((one) => `'${one}'`).join(', '));
  }
  return text;
}

/** The SQL `cypher/<name>.sql`, which is asked of columns. */
export function loadSql(name: string): string {
  return textOf(`${name}.sql`);
}

function textOf(file: string): string {
  let text = texts.get(file);
  if (text === undefined) {
    text = readFileSync(`${cypherFolder}${file}`, 'utf8');
    texts.set(file, text);
  }
  return text;
}
