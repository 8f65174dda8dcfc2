import { hasHangul, latin } from './scripts.ts';

/**
 * Korean names by their syllables. One Hangul syllable has several romanisations (정: Jeong, Jong, Jung) and one
 * romanisation several readings (Jong: 정, 종); two names are spellings of one where their readings meet.
 * What differs by a syllable is another person, however few the letters.
 */

/** Which convention reads a spelling so: the South's official one, the North's, or customary spellings. */
const official = 1;
const northern = 2;
const customary = 4;
/** McCune-Reischauer without its marks, which writes ch for both ㅈ and ㅊ. */
const unmarked = 8;
const styles = [official, northern, customary] as const;

const onsets = 'g kk n d tt r m b pp s ss _ j jj ch k t p h'.split(' ');
const vowels = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
/** The sound of each of the 28 finals. */
const codas = '_ k k k n n n t l k m l l l l l m p p t t ng t t k t p t'.split(' ');

const northernOnsets: Readonly<Record<string, readonly string[]>> = {
  g: ['k', 'g'],
  d: ['t', 'd'],
  b: ['p', 'b'],
  k: ['kh', 'k'],
  t: ['th', 't'],
  p: ['ph', 'p'],
  s: ['s', 'sh'],
  r: ['r', 'l', 'n'],
};
const northernVowels: Readonly<Record<string, string>> = { eo: 'o', yeo: 'yo', eu: 'u' };
const customaryVowels: Readonly<Record<string, readonly string[]>> = {
  a: ['a', 'ah'],
  eo: ['u', 'eo', 'ur', 'uh'],
  yeo: ['you', 'yu', 'yeo'],
  u: ['oo', 'u', 'ou'],
  i: ['ee', 'i', 'y'],
  o: ['o', 'oh'],
  eu: ['u', 'eu'],
  yu: ['yoo', 'yu', 'you'],
  oe: ['oi', 'oe'],
  ae: ['ae', 'ai'],
  wo: ['wo', 'weo', 'won'],
  ui: ['ui', 'eui', 'ee', 'i'],
};
const customaryCodas: Readonly<Record<string, readonly string[]>> = {
  k: ['k', 'g', 'ck'],
  p: ['p', 'b'],
  t: ['t', 's'],
};

/** Syllables in use in given names: a spelling is read as one of these where it can be. */
const inUse = new Set(
  '강건걸겸경계고곤관광교구국군권귀규균근금기길나남녀년노능다단달담대덕도동두라락란람랑량려련렬령례로룡루률리린림마만매면명모목무문미민박반방배백범법벽병보복봉부분비빈산삼상새서석선설섭성세소손솔송수숙순술숭슬승시식신실심아안애양억언엄여연열엽영예오옥온완왕요용우욱운웅원월위유육윤율은을음의이익인일임자장재전절점정제조종좌주준중지진집차찬창채척천철청초총추춘충치칠탁탄태택통판평표풍필하학한함항해행향허헌혁현협형혜호홍화확환활황회효후훈휘휴흔흠희흥',
);

const spellings = spellingTable();

type Readings = ReadonlyMap<string, number>;

