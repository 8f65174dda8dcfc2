import { describe, expect, it } from 'vitest';
import { idOfRow, keyOfRow, parseRef } from '../../domain/schema/graph.ts';

describe('the key of a row', () => {
  it('is the id itself where one column is the key', () => {
    expect(keyOfRow('accounts', { account_id: 'a|1\\' })).toBe('a|1\\');
  });

  it('joins several columns, and keeps apart ids that hold the mark between them', () => {
    const known = (type: string, value: string) => keyOfRow('known_shared', { type, value });
    expect(known('ip', '192.0.2.0/24')).toBe('ip|192.0.2.0/24');
    const payment = (account_id: string, payment_account_id: string) =>
      keyOfRow('account_payments', { account_id, payment_account_id, purpose: 'payout' });
    expect(payment('a|b', 'c')).not.toBe(payment('a', 'b|c'));
    expect(payment('a\\', 'b')).not.toBe(payment('a', '\\b'));
  });

  it('names a watchlist entry by its id, and keeps two lists apart', () => {
    const entry = { list: 'L', entry_id: '7' };
    expect(idOfRow('watchlist', keyOfRow('watchlist', entry), entry)).toBe('7');
    expect(keyOfRow('watchlist', entry)).not.toBe(keyOfRow('watchlist', { ...entry, list: 'M' }));
  });

  it('reads references whose ids hold colons', () => {
    expect(parseRef('ip:2001:db8::1')).toEqual({ type: 'ip', id: '2001:db8::1' });
    expect(parseRef('nothing:1')).toBeNull();
    expect(parseRef('account:')).toBeNull();
  });
});
