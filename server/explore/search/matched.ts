/** Where in a node a person's words were found. */
import type { SearchHit } from '../../../domain/search.ts';
import { nodeType } from '../../../domain/schema/graph.ts';
import type { StoredNode } from '../../graph/neo4j/records.ts';
import {
  folded,
  phoneDigits,
  respelled,
  runTogether,
  wordsOf,
} from '../../graph/search-keys/folding.ts';
import { koreanReadings, romanised } from '../../graph/search-keys/names.ts';

type Matched = SearchHit['matched'];

/** Of a long value, so much is shown, from a little before the first word that was asked for. */
const shownLength = 160;
const shownBefore = 40;

/** A text is looked through so far: words beyond it are found, but not shown. */
const lookedThrough = 20_000;

/** What was asked, read once for all the values it is compared with. */
interface Asked {
  whole: string;
  words: readonly string[];
  together: string;
  digits: string | null;
  writings: ReadonlySet<string>;
}

/** From this weight on, the value is what was asked, and not only holds it. */
const wholeWeight = 900;

interface Match {
  matched: Matched;
  /** The value is what was asked, but for case, accents and what stands between words. */
  whole: boolean;
}

/** The column that says most of the words, an earlier one before a later one. */
export function bestMatch(node: StoredNode, text: string): Match {
  const asked = readAsked(text);
  let best = { column: 'id', value: node.id, weight: weightOf(node.id, true, asked) };
  for (const [column, { search }] of Object.entries(nodeType(node.type).columns)) {
    if (!search) continue;
    for (const value of [node.values[column]].flat()) {
      if (typeof value !== 'string') continue;
      const weight = weightOf(value, search, asked);
      if (weight > best.weight) best = { column, value, weight };
    }
  }
  const matched = { column: best.column, value: excerpt(best.value, asked.words) };
  return { matched, whole: best.weight >= wholeWeight };
}

function readAsked(text: string): Asked {
  const whole = wordsOf(folded(text)).join(' ');
  return {
    whole,
    words: wordsOf(folded(text)),
    together: runTogether(folded(text)),
    digits: phoneDigits(text),
    writings: writingsOf(text),
  };
}

function weightOf(value: string, search: true | 'name' | 'phone' | 'text', asked: Asked): number {
  const own = wordsOf(folded(value.slice(0, lookedThrough)));
  const said = own.join(' ');
  if (asked.whole !== '' && said === asked.whole) return 1_000;
  if (search === 'phone' && samePhone(phoneDigits(value), asked.digits)) return wholeWeight;
  if (search !== 'text' && asked.together !== '' && runTogether(folded(value)) === asked.together)
    return wholeWeight;
  if (asked.whole !== '' && said.includes(asked.whole)) return 500;
  if (search === 'name' && [...writingsOf(value)].some((one) => asked.writings.has(one)))
    return 400;
  return asked.words.reduce(
    (sum, word) => sum + Math.max(0, ...own.map((each) => alike(each, word))),
    0,
  );
}

function samePhone(own: string | null, asked: string | null): boolean {
  return own !== null && asked !== null && (own.endsWith(asked) || asked.endsWith(own));
}

/** A name in every writing that search knows of it, its words in no order. */
function writingsOf(name: string): Set<string> {
  const spelled = respelled(name);
  const ways = [
    wordsOf(folded(name)),
    ...romanised(name),
    ...(spelled === null ? [] : [wordsOf(spelled)]),
  ];
  return new Set([
    ...ways.flatMap((words) => [[...words].sort().join(' '), words.join('')]),
    ...koreanReadings(name),
  ]);
}

/** 1 for the same word, less for a shared beginning: enough to tell which column a misspelt word was found in. */
function alike(own: string, word: string): number {
  if (own === word) return 1;
  let same = 0;
  while (same < own.length && same < word.length && own[same] === word[same]) same += 1;
  return (0.9 * same) / Math.max(word.length, Math.min(own.length, word.length + 1));
}

function excerpt(value: string, words: readonly string[]): string {
  if (value.length <= shownLength) return value;
  const text = value.slice(0, lookedThrough);
  const lower = text.toLowerCase();
  const places = words.map((word) => lower.indexOf(word)).filter((place) => place >= 0);
  const from = places.length > 0 ? Math.max(0, Math.min(...places) - shownBefore) : 0;
  const shown = Array.from(text.slice(from, from + shownLength * 2))
    .slice(0, shownLength)
    .join('');
  return `${from > 0 ? '… ' : ''}${shown.replaceAll(/\s+/g, ' ')} …`;
}
