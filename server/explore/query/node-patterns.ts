/**
 * Which node patterns of a query name no label of what they look for. A plan tells of each step where it begins, but not of what stands within
 * an expression (`[x IN xs | COLLECT { MATCH (n) … }]`): there the words alone tell. Whatever may be read in two ways is taken for a
 * pattern: that gets a label which it need not have, or is refused.
 */
import { isMark, isWord, type Refusal, type Token } from '../../graph/neo4j/tokens.ts';
import { messages } from '../../../domain/messages/index.ts';
import { namesPassed } from './names-passed.ts';

/** Of one, where labels can be put: with `from`, that of a label expression which is to hold as well. */
export interface Unlabelled {
  from: number;
  to: number;
  /** Where labels can be put. */
  end: number;
  /** Where a label expression that is to hold as well begins, behind its `:` or IS; null where there is none. */
  begin: number | null;
  /** Whether something is asked of it within an expression, where no plan may show how it is found. */
  isHidden: boolean;
}

export interface NodePatterns {
  unlabelled: Unlabelled[];
  /** Whether anything is asked of nodes within an expression. */
  hasHidden: boolean;
  /** What cannot be read, where. */
  refusal: Refusal | null;
}

/** Of a query that the server can read. */
export function nodePatterns(tokens: readonly Token[]): NodePatterns {
  const reader = new Reader(tokens);
  reader.read(0, tokens.length, { mode: 'expression', inExpression: false, bound: new Set() });
  const { found, hasHidden, refusal } = reader;
  return { unlabelled: found, hasHidden, refusal };
}

const subqueries = new Set(['EXISTS', 'COUNT', 'COLLECT']);
const match = new Set(['MATCH']);
/** What ends the patterns of a MATCH. */
const leaving = new Set(
  'WHERE USING RETURN WITH UNWIND CALL UNION NEXT ORDER SKIP LIMIT'.split(' '),
);
/** After these all names are new. */
const anew = new Set(['UNION', 'NEXT']);
const withs = new Set(['WITH']);
const textTests = new Set(['STARTS', 'ENDS']);
const shortest = new Set(['SHORTESTPATH', 'ALLSHORTESTPATHS']);
const behindVariable = new Set(['WHERE', 'IS']);
const where = new Set(['WHERE']);
const is = new Set(['IS']);
/** What may stand before an expression; any other word before a bracket is the name of a function. */
const beforeExpression = new Set(
  'WHERE AND OR XOR NOT RETURN WITH UNWIND IN THEN ELSE WHEN CASE BY DISTINCT SKIP LIMIT CONTAINS MATCH'.split(
    ' ',
  ),
);
/** What is more than how things are joined. */
const beyondTopology = new Set('WHERE RETURN WITH UNWIND CALL UNION'.split(' '));

interface Scope {
  mode: 'pattern' | 'expression';
  inExpression: boolean;
  /** Names that stand for something already, which can be no node but of the data. */
  bound: Set<string>;
}

