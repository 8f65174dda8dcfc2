const narrow = '\u202f';
const unbroken = '\u00a0';

/**
 * A French text as it is set: no line breaks before a high mark or a percent sign, nor inside quotation marks.
 * What is put into it stays as it is.
 */
export function french(texts: TemplateStringsArray, ...put: readonly (string | number)[]): string {
  return texts.map((text, at) => typeset(text) + String(put[at] ?? '')).join('');
}

function typeset(text: string): string {
  return text
    .replaceAll(/ (?=[;!?])/g, narrow)
    .replaceAll(/ (?=[:%»])/g, unbroken)
    .replaceAll('« ', `«${unbroken}`);
}

/** `12 345`. */
export function figure(value: number): string {
  return value.toLocaleString('fr-FR');
}

/** `0,42`. */
export function decimal(value: number, digits: number): string {
  return value.toLocaleString('fr-FR', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** `que le hasard`, `qu’une agence`: before a vowel `que` loses its own. */
export function que(text: string): string {
  return /^[aeiouyàâéèêëîïôûü]/i.test(text) ? `qu’${text}` : `que ${text}`;
}

/** `1 compte`, `12 comptes`: in French none is singular as well. */
export function count(value: number, one: string, many: string): string {
  return `${figure(value)} ${value < 2 ? one : many}`;
}

/** `a, b et c`. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} et ${items.at(-1) ?? ''}`;
}

/** So many minutes, in the largest unit that says them whole. */
export function lasting(minutes: number): string {
  const [hour, day] = [60, 24 * 60];
  if (minutes % day === 0) return count(minutes / day, 'jour', 'jours');
  if (minutes % hour === 0) return count(minutes / hour, 'heure', 'heures');
  return count(minutes, 'minute', 'minutes');
}
