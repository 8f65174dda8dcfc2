import canonicalize from 'canonicalize';

/** RFC 8785: the one way to write this value as JSON, so that equal data has equal bytes. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('There is no JSON for undefined or a function.');
  return text;
}

/** Text order that no locale changes: by UTF-16 code unit, as RFC 8785 sorts keys. */
export function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
