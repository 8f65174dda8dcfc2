/** Spellings of one sound. */

/** One spelling for what romanisations of one sound write differently. */
export function folded(word: string): string {
  return word
    .replaceAll(/(?:ou|oo)/g, 'u')
    .replaceAll(/(?:ee|ii|iy|yi|ij|yy)/g, 'i')
    .replaceAll(/(?:ph|ff)/g, 'f')
    .replaceAll(/(?:ck|q)/g, 'k')
    .replaceAll(/kh/g, 'h')
    .replaceAll('shch', 'sch')
    .replaceAll(/[jy]/g, 'i')
    .replaceAll('w', 'v')
    .replaceAll('c', 'k')
    .replaceAll(/(.)\1+/g, '$1');
}
