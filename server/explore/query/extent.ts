/**
 * How large and how deep a query may be. The server reads and plans a query by calling itself for each step into
 * it; one that goes too deep (seen from 200 levels on) overflows its stack, and then it never answers at all. So that
 * is bounded before anything is sent.
 */
import { messages } from '../../../domain/messages/index.ts';
import { isMark, isWord, type Refusal, type Token } from '../../graph/neo4j/tokens.ts';

const text = messages.queries.refused;

/** More words and marks than any query that a person writes. */
const mostTokens = 10_000;
/** Brackets of any kind, subqueries and CASE … END, one in another. */
const deepest = 60;
/** Subqueries and maps in one another: planning takes twice as long for each EXISTS within an EXISTS. */
const deepestBraces = 12;
/** `.name`, `[…]`, NOT and signs, one upon another. */
const mostSteps = 60;
/** Operators in one expression. */
const mostOperators = 500;
const mostClauses = 200;

const opening = new Set(['(', '[', '{']);
const closing = new Set([')', ']', '}']);
const operatorMarks = new Set('+ - * / % ^ = < > | &'.split(' '));
const operatorWords = new Set(['AND', 'OR', 'XOR', 'IN', 'IS', 'CONTAINS', 'STARTS', 'ENDS']);
const prefixes = new Set(['NOT']);
const prefixMarks = new Set(['!', '~']);
const clauses = new Set(
  'MATCH WHERE WITH RETURN UNWIND UNION CALL ORDER SKIP LIMIT WHEN THEN ELSE FOREACH'.split(' '),
);
const counted = new Set('MATCH WITH RETURN UNWIND UNION CALL'.split(' '));

/** Within one pair of brackets, since the last comma or clause. */
interface Level {
  operators: number;
  steps: number;
  /** Braces around it. */
  braces: number;
  /** Whether an operator came last: what comes then is a sign. */
  afterOperator: boolean;
}

/** Why a query is too large or too deep to be sent, and where; null for one that is not. */
export function refusedExtent(tokens: readonly Token[]): Refusal | null {
  const beyond = tokens[mostTokens];
  if (beyond) return { why: text.tooMany(mostTokens), from: beyond.from, to: beyond.to };
  const levels: Level[] = [freshLevel(0)];
  let clauseCount = 0;
  for (const token of tokens) {
    if (isWord(token, counted)) clauseCount += 1;
    walk(levels, token);
    const why = tooMuch(levels, clauseCount);
    if (why !== null) return { why, from: token.from, to: token.to };
  }
  return null;
}

function tooMuch(levels: readonly Level[], clauseCount: number): string | null {
  const level = levels.at(-1)!;
  if (levels.length > deepest) return text.tooDeep(deepest);
  if (level.braces > deepestBraces) return text.tooManyBraces(deepestBraces);
  if (level.steps > mostSteps) return text.tooManySteps(mostSteps);
  if (level.operators > mostOperators) return text.tooManyOperators(mostOperators);
  return clauseCount > mostClauses ? text.tooManyClauses(mostClauses) : null;
}

function walk(levels: Level[], token: Token): void {
  const level = levels.at(-1)!;
  if (opens(token)) {
    // `[…]` and `(…)` behind something are steps upon it.
    level.steps += 1;
    level.afterOperator = false;
    levels.push(freshLevel(level.braces + (isMark(token, '{') ? 1 : 0)));
  } else if (closes(token)) {
    if (levels.length > 1) levels.pop();
  } else if (isMark(token, ',') || isWord(token, clauses)) {
    levels[levels.length - 1] = freshLevel(level.braces);
  } else if (isMark(token, '.') || isPrefix(token)) {
    level.steps += 1;
  } else if (isOperator(token)) {
    level.operators += 1;
    level.steps = level.afterOperator ? level.steps + 1 : 0;
    level.afterOperator = true;
  } else level.afterOperator = false;
}

function freshLevel(braces: number): Level {
  return { operators: 0, steps: 0, braces, afterOperator: false };
}

const caseWord = new Set(['CASE']);
const endWord = new Set(['END']);

function opens(token: Token): boolean {
  return (token.kind === 'mark' && opening.has(token.text)) || isWord(token, caseWord);
}

function closes(token: Token): boolean {
  return (token.kind === 'mark' && closing.has(token.text)) || isWord(token, endWord);
}

function isPrefix(token: Token): boolean {
  return isWord(token, prefixes) || (token.kind === 'mark' && prefixMarks.has(token.text));
}

function isOperator(token: Token): boolean {
  return (token.kind === 'mark' && operatorMarks.has(token.text)) || isWord(token, operatorWords);
}
