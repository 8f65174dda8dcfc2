import canonicalize from 'canonicalize';

/** RFC 8785: the one way to write this value as JSON, so that equal data has equal bytes. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('There is no JSON for undefined or a function.');
  return text;
}
