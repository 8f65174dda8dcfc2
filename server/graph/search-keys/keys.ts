/**
 * What a node is found by, kept on the node itself: the words of its searchable columns, folded, with names as other
 * scripts write them and numbers run together; and an address in a form whose order is the order of addresses.
 * The full-text index parts these at blanks alone, so that what a word is is decided here and nowhere else.
 */
import ipaddr from 'ipaddr.js';
import { isIp } from '../../../domain/input/ip.ts';
import { nodeType } from '../../../domain/schema/graph.ts';
import type { Column, NodeTypeName } from '../../../domain/schema/schema.ts';
import {
  folded,
  isUnparted,
  longestWord,
  pairsOf,
  phoneDigits,
  reversed,
  runTogether,
  wordsOf,
} from './folding.ts';
import { joined, koreanReadings, romanised } from './names.ts';

/** A list may have a thousand names; what comes after so many words is not found by the box. */
const mostWords = 3_000;

export interface SearchKeys {
  /** Words parted by blanks; absent for the ground truth, which no search may meet. */
  _search?: string;
  /** IP addresses only. */
  _order?: string;
}

export function searchKeys(
  type: NodeTypeName,
  id: string,
  values: Readonly<Record<string, unknown>>,
): SearchKeys {
  if (type === 'label') return {};
  const words = new Set([kindWord(type)]);
  addAll(words, valueWords(id));
  for (const { name, search } of wordColumns(type)) {
    for (const value of [values[name]].flat()) {
      if (typeof value !== 'string') continue;
      addAll(words, valueWords(value));
      if (search === 'name') addAll(words, nameWords(value));
      if (search === 'phone') addAll(words, phoneWords(value));
    }
  }
  const keys: SearchKeys = { _search: [...words].slice(0, mostWords).join(' ') };
  if (type === 'ip') {
    const order = addressOrder(id);
    if (order !== null) keys._order = order;
  }
  return keys;
}

interface WordColumn {
  name: string;
  search: Exclude<Column['search'], undefined>;
}

const wordColumnsOf = new Map<NodeTypeName, readonly WordColumn[]>();

/** The columns whose words are kept; texts have an index of their own. */
function wordColumns(type: NodeTypeName): readonly WordColumn[] {
  const known = wordColumnsOf.get(type);
  if (known) return known;
  const columns = Object.entries(nodeType(type).columns).flatMap(([name, { search }]) =>
    search && search !== 'text' ? [{ name, search }] : [],
  );
  wordColumnsOf.set(type, columns);
  return columns;
}

/** Whether there are names among what a node of the type is found by: most of the work is theirs. */
export function holdsNames(type: NodeTypeName): boolean {
  return type !== 'label' && wordColumns(type).some(({ search }) => search === 'name');
}

/** By it a search can ask for one kind alone. */
export function kindWord(type: NodeTypeName): string {
  return `kind:${type}`;
}

/** What comes before the digits of a phone number from its end: national numbers leave the country out. */
export const phoneEnd = 'end:';

function addAll(words: Set<string>, more: Iterable<string>): void {
  for (const word of more) words.add(word);
}

/** Whole where it holds no blank, run together where it holds digits, and word by word. */
function valueWords(value: string): string[] {
  const whole = folded(value.slice(0, 8_000));
  // Its pieces would be found in every other address.
  if (isIp(whole)) return [whole];
  const words = wordsOf(whole);
  const found = [...words];
  if (!/\s/.test(whole) && whole.length <= longestWord) found.unshift(whole);
  if (words.length > 1 && words.length <= 8 && /\d/.test(whole)) found.push(runTogether(whole));
  for (const word of words) if (isUnparted(word)) found.push(...pairsOf(word));
  return found;
}

function nameWords(name: string): string[] {
  const ways = [wordsOf(folded(name)), ...romanised(name)];
  return [...ways.flat(), ...ways.flatMap(joined), ...koreanReadings(name)];
}

function phoneWords(value: string): string[] {
  const digits = phoneDigits(value);
  return digits === null ? [] : [digits, phoneEnd + reversed(digits)];
}

/** Text order is the order of addresses; of IPv4 written as IPv6 it is IPv4's. Null for what is no address. */
function addressOrder(text: string): string | null {
  if (!isIp(text)) return null;
  const address = ipaddr.process(text);
  return orderOf(address.kind(), address.toByteArray());
}

/** The first and last address of a block, in that order; null for what is no CIDR. */
export function blockOrder(text: string): { from: string; to: string } | null {
  if (!/^[0-9a-f.:]+\/\d{1,3}$/i.test(text) || !ipaddr.isValidCIDR(text)) return null;
  const [base, bits] = ipaddr.parseCIDR(text);
  const bytes = base.toByteArray();
  const [from, to] = [bytes.slice(), bytes.slice()];
  bytes.forEach((byte, at) => {
    const fixed = Math.min(8, Math.max(0, bits - at * 8));
    const free = (1 << (8 - fixed)) - 1;
    from[at] = byte & ~free;
    to[at] = byte | free;
  });
  return { from: orderOf(base.kind(), from), to: orderOf(base.kind(), to) };
}

function orderOf(kind: 'ipv4' | 'ipv6', bytes: readonly number[]): string {
  return (
    (kind === 'ipv4' ? '4' : '6') + bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  );
}
