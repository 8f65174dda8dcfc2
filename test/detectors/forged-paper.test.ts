import { describe, expect, it } from 'vitest';
import { detecting, plainAccounts, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('forged-paper');

const paper = (
  account_id: string,
  document_id: string,
  more: Readonly<Record<string, string>>,
  day = 1,
) => ({
  document_id,
  account_id,
  kind: 'passport',
  name_on_document: `Person ${account_id}`,
  submitted_at: time(day),
  ...more,
});
const issued = { kind: 'invoice', issuer_name: 'Some Shop Ltd' };
const reachable = { ...issued, issuer_email: 'office@shop.example', issuer_phone: '+1 555 0100' };

describe('forged-paper', () => {
  it('finds one photo under two names, failed papers, and an issuer that is the account itself', async () => {
    const [a1, a2, a3] = plainAccounts(3);
    const found = await findingsIn({
      accounts: [a1!, a2!, { ...a3!, email: 'Dev@Example.com', phone: '+1 (555) 010-2233' }],
      documents: [
        paper('a1', 'd1', { photo_hash: 'f9be99a9afafd180' }),
        paper('a2', 'd2', { photo_hash: 'f9be99a9afafd180', verification_result: 'failed' }, 5),
        paper('a3', 'd3', { ...issued, issuer_email: 'dev@example.com' }),
        paper('a3', 'd4', { kind: 'contract', issuer_phone: '1 555 010 2233' }, 8),
      ],
    });
    const of = (account: string) => found.find((finding) => finding.accounts.includes(account))!;
    expect(found).toHaveLength(3);
    expect(of('a1').facts).toMatchObject({ photo_under_names: 2, failed: 0 });
    expect(of('a2').facts).toMatchObject({ photo_under_names: 2, failed: 1 });
    expect(of('a2').score).toBeGreaterThan(of('a1').score);
    expect(of('a3').facts).toMatchObject({ issuer_is_account: 2 });
    expect(of('a3').score).toBeGreaterThan(0.6);
    expect((await findingsAgain()).map(({ id }) => id)).toEqual(found.map(({ id }) => id));
    const early = await findingsAgain(time(2));
    expect(early.map(({ accounts }) => accounts)).toEqual([['a3']]);
    expect(early[0]!.facts).toMatchObject({ issuer_is_account: 1 });
  });

  it('near miss: papers that passed, an issuer with contacts of its own, one photo under one name', async () => {
    const found = await findingsIn({
      accounts: plainAccounts(2).map((account) => ({ ...account, email: 'x@gmail.com' })),
      documents: [
        paper('a1', 'd1', { verification_result: 'passed', photo_hash: 'f9be99a9afafd180' }),
        paper('a1', 'd2', { verification_result: 'passed', photo_hash: 'f9be99a9afafd180' }),
        paper('a2', 'd3', reachable),
        paper('a2', 'd4', { verification_result: 'unchecked' }),
      ],
    });
    expect(found).toEqual([]);
  });

  it('weighs a poor picture that a better one followed little, and missing contacts by what is usual', async () => {
    const found = await findingsIn({
      accounts: plainAccounts(4),
      documents: [
        paper('a1', 'd1', { verification_result: 'poor_image' }),
        paper('a1', 'd2', { verification_result: 'passed' }, 3),
        paper('a2', 'd3', { verification_result: 'poor_image' }),
        ...['a3', 'a4'].map((id, at) => paper(id, `n${at}`, issued)),
        ...Array.from({ length: 8 }, (_, at) => paper('a4', `r${at}`, reachable)),
      ],
    });
    const score = (account: string) =>
      found.find((finding) => finding.accounts.includes(account))!.score;
    expect(score('a1')).toBeLessThan(0.05);
    expect(score('a2')).toBeGreaterThan(score('a1'));
    expect(score('a3')).toBeLessThan(0.12);
    const bare = await findingsIn({
      accounts: plainAccounts(2),
      documents: ['a1', 'a2'].map((id, at) => paper(id, `n${at}`, issued)),
    });
    expect(bare).toEqual([]);
  });
});