function spellingTable(): Map<string, Map<string, number>> {
  const table = new Map<string, Map<string, number>>();
  const add = (spelling: string, syllable: string, style: number) => {
    const readings = table.get(spelling) ?? new Map<string, number>();
    readings.set(syllable, (readings.get(syllable) ?? 0) | style);
    table.set(spelling, readings);
  };
  const bare = (part: string) => (part === '_' ? '' : part);
  const sounds = [...new Set(codas)];
  for (const onset of onsets)
    for (const vowel of vowels)
      for (const coda of sounds) {
        const syllable = `${onset}-${vowel}-${coda}`;
        const ends = [bare(coda)];
        const starts = [bare(onset)];
        // Before i and y the South drops the r that the North keeps: Ri and Yi are one name.
        const soft = /^[yi]/.test(vowel);
        if (onset === 'r' && soft) starts.push('n', '', 'l');
        if (onset === '_' && vowel === 'i') starts.push('y');
        if (onset === 'r' && vowel === 'i') starts.push('y');
        if (onset === 'r') starts.push('l', 'n');
        const softened = onset === 's' && /^(i|wi)/.test(vowel) ? [...starts, 'sh'] : starts;
        for (const start of softened)
          for (const end of ends) add(start + vowel + end, syllable, official);
        for (const start of [...softened, ...(northernOnsets[onset] ?? [])])
          for (const end of ends)
            add(start + (northernVowels[vowel] ?? vowel) + end, syllable, northern);
        for (const start of [...softened, ...(northernOnsets[onset] ?? [])])
          for (const middle of customaryVowels[vowel] ?? [vowel])
            for (const end of customaryCodas[coda] ?? ends)
              add(start + middle + end, syllable, customary);
        if (onset === 'j') {
          add(`ch${northernVowels[vowel] ?? vowel}${bare(coda)}`, syllable, unmarked);
          add(`ch${vowel}${bare(coda)}`, syllable, unmarked);
        }
      }
  // Where a spelling can be a syllable in use, the others are no reading of it.
  const used = new Set([...inUse].map(soundOf));
  for (const [spelling, readings] of table) {
    const kept = [...readings].filter(([syllable]) => used.has(syllable));
    if (kept.length > 0) table.set(spelling, new Map(kept));
  }
  return table;
}

/** The sound of a Hangul syllable, as in the table. */
function soundOf(syllable: string): string {
  const index = syllable.codePointAt(0)! - 0xac00;
  const onset = onsets[Math.floor(index / 588)]!;
  const vowel = vowels[Math.floor((index % 588) / 28)]!;
  return `${onset}-${vowel}-${codas[index % 28]!}`;
}

/** Each line one family name in its spellings. */
const surnames =
  `kim gim|ri lee yi rhee li rhie i|pak park bak bark|choe choi che|jong jeong jung chung chong jeung|kang gang|jo cho joe
yun yoon youn|jang chang|rim lim im yim|han|o oh|so seo suh|sin shin|kwon gwon kwun|hwang|an ahn|song|ryu yu yoo lyu ryoo lew|hong
jon jeon chon chun jun|ko go koh|mun moon|son sohn|yang ryang|pae bae bai|paek baek paik baik|ho heo hur huh|nam|sim shim|ro no roh noh|ha
kwak gwak|song seong sung|cha|ju joo chu|u woo wu|ku gu koo|min|jin chin|na ra|ji chi jee|om eom um uhm|won weon|chae|chon cheon
pang bang|kong gong kung|hyon hyun hyeon|ham hahm|pyon byun byeon|yom yeom|ryo yeo yo|to do|sok seok suk|sol seol sul|ma|kil gil|wi wie
pyo phyo|myong myung myeong|ki gi kee|pan ban|wang|kum geum|ok|yuk ryuk|in ihn|maeng|je jei|mo|thak tak|kuk guk kook|un eun|pong bong|ra|tae thae
ryong yong|sa|kyong kyung gyeong|to|pyong byung byeong|hyong hyung hyeong|ro|cha|chu choo|hwangbo|namgung|jegal|sonu sunwoo seonu|toksko dokgo|sagong`
    .split(/[|\n]/)
    .map((line) => line.split(' '));
