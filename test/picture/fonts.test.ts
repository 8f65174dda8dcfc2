import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { fontFiles, rowFamilies, textFamilies } from '../../server/platform/fonts.ts';

/** The pixels of a text in black on white, by these families alone. */
function pixelsOf(text: string, families: readonly string[] = textFamilies): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="40"><text x="5" y="28" font-size="20" font-family="${families.join(', ')}">${text}</text></svg>`;
  const font = {
    loadSystemFonts: false,
    fontFiles: [...fontFiles],
    defaultFontFamily: families[0]!,
  };
  const drawn = new Resvg(svg, { font, background: '#fff' }).render();
  return drawn.pixels.toString('base64');
}

describe('the fonts', () => {
  it('are all that lies in their folder, and fonts', async () => {
    const folder = new URL('../../fonts/', import.meta.url);
    const lying = (await readdir(folder)).filter((name) => /\.(?:ttf|otf)$/.test(name));
    expect(fontFiles.map((path) => basename(path)).sort()).toEqual(lying.sort());
    for (const path of fontFiles) {
      const bytes = await readFile(path);
      expect(['00010000', '4f54544f']).toContain(bytes.subarray(0, 4).toString('hex'));
    }
  });

  it.each([
    ['Latin', 'Mira', 'Mirò'],
    ['Vietnamese', 'Nguyễn', 'Nguyến'],
    ['Cyrillic', 'Алексей', 'Олексій'],
    ['Greek', 'Γιώργος', 'Νίκος'],
    ['Hangul', '정성화', '김철수'],
    ['rare Hangul', '뷁', '쀍'],
    ['Hangul by parts', 'ㄱ', 'ㄴ'],
    ['simplified Chinese', '张伟', '李娜'],
    ['traditional Chinese', '張偉', '陳麗'],
    ['rarer traditional Chinese', '堃', '喆'],
    ['kana', 'さくら', 'サクラ'],
    ['Arabic', 'محمد', 'فاطمة'],
    ['Persian', 'پرویز', 'گلناز'],
    ['Hebrew', 'דוד', 'שרה'],
    ['Thai', 'สมชาย', 'สมหญิง'],
    ['Hindi', 'राहुल', 'प्रिया'],
    ['Bengali', 'রহিম', 'করিম'],
    ['Georgian', 'გიორგი', 'ნინო'],
    ['Armenian', 'Արամ', 'Նարե'],
    ['what is written for invisible characters', '⟨', '⟩'],
    ['arrows', '→', '←'],
  ])('draw %s', (_script, one, other) => {
    // What has no glyph is drawn as the same box, whatever it is.
    const boxes = (text: string) => pixelsOf('\u{10fffd}'.repeat(Array.from(text).length));
    expect(pixelsOf(one)).not.toBe(pixelsOf(other));
    expect(pixelsOf(one)).not.toBe(boxes(one));
    expect(pixelsOf(other)).not.toBe(boxes(other));
  });

  it('write rows in letters of one width, and other scripts too', () => {
    expect(pixelsOf('il', rowFamilies)).not.toBe(pixelsOf('il'));
    expect(pixelsOf('정성화', rowFamilies)).not.toBe(pixelsOf('김철수', rowFamilies));
  });

  it('join the letters of Arabic, and write it from the right', () => {
    expect(pixelsOf('محمد')).not.toBe(pixelsOf('م\u200cح\u200cم\u200cد'));
    expect(pixelsOf('محمد')).toBe(pixelsOf('\u2067محمد\u2069'));
  });
});
