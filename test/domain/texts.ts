/** A text that words hold, by its path, or what a function of them makes of the same sample. */
export type Texts = ReadonlyMap<string, string>;

const samples: readonly unknown[] = [7, 'thing', ['thing', 'others'], '7'];

/** All texts of a part of words; functions are called with each sample that they take. */
export function textsOf(part: unknown, path: readonly string[] = []): Texts {
  const texts = new Map<string, string>();
  if (typeof part === 'string') texts.set(path.join('.'), part);
  else if (typeof part === 'function')
    for (const sample of samples) {
      const made = madeBy(part as (...given: unknown[]) => unknown, sample);
      if (made !== null) texts.set(`${path.join('.')}(${String(sample)})`, made);
    }
  else if (part !== null && typeof part === 'object')
    for (const [key, value] of Object.entries(part))
      for (const [at, text] of textsOf(value, [...path, key])) texts.set(at, text);
  return texts;
}

function madeBy(make: (...given: unknown[]) => unknown, sample: unknown): string | null {
  try {
    const made = make(...Array.from({ length: make.length }, () => sample));
    return typeof made === 'string' && !/undefined|\[object/.test(made) ? made : null;
  } catch {
    // Not every function takes this sample; which ones must take some is tested.
    return null;
  }
}

/** A space at which a line would break before a high mark or a percent sign, or within quotation marks. */
export const looseSpace = / [:;!?%»]|« /;
