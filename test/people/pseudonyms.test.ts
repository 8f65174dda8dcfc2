import { describe, expect, it } from 'vitest';
import { isPseudonym, Pseudonyms } from '../../server/people/pseudonyms.ts';

const names = new Pseudonyms(Buffer.alloc(64, 5));

describe('a pseudonym', () => {
  it.each(['a17', '192.0.2.1', '', 'é'.repeat(40), 'sixteen bytes.. '])(
    'of %s leads back',
    (name) => {
      const made = names.of('account', name);
      expect(names.back('account', made)).toBe(name);
      expect(new Pseudonyms(Buffer.alloc(64, 5)).of('account', name)).toBe(made);
      expect(isPseudonym(made) && isPseudonym(`account:${made}`)).toBe(true);
    },
  );

  it('tells nothing of the name, nor how long it is to the sign', () => {
    expect(names.of('ip', '192.0.2.1')).not.toContain('192');
    expect(names.of('ip', '192.0.2.1')).toHaveLength(names.of('ip', '192.0.2.111').length);
    expect(names.of('account', 'x')).not.toBe(names.of('person', 'x'));
    expect(names.short('account', 'x')).toMatch(/^[A-Z2-9]{8}$/);
  });

  it('cannot be made up, of another kind or with another key', () => {
    const made = names.of('account', 'a17');
    const bytes = Buffer.from(made.slice('masked-'.length), 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      expect(names.back('account', `masked-${changed.toString('base64url')}`)).toBeNull();
    }
    expect(names.back('person', made)).toBeNull();
    expect(new Pseudonyms(Buffer.alloc(64, 6)).back('account', made)).toBeNull();
    for (const wrong of ['a17', 'masked-', 'masked-AAAA', ''])
      expect(names.back('account', wrong)).toBeNull();
  });
});
