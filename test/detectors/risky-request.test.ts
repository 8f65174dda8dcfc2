import { describe, expect, it } from 'vitest';
import { detecting, plainAccounts, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('risky-request');

let count = 0;
function message(
  account_id: string,
  text: string,
  day = 1,
  more: Readonly<Record<string, string>> = {},
) {
  count += 1;
  return {
    document_id: `d${count}`,
    account_id,
    kind: 'message',
    used_for: 'communication',
    text,
    submitted_at: time(day),
    ...more,
  };
}

describe('risky-request', () => {
  it('finds requests in several languages, each kind told apart, and weighs several kinds more', async () => {
    const found = await findingsIn({
      accounts: plainAccounts(4),
      documents: [
        message('a1', 'Hello. Could you pay me in USDT? My bank is slow.', 1),
        message('a1', 'I would like to rent your account, you get 20 percent.', 9),
        message('a2', '方便的话加我微信聊吧，我的号在下面。'),
        message('a3', 'Нужна полная предоплата.'),
        message('a4', 'The first part is up on the test page.'),
      ],
    });
    const of = (account: string) => found.find((finding) => finding.accounts.includes(account))!;
    expect(found).toHaveLength(3);
    const kinds = (account: string) =>
      (of(account).facts['asked'] as { kind: string }[]).map(({ kind }) => kind);
    expect(kinds('a1')).toEqual(['lend-identity', 'virtual-currency']);
    expect(kinds('a2')).toEqual(['other-channel']);
    expect(kinds('a3')).toEqual(['paid-before-work']);
    expect(of('a1').score).toBeGreaterThan(0.4);
    expect(of('a2').score).toBeLessThan(0.2);
    expect((await findingsAgain()).map(({ id }) => id)).toEqual(found.map(({ id }) => id));
    const early = (await findingsAgain(time(2))).find(({ accounts }) => accounts[0] === 'a1')!;
    expect(early.score).toBeLessThan(of('a1').score);
  });

  it('near miss: refusals, rules, work on such things, and an executive who answers', async () => {
    const offer =
      'I am the CEO of a software company and we have forty developers ready for you. Shall we cooperate?';
    const found = await findingsIn({
      accounts: plainAccounts(3),
      documents: [
        message('a1', 'I do not accept crypto, please pay through the platform.'),
        message('a1', 'I built a Telegram bot for a pizza chain last year.'),
        message('a1', 'Never pay a freelancer before the work is delivered.'),
        message('a1', 'All steps are finished. Kindly release the milestone and leave five stars.'),
        message('a2', 'We look for a partner agency.', 1, { to_account_id: 'a3' }),
        message('a3', offer, 2, { to_account_id: 'a2' }),
      ],
    });
    expect(found).toEqual([]);
    const cold = await findingsIn({
      accounts: plainAccounts(3),
      documents: [message('a3', offer, 2, { to_account_id: 'a2' })],
    });
    expect(cold.map(({ accounts }) => accounts)).toEqual([['a3']]);
  });

  it('weighs little what many on the platform ask for', async () => {
    const accounts = plainAccounts(40);
    const found = await findingsIn({
      accounts,
      documents: accounts.map(({ account_id }, at) =>
        message(
          account_id,
          at % 2 === 0 ? 'Please add me on WhatsApp.' : 'The texts are in, please check the names.',
        ),
      ),
    });
    for (const finding of found) expect(finding.score).toBeLessThan(0.03);
  });
});
