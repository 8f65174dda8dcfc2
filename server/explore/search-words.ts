/**
 * From a person's words to a Lucene query. The words are data: whatever Lucene would read as syntax is
 * taken out or escaped, so that no text can ask more than "nodes that hold these words".
 */

/** What Lucene's query parser gives a meaning, in a word or between words. */
const syntax = /[+\-!(){}[\]^"~*?:\\/&|<>=]/g;

/** More words than this narrow nothing down further and only cost. */
const mostWords = 12;

/** The longest word that is worth looking for; ids may be longer and are matched whole elsewhere. */
const longestWord = 100;

/** The words of a text as the index keeps them: split where it splits, lower case, without accents. */
export function foldedWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}._]+/u)
    .map((word) => word.replaceAll(/^[._]+|[._]+$/g, ''))
    .filter((word) => word !== '');
}

/** Null when nothing in the text could be found: punctuation alone. */
export function luceneQuery(text: string): string | null {
  const words = plainWords(text).slice(0, mostWords);
  if (words.length === 0) return null;
  const phrase = `"${escaped(text.slice(0, 200))}"^8`;
  return `${phrase} OR (${words.map((word) => `+(${tolerant(word)})`).join(' ')})`;
}

/** Not folded: whether the index folds accents is the index's to say. */
function plainWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}._]+/u)
    .map((word) => word.replaceAll(/^[._]+|[._]+$/g, '').slice(0, longestWord))
    .filter((word) => word !== '');
}

/** The word itself, words that begin so, and, for longer ones, words a slip or two away. */
function tolerant(word: string): string {
  const own = escaped(word);
  const ways = [`${own}^4`, `${own}*^2`];
  if (word.length >= 4 && !/^[\d.]+$/.test(word)) ways.push(`${own}~${word.length >= 8 ? 2 : 1}`);
  return ways.join(' OR ');
}

function escaped(text: string): string {
  return text.replaceAll(syntax, '\\$&');
}
