import { describe, expect, it } from 'vitest';
import { detecting } from './detecting.ts';

const { findingsIn, findingsAgain } = detecting('lookalike-domain');

const company = {
  company_id: 'c1',
  name: 'Copperfield Studio Ltd',
  website: 'https://www.copperfieldstudio.example/',
};
const employee = (id: string, email: string, more = {}) => ({
  account_id: id,
  legal_name: `Person ${id}`,
  email,
  employer: 'Copperfield Studio',
  ...more,
});

describe('lookalike-domain', () => {
  it('finds accounts on a domain one keystroke from a company’s', async () => {
    const found = await findingsIn({
      accounts: [
        employee('a1', 'x@copperfie1dstudio.example'),
        employee('a2', 'y@copperfie1dstudio.example'),
        employee('a3', 'z@copperfieldstudios.example'),
      ],
      companies: [company],
    });
    const scores = Object.fromEntries(found.map(({ accounts, score }) => [accounts.join(), score]));
    expect(scores['a1,a2']).toBeGreaterThan(0.5);
    expect(scores['a3']).toBeGreaterThan(0.2);
    expect(scores['a3']).toBeLessThan(scores['a1,a2']!);
    expect((await findingsAgain()).map(({ id }) => id)).toEqual(found.map(({ id }) => id));
  });

  it('knows a domain from those who work there, and does not accuse its owner', async () => {
    const staff = ['b1', 'b2', 'b3', 'b4'].map((id) => employee(id, `${id}@harbourworks.example`));
    const found = await findingsIn({
      accounts: [...staff, employee('a1', 'x@harborworks.example')],
    });
    expect(found.map(({ accounts }) => accounts)).toEqual([['a1']]);
  });

  it('finds one employee on several accounts, the more they contradict the stronger', async () => {
    const same = { legal_name: 'Anna Example', platform: 'one' };
    const apart = { ...same, birth_date: '1990-01-01', country: 'DE' };
    const found = await findingsIn({
      accounts: [
        employee('a1', 'anna@one.example', apart),
        employee('a2', 'anna@two.example', { ...apart, birth_date: '1985-05-05', country: 'FR' }),
      ],
    });
    expect(found).toHaveLength(1);
    expect(found[0]!.accounts).toEqual(['a1', 'a2']);
    expect(found[0]!.score).toBeGreaterThan(0.4);
  });

  it('near miss: another word, a short name, another ending', async () => {
    const found = await findingsIn({
      accounts: [
        employee('a1', 'x@copperhillstudio.example'),
        employee('a2', 'x@abcf.example'),
        employee('a3', 'x@copperfieldstudio.test'),
      ],
      companies: [company, { company_id: 'c2', name: 'ABCD', website: 'abcd.example' }],
    });
    expect(found).toEqual([]);
  });

  it('benign twin: a real company with a name a letter apart, one person on two platforms', async () => {
    const same = { legal_name: 'Anna Example', birth_date: '1990-01-01' };
    const found = await findingsIn({
      accounts: [
        employee('a1', 'x@copperfieldstudia.example'),
        employee('a2', 'anna@mail.example', { ...same, platform: 'one' }),
        employee('a3', 'anna@mail.example', { ...same, platform: 'two' }),
      ],
      companies: [
        company,
        { company_id: 'c2', name: 'Studia', website: 'copperfieldstudia.example' },
      ],
    });
    expect(found).toEqual([]);
  });
});
