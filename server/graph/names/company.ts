import type { Word } from './alignment.ts';
import { editDistance } from './edit-distance.ts';
import { charactersToSyllables } from './chinese.ts';
import { numberWords } from './number-words.ts';
import { hasHan, latin, simplified } from './scripts.ts';

/** A company's name: its words without the legal form, and the form. */
export interface Company {
  words: string[];
  forms: string[];
}

/**
 * Legal forms by what they amount to: with limited liability of a few, by shares of many, partnerships, bodies
 * without owners. `any` stands for words that companies of every form bear.
 */
const formsByKind: Readonly<Record<string, string>> = {
  limited: `limited liability company|l l c|llc|gmbh|gesellschaft mit beschrankter haftung|ooo|obshchestvo s ogranichennoi otvetstvennostiu
    |sarl|s a r l|srl|s r l|societatea cu raspundere limitata|sp z o o|sp zoo|spolka z o o|bv|b v|bvba|b v b a|oy|doo|d o o|kft|ou|osauhing|tov|sro|s r o|too|eood|ood|lda|ltda|sas|s a s|private limited|pvt ltd|pte ltd|pty ltd|sdn bhd|you xian gong si`,
  shares: `open joint stock company|public joint stock company|closed joint stock company|joint stock company
    |ojsc|pjsc|cjsc|jsc|oao|pao|zao|ao|aktsionernoe obshchestvo|otkrytoe aktsionernoe obshchestvo|publichnoe aktsionernoe obshchestvo
    |aktiengesellschaft|ag|plc|p l c|spa|s p a|se|nv|n v|ab|asa|a s|oyj|as|public limited company|kk|kabushiki kaisha|gu fen you xian gong si|tbk|bhd`,
  partnership: 'lp|l p|llp|l l p|kg|gmbh co kg|ohg|limited partnership',
  body: 'ano|nko|fgup|gup|foundation fund|e v|ev|eg',
  sa: 's a|sa|sociedad anonima|societe anonyme|s a de c v|sa de cv|s a b de c v|de c v',
  any: 'co|company|corp|corporation|inc|incorporated|ltd|limited|co ltd|co limited|pt|p t|n a|na|gong si|firma|kompaniia|korporatsiia|mv|m v|ms|mt',
};

/** Longest first, as lists of words. */
const forms = Object.entries(formsByKind)
  .flatMap(([kind, list]) =>
    list.split('|').map((form) => ({ kind, words: form.trim().split(/\s+/) })),
  )
  .sort((a, b) => b.words.length - a.words.length);

/** Words that tell a trade or a place in a group, not a company: they weigh little. */
const commonWords = new Set(
  `group holding holdings international intl global services service solutions trading trade general enterprise enterprises industry industries
  technology technologies tech network internet information software systems system digital development management investment investments
  consulting engineering construction import export shipping logistics transport maritime marine energy petroleum oil gas finance financial capital
  bank banking partners fund trust securities agency bureau office department institute center centre organization association society
  national state united new first commercial industrial products production manufacturing factory plant works equipment supplies
  studio media design labs lab online electronics electronic communications telecom company limited real estate asset europe asia world north south east west
  establishment est exchange airlines air airways shipping lines line contracting foundation corporation gruppe`.split(
    /\s+/,
  ),
);
const abbreviations: ReadonlyMap<string, string> = new Map(
  Object.entries({
    intl: 'international',
    int: 'international',
    natl: 'national',
    bros: 'brothers',
    mfg: 'manufacturing',
    mgmt: 'management',
    tech: 'technology',
    assn: 'association',
    dept: 'department',
    gen: 'general',
    organisation: 'organization',
  }),
);
const smallWords = new Set('of the and for de la le du des und et a an'.split(' '));

/** What Chinese companies' names are made of, translated; the rest is read by its sound. */
const chineseWords: readonly (readonly [string, string])[] = [
  ['股份有限公司', ' gu fen you xian gong si '],
  ['有限责任公司', ' you xian gong si '],
  ['有限公司', ' you xian gong si '],
  ['公司', ' gong si '],
  ['网络', ' network '],
  ['互联网', ' internet '],
  ['科技', ' technology '],
  ['技术', ' technology '],
  ['信息', ' information '],
  ['软件', ' software '],
  ['贸易', ' trading '],
  ['国际', ' international '],
  ['集团', ' group '],
  ['投资', ' investment '],
  ['电子', ' electronics '],
  ['发展', ' development '],
  ['进出口', ' import export '],
  ['银行', ' bank '],
  ['实业', ' industry '],
  ['工业', ' industry '],
  ['服务', ' service '],
  ['咨询', ' consulting '],
  ['管理', ' management '],
  ['能源', ' energy '],
  ['石油', ' petroleum '],
  ['建设', ' construction '],
  ['工程', ' engineering '],
  ['数码', ' digital '],
  ['数字', ' digital '],
  ['传媒', ' media '],
  ['物流', ' logistics '],
  ['控股', ' holding '],
  ['中国', ' china '],
  ['朝鲜', ' korea '],
  ['香港', ' hong kong '],
  ['银', ' silver '],
  ['金', ' gold '],
  ['星', ' star '],
  ['龙', ' dragon '],
  ['天', ' sky '],
  ['海', ' sea '],
  ['东方', ' oriental '],
  ['太阳', ' sun '],
  ['月', ' moon '],
  ['山', ' mountain '],
  ['白', ' white '],
  ['红', ' red '],
  ['蓝', ' blue '],
  ['新', ' new '],
  ['大', ' great '],
  ['世界', ' world '],
];
const koreanWords: readonly (readonly [string, string])[] = [
  ['주식회사', ' jsc '],
  ['유한회사', ' llc '],
  ['회사', ' company '],
  ['무역', ' trading '],
  ['기술', ' technology '],
  ['정보', ' information '],
  ['은행', ' bank '],
  ['총국', ' general bureau '],
  ['은별', ' silver star '],
];

