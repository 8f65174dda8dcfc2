/** The fonts that ship with Skein (`fonts/README.md`), for whatever is set without a browser. */
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../fonts/', import.meta.url));

/** For running text; the next one is asked for what the one before has no glyph of. */
export const textFamilies: readonly string[] = [
  'Noto Sans',
  'Noto Sans Arabic',
  'Noto Sans Hebrew',
  'Noto Sans Thai',
  'Noto Sans Devanagari',
  'Noto Sans Bengali',
  'Noto Sans Georgian',
  'Noto Sans Armenian',
  'Noto Sans CJK SC',
  // Last, for its arrows and brackets.
  'Noto Sans Mono',
];

/** For rows of files: letters of one width, and what has none of them from the others. */
export const rowFamilies: readonly string[] = ['Noto Sans Mono', ...textFamilies.slice(0, -1)];

/**
 * Absolute paths of TTF and OTF files. Latin, Greek, Cyrillic and Arabic are there in regular (400) and bold (700),
 * all else in regular alone.
 */
export const fontFiles: readonly string[] = [
  'NotoSans-Regular.ttf',
  'NotoSans-Bold.ttf',
  'NotoSansArabic-Regular.ttf',
  'NotoSansArabic-Bold.ttf',
  'NotoSansHebrew-Regular.ttf',
  'NotoSansThai-Regular.ttf',
  'NotoSansDevanagari-Regular.ttf',
  'NotoSansBengali-Regular.ttf',
  'NotoSansGeorgian-Regular.ttf',
  'NotoSansArmenian-Regular.ttf',
  'NotoSansCJKsc-Subset.otf',
  'NotoSansMono-Regular.ttf',
].map((name) => folder + name);
