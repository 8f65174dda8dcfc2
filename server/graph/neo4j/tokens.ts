/**
 * What a query says, word by word. The server's plan tells what a query does, but for what it does within an
 * expression (`[x IN xs | COUNT { … }]`), which no plan shows: hence the words are read as well. Whatever could be
 * read in two ways is refused, and comments are taken out of what is sent, so that the server reads no other words.
 */
import { messages } from '../../../domain/messages/index.ts';

const text = messages.queries.refused;

export interface Token {
  /** `name` stands in backticks, and is never a keyword. */
  kind: 'word' | 'name' | 'string' | 'number' | 'parameter' | 'mark';
  /** Without backticks, quotes or `$`. */
  text: string;
  from: number;
  to: number;
}

/** Whether it is one of the words, which are in capitals. */
export function isWord(token: Token, among: ReadonlySet<string>): boolean {
  return token.kind === 'word' && among.has(token.text.toUpperCase());
}

export function isMark(token: Token, mark: string): boolean {
  return token.kind === 'mark' && token.text === mark;
}

/** What is not let through, why, and where in the text. */
export interface Refusal {
  why: string;
  from: number;
  to: number;
}

export interface Read {
  tokens: Token[];
  /** The text without its comments, of the same length: what may be sent. */
  sent: string;
  refusal: Refusal | null;
}

const patterns = {
  space: /\s+/uy,
  comment: /\/\/[^\n]*|\/\*[^]*?\*\//uy,
  string: /'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"/uy,
  name: /`(?:[^`]|``)*`/uy,
  parameter: /\$(?:[\p{L}\p{N}_]+|`(?:[^`]|``)*`)/uy,
  word: /[\p{L}_][\p{L}\p{N}_]*/uy,
  // Nothing else directly after it: `1CALL` would be two words to the server.
  number:
    /(?:0[xX][\da-fA-F]+|0[oO][0-7]+|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?)(?![\p{L}\p{N}_])/uy,
  mark: /[-()[\]{}.,:;+*/%^=<>!|&$?~]/uy,
} as const;

/** Lines end in `\n`, as positions and comments are counted by it. */
export function withPlainLines(query: string): string {
  return query.replaceAll(/\r\n?/g, '\n');
}

/** Reads a query with plain lines. */
export function readQuery(query: string): Read {
  const escape = /\\u/i.exec(query);
  if (escape) return refused(query, text.escape, escape.index, escape.index + 2);
  const tokens: Token[] = [];
  let sent = '';
  for (let at = 0; at < query.length;) {
    const found = matchAt(query, at);
    if (!found) return refused(query, text.character(query.slice(at, at + 1)), at, at + 1);
    const { kind, matched } = found;
    sent += kind === 'comment' ? matched.replaceAll(/[^\n]/g, ' ') : matched;
    if (kind !== 'space' && kind !== 'comment')
      tokens.push({ kind, text: plain(kind, matched), from: at, to: at + matched.length });
    at += matched.length;
  }
  return { tokens, sent, refusal: null };
}

type Kind = keyof typeof patterns;

function matchAt(query: string, at: number): { kind: Kind; matched: string } | null {
  for (const kind of Object.keys(patterns) as Kind[]) {
    const pattern = patterns[kind];
    pattern.lastIndex = at;
    const matched = pattern.exec(query)?.[0];
    if (matched !== undefined) return { kind, matched };
  }
  return null;
}

function plain(kind: Token['kind'], matched: string): string {
  if (kind === 'string') return matched.slice(1, -1);
  const bare = kind === 'parameter' ? matched.slice(1) : matched;
  return bare.startsWith('`') ? bare.slice(1, -1).replaceAll('``', '`') : bare;
}

function refused(query: string, why: string, from: number, to: number): Read {
  return { tokens: [], sent: query, refusal: { why, from, to } };
}
