/**
 * How long the texts are that a query makes by putting what it has beside itself. `s + s`, thirty times over, is a text of
 * billions of letters: the server works it through without a look at memory, and ends for want of it. Measured on
 * Neo4j 5.26: `reduce(s = 'aaaaaaaaaa', x IN range(1, 40) | s + s)` and thirty `WITH s + s AS s` end it in seconds.
 */
import { messages } from '../../../domain/messages/index.ts';
import { isMark, isWord, type Refusal, type Token } from '../../graph/neo4j/tokens.ts';

const refusal = messages.queries.refused;

/** Letters that one value of a query may come to, counted high. */
const mostLetters = 10_000_000;
/** What is taken for the length of a value of the graph, and of one that is handed over. */
const [usualLetters, givenLetters] = [1_000, 10_000];

/** After these stand expressions, with commas between them. */
const expressions = new Set(['MATCH', 'WHERE', 'WITH', 'RETURN', 'UNWIND', 'CALL', 'BY']);
const ofText = new Set(['STARTS', 'ENDS']);
const clauses = new Set(
  'MATCH OPTIONAL WHERE WITH RETURN UNWIND UNION CALL ORDER SKIP LIMIT OFFSET FOREACH FINISH'.split(
    ' ',
  ),
);
const as = new Set(['AS']);
const isIn = new Set(['IN']);
const reduce = new Set(['REDUCE']);
const replace = new Set(['REPLACE']);

/** The first value that grows too long; null where none does. */
export function refusedGrowth(tokens: readonly Token[]): Refusal | null {
  const letters = new Map<string, number>();
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]!;
    const before = tokens[index - 1];
    if (!isWord(token, expressions) || (before && isWord(before, ofText))) continue;
    const named: [string, number][] = [];
    for (const item of itemsFrom(tokens, index + 1)) {
      const last = item.at(-1);
      const alias = last && isWord(item.at(-2) ?? last, as) && item.length > 2 ? last : undefined;
      const length = lengthOf(alias ? item.slice(0, -2) : item, letters);
      if (length > mostLetters)
        return { why: refusal.growth(mostLetters), from: item[0]!.from, to: last!.to };
      if (alias) named.push([alias.text, length]);
    }
    for (const [name, length] of named) letters.set(name, length);
  }
  return null;
}

/** What stands between commas, up to the next clause. */
function itemsFrom(tokens: readonly Token[], start: number): Token[][] {
  const items: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(start)) {
    if (opens(token)) depth += 1;
    else if (closes(token)) depth -= 1;
    if (depth < 0 || (depth === 0 && isWord(token, clauses))) break;
    if (depth === 0 && isMark(token, ',')) items.push([]);
    else items.at(-1)!.push(token);
  }
  return items.filter((item) => item.length > 0);
}

/** At most so long is what an expression comes to; Infinity where it doubles itself as often as a list is long. */
function lengthOf(tokens: readonly Token[], letters: ReadonlyMap<string, number>): number {
  let [sum, most, times, grows] = [0, 0, 1, false];
  tokens.forEach((token, index) => {
    const length = lengthOfOne(tokens, index, letters);
    sum += length;
    most = Math.max(most, length);
    if (joins(tokens, index)) grows = true;
    if (isWord(token, isIn)) times *= Math.max(1, doublings(tokens, index));
    if (isWord(token, reduce) && doublesItself(tokens, index)) times = Infinity;
    if (isWord(token, replace)) times *= Math.max(1, lengthPutIn(tokens, index, letters));
  });
  if (times === Infinity) return Infinity;
  return grows ? sum * times : most * times;
}

function lengthOfOne(
  tokens: readonly Token[],
  index: number,
  letters: ReadonlyMap<string, number>,
): number {
  const { kind, text } = tokens[index]!;
  if (kind === 'string') return text.length;
  if (kind === 'parameter') return givenLetters;
  return isVariable(tokens, index) ? (letters.get(text) ?? usualLetters) : 0;
}

/** A name that stands for a value by itself: no function, no property's key, no label. */
function isVariable(tokens: readonly Token[], index: number): boolean {
  const { kind } = tokens[index]!;
  if (kind !== 'word' && kind !== 'name') return false;
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  if (before && (isMark(before, '.') || isMark(before, ':'))) return false;
  return !(after && isMark(after, '('));
}

/** A variable whose own value is meant, not one of its properties. */
function isBare(tokens: readonly Token[], index: number): boolean {
  const after = tokens[index + 1];
  return isVariable(tokens, index) && !(after && isMark(after, '.'));
}

function joins(tokens: readonly Token[], index: number): boolean {
  const after = tokens[index + 1];
  const token = tokens[index]!;
  return isMark(token, '+') || (isMark(token, '|') && after !== undefined && isMark(after, '|'));
}

/** Of `x IN list | body`: how often the body names x, where it joins anything; 1 for what is no such list. */
function doublings(tokens: readonly Token[], index: number): number {
  const bound = tokens[index - 1];
  if (!bound) return 1;
  const body = bodyFrom(tokens, index);
  return body.some((_, at) => joins(body, at)) ? mentions(body, bound.text) : 1;
}

/** `reduce(s = …, x IN … | body)` whose body makes several of s, or puts more in place of what it has. */
function doublesItself(tokens: readonly Token[], index: number): boolean {
  const accumulator = tokens[index + 2];
  const at = tokens.findIndex((token, place) => place > index + 2 && isWord(token, isIn));
  if (!accumulator || at < 0) return false;
  const body = bodyFrom(tokens, at);
  const within = body.some((token, place) => isWord(token, isIn) && doublings(body, place) > 1);
  const putIn = body.some(
    (token, place) => isWord(token, replace) && lengthPutIn(body, place, new Map()) > 1,
  );
  const own = mentions(body, accumulator.text);
  return putIn || (own > 0 && within) || (own > 1 && body.some((_, place) => joins(body, place)));
}

function mentions(tokens: readonly Token[], name: string): number {
  return tokens.filter((token, index) => token.text === name && isBare(tokens, index)).length;
}

/** What comes after the first `|` at the depth of a place, up to the bracket that ends it. */
function bodyFrom(tokens: readonly Token[], start: number): Token[] {
  let depth = 0;
  let begun = -1;
  for (let index = start; index < tokens.length; index += 1) {
    const token = tokens[index]!;
    if (opens(token)) depth += 1;
    else if (closes(token)) depth -= 1;
    if (depth < 0) return begun < 0 ? [] : tokens.slice(begun, index);
    if (depth === 0 && begun < 0 && isMark(token, '|')) begun = index + 1;
  }
  return [];
}

/** How long the third argument of `replace` is. */
function lengthPutIn(
  tokens: readonly Token[],
  index: number,
  letters: ReadonlyMap<string, number>,
): number {
  // Without a look at what is put in there again: each level of it would be read twice as often.
  const [, , putIn = []] = itemsFrom(tokens, index + 2);
  return putIn.reduce((sum, _, at) => sum + lengthOfOne(putIn, at, letters), 0);
}

function opens({ kind, text }: Token): boolean {
  return kind === 'mark' && '([{'.includes(text);
}

function closes({ kind, text }: Token): boolean {
  return kind === 'mark' && ')]}'.includes(text);
}
