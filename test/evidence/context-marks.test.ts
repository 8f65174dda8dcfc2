import { expect, test } from 'vitest';
import { withMarks } from '../../server/evidence/exhibit/context-marks.ts';

test('an id is marked as a word by itself, whatever signs it is made of', () => {
  const ids = new Set(['a-1', 'a-12', 'b|2', 'c.d/[e]', '$(f)']);
  expect(withMarks('a-1, a-12, ba-1, b|2 and c.d/[e] and $(f)', ids, 'x')).toBe(
    'a-1 [x], a-12 [x], ba-1, b|2 [x] and c.d/[e] [x] and $(f) [x]',
  );
});
