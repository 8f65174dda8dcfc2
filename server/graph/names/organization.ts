import { align, joinAsIn, spelledAlike, type Word } from './alignment.ts';
import { companyWords, formsConflict, readCompany, type Company } from './company.ts';
import { editDistance } from './edit-distance.ts';
import type { NameScore } from './score.ts';

export function scoreOrganizations(a: string, b: string): NameScore {
  let found: NameScore = { score: 0, reasons: [] };
  for (const left of readings(a))
    for (const right of readings(b)) {
      const scored = scoreCompanies(left, right);
      if (scored.score > found.score) found = scored;
    }
  return found;
}

/** What stands before and after a stroke are two names of one. */
function readings(name: string): Company[] {
  const alternatives =
    /\S\/\S/.test(name) && !/\b[a-z]\/[a-z]\b/i.test(name) ? name.split('/') : [];
  return [name, ...alternatives].flatMap(readCompany);
}

function scoreCompanies(a: Company, b: Company): NameScore {
  if (a.words.length === 0 || b.words.length === 0) return { score: 0, reasons: [] };
  const forms = formsConflict(a, b);
  const against = forms === null ? [] : [`legal forms differ: ${forms}`];
  const penalty = forms === null ? 1 : 0.78;
  if (a.words.join('') === b.words.join(''))
    return { score: penalty, reasons: ['the same name', ...against] };
  const abbreviated = acronym(a, b) || acronym(b, a);
  if (abbreviated)
    return { score: 0.8 * penalty, reasons: ['one is the other’s initials', ...against] };
  const [wordsA, wordsB] = [joinAsIn(a.words, b.words), joinAsIn(b.words, a.words)];
  const { pairs, onlyA, onlyB } = align(
    companyWords(wordsA),
    companyWords(wordsB),
    companyWordAlike,
    0.55,
  );
  const sum = (words: readonly Word[]) => words.reduce((total, { weight }) => total + weight, 0);
  const joined = joinedScore(a, b) * penalty;
  if (pairs.length === 0) return { score: joined, reasons: [] };
  const paired = sum(pairs.map((pair) => pair.a)) + sum(pairs.map((pair) => pair.b));
  const alike =
    pairs.reduce((total, pair) => total + pair.similarity * (pair.a.weight + pair.b.weight), 0) /
    paired;
  const all = paired + sum(onlyA) + sum(onlyB);
  const conflict = Math.min(sum(onlyA), sum(onlyB));
  const extra = Math.abs(sum(onlyA) - sum(onlyB));
  // Words that contradict one another tell two companies apart; words that one leaves out do so less.
  const score =
    alike * (1 - 1.8 * Math.min(0.5, (2 * conflict) / all)) * (1 - 0.62 * (extra / all)) * penalty;
  const reasons = pairs.map((pair) =>
    pair.a.text === pair.b.text ? pair.a.text : `${pair.a.text} ~ ${pair.b.text}`,
  );
  const unpaired = [...onlyA, ...onlyB].map(({ text }) => text);
  if (unpaired.length > 0) reasons.push(`not in both: ${unpaired.join(', ')}`);
  return { score: Math.max(score, joined), reasons: [...reasons, ...against] };
}

/** Initials of at least three words. */
function acronym(short: Company, long: Company): boolean {
  const [word] = short.words;
  if (short.words.length !== 1 || word === undefined || long.words.length < 3) return false;
  return word.length >= 3 && word === long.words.map((each) => each.charAt(0)).join('');
}

function joinedScore(a: Company, b: Company): number {
  if (a.words.length === b.words.length) return 0;
  const [left, right] = [a.words.join(''), b.words.join('')];
  const edits = editDistance(left, right);
  const longest = Math.max(left.length, right.length);
  return edits <= longest / 8 ? 1 - edits / longest : 0;
}

function companyWordAlike(a: string, b: string): number {
  if (a === b) return 1;
  // A slip in a number is a slip like another; that two companies of one series differ by it is as likely.
  if (/^\d+$/.test(a) && /^\d+$/.test(b)) return 0.55;
  if (/\d/.test(a + b)) return 0;
  if (Math.min(a.length, b.length) < 4) return 0;
  return spelledAlike(a, b);
}
