import { scoreNames, sameNameScore } from '../server/graph/names/score.ts';

/**
 * Pairs of names of different people that differ by one syllable, and pairs of spellings of one name: what a
 * matcher that counts letters gets wrong. Made here by tables of their own, apart from those of the matcher.
 */
export interface NamePair {
  a: string;
  b: string;
}

interface Syllable {
  hangul: string;
  south: string;
  north: string;
}

const syllables: Syllable[] =
  `철 cheol chol|춘 chun chun|수 su su|성 seong song|송 song song|영 yeong yong|용 yong ryong|호 ho ho|희 hui hui|남 nam nam|일 il il
은 eun un|혁 hyeok hyok|현 hyeon hyon|훈 hun hun|광 gwang kwang|국 guk kuk|근 geun kun|길 gil kil|진 jin jin|준 jun jun|정 jeong jong|종 jong jong
주 ju ju|중 jung jung|민 min min|명 myeong myong|문 mun mun|미 mi mi|선 seon son|순 sun sun|숙 suk suk|승 seung sung|식 sik sik|경 gyeong kyong
동 dong tong|덕 deok tok|대 dae tae|태 tae thae|평 pyeong phyong|학 hak hak|해 hae hae|화 hwa hwa|옥 ok ok|룡 ryong ryong|복 bok pok|상 sang sang
석 seok sok|설 seol sol|원 won won|월 wol wol|인 in in|만 man man|창 chang chang|천 cheon chon|충 chung chung|칠 chil chil`
    .split(/[|\n]/)
    .map((line) => {
      const [hangul = '', south = '', north = ''] = line.split(' ');
      return { hangul, south, north };
    });
const families: Syllable[] =
  `김 Kim Kim|이 Lee Ri|박 Park Pak|최 Choi Choe|정 Jeong Jong|강 Kang Kang|조 Cho Jo|윤 Yoon Yun|장 Jang Jang|임 Lim Rim|한 Han Han|오 Oh O|서 Seo So|신 Shin Sin|권 Kwon Kwon|황 Hwang Hwang`
    .split('|')
    .map((line) => {
      const [hangul = '', south = '', north = ''] = line.split(' ');
      return { hangul, south, north };
    });

const chineseFamilies =
  'Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Ma Zhu Hu Guo He Lin Gao Luo'.split(' ');
const chineseGiven =
  'wei wen min ming na nan jun jin jing xin xing lin ling fang fan hua hao hai yan yang yu yun li lu long lei ping bin bing bo tao chao jie jia qiang xiang xiao hong'.split(
    ' ',
  );

/** A small generator of numbers from a seed, so that the pairs are the same each time. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Style = 'hangul' | 'south' | 'north';

function korean(family: Syllable, given: readonly Syllable[], style: Style): string {
  const parts = given.map((syllable) => syllable[style]);
  if (style === 'hangul') return family.hangul + parts.join('');
  const joined = parts.join('-');
  return `${family[style]} ${joined.charAt(0).toUpperCase()}${joined.slice(1)}`;
}

/** Different Koreans, both spelled by one convention, or one in Hangul; what a convention writes alike is left out. */
export function koreanHomonyms(count: number, seed: number): NamePair[] {
  const next = seeded(seed);
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!;
  const styles: (readonly [Style, Style])[] = [
    ['north', 'north'],
    ['south', 'south'],
    ['hangul', 'hangul'],
    ['hangul', 'south'],
  ];
  const pairs: NamePair[] = [];
  while (pairs.length < count) {
    const family = pick(families);
    const [first, second, other] = [pick(syllables), pick(syllables), pick(syllables)];
    const [styleA, styleB] = pick(styles);
    const changed = next() < 0.5 ? [first, other] : [other, second];
    const given = [first, second];
    if (given.every((syllable, index) => syllable === changed[index])) continue;
    if (korean(family, given, styleB) === korean(family, changed, styleB)) continue;
    pairs.push({ a: korean(family, given, styleA), b: korean(family, changed, styleB) });
  }
  return pairs;
}

/** Different Chinese whose given names differ by one syllable, half of them by a letter or two. */
export function chineseHomonyms(count: number, seed: number): NamePair[] {
  const next = seeded(seed);
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!;
  const pairs: NamePair[] = [];
  while (pairs.length < count) {
    const family = pick(chineseFamilies);
    const [one, other, kept] = [pick(chineseGiven), pick(chineseGiven), pick(chineseGiven)];
    if (one === other) continue;
    if (pairs.length % 2 === 0 && Math.abs(one.length - other.length) > 1) continue;
    const written = (given: string) =>
      `${family} ${given.charAt(0).toUpperCase()}${given.slice(1)}`;
    const style = Math.floor(next() * 3);
    const given = (changed: string) =>
      style === 0 ? changed : style === 1 ? changed + kept : kept + changed;
    if (given(one) === given(other)) continue;
    pairs.push({ a: written(given(one)), b: written(given(other)) });
  }
  return pairs;
}

/** One Korean, spelled by two conventions. */
export function koreanSpellings(count: number, seed: number): NamePair[] {
  const next = seeded(seed);
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!;
  const styles: (readonly [Style, Style])[] = [
    ['north', 'south'],
    ['hangul', 'north'],
    ['hangul', 'south'],
  ];
  return Array.from({ length: count }, () => {
    const family = pick(families);
    const given = [pick(syllables), pick(syllables)];
    const [styleA, styleB] = pick(styles);
    return { a: korean(family, given, styleA), b: korean(family, given, styleB) };
  });
}

/** The share of pairs that count as one name. */
export function matchedShare(pairs: readonly NamePair[]): number {
  const matched = pairs.filter(({ a, b }) => scoreNames(a, b, 'person').score >= sameNameScore);
  return matched.length / pairs.length;
}
