import { isMark, isWord, type Token } from '../../graph/neo4j/tokens.ts';

const distinct = new Set(['DISTINCT']);
const ending = new Set(
  'ORDER SKIP LIMIT OFFSET WHERE MATCH OPTIONAL UNWIND CALL RETURN WITH UNION'.split(' '),
);

/** The names that a WITH hands on as they are; all of them for `WITH *`. */
export function namesPassed(
  tokens: readonly Token[],
  from: number,
  to: number,
): ReadonlySet<string> | 'all' {
  const passed = new Set<string>();
  const first = tokens[from];
  let at = first && isWord(first, distinct) ? from + 1 : from;
  const star = tokens[at];
  if (star && isMark(star, '*')) return 'all';
  let depth = 0;
  let begins = true;
  for (; at < to; at += 1) {
    const token = tokens[at]!;
    if (depth === 0 && isWord(token, ending)) break;
    const next = tokens[at + 1];
    const isWhole =
      at + 1 >= to || !next || isMark(next, ',') || (isWord(next, ending) && depth === 0);
    if (begins && depth === 0 && isWhole && (token.kind === 'word' || token.kind === 'name'))
      passed.add(token.text);
    if (token.kind === 'mark' && '([{'.includes(token.text)) depth += 1;
    if (token.kind === 'mark' && ')]}'.includes(token.text)) depth -= 1;
    begins = depth === 0 && isMark(token, ',');
  }
  return passed;
}
