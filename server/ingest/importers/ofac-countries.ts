import { countries } from '../../../domain/schema/countries.ts';

/** Where OFAC's name of a country is neither the usual English one nor made of it. */
const ofacNames: Readonly<Record<string, string>> = {
  'korea, north': 'KP',
  'korea, south': 'KR',
  burma: 'MM',
  'bahamas, the': 'BS',
  'gambia, the': 'GM',
  'the gambia': 'GM',
  'congo, democratic republic of the': 'CD',
  'congo, republic of the': 'CG',
  'cote d ivoire': 'CI',
  palestinian: 'PS',
  'west bank': 'PS',
  'region: gaza': 'PS',
  'virgin islands, british': 'VG',
  'virgin islands, u.s.': 'VI',
  'czech republic': 'CZ',
  turkey: 'TR',
  'hong kong': 'HK',
  macau: 'MO',
  'saint kitts and nevis': 'KN',
  'saint vincent and the grenadines': 'VC',
  'saint lucia': 'LC',
  kosovo: 'XK',
};

const english = new Intl.DisplayNames('en', { type: 'region' });
const byName = new Map(
  [...countries].map((code) => [plain(english.of(code) ?? code), code] as const),
);

/** ISO 3166-1 alpha-2 of a country as OFAC names it; null for regions and what it leaves undetermined. */
export function countryOf(name: string): string | null {
  const code = ofacNames[name.trim().toLowerCase()] ?? byName.get(plain(name)) ?? null;
  return code !== null && countries.has(code) ? code : null;
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', 'and')
    .replaceAll(/[^a-z]+/g, ' ')
    .trim();
}
