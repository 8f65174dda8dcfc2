import type { Sample } from './sample.ts';

/**
 * What is real in the sample: three entries of the OFAC SDN list as published in July 2021 (a work of
 * the US government), what the Treasury's press release says of them, and the bodies that the joint
 * advisory of 16 May 2022 names. Nothing here is drawn; remarks are the list's own words.
 */
export const listed = {
  silverstar: 'OFAC-SDN-24977',
  volasys: 'OFAC-SDN-24978',
  jong: 'OFAC-SDN-24979',
} as const;

const pressRelease = 'US Treasury, press release sm481, 13 September 2018';
const advisory =
  'Named in the joint advisory of the US Departments of State and the Treasury and the FBI, 16 May 2022. No designation: this entry records that the advisory names the body, nothing more.';
const risk =
  'Secondary sanctions risk: North Korea Sanctions Regulations, sections 510.201 and 510.210; Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions: North Korea Sanctions Regulations section 510.214';

export const silverstarAddress = '20998B-26 Changbaishan East Road, Yanji, Jilin, China';
const volasysAddress = '41 Ulitsa Klary Tsetskin, Vladivostok, Russia';

export function addListed(sample: Sample): void {
  const sdn = { list: 'OFAC-SDN', listed_on: '2018-09-13', list_published_on: '2021-07' };
  sample.data.add('watchlist', {
    ...sdn,
    entry_id: listed.silverstar,
    name: 'YANBIAN SILVERSTAR NETWORK TECHNOLOGY CO., LTD.',
    aliases:
      'YANBIAN SILVERSTAR|YANBIAN SILVER STAR|SILVER STAR INTERNET TECHNOLOGY CORPORATION|CHINA SILVER STAR INTERNET TECHNOLOGY COMPANY|UNSONG INTERNET TECHNOLOGY CORPORATION|YANJI SILVER STAR NETWORK TECHNOLOGY CO. LTD.|SILVER STAR CHINA',
    kind: 'company',
    country: 'CN',
    programs: 'DPRK3|DPRK4',
    addresses: `${silverstarAddress}|No. 213-214,  Building 2, Science and Technology Industrial Park, Yanji Development Zone, China|Chang Bai Shan Dong Lu, 20998B-26Hao, Yanji, Jilin 133000, China`,
    identifiers: 'Unified Social Credit Code (USCC) 91222401MA0Y31E659 (China)',
    remarks: `${risk}; Unified Social Credit Code (USCC) 91222401MA0Y31E659 (China).`,
  });
  sample.data.add('watchlist', {
    ...sdn,
    entry_id: listed.volasys,
    name: 'VOLASYS SILVER STAR',
    kind: 'company',
    country: 'RU',
    programs: 'DPRK3|DPRK4',
    addresses: volasysAddress,
    remarks: `${risk}.`,
  });
  sample.data.add('watchlist', {
    ...sdn,
    entry_id: listed.jong,
    name: 'JONG, Song Hwa',
    kind: 'person',
    birth_date: '1970-02-05',
    country: 'KP',
    programs: 'DPRK4',
    identifiers: 'Passport 927220230 (Korea, North) issued 11 May 2017 expires 11 May 2022',
    remarks: `DOB 05 Feb 1970; nationality Korea, North; Gender Male; ${risk}; Passport 927220230 (Korea, North) issued 11 May 2017 expires 11 May 2022.`,
  });
  addPressRelease(sample);
  addAdvisory(sample);
}

function addPressRelease(sample: Sample): void {
  const founder = 'sm481-founder';
  sample.data.add('persons', {
    person_id: founder,
    name: 'Employee of Yanbian Silverstar who founded Volasys (not named in the release)',
  });
  const cite = (what: string) => `${pressRelease}: ${what}`;
  const entry = 'watchlist_entry';
  const ties = [
    [entry, listed.jong, entry, listed.silverstar, 'officer_of', '', 'CEO of Silverstar'],
    [entry, listed.jong, entry, listed.silverstar, 'controls', '', 'controlled its earnings'],
    [entry, listed.jong, entry, listed.volasys, 'controls', '', 'controlled its earnings'],
    [
      entry,
      listed.volasys,
      entry,
      listed.silverstar,
      'linked_to',
      '2017',
      'sister company in Russia, set up in early 2017',
    ],
    [
      entry,
      listed.volasys,
      entry,
      listed.silverstar,
      'front_for',
      '2017',
      'set up as a front in Russia',
    ],
    [
      'person',
      founder,
      entry,
      listed.volasys,
      'founded',
      '2017',
      'founded in early 2017 by an employee of Silverstar',
    ],
    [
      entry,
      listed.silverstar,
      'person',
      founder,
      'employs',
      '',
      'the founder of Volasys was its employee',
    ],
  ] as const;
  for (const [fromType, from, toType, to, kind, since, what] of ties) {
    sample.data.add('links', {
      from_type: fromType,
      from_id: from,
      to_type: toType,
      to_id: to,
      kind,
      since,
      source: cite(what),
    });
  }
}

/** Only those that the SDN list of July 2021 does not hold under that name. */
function addAdvisory(sample: Sample): void {
  const bodies = [
    ['313', '313 General Bureau of the Munitions Industry Department', '313 General Bureau'],
    ['FTO', 'Foreign Trade Office of the Education Commission', ''],
    ['PITO', 'Pyongyang Information Technology Office', 'Pyongyang Information Technology Bureau'],
  ] as const;
  for (const [id, name, aliases] of bodies) {
    sample.data.add('watchlist', {
      entry_id: `ADVISORY-2022-${id}`,
      list: 'ADVISORY-2022',
      name,
      aliases,
      kind: 'company',
      country: 'KP',
      list_published_on: '2022-05-16',
      remarks: advisory,
    });
  }
}
