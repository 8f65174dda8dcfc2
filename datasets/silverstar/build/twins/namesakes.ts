import { joinClient, joinDeveloper } from '../accounts.ts';
import { at } from '../calendar.ts';
import { places } from '../places.ts';
import type { Random } from '../random.ts';
import { agentAddress } from '../rings/front-companies.ts';
import { label, type Member, type Sample } from '../sample.ts';
import { company, tie } from '../ties.ts';

/** Honest companies and people whose name or address only resembles that of a listed one or a front. */
export function addNamesakes(sample: Sample, random: Random): void {
  const studio = ownCompany(sample, random, 'c-starbakes', {
    name: 'Silver Star Bakery Supplies Ltd',
    country: 'GB',
    address: '22 Station Road, Leeds',
    incorporated_on: '2003-04-01',
  });
  const clara = ownCompany(sample, random, 'c-clara', {
    name: 'Kontor Clara GmbH',
    country: 'DE',
    address: 'Clara-Zetkin-Straße 41, Chemnitz, Germany',
    incorporated_on: '2009-11-23',
  });
  const yanji = ownCompany(sample, random, 'c-yanjilake', {
    name: 'Yanji Lakeview Network Technology Co., Ltd.',
    country: 'CN',
    address: '86 Heping Lane, Yanji, Jilin, China',
    incorporated_on: '2012-07-19',
  });
  sample.data.add('known_shared', {
    type: 'address',
    value: agentAddress,
    reason: 'address of a formation agent with hundreds of companies',
    since: '2010-01-01',
  });
  const neighbours = [
    ['c-tidepool', 'Tidepool Toys Ltd', '2010-03-08'] as const,
    ['c-bracken', 'Bracken Analytics Ltd', '2013-10-21'] as const,
    ['c-sableoat', 'Sable & Oat Ltd', '2019-06-02'] as const,
  ].map(([id, name, incorporated_on]) =>
    ownCompany(sample, random, id, { name, country: 'GB', address: agentAddress, incorporated_on }),
  );
  const namesake = joinDeveloper(sample, random, {
    name: 'Songhwa Jong',
    place: places.busan,
    account: { birth_date: '1994-08-21' },
  });

  benign(sample, [studio], 'company-namesake', 'Silver Star is a common name; nothing else agrees');
  benign(
    sample,
    [clara],
    'street-namesake',
    'many towns have a street of that name; this one is in Chemnitz',
  );
  benign(
    sample,
    [yanji],
    'company-namesake',
    'same town and trade words, another name, address and number',
  );
  benign(
    sample,
    neighbours,
    'formation-agent',
    'one formation agent’s address, with hundreds of companies',
  );
  benign(sample, [namesake], 'namesake', 'shares a name with a listed person, born 24 years later');
}

function ownCompany(
  sample: Sample,
  random: Random,
  id: string,
  about: Parameters<typeof company>[2],
): Member {
  company(sample, id, about);
  const place = { GB: places.leeds, DE: places.berlin, CN: places.yanji }[String(about.country)];
  const owner = joinClient(sample, random, { place, opened: at('2020-03-03') });
  tie(sample, ['account', owner.id], 'owner_of', ['company', id], {
    source: 'extract of the company register',
  });
  return owner;
}

function benign(sample: Sample, members: readonly Member[], kind: string, why: string): void {
  label(sample, members, { role: 'benign', kind, note: why });
  for (const member of members)
    for (const detector of ['front-company', 'listed-ownership'])
      sample.verdicts.mustNot(detector, [member], why);
  sample.verdicts.notInCluster(members, why);
}
