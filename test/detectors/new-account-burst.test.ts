import { describe, expect, it } from 'vitest';
import { detecting, time } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('new-account-burst');

const trades = ['web', 'mobile', 'design', 'data', 'writing'];
const agents = ['Firefox 95', 'Chrome 96', 'Chrome 97', 'Safari 15', 'Edge 96', 'Opera 82'];

/** Ordinary newcomers, two a day, each in a way of its own. */
const ordinary = Array.from({ length: 80 }, (_, index) => ({
  account_id: `o${index}`,
  role: 'developer',
  trade: trades[index % 5]!,
  email: `${index % 3 === 0 ? 'jo.doe' : index % 3 === 1 ? 'jdoe' : 'doe-j'}${'1'.repeat(index % 4)}@mail${index % 7}.example`,
  created_at: time(Math.floor(index / 2), (index * 5) % 24),
}));
const ordinaryLogins = ordinary.map(({ account_id, created_at }, index) => ({
  account_id,
  ip: `198.51.${index}.7`,
  started_at: created_at,
  user_agent: agents[index % 6]!,
}));

const member = (index: number, more: object = {}) => ({
  account_id: `b${index}`,
  role: 'developer',
  trade: 'blockchain',
  email: `dev.${'xyzuvw'[index]}${'abcdef'[index]}.77@studio-mail.example`,
  created_at: time(20, 8 + index),
  ...more,
});
const members = [0, 1, 2, 3, 4];
const login = (index: number, ip: string, user_agent: string) => ({
  account_id: `b${index}`,
  ip,
  started_at: time(20, 9 + index),
  user_agent,
});

describe('new-account-burst', () => {
  it('finds a batch with one pattern of address, one network and one browser', async () => {
    const found = await findingsIn({
      accounts: [...ordinary, ...members.map((index) => member(index))],
      logins: [
        ...ordinaryLogins,
        ...members.map((index) => login(index, `203.0.113.${index + 1}`, 'Waterfox 3')),
      ],
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      accounts: ['b0', 'b1', 'b2', 'b3', 'b4'],
      facts: { accounts: 5, unrelated: 5, hours: 4 },
    });
    expect(found[0]!.score).toBeGreaterThan(0.4);
    expect(found[0]!.ties).toHaveLength(10);
    expect((await findingsAgain())[0]!.id).toBe(found[0]!.id);
    expect(await findingsAgain(time(20, 8, 30))).toEqual([]);
  });

  it('near miss: the same likeness over months', async () => {
    const found = await findingsIn({
      accounts: [
        ...ordinary,
        ...members.map((index) => member(index, { created_at: time(5 + 30 * index) })),
      ],
      logins: ordinaryLogins,
    });
    expect(found).toEqual([]);
  });

  it('takes a crowd of a campaign, alike in nothing rare, for no batch', async () => {
    const crowd = Array.from({ length: 60 }, (_, index) => ({
      ...ordinary[index]!,
      account_id: `c${index}`,
      trade: 'design',
      created_at: time(20, index % 24, index % 60),
    }));
    const found = await findingsIn({
      accounts: [...ordinary, ...crowd],
      logins: [
        ...ordinaryLogins,
        ...crowd.map(({ account_id, created_at }, index) => ({
          account_id,
          ip: `198.18.${index}.7`,
          started_at: created_at,
          user_agent: agents[index % 6]!,
        })),
      ],
    });
    expect(found).toEqual([]);
  });

  it('weighs graduates of one course and a firm’s own staff little', async () => {
    const course = await findingsIn({
      accounts: [
        ...ordinary,
        ...members.map((index) => member(index, { education: 'Halden Institute' })),
      ],
      logins: ordinaryLogins,
    });
    for (const { score } of course) expect(score).toBeLessThan(0.1);
    const staff = await findingsIn({
      accounts: [...ordinary, ...members.map((index) => member(index))],
      logins: ordinaryLogins,
      companies: [{ company_id: 'firm', name: 'Firm Ltd' }],
      links: members.map((index) => ({
        from_type: 'company',
        from_id: 'firm',
        to_type: 'account',
        to_id: `b${index}`,
        kind: 'employs',
      })),
    });
    for (const { score } of staff) expect(score).toBeLessThan(0.1);
  });
});
