import { describe, expect, it } from 'vitest';
import {
  addressTokens,
  companyKey,
  contactKeys,
  personKey,
} from '../../server/detection/derive/entity-text.ts';

describe('what makes names, addresses and contacts comparable', () => {
  it.each([
    ['YANBIAN SILVERSTAR NETWORK TECHNOLOGY CO., LTD.', 'Yanbian Silverstar Network Technology'],
    ['Société Exemple S.A.R.L.', 'Societe Exemple'],
    ['Example GmbH', 'EXAMPLE gmbh'],
  ])('%s is the company %s', (one, other) => {
    expect(companyKey(one)).toBe(companyKey(other));
  });

  it('keeps apart companies whose names differ beyond the legal form', () => {
    expect(companyKey('Silver Star Ltd')).not.toBe(companyKey('Silver Star Bakery Ltd'));
    expect(companyKey('Co. Ltd.')).not.toBe('');
  });

  it('reads a person in either order', () => {
    expect(personKey('JONG, Song Hwa')).toBe(personKey('Song Hwa Jong'));
    expect(personKey('Kim Yong-chol')).not.toBe(personKey('Kim Yong-chun'));
  });

  it('spells out abbreviations of an address and leaves its country out', () => {
    expect(addressTokens('14 Example St., Testville 99999, Norway')).toEqual(
      addressTokens('14, Example Street, Testville 99999'),
    );
    expect(addressTokens('14 Example Street')).not.toEqual(addressTokens('41 Example Street'));
  });

  it('compares phones by their digits and websites without their dress', () => {
    const contacts = { email: ' A@Example.com', phone: '+1 (555) 010-0100', website: null };
    expect(contactKeys(contacts)).toEqual(['e-mail a@example.com', 'phone +15550100100']);
    const site = (website: string) => contactKeys({ email: null, phone: '12', website });
    expect(site('https://www.example.com/')).toEqual(site('EXAMPLE.com'));
  });
});
