/** A text of SQL taken apart: its common tables in their order, and what is asked of them in the end. */
export interface CommonTables {
  tables: { name: string; query: string }[];
  query: string;
}

/**
 * What stands behind WITH, one by one. Spark would put the whole query of a common table wherever its name stands, and those that this one
 * names into it, and so on, until the plan is too large to be made.
 */
export function commonTables(text: string): CommonTables {
  const bare = masked(text);
  const tables: CommonTables['tables'] = [];
  const next = /^\s*(?:WITH|,)\s+(\w+)\s+AS\s*\(/i;
  let at = 0;
  for (;;) {
    const found = next.exec(bare.slice(at));
    if (!found) return { tables, query: text.slice(at) };
    const begin = at + found[0].length;
    const end = closing(bare, begin);
    tables.push({ name: found[1]!, query: text.slice(begin, end) });
    at = end + 1;
  }
}

/** How often the text names the table. */
export function mentions(text: string, name: string): number {
  return masked(text).match(new RegExp(`\\b(?:FROM|JOIN)\\s+${name}\\b`, 'gi'))?.length ?? 0;
}

/** Comments and quoted texts blotted out, so that everything else stands where it stood. */
function masked(text: string): string {
  return text.replaceAll(/--.*$|'[^']*'/gm, (part) => ' '.repeat(part.length));
}

function closing(bare: string, begin: number): number {
  let depth = 1;
  for (let at = begin; at < bare.length; at += 1) {
    if (bare[at] === '(') depth += 1;
    if (bare[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  throw new SyntaxError('A parenthesis of a common table is not closed.');
}