/** Every way to read a company's name; Chinese ones by their sound and by their meaning. */
export function readCompany(name: string): Company[] {
  const kept = readings.get(name);
  if (kept) return kept;
  if (readings.size >= readingsKept) readings.clear();
  const read = readAnew(name);
  readings.set(name, read);
  return read;
}

/** Reading a name takes longer than comparing two; a list's names are compared again and again. */
const readingsKept = 50_000;
const readings = new Map<string, Company[]>();

function readAnew(name: string): Company[] {
  if (hasHan(name)) {
    const text = simplified(name);
    const places = /^(\p{Script=Han}{2})(?=\p{Script=Han}{2,})/u.exec(text)?.[1];
    const rest = places === undefined ? text : text.slice(places.length);
    const start = places === undefined ? '' : sounded(places);
    return [
      parted(`${start} ${meant(rest, chineseWords.slice(0, 28))}`),
      parted(`${start} ${meant(rest, chineseWords)}`),
      parted(meant(text, chineseWords)),
    ];
  }
  if (/\p{Script=Hangul}/u.test(name)) {
    const meaning = koreanWords.reduce((text, [word, said]) => text.replaceAll(word, said), name);
    return [parted(latin(meaning))];
  }
  return [parted(latin(name.replaceAll('&', ' and ').replaceAll('%', ' percent ')))];
}

function meant(text: string, dictionary: readonly (readonly [string, string])[]): string {
  const said = dictionary.reduce((rest, [word, meaning]) => rest.replaceAll(word, meaning), text);
  return said
    .split(/(\p{Script=Han}+)/u)
    .map((part) => (hasHan(part) ? ` ${sounded(part)} ` : part))
    .join('');
}

const sounded = (text: string) => charactersToSyllables(text).join('');

/** Takes legal forms off both ends and writes numbers in digits. */
function parted(text: string): Company {
  let words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => abbreviations.get(word) ?? word);
  const found: string[] = [];
  for (let again = true; again;) {
    again = false;
    for (const form of forms) {
      const length = form.words.length;
      if (words.length <= length) continue;
      const at = [0, words.length - length].find((start) =>
        form.words.every((word, index) => sameWord(words[start + index]!, word)),
      );
      if (at === undefined) continue;
      words = at === 0 ? words.slice(length) : words.slice(0, at);
      found.push(form.kind);
      again = true;
      break;
    }
  }
  words = initialsJoined(words);
  const kept = words.filter((word) => !smallWords.has(word));
  return { words: numberWords(kept.length > 0 ? kept : words), forms: found };
}

/** A long word of a legal form is known with a slip in it. */
function sameWord(word: string, formWord: string): boolean {
  return word === formWord || (formWord.length >= 7 && editDistance(word, formWord) <= 1);
}

/** J P Morgan and JP Morgan. */
function initialsJoined(words: readonly string[]): string[] {
  const joined: string[] = [];
  let open = false;
  for (const word of words) {
    const single = /^[a-z]$/.test(word);
    if (single && open) joined.push(`${joined.pop()!}${word}`);
    else joined.push(word);
    open = single;
  }
  return joined;
}

/** In words, what two names say of their legal form that cannot both hold; null where nothing does. */
export function formsConflict(a: Company, b: Company): string | null {
  const [left, right] = [a, b].map(({ forms: kinds }) => kinds.find((kind) => kind !== 'any'));
  if (left === undefined || right === undefined || left === right) return null;
  return [left, right].includes('sa') && [left, right].includes('shares')
    ? null
    : `${left}, ${right}`;
}

export function companyWords(words: readonly string[]): Word[] {
  return words.map((text) => ({ text, weight: weightOf(text) }));
}

function weightOf(word: string): number {
  if (commonWords.has(word)) return 0.4;
  // A number within a series: fund II, trust 2006.
  if (/^\d+$/.test(word)) return 0.6;
  return word.length <= 2 ? 0.7 : 1;
}