const surnameGroups = new Map<string, Set<number>>();
surnames.forEach((group, index) => {
  for (const spelling of group)
    surnameGroups.set(spelling, (surnameGroups.get(spelling) ?? new Set()).add(index));
});
const hangulSurnames: Readonly<Record<string, string>> = {
  김: 'kim',
  이: 'ri',
  리: 'ri',
  박: 'pak',
  최: 'choe',
  정: 'jong',
  강: 'kang',
  조: 'jo',
  윤: 'yun',
  장: 'jang',
  임: 'rim',
  림: 'rim',
  한: 'han',
  오: 'o',
  서: 'so',
  신: 'sin',
  권: 'kwon',
  황: 'hwang',
  안: 'an',
  송: 'song',
  류: 'ryu',
  유: 'ryu',
  홍: 'hong',
  전: 'jon',
  고: 'ko',
  문: 'mun',
  손: 'son',
  양: 'yang',
  량: 'yang',
  배: 'pae',
  백: 'paek',
  허: 'ho',
  남: 'nam',
  심: 'sim',
  노: 'ro',
  로: 'ro',
  하: 'ha',
  곽: 'kwak',
  성: 'seong',
  차: 'cha',
  주: 'ju',
  우: 'u',
  구: 'ku',
  민: 'min',
  진: 'jin',
  나: 'na',
  라: 'na',
  지: 'ji',
  엄: 'om',
  원: 'won',
  채: 'chae',
  천: 'cheon',
  방: 'pang',
  공: 'kong',
  현: 'hyon',
  함: 'ham',
  변: 'pyon',
  염: 'yom',
  렴: 'yom',
  여: 'ryo',
  려: 'ryo',
  도: 'to',
  석: 'sok',
  설: 'sol',
  마: 'ma',
  길: 'kil',
  위: 'wi',
  표: 'pyo',
  명: 'myong',
  기: 'ki',
  반: 'pan',
  왕: 'wang',
  금: 'kum',
  옥: 'ok',
  육: 'yuk',
  인: 'in',
  맹: 'maeng',
  제: 'je',
  모: 'mo',
  탁: 'thak',
  국: 'kuk',
  은: 'un',
  봉: 'pong',
  추: 'choo',
  태: 'tae',
  경: 'kyong',
  용: 'ryong',
  형: 'hyong',
};

/** A name read as Korean: family name by its group of spellings, each syllable of the given name by its readings. */
export interface KoreanName {
  surname: ReadonlySet<number>;
  given: readonly Readings[];
  /** As read, for exact comparison of two that are written alike. */
  text: string;
  /** The family name as spelled. */
  family: string;
  written: 'hangul' | 'latin';
  /** Read with the family name last although it can be read with it first. */
  secondChoice: boolean;
}

/** Family names as only McCune-Reischauer and the North spell them. */
const unmarkedSurnames = new Set(
  'pak chong cho choe chang chu chon chin chi paek pae pang pyon'.split(' '),
);

/** Every way to read the name as Korean; none if it cannot be. */
export function readKorean(name: string): KoreanName[] {
  if (hasHangul(name)) return readHangul(name);
  const marked = /['’‘ʼʻ`ŏŭ]/.test(name);
  const words = latin(name)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length < 2 || words.length > 4) return [];
  const ways: [string, string[]][] = [[words[0]!, words.slice(1)]];
  if (!name.includes(',')) ways.push([words.at(-1)!, words.slice(0, -1)]);
  return ways.flatMap(([surname, rest], order) => {
    const group = surnameGroups.get(surname);
    if (!group) return [];
    const parted = rest.map(syllables);
    if (parted.some((part) => part === null)) return [];
    const given = parted.flatMap((part) => part!);
    if (given.length === 0 || given.length > 3) return [];
    const readings = styled(given, marked || unmarkedSurnames.has(surname));
    const text = given.join('-');
    const secondChoice = order === 1 && surnameGroups.has(words[0]!);
    return [
      {
        surname: group,
        given: readings,
        text,
        family: surname,
        written: 'latin' as const,
        secondChoice,
      },
    ];
  });
}

function readHangul(name: string): KoreanName[] {
  const letters = Array.from(name.normalize('NFC')).filter((letter) =>
    /\p{Script=Hangul}/u.test(letter),
  );
  const [first, ...rest] = letters;
  const spelling = hangulSurnames[first ?? ''];
  if (spelling === undefined || rest.length === 0 || rest.length > 3) return [];
  if (rest.some((letter) => letter < '가' || letter > '힣')) return [];
  return [
    {
      surname: surnameGroups.get(spelling)!,
      given: rest.map((letter) => new Map([[soundOf(letter), official | northern | customary]])),
      text: rest.join('-'),
      family: spelling,
      written: 'hangul' as const,
      secondChoice: false,
    },
  ];
}

/** Parts a word into at most three syllables, the fewest first; null if it has no such reading. */
function syllables(word: string): string[] | null {
  return parted(word) ?? parted(word.replaceAll(/(.)\1+/g, '$1'));
}

