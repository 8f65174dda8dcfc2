import { expect, it } from 'vitest';
import { withValues } from '../../server/detection/columns/spark-text.ts';

it('writes values into a text as Spark reads them', () => {
  const text = 'SELECT $days * 86400, $share, $at, $ports, $none, $far, $sure';
  expect(
    withValues(text, {
      ...{ days: 14, share: 0.25, at: "it's C:\\", ports: ['22'], none: [], far: 2 ** 40 },
      sure: true,
    }),
  ).toBe(
    String.raw`SELECT (14) * 86400, (0.25D), 'it\'s C:\\', CAST(array('22') AS ARRAY<STRING>), CAST(array() AS ARRAY<STRING>), (1099511627776L), TRUE`,
  );
});

it('writes none into quoted text, nor into a comment, which it could end', () => {
  expect(withValues("-- of $name\nSELECT '-- $name', $name", { name: 'a\nb' })).toBe(
    "\nSELECT '-- $name', 'a\nb'",
  );
});

it('says when a text names what nothing is given for', () => {
  expect(() => withValues('SELECT $nobody', {})).toThrow(/\$nobody/);
});
