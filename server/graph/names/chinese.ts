import { pinyin } from 'pinyin-pro';
import { hasHan, hasHangul, latin, simplified } from './scripts.ts';

/** Chinese names by their syllables: what differs by one is another person, however few the letters. */

/** Every syllable of Mandarin. */
const syllableSet = new Set(
  `a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen ceng cha chai chan
chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu cuan cui cun cuo da dai dan
dang dao de den deng di dia dian diao die ding diu dong dou du duan dui dun duo e ei en eng er fa fan fang fei fen feng fo fou fu
ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo ha hai han hang hao he hei hen heng hong hou hu
hua huai huan huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke kei ken keng
kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu long lou lu
luan lun luo lv lve ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao ne nei nen
neng ng ni nian niang niao nie nin ning niu nong nou nu nuan nuo nv nve o ou pa pai pan pang pao pei pen peng pi pian piao pie pin
ping po pou pu qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ru ruan rui run
ruo sa sai san sang sao se sen seng sha shai shan shang shao she shen sheng shi shou shu shua shuai shuan shuang shui shun shuo si
song sou su suan sui sun suo ta tai tan tang tao te teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei
wen weng wo wu xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu yuan
yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang
zhui zhun zhuo zi zong zou zu zuan zui zun zuo`.split(/\s+/),
);

const surnames = new Set(
  `wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang han feng deng cao peng
zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lv lyu ding ren lu yao shen zhong cui tan fan jin shi liao jia xia fu fang zou
xiong bai meng qin qiu hou yan xue lei long duan hao shao kong tao mao chang wan gu lai kang qian niu ge ni wen mei mo qiao gong an shan
ouyang sima zhuge situ shangguan huangfu yin hong mu qi xing bao zhan lan rong xi`.split(/\s+/),
);

export interface ChineseName {
  surname: string;
  given: readonly string[];
  /** The characters, in their simplified form, where it is written so. */
  characters: string | null;
}

/** Every way to read the name as Chinese; none if it cannot be. */
export function readChinese(name: string): ChineseName[] {
  if (hasHangul(name)) return [];
  if (hasHan(name)) return readCharacters(name);
  const words = latin(name)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length < 2 || words.length > 3) return [];
  const ways: [string, string[]][] = [[words[0]!, words.slice(1)]];
  if (!name.includes(',')) ways.push([words.at(-1)!, words.slice(0, -1)]);
  return ways.flatMap(([surname, rest]) => {
    if (!surnames.has(surname)) return [];
    const parted = rest.map((word) => syllables(word));
    if (parted.some((part) => part === null)) return [];
    const given = parted.flatMap((part) => part!);
    return given.length === 0 || given.length > 2 ? [] : [{ surname, given, characters: null }];
  });
}

const twoCharacterSurnames = /^(欧阳|司马|诸葛|司徒|上官|皇甫|东方|夏侯|尉迟|慕容)/;

function readCharacters(name: string): ChineseName[] {
  const characters = simplified(name.replaceAll(/\s/g, ''));
  if (!/^\p{Script=Han}{2,4}$/u.test(characters)) return [];
  const long = twoCharacterSurnames.test(characters) ? 2 : 1;
  const sounds = charactersToSyllables(characters);
  const given = sounds.slice(long);
  if (given.length === 0) return [];
  return [{ surname: sounds.slice(0, long).join(''), given, characters }];
}

/** The first characters are read as a family name, which many sound differently in. */
export function charactersToSyllables(text: string): string[] {
  const read = pinyin(text, { toneType: 'none', type: 'array', surname: 'head', v: true });
  return read.map((syllable) => syllable.toLowerCase());
}

function syllables(word: string): string[] | null {
  if (syllableSet.has(word)) return [word];
  for (let at = Math.min(6, word.length - 1); at >= 1; at -= 1)
    if (syllableSet.has(word.slice(0, at)) && syllableSet.has(word.slice(at)))
      return [word.slice(0, at), word.slice(at)];
  return null;
}

/** In [0, 1]; below 0.6 as soon as a syllable, or of two written in characters a character, differs. */
export function compareChinese(a: ChineseName, b: ChineseName): number {
  if (a.characters !== null && b.characters !== null)
    return a.characters === b.characters ? 1 : soundScore(a, b) * 0.6;
  return soundScore(a, b);
}

function soundScore(a: ChineseName, b: ChineseName): number {
  const sound = (text: string) => text.replaceAll('lyu', 'lv').replaceAll('nyu', 'nv');
  const surname = sound(a.surname) === sound(b.surname);
  const given = [a, b].map((name) => name.given.map(sound).join(''));
  if (given[0] === given[1]) return surname ? (a.characters === b.characters ? 1 : 0.95) : 0.4;
  return surname ? 0.5 : 0.1;
}
