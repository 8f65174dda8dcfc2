import type { Text } from '../server/detection/derive/text-source.ts';
import { randomNumbers } from './rows.ts';

/** Any would do; no measure was fitted on it. */
const seed = 29;

const ofAccount = 10;
/** So that the peer ends at every size. */
const mostTexts = 100_000;
/** One text in so many is somebody else's, gone over. */
const oneCopyIn = 20;
/** Of a copy, the least and the most of its words that are others; each copy has its own share. */
const changed = { least: 0.02, most: 0.2 };
const vocabulary = 20_000;
const wordsOfText = { least: 60, most: 180 };
const wordsOfSentence = 12;

/** Texts of accounts, and which of them are near copies of another account's, by their places, the earlier first. */
export interface PlantedTexts {
  texts: Text[];
  copies: (readonly [of: number, copy: number])[];
}

/** Ten texts an account, each of random words, the usual ones far more often; and near copies among them. The same every time. */
export function plantedTexts(accounts: number): PlantedTexts {
  const random = randomNumbers(seed);
  const count = Math.min(mostTexts, accounts * ofAccount);
  const written: string[][] = [];
  const copies: PlantedTexts['copies'] = [];
  for (let place = 0; place < count; place += 1) {
    const account = Math.floor(place / ofAccount);
    const isCopy = account > 0 && random(oneCopyIn) === 0;
    if (!isCopy) {
      written.push(freshWords(random));
      continue;
    }
    const of = random(account * ofAccount);
    written.push(goneOver(written[of]!, random));
    copies.push([of, place]);
  }
  return { texts: written.map(textOf), copies };
}

type Random = (below: number) => number;

function freshWords(random: Random): string[] {
  const count = wordsOfText.least + random(wordsOfText.most - wordsOfText.least);
  return Array.from({ length: count }, () => word(random));
}

function goneOver(words: readonly string[], random: Random): string[] {
  const share = changed.least + ((changed.most - changed.least) * random(1_000)) / 1_000;
  return words.map((known) => (random(10_000) < share * 10_000 ? word(random) : known));
}

/** The square of what is drawn: a word that comes early in the vocabulary comes often. */
function word(random: Random): string {
  const drawn = random(1_000_000) / 1_000_000;
  return wordAt(Math.floor(drawn * drawn * vocabulary));
}

const syllables = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ');

/** Three or four syllables, by its number. */
function wordAt(at: number): string {
  let left = at + syllables.length ** 2;
  let made = '';
  while (left > 0) {
    made = syllables[left % syllables.length]! + made;
    left = Math.floor(left / syllables.length);
  }
  return made;
}

function textOf(words: readonly string[], place: number): Text {
  const sentences: string[] = [];
  for (let at = 0; at < words.length; at += wordsOfSentence)
    sentences.push(`${words.slice(at, at + wordsOfSentence).join(' ')}.`);
  return {
    ...{ id: `t${String(place).padStart(7, '0')}`, kind: 'bid', at: null },
    account: `a${String(Math.floor(place / ofAccount)).padStart(6, '0')}`,
    text: sentences.join(' '),
    ...{ clients: [], names: [], titles: [], quotedOnly: false },
  };
}
