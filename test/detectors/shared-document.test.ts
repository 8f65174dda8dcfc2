import { describe, expect, it } from 'vitest';
import { detecting, plainAccounts, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('shared-document');

const paper = (account_id: string, more: Readonly<Record<string, string>>) => ({
  document_id: `${account_id}-${Object.keys(more).join('')}`,
  account_id,
  kind: 'passport',
  used_for: 'verification',
  name_on_document: `Person ${account_id}`,
  submitted_at: time(Number(account_id.slice(1))),
  ...more,
});
const photo = 'f9be99a9afafd180';
/** Two bits away. */
const nearPhoto = 'f9be99a9afafd183';

describe('shared-document', () => {
  it('finds one number, and one photo under other names, and says which accounts are how surely tied', async () => {
    const found = await findingsIn({
      accounts: plainAccounts(4),
      documents: [
        paper('a1', { number: 'AB 123-987', photo_hash: photo }),
        paper('a2', { number: 'ab123987' }),
        paper('a3', { photo_hash: nearPhoto }),
        paper('a4', { number: 'ZZ771122', photo_hash: '0f0f33aa5500ffc3' }),
      ],
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      accounts: ['a1', 'a2', 'a3'],
      facts: { unrelated: 3, names: 3, in_common: ['near photo', 'number'], in_own_name: 3 },
      possible_role: 'operator',
    });
    expect(found[0]!.score).toBeGreaterThan(0.85);
    const share = Object.fromEntries(found[0]!.ties!.map(({ a, b, share: s }) => [a + b, s]));
    expect(share['a1a2']).toBe(1);
    expect(share['a1a3']).toBeLessThan(0.6);
    expect((await findingsAgain())[0]!.id).toBe(found[0]!.id);
    expect((await findingsAgain(time(2, 12)))[0]!.accounts).toEqual(['a1', 'a2']);
    expect(await findingsAgain(time(1, 12))).toEqual([]);
  });

  it('finds one holder on accounts of other names, and marks several things in common as stronger', async () => {
    const holder = { name_on_document: 'Rosa Haskell', birth_date: '1990-02-03' };
    const found = await findingsIn({
      accounts: plainAccounts(2),
      documents: [
        paper('a1', { ...holder, sha256: 'ab'.repeat(32) }),
        paper('a2', { ...holder, name_on_document: 'HASKELL, Rosa', sha256: 'ab'.repeat(32) }),
      ],
    });
    expect(found[0]!.facts).toMatchObject({ in_common: ['file, holder'], in_own_name: 0 });
    expect(found[0]!.score).toBeGreaterThan(0.9);
  });

  it('near miss: placeholders, hubs, namesakes of another birth date, and papers of one account', async () => {
    const many = plainAccounts(20, 'h');
    const found = await findingsIn({
      accounts: [...plainAccounts(2), ...many],
      documents: [
        ...many.map(({ account_id }) => paper(account_id, { photo_hash: photo })),
        ...['a1', 'a2'].map((id) => paper(id, { number: '123456789' })),
        paper('a1', { name_on_document: 'Li Wei', birth_date: '1990-01-01' }),
        paper('a2', { name_on_document: 'Li Wei', birth_date: '1991-01-01' }),
        { ...paper('a1', { number: 'QX559921' }), document_id: 'once' },
        { ...paper('a1', { number: 'QX559921' }), document_id: 'twice' },
      ],
    });
    expect(found).toEqual([]);
  });

  it('weighs a household’s statement, and one person with two open accounts, little', async () => {
    const same = { legal_name: 'Ana Moss', birth_date: '1988-08-08' };
    const found = await findingsIn({
      accounts: [
        ...plainAccounts(2),
        ...plainAccounts(2, 'p').map((account) => ({ ...account, ...same })),
      ],
      documents: [
        ...['a1', 'a2'].map((id) => paper(id, { kind: 'statement', number: 'ELC-558211' })),
        ...['p1', 'p2'].map((id) =>
          paper(id, { number: 'KK882211', name_on_document: 'Ana Moss', birth_date: '1988-08-08' }),
        ),
      ],
    });
    expect(found).toHaveLength(2);
    for (const finding of found) expect(finding.score).toBeLessThan(0.3);
  });
});