class Reader {
  readonly found: Unlabelled[] = [];
  hasHidden = false;
  refusal: Refusal | null = null;
  readonly #tokens: readonly Token[];
  readonly #ends: readonly number[];

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
    this.#ends = endsOfBrackets(tokens);
  }

  /** From one token to another, within the same brackets. */
  read(from: number, to: number, scope: Scope): void {
    let { mode } = scope;
    for (let at = from; at < to; at += 1) {
      const token = this.#tokens[at]!;
      if (this.#isClause(at, match)) mode = 'pattern';
      else if (isWord(token, leaving) && !this.#isMarkAt(at + 1, '=')) {
        mode = 'expression';
        this.#leave(at, to, scope.bound);
      }
      const end = this.#ends[at]!;
      if (end < 0) continue;
      at = this.#bracket(at, end, { ...scope, mode });
    }
  }

  /** Where reading goes on behind. */
  #bracket(at: number, end: number, scope: Scope): number {
    const token = this.#tokens[at]!;
    const before = this.#tokens[at - 1];
    if (isMark(token, '{')) {
      if (before && isWord(before, subqueries)) this.#subquery(at, end, scope);
      else this.read(at + 1, end, { ...scope, mode: 'expression', bound: new Set() });
    } else if (isMark(token, '[')) {
      // What is named in a list is named there alone.
      this.read(at + 1, end, { ...scope, mode: 'expression', bound: new Set(scope.bound) });
    } else if (scope.mode === 'pattern') {
      this.#inBrackets(at, end, scope);
    } else if (this.#linkBehind(end) !== null) {
      return this.#chain(at, scope);
    } else this.read(at + 1, end, { ...scope, mode: 'expression', bound: new Set(scope.bound) });
    return end;
  }

  #subquery(at: number, end: number, scope: Scope): void {
    const found = this.found.length;
    const bound = new Set(scope.bound);
    this.read(at + 1, end, { mode: 'pattern', inExpression: true, bound });
    if (this.#isTopology(at + 1, end)) this.#show(found);
    else this.hasHidden = true;
  }

  /** Nothing is asked of those found since. */
  #show(since: number): void {
    for (const pattern of this.found.slice(since)) pattern.isHidden = false;
  }

  /** A pattern as an expression, `(a)-->(b)`: returns where it ends. */
  #chain(from: number, scope: Scope): number {
    const before = this.#tokens[from - 1];
    const isCall = before?.kind === 'name' || before?.kind === 'word';
    if (isCall && !isWord(before, beforeExpression))
      this.refusal ??= {
        why: messages.queries.refused.ambiguous,
        from: before.from,
        to: before.to,
      };
    const found = this.found.length;
    const inner = { ...scope, inExpression: true };
    let at = from;
    for (;;) {
      const end = this.#ends[at]!;
      this.#inBrackets(at, end, inner);
      const next = this.#linkBehind(end);
      if (next === null) {
        const after = this.#tokens[end + 1];
        const isBare = !after || !isWord(after, where);
        if (isBare && this.#isTopology(from, end + 1)) this.#show(found);
        else this.hasHidden = true;
        return end;
      }
      this.read(end + 1, next, { ...inner, mode: 'expression' });
      at = next;
    }
  }

  /** A node, or a path in brackets of its own. */
  #inBrackets(open: number, end: number, scope: Scope): void {
    const before = this.#tokens[open - 1];
    let at = open + 1;
    const isNode = !(before && isWord(before, shortest)) && this.#headEnds(at, end) !== null;
    if (!isNode) {
      this.read(at, end, { ...scope, mode: 'pattern' });
      return;
    }
    at = this.#headEnds(at, end)!;
    const variable = at > open + 1 ? this.#tokens[open + 1]!.text : null;
    const labels = this.#labelsEnd(at, end);
    if (!this.#namesLabels(at, labels) && !(variable !== null && scope.bound.has(variable)))
      this.found.push({
        from: this.#tokens[open]!.from,
        to: this.#tokens[end]!.to,
        end: this.#tokens[labels - 1]!.to,
        begin: labels > at ? this.#tokens[at]!.to : null,
        isHidden: scope.inExpression,
      });
    if (variable !== null) scope.bound.add(variable);
    this.read(labels, end, { ...scope, mode: 'expression' });
  }

  /** Behind the name of a node, if it has one; null for what is no node. */
  #headEnds(at: number, end: number): number | null {
    if (this.#isBody(at, end) && !this.#isNamed(at, end)) return at;
    return this.#isNamed(at, end) ? at + 1 : null;
  }

  #isNamed(at: number, end: number): boolean {
    const { kind } = this.#tokens[at]!;
    return at < end && (kind === 'word' || kind === 'name') && this.#isBody(at + 1, end);
  }

  /** What may follow on the name of a node. */
  #isBody(at: number, end: number): boolean {
    const token = this.#tokens[at]!;
    if (at === end || token.kind === 'parameter') return true;
    return isMark(token, ':') || isMark(token, '{') || isWord(token, behindVariable);
  }

  #labelsEnd(from: number, end: number): number {
    const first = this.#tokens[from]!;
    if (from === end || !(isMark(first, ':') || isWord(first, is))) return from;
    for (let at = from + 1; at < end; at += 1) {
      const token = this.#tokens[at]!;
      if (isMark(token, '{') || token.kind === 'parameter' || isWord(token, where)) return at;
    }
    return end;
  }

  /** Whether it is names alone, of which one at least must be borne: no `!A`, no `%`. */
  #namesLabels(from: number, end: number): boolean {
    const inner = this.#tokens.slice(from + 1, end);
    if (inner.length % 2 === 0) return false;
    return inner.every((token, at) =>
      at % 2 === 0
        ? token.kind === 'word' || token.kind === 'name'
        : [':', '|', '&'].some((mark) => isMark(token, mark)),
    );
  }

  /** Where the next node begins, if a relation follows; null if none does. */
  #linkBehind(end: number): number | null {
    let at = end + 1;
    if (this.#isMarkAt(at, '<')) at += 1;
    if (!this.#isMarkAt(at, '-')) return null;
    at += 1;
    if (this.#isMarkAt(at, '[')) at = this.#ends[at]! + 1;
    if (!this.#isMarkAt(at, '-')) return null;
    at += 1;
    if (this.#isMarkAt(at, '>')) at += 1;
    return this.#isMarkAt(at, '(') ? at : null;
  }

  /** Only how things are joined, each by a relation that must be there: nothing is asked of a node, so that nothing can be told by it. */
  #isTopology(from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) {
      const token = this.#tokens[at]!;
      if (token.kind === 'parameter' || isWord(token, beyondTopology)) return false;
      if (['{', '*', '+'].some((mark) => isMark(token, mark))) return false;
      if (!isMark(token, '(')) continue;
      const isLinked =
        this.#linkBehind(this.#ends[at]!) !== null ||
        this.#isMarkAt(at - 1, '-') ||
        this.#isMarkAt(at - 1, '>');
      if (!isLinked) return false;
    }
    return true;
  }

  /** A name is in force no longer once a WITH leaves it out or a UNION begins anew. */
  #leave(at: number, to: number, bound: Set<string>): void {
    const token = this.#tokens[at]!;
    if (isWord(token, anew)) bound.clear();
    if (!isWord(token, withs) || this.#isTextTest(at)) return;
    const passed = namesPassed(this.#tokens, at + 1, to);
    if (passed === 'all') return;
    for (const name of [...bound]) if (!passed.has(name)) bound.delete(name);
  }

  /** Whether a WITH is that of STARTS WITH, behind a property or what is closed: after anything else it may be the clause. */
  #isTextTest(at: number): boolean {
    const [dot, value, test] = this.#tokens.slice(Math.max(0, at - 3), at);
    if (!test || !value || !isWord(test, textTests)) return false;
    if (value.kind === 'word' || value.kind === 'name') return isMark(dot!, '.');
    return value.kind !== 'mark' || ')]}'.includes(value.text);
  }

  /** The clause, and not a key or a property of that name. */
  #isClause(at: number, among: ReadonlySet<string>): boolean {
    const token = this.#tokens[at]!;
    if (!isWord(token, among) || this.#isMarkAt(at + 1, ':')) return false;
    return !this.#isMarkAt(at - 1, '.') || this.#tokens[at - 2]?.kind === 'number';
  }

  #isMarkAt(at: number, mark: string): boolean {
    const token = this.#tokens[at];
    return token !== undefined && isMark(token, mark);
  }
}

/** Where each bracket closes; -1 for what is none. */
function endsOfBrackets(tokens: readonly Token[]): number[] {
  const ends = tokens.map(() => -1);
  const open: number[] = [];
  tokens.forEach((token, at) => {
    if (token.kind !== 'mark') return;
    if ('([{'.includes(token.text)) open.push(at);
    else if (')]}'.includes(token.text) && open.length > 0) ends[open.pop()!] = at;
  });
  return ends;
}
