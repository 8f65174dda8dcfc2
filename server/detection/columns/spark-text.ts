/** A text of SQL as Spark takes it: its values written into it, since Spark's own SQL binds none. */
export function withValues(text: string, values: Readonly<Record<string, unknown>>): string {
  return text.replaceAll(/--.*$|'[^']*'|\$(\w+)/gm, (part, name: string | undefined) => {
    if (name !== undefined) return literal(valueOf(name, values));
    // A value that fell into a comment could end it.
    return part.startsWith('--') ? '' : part;
  });
}

function valueOf(name: string, values: Readonly<Record<string, unknown>>): unknown {
  const value = values[name];
  if (value === undefined) throw new Error(`SQL names $${name}, which nothing is given for.`);
  return value;
}

/** As DuckDB takes the same value: a whole number is whole, any other is no decimal but a float; lists are of texts. */
export function literal(value: unknown): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string')
    return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  if (typeof value === 'number') return `(${value}${suffixOf(value)})`;
  if (typeof value === 'bigint') return `(${value}L)`;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (Array.isArray(value)) return `CAST(array(${value.map(literal).join(', ')}) AS ARRAY<STRING>)`;
  throw new TypeError(`SQL takes no ${typeof value}.`);
}

function suffixOf(number: number): string {
  if (!Number.isInteger(number)) return 'D';
  return Math.abs(number) < 2 ** 31 ? '' : 'L';
}
