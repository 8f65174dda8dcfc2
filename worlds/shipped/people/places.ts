import type { SummerTime } from '../chance/time.ts';

/** Where people live: real cities, so that clocks and currencies are right; streets are invented. */
export interface Place {
  country: string;
  city: string;
  zone: string;
  /** Hours ahead of UTC in winter. */
  offset: number;
  summer: SummerTime;
  currency: string;
  dialling: string;
  /** Shares of cultures among those who live there; see names.ts. */
  cultures: readonly string[];
  weight: number;
}

type Row = readonly [
  country: string,
  cities: string,
  zone: string,
  offset: number,
  summer: SummerTime,
  currency: string,
  dialling: string,
  cultures: string,
  weight: number,
];

// Cultures are repeated by their share.
const rows: readonly Row[] = [
  [
    'US',
    'Columbus|Tulsa|Albany',
    'America/New_York',
    -5,
    'america',
    'USD',
    '1',
    'en en en es zh ko in ru',
    6,
  ],
  [
    'US',
    'Sacramento|Spokane|Reno',
    'America/Los_Angeles',
    -8,
    'america',
    'USD',
    '1',
    'en en es zh ko in vi',
    5,
  ],
  [
    'CA',
    'Hamilton|Kitchener',
    'America/Toronto',
    -5,
    'america',
    'CAD',
    '1',
    'en en fr zh in ko uk',
    3,
  ],
  [
    'GB',
    'Leeds|Cardiff|Norwich',
    'Europe/London',
    0,
    'europe',
    'GBP',
    '44',
    'en en en in pl zh',
    4,
  ],
  ['DE', 'Kassel|Bochum|Erfurt', 'Europe/Berlin', 1, 'europe', 'EUR', '49', 'de de de ru tr uk', 4],
  ['FR', 'Angers|Dijon', 'Europe/Paris', 1, 'europe', 'EUR', '33', 'fr fr fr ar vi', 3],
  ['ES', 'Murcia|Gijon', 'Europe/Madrid', 1, 'europe', 'EUR', '34', 'es es es ar uk', 3],
  ['PL', 'Lublin|Opole', 'Europe/Warsaw', 1, 'europe', 'PLN', '48', 'pl pl pl uk uk vi', 4],
  ['UA', 'Dnipro|Lviv|Poltava', 'Europe/Kyiv', 2, 'europe', 'UAH', '380', 'uk uk uk ru', 5],
  ['RU', 'Omsk|Tomsk', 'Asia/Omsk', 6, 'none', 'RUB', '7', 'ru ru ru ru ko', 3],
  ['RU', 'Vladivostok|Khabarovsk', 'Asia/Vladivostok', 10, 'none', 'RUB', '7', 'ru ru ru ko zh', 3],
  ['RU', 'Kazan|Tula|Samara', 'Europe/Moscow', 3, 'none', 'RUB', '7', 'ru ru ru uk tr', 4],
  ['KZ', 'Almaty|Karaganda', 'Asia/Almaty', 6, 'none', 'KZT', '7', 'ru ru ko tr', 2],
  ['TR', 'Bursa|Izmir', 'Europe/Istanbul', 3, 'none', 'TRY', '90', 'tr tr tr ru ar', 3],
  ['EG', 'Tanta|Mansoura', 'Africa/Cairo', 2, 'none', 'EGP', '20', 'ar', 3],
  ['NG', 'Ibadan|Enugu', 'Africa/Lagos', 1, 'none', 'NGN', '234', 'ng', 4],
  ['KE', 'Nakuru|Kisumu', 'Africa/Nairobi', 3, 'none', 'KES', '254', 'ng in', 2],
  ['IN', 'Indore|Kochi|Mysuru', 'Asia/Kolkata', 5.5, 'none', 'INR', '91', 'in', 9],
  ['PK', 'Multan|Sialkot', 'Asia/Karachi', 5, 'none', 'PKR', '92', 'ar in', 4],
  ['BD', 'Khulna|Sylhet', 'Asia/Dhaka', 6, 'none', 'BDT', '880', 'in ar', 3],
  ['VN', 'Hue|Can Tho', 'Asia/Ho_Chi_Minh', 7, 'none', 'VND', '84', 'vi vi vi ko zh', 4],
  ['PH', 'Davao|Iloilo', 'Asia/Manila', 8, 'none', 'PHP', '63', 'es en ko zh', 5],
  ['MY', 'Ipoh|Kuching', 'Asia/Kuala_Lumpur', 8, 'none', 'MYR', '60', 'zh ar in', 2],
  ['CN', 'Dalian|Shenyang|Changchun', 'Asia/Shanghai', 8, 'none', 'CNY', '86', 'zh zh zh zh ko', 5],
  ['CN', 'Chengdu|Xiamen|Suzhou', 'Asia/Shanghai', 8, 'none', 'CNY', '86', 'zh', 4],
  [
    'KR',
    'Daejeon|Gwangju|Jeonju',
    'Asia/Seoul',
    9,
    'none',
    'KRW',
    '82',
    'ko ko ko ko ko ko zh ru',
    6,
  ],
  ['JP', 'Sendai|Okayama', 'Asia/Tokyo', 9, 'none', 'JPY', '81', 'ja ja ja ja ko zh', 3],
  ['AU', 'Geelong|Newcastle', 'Australia/Brisbane', 10, 'none', 'AUD', '61', 'en en zh in vi', 2],
  ['BR', 'Londrina|Natal', 'America/Sao_Paulo', -3, 'none', 'BRL', '55', 'es es ja', 4],
  ['AR', 'Rosario|Mendoza', 'America/Argentina/Cordoba', -3, 'none', 'ARS', '54', 'es', 3],
  ['CO', 'Manizales|Pereira', 'America/Bogota', -5, 'none', 'COP', '57', 'es', 2],
];

export const places: readonly Place[] = rows.flatMap(
  ([country, cities, zone, offset, summer, currency, dialling, cultures, weight]) => {
    const names = cities.split('|');
    return names.map((city) => ({
      country,
      city,
      zone,
      offset,
      summer,
      currency,
      dialling,
      cultures: cultures.split(' '),
      weight: weight / names.length,
    }));
  },
);

/** Where a culture's nationality points to; the first is the likeliest. */
export const homelands: Readonly<Record<string, readonly string[]>> = {
  en: ['US', 'GB', 'CA', 'AU'],
  de: ['DE'],
  fr: ['FR'],
  es: ['ES', 'AR', 'CO', 'BR'],
  pl: ['PL'],
  uk: ['UA'],
  ru: ['RU', 'KZ'],
  tr: ['TR'],
  ar: ['EG', 'PK'],
  ng: ['NG', 'KE'],
  in: ['IN', 'BD'],
  vi: ['VN'],
  zh: ['CN', 'MY'],
  ko: ['KR'],
  ja: ['JP'],
};
