import { shortened } from '../views/shortened.ts';

/** A name on two lines at most, parted between words, each of so many letters at most. */
export function nameLines(name: string, most: number): string[] {
  const words = name.split(' ');
  let first = words.shift()!;
  while (words.length > 0 && `${first} ${words[0]!}`.length <= most) first += ` ${words.shift()!}`;
  const lines = words.length > 0 ? [first, words.join(' ')] : [first];
  return lines.map((line) => shortened(line, most));
}
