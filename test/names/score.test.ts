import { describe, expect, it } from 'vitest';
import { sameNameScore, scoreNames, type NameKind } from '../../server/graph/names/score.ts';
import {
  chineseHomonyms,
  koreanHomonyms,
  koreanSpellings,
  matchedShare,
} from '../../quality/homonyms.ts';

const score = (a: string, b: string, kind: NameKind = 'person') => scoreNames(a, b, kind).score;

describe('names of people', () => {
  it.each([
    ['정성화', 'JONG, Song Hwa'],
    ['정성화', 'Jeong Seonghwa'],
    ['JONG, Song Hwa', 'Seong-hwa Jeong'],
    ['Ri Yong-ho', 'Lee Young-ho'],
    ['Pak Chi-song', 'Park Ji-sung'],
    ['Kim Jong-un', 'Jong Un Kim'],
    ['张伟', 'Wei ZHANG'],
    ['張偉', '张伟'],
    ['Wang Xiaoming', 'Wang Xiao Ming'],
    ['Сергей Лавров', 'Sergey Viktorovich Lavrov'],
    ['محمد بن سلمان', 'Mohammed bin Salman'],
    ["'Abd al-Aziz al-Nuristani", 'Abdul Aziz Nooristani'],
    ['Γιώργος Παπαδόπουλος', 'Giorgos Papadopoulos'],
    ['José García', 'GARCIA, Jose'],
    ['Hans J Friedrich', 'Hans Joachim Friedrich'],
    ['Ig0r Sech1n', 'Igor Sechin'],
    ['Bill Gates', 'William Gates'],
    // Spellings of one such name still are.
    ['Youssef Mansour', 'MANSUR, Yusuf'],
    ['Alexei Muratov', 'MURATOV, Aleksey'],
    ['Ramon Carvajal Reyes', 'CARBAJAL REYES, Ramon'],
    ['Oscar Malherbe Deleon', 'MALHERBE DE LEON, Oscar'],
    ['Feliciano De Los Reyes', 'DELOS REYES, Feliciano'],
    ['Jorge Rodrigues', 'RODRIGUEZ, Jorge'],
    ['Katherine Smith', 'Catherine Smyth'],
    ['Mohamed Hasan', 'Muhammad Hassan'],
    // A slip in a well-known name is a slip.
    ['Jorge Rodrigeuz', 'RODRIGUEZ, Jorge'],
    ['Maria Gracia Lopez', 'GARCIA LOPEZ, Maria'],
  ])('%s is a spelling of %s', (a, b) => {
    expect(score(a, b)).toBeGreaterThanOrEqual(sameNameScore);
    expect(score(b, a)).toBe(score(a, b));
  });

  it.each([
    ['Kim Yong-chol', 'Kim Yong-chun'],
    ['김영철', 'Kim Yong Chun'],
    ['이재형', '이재명'],
    ['Kim Yong-su', 'Kim Yeong-su'],
    ['Zhang Wei', 'Zhang Wen'],
    ['Wang Min', 'Wang Ming'],
    ['张伟', '张玮'],
    ['Sergey Ivanevich Lavrov', 'Sergey Viktorovich Lavrov'],
    ['Hans O Friedrich', 'Hans Joachim Friedrich'],
    ['Raúl Castellanos', 'Raúl Castro'],
    ['Barack Obama', 'Michelle Obama'],
    ['N.N.', 'Nursultan Nazarbayev'],
    ['', 'Anna Example'],
    // Names that many bear are no spelling of one another.
    ['Maria Santos', 'BUENO GARCIA, Santos'],
    ['Rafael García', 'SARRIA, Rafael'],
    ['Manuel Flores', 'TORRES, Manuel J'],
    ['Clara Gutierrez', 'GUTIERREZ LARA, Liliana Paola'],
    ['Daniela Velázquez', 'VELAZQUEZ CABALLERO, Juan Daniel'],
    ['Julia Gutiérrez', 'ESTRADA GUTIERREZ, Julio Cesar'],
    ['Arturo Fernández', 'HERNANDEZ MORENO, Arturo'],
    ['Raúl Guerrero', 'RIVERA GUERRERO, Raquel'],
    ['Jane Gonzalez', 'GONZALEZ DURAN, Jaime'],
    ['Tim Example', 'Tom Example'],
    ['Mario Rossi', 'Maria Rossi'],
  ])('%s is not %s', (a, b) => {
    expect(score(a, b)).toBeLessThan(sameNameScore);
  });

  it('keeps different Koreans and Chinese apart, and spellings of one together', () => {
    expect(matchedShare(koreanHomonyms(1_000, 2))).toBeLessThanOrEqual(0.01);
    expect(matchedShare(chineseHomonyms(1_000, 2))).toBeLessThanOrEqual(0.01);
    expect(matchedShare(koreanSpellings(1_000, 2))).toBeGreaterThan(0.95);
  });
});

describe('names of companies', () => {
  it.each([
    ['延边银星网络科技有限公司', 'YANBIAN SILVERSTAR NETWORK TECHNOLOGY CO., LTD.'],
    ['Yanbian Silver Star', 'YANBIAN SILVERSTAR'],
    ['OAO Gazprom', 'Open Joint Stock Company Gazprom'],
    ['ООО "Силвер Стар"', 'Silver Star LLC'],
    ['Société Générale S.A.', 'Societe Generale'],
    ['PLA', 'People’s Liberation Army'],
    ['Brigade Forty-four', 'Brigade 44'],
    ['J.P. Example & Co.', 'JP Example and Co'],
  ])('%s is a spelling of %s', (a, b) => {
    expect(score(a, b, 'organization')).toBeGreaterThanOrEqual(sameNameScore);
  });

  it.each([
    [
      'Yanji Lakeview Network Technology Co., Ltd.',
      'YANJI SILVER STAR NETWORK TECHNOLOGY CO. LTD.',
    ],
    ['Global Trading Technology Ltd', 'Global Network Technology Ltd'],
    ['Bank of China (Hong Kong) Limited', 'Bank of China (Australia) Limited'],
    ['Example AG', 'Example GmbH'],
    ['Silver Star Bakery Ltd', 'SILVER STAR CHINA'],
  ])('%s is not %s', (a, b) => {
    expect(score(a, b, 'organization')).toBeLessThan(sameNameScore);
  });

  it('takes words for words, whatever they mean to a program', () => {
    expect(score('Constructor Example Ltd', 'Constructor Example', 'organization')).toBe(1);
    expect(score('toString valueOf', 'Constructor Proto')).toBeLessThan(sameNameScore);
  });

  it('says what agrees and what does not', () => {
    const { reasons } = scoreNames('Larkmoor Digital Ltd', 'Lakemoor Digital GmbH', 'organization');
    expect(reasons).toEqual(['digital', 'larkmoor ~ lakemoor']);
  });
});
