import { countries } from '../../domain/countries.ts';

/** How names, addresses and contacts are made comparable. Equality after this is what ties two rows. */

const companySuffixes = new Set(
  `co company corp corporation inc incorporated llc ltd limited llp plc gmbh ag sa sarl srl spa bv nv oy ab as
   ooo oao zao pao ao kk pte pty jsc cjsc ojsc`.split(/\s+/),
);

/** The dots within S.A.R.L. and L.L.C. */
const dotsOfInitials = /(?<=(?<!\p{L})\p{L})\.(?=\p{L}(?!\p{L}))/gu;

const addressWords: Readonly<Record<string, string>> = {
  rd: 'road',
  st: 'street',
  str: 'street',
  ave: 'avenue',
  av: 'avenue',
  blvd: 'boulevard',
  ln: 'lane',
  dr: 'drive',
  bldg: 'building',
  fl: 'floor',
  ul: 'ulitsa',
  apt: 'apartment',
  ste: 'suite',
};
const addressNoise = new Set(['no', 'nr', 'num', 'number', 'the']);

const countryNames = new Set(
  [...countries].map((code) =>
    new Intl.DisplayNames('en', { type: 'region' }).of(code)!.toLowerCase(),
  ),
);

function words(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** A company's name without case, accents, punctuation and legal form. */
export function companyKey(name: string): string {
  const all = words(name.replace(dotsOfInitials, ''));
  const bare = all.filter((word) => !companySuffixes.has(word));
  return (bare.length > 0 ? bare : all).join(' ');
}

/** A person's name without case, accents, punctuation and order: lists write the family name first. */
export function personKey(name: string): string {
  return words(name).sort().join(' ');
}

/**
 * The words of an address, abbreviations spelled out, in alphabetical order, each once. The country's name
 * is left out: some sources write it, some keep it in a column of its own.
 */
export function addressTokens(address: string): string[] {
  const parts = address.split(',').filter((part) => !countryNames.has(part.trim().toLowerCase()));
  const spelled = words(parts.join(' '))
    .map((word) => addressWords[word] ?? word)
    .filter((word) => !addressNoise.has(word));
  return [...new Set(spelled)].sort();
}

export function digitsAndLetters(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Comparable forms of a party's contacts, each with its kind in front. */
export function contactKeys(contacts: {
  email: string | null;
  phone: string | null;
  website: string | null;
}): string[] {
  const keys: string[] = [];
  if (contacts.email) keys.push(`e-mail ${contacts.email.trim().toLowerCase()}`);
  const digits = contacts.phone?.replace(/\D/g, '') ?? '';
  if (digits.length >= 7) keys.push(`phone +${digits}`);
  const site = contacts.website
    ?.trim()
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/\/+$/, '');
  if (site) keys.push(`website ${site}`);
  return keys;
}
