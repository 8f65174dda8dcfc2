const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens: ReadonlyMap<string, number> = new Map(
  Object.entries({
    twenty: 20,
    thirty: 30,
    forty: 40,
    fourty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
  }),
);
const ordinals: ReadonlyMap<string, string> = new Map(
  Object.entries({
    first: '1',
    '1st': '1',
    second: '2',
    '2nd': '2',
    third: '3',
    '3rd': '3',
    fourth: '4',
    '4th': '4',
    fifth: '5',
    '5th': '5',
    sixth: '6',
    '6th': '6',
    seventh: '7',
    '7th': '7',
  }),
);
const roman = /^(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})$/;
const romanValue: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/** Numbers written out, as ordinals or in Roman numerals, in digits. */
export function numberWords(words: readonly string[]): string[] {
  const written: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    const ten = tens.get(word);
    const unit = units.indexOf(words[at + 1] ?? '');
    if (ten !== undefined && unit > 0 && unit < 10) {
      written.push(String(ten + unit));
      at += 1;
    } else written.push(numberOf(word, at));
  }
  return written;
}

function numberOf(word: string, at: number): string {
  if (tens.get(word) !== undefined) return String(tens.get(word));
  const unit = units.indexOf(word);
  if (unit > 0) return String(unit);
  // A name may begin with a letter that is a numeral too.
  if (at > 0 && roman.test(word)) return String(romanNumber(word));
  return ordinals.get(word) ?? word;
}

function romanNumber(word: string): number {
  return Array.from(word).reduce((total, letter, index, all) => {
    const value = romanValue[letter]!;
    return (romanValue[all[index + 1] ?? ''] ?? 0) > value ? total - value : total + value;
  }, 0);
}