function parted(word: string, most = 3): string[] | null {
  if (spellings.has(word)) return [word];
  if (most === 1) return null;
  let best: string[] | null = null;
  // A longer first syllable before a shorter one; one that starts with a consonant before one with a vowel.
  for (let at = Math.min(word.length - 1, 6); at >= 1; at -= 1) {
    if (!spellings.has(word.slice(0, at))) continue;
    const rest = parted(word.slice(at), most - 1);
    if (!rest) continue;
    const found = [word.slice(0, at), ...rest];
    const vowelStarts = (parts: string[]) => parts.filter((part) => /^[aeiou]/.test(part)).length;
    if (
      !best ||
      found.length < best.length ||
      (found.length === best.length && vowelStarts(found) < vowelStarts(best))
    )
      best = found;
  }
  return best;
}

/** A name that shows the South's spelling anywhere is not read by the North's elsewhere. */
function styled(given: readonly string[], marked: boolean): Readings[] {
  const southern = given.some((syllable) => /eo|eu|oo|ee|ou/.test(syllable));
  const dropped = (southern ? northern : 0) | (marked ? 0 : unmarked);
  return given.map((syllable) => {
    const all = spellings.get(syllable)!;
    const kept = [...all].flatMap(([reading, style]): [string, number][] =>
      (style & ~dropped) === 0 ? [] : [[reading, style & ~dropped]],
    );
    return kept.length > 0 ? new Map(kept) : all;
  });
}

/** What of two given names, or of their family names, is spelled in two ways. */
interface Difference {
  /** Spelled differently, and in any one convention the same. */
  sure: number;
  /** The same if each follows a convention of its own, and two names if both follow one. */
  open: number;
}

/** In [0, 1]; below 0.6 as soon as a syllable differs, below the threshold where it may. */
export function compareKorean(a: KoreanName, b: KoreanName): number {
  if (a.secondChoice && b.secondChoice) return 0;
  const surname = [...a.surname].some((group) => b.surname.has(group));
  if (a.given.length !== b.given.length) return surname ? 0.4 : 0.1;
  const same = a.given.map((readings, index) => meet(readings, b.given[index]!));
  const agreeing = same.filter((agrees) => agrees).length / same.length;
  if (!surname) return 0.4 * agreeing;
  if (agreeing < 1) return 0.3 + 0.3 * agreeing;
  if (a.written === b.written && a.text === b.text) return 1;
  if (a.written !== b.written) return 0.92;
  const { sure, open } = differences(a, b);
  if (open === 0) return sure === 0 ? 1 : 0.95;
  // Another convention shows in more than one place: the family name, or a second syllable.
  return sure > 0 || open > 1 ? 0.9 : 0.75;
}

function differences(a: KoreanName, b: KoreanName): Difference {
  const found: Difference = { sure: a.family === b.family ? 0 : 1, open: 0 };
  const [textA, textB] = [a.text.split('-'), b.text.split('-')];
  a.given.forEach((readings, index) => {
    if (textA[index] === textB[index]) return;
    const other = b.given[index]!;
    const apart = styles.some((style) => {
      const [one, two] = [inStyle(readings, style), inStyle(other, style)];
      return one.length > 0 && two.length > 0 && !one.some((reading) => two.includes(reading));
    });
    if (apart) found.open += 1;
    else found.sure += 1;
  });
  return found;
}

function inStyle(readings: Readings, style: number): string[] {
  return [...readings].flatMap(([reading, ways]) => ((ways & style) === 0 ? [] : [reading]));
}

function meet(a: Readings, b: Readings): boolean {
  return [...a.keys()].some((reading) => b.has(reading));
}

/** Readings that names which may be one have in common, as text; bounded, for a name can be read in many ways. */
export function koreanKeys(name: string): string[] {
  return readKorean(name).flatMap(({ surname, given }) =>
    [...surname].flatMap((group) =>
      given.reduce<string[]>(
        (keys, readings) =>
          keys
            .flatMap((key) => [...readings.keys()].map((reading) => `${key} ${reading}`))
            .slice(0, 60),
        [String(group)],
      ),
    ),
  );
}
